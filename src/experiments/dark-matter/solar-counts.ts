import type { Assumptions } from '../../assumptions.ts'
import type { CountsGrowth, CountsModel } from '../../constraints/counts.ts'
import type { Boson, Ray } from '../../couplings/boson.ts'
import { buildResponse, electronTarget, type Material, nuclearTarget, type ResponseOptions } from '../../detectors/index.ts'
import { evenly } from '../../neutrinos/solar/potential-place.ts'
import {
  type ElectronScattering,
  electronRecoils,
  electronScattering,
  momentsAbove,
  type NuclearScattering,
  nuclearRecoils,
  nuclearScattering,
  recoilCounts,
  type ScatteringOptions,
  scatteringOptions,
} from '../../processes/index.ts'
import { POTENTIAL_STEP, type SolarFlux } from './solar-flux.ts'

/** One way in which solar neutrinos show in a detector: recoils of electrons or of nuclei, and how they are recorded. */
export interface Channel {
  readonly recoil: 'electron' | 'nucleus'
  readonly material: Material
  readonly response: Omit<ResponseOptions, 'breaks_keV'>
}

/** What recoils see of a boson. */
interface Scattering {
  readonly electron: ElectronScattering
  readonly nuclear: NuclearScattering
  readonly mass_GeV: number
}

const scatteringOf = (boson: Boson): Scattering => ({
  electron: electronScattering(boson.couplingsAt(0)),
  nuclear: nuclearScattering(boson),
  mass_GeV: boson.mass,
})

const NO_BOSON: Scattering = {
  electron: { neutrinos: [0, 0, 0], left: 0, right: 0 },
  nuclear: { neutrinos: [0, 0, 0], proton: 0, neutron: 0 },
  mass_GeV: 1,
}

/** Adds Standard Model, interference and boson alone of bin b at `3 * b`, `3 * b + 1`, `3 * b + 2`. */
type AddTerms = (boson: Scattering, out: Float64Array) => void

/** A channel, ready for any flux. */
interface Prepared {
  readonly bins: number
  /** Above which energies the moments of the flux are needed. */
  readonly minima_MeV: Float64Array
  counts(moments: Float64Array): AddTerms
}

function prepareChannel({ recoil, material, response: about }: Channel, options: ScatteringOptions): Prepared {
  if (recoil === 'electron') {
    const target = electronTarget(material)
    const response = buildResponse({ ...about, breaks_keV: target.breaks_keV })
    const recoils = electronRecoils(target, response.recoils_keV, options)
    return {
      bins: response.bins,
      minima_MeV: recoils.minima_MeV,
      counts(moments) {
        const counts = recoilCounts(response, recoils.rates(moments))
        return ({ electron, mass_GeV }, out) => counts.add(electron, mass_GeV, out)
      },
    }
  }
  const response = buildResponse(about)
  const recoils = nuclearRecoils(nuclearTarget(material), response.recoils_keV, options)
  return {
    bins: response.bins,
    minima_MeV: recoils.minima_MeV,
    counts(moments) {
      const counts = recoilCounts(response, recoils.rates(moments))
      return ({ nuclear, mass_GeV }, out) => counts.add(nuclear, mass_GeV, out)
    },
  }
}

/** Nodes of the polynomial through counts with potentials around one, or with couplings. */
const NODES = 8
/**
 * The last step of potentials, above which all is as at it: some 1e7 times the W's, against which even $\Delta m^2_{31}$ is nothing at the energies of pp.
 */
const STRONGEST = 72
/** Steps in ln g where couplings are not in proportion to g: as fine, a strong potential going as its square. */
const STEP = POTENTIAL_STEP / 2

/**
 * Counts of solar neutrinos in the bins of a detector, its channels added up, then those of backgrounds: a {@link CountsModel}. Set up once, then some
 * microseconds per mass.
 *
 * Where the boson acts in the Sun, counts with potentials around its own are interpolated: within 1e-4 for any strength.
 *
 * @param channels with the same number of bins
 * @example
 * const window = { edges: [2, 30], observable: sharp(), recoils_keV: [2, 30], exposure_t_yr: 15 } as const
 * const assumptions = assume()
 * const counts = solarCounts([{ recoil: 'electron', material: 'Xe', response: window }], await solarFlux(assumptions), assumptions, [6305])
 * counts.standard // [1240.68, 6305]
 */
export function solarCounts(
  channels: readonly Channel[],
  flux: SolarFlux,
  assumptions: Assumptions,
  ...backgrounds: readonly ArrayLike<number>[]
): CountsModel {
  const options = scatteringOptions(assumptions)
  const prepared = channels.map((channel) => prepareChannel(channel, options))
  const bins = prepared[0].bins

  const together =
    (adders: readonly AddTerms[]): AddTerms =>
    (boson, out) => {
      for (const add of adders) add(boson, out)
    }
  const add = together(prepared.map(({ counts, minima_MeV }) => counts(momentsAbove(flux.moments.total, minima_MeV))))
  let moments: ReturnType<SolarFlux['above']>[] | undefined
  function termsWith(probabilities: Float64Array): AddTerms {
    moments ??= prepared.map(({ minima_MeV }) => flux.above(minima_MeV))
    return together(moments.map((of, c) => prepared[c].counts(of(probabilities))))
  }

  const terms = new Float64Array(3 * bins)
  const read = (addTerms: AddTerms, boson: Scattering): void => {
    terms.fill(0)
    addTerms(boson, terms)
  }
  // Keyed by the probabilities, one object for every potential.
  const byPotential = new WeakMap<Float64Array, AddTerms>()
  function termsAt(probabilities: Float64Array): AddTerms {
    let known = byPotential.get(probabilities)
    if (known === undefined) byPotential.set(probabilities, (known = termsWith(probabilities)))
    return known
  }

  /** Writes the terms of a boson that acts in the Sun over 1, g², g⁴. */
  type Path = (boson: Boson) => void
  /** What recoils of a boson are with potentials of the directions that its own lies between, changes from those without any. */
  function nodesOf(scattering: Scattering, directions: ReturnType<SolarFlux['place']>['directions']): (index: number) => Float64Array {
    read(add, scattering)
    const without = terms.slice()
    read(termsAt(directions[0].at(0)), scattering)
    for (let t = 0; t < terms.length; t++) without[t] -= terms[t]
    return (index) => {
      const node = without.slice()
      for (const { share, at } of directions) {
        read(termsAt(at(index)), scattering)
        for (let t = 0; t < terms.length; t++) node[t] += share * terms[t]
      }
      return node
    }
  }
  const stepOf = (size: number): number => Math.max(-STRONGEST, Math.min(STRONGEST, evenly(size) / POTENTIAL_STEP))

  function proportional(unit: Boson): Path {
    const { size, directions } = flux.place(unit.couplingsAt(0))
    const nodeAt = rememberedNodes(nodesOf(scatteringOf(unit), directions))
    return ({ coupling, mass }) => interpolate(nodeAt, stepOf(size * (coupling / mass) ** 2), terms)
  }
  function general(ray: Ray): Path {
    const [lo, hi] = ray.range.map(Math.log)
    const last = Math.max(NODES, Math.ceil((hi - lo) / STEP))
    const step = (hi - lo) / last
    const outright = (boson: Boson): void => {
      const { size, directions } = flux.place(boson.couplingsAt(0))
      interpolate(nodesOf(scatteringOf(boson), directions), stepOf(size / boson.mass ** 2), terms)
      const square = boson.coupling ** 2
      for (let b = 0; b < terms.length; b += 3) {
        terms[b + 1] /= square
        terms[b + 2] /= square * square
      }
    }
    const nodeAt = rememberedNodes((index) => {
      outright(ray.at(Math.exp(lo + step * index)))
      return terms.slice()
    })
    return (boson) => {
      const x = (Math.log(boson.coupling) - lo) / step
      // Nodes lie within the ray's range.
      if (x >= NODES / 2 && x <= last - NODES / 2) interpolate(nodeAt, x, terms)
      else outright(boson)
    }
  }
  // Keyed by the ray object, which carries all that the terms depend on besides what this closure holds.
  const paths = new WeakMap<Ray, { readonly path: Path | undefined }>()
  function pathOf(ray: Ray): Path | undefined {
    let known = paths.get(ray)
    if (known === undefined) {
      const { unit } = ray
      const moves = flux.moves(unit ?? ray.at(ray.range[1]))
      paths.set(ray, (known = { path: !moves ? undefined : unit === undefined ? general(ray) : proportional(unit) }))
    }
    return known.path
  }

  read(add, NO_BOSON)
  const standard = new Float64Array(bins * (1 + backgrounds.length))
  for (let b = 0; b < bins; b++) standard[b] = terms[3 * b]
  for (const [i, background] of backgrounds.entries()) standard.set(background, (i + 1) * bins)
  const recoils = new Set(channels.map(({ recoil }) => recoil))

  /** As long as the boson does not act in the Sun. */
  function growthOf(unit: Boson): CountsGrowth {
    read(add, scatteringOf(unit))
    const linear = new Float64Array(standard.length)
    const quadratic = new Float64Array(standard.length)
    for (let b = 0; b < bins; b++) {
      linear[b] = terms[3 * b + 1]
      quadratic[b] = terms[3 * b + 2]
    }
    return { linear, quadratic }
  }

  return {
    standard,
    silence({ unit, at, range }) {
      const { nu_e, nu_mu, nu_tau, e, u, d } = (unit ?? at(range[1])).couplingsAt(0)
      if (nu_e.vector === 0 && nu_mu.vector === 0 && nu_tau.vector === 0) return { silent: 'no coupling to neutrinos' }
      const isElectronic = e.vector !== 0 || e.axial !== 0
      const isNuclear = u.vector !== 0 || d.vector !== 0
      if ((recoils.has('electron') && isElectronic) || (recoils.has('nucleus') && isNuclear)) return undefined
      const targets = recoils.size === 2 ? 'electrons or quarks' : recoils.has('electron') ? 'electrons' : 'quarks'
      return { silent: `no coupling to ${targets}` }
    },
    growth: ({ unit }) => (unit === undefined || flux.moves(unit) ? undefined : growthOf(unit)),
    rough: ({ unit }) => unit && growthOf(unit),
    counts(boson, out) {
      const { ray, coupling } = boson
      const { unit } = ray
      const path = pathOf(ray)
      if (path === undefined) read(add, scatteringOf(unit ?? boson))
      else path(boson)
      const square = path === undefined && unit === undefined ? 1 : coupling * coupling
      out.set(standard)
      for (let b = 0; b < bins; b++) out[b] = terms[3 * b] + square * (terms[3 * b + 1] + square * terms[3 * b + 2])
    },
  }
}

function rememberedNodes(compute: (index: number) => Float64Array): (index: number) => Float64Array {
  const known = new Map<number, Float64Array>()
  return (index) => {
    let node = known.get(index)
    if (node === undefined) known.set(index, (node = compute(index)))
    return node
  }
}

/** Lagrange's polynomial through the nearest nodes, at x in steps between them. */
function interpolate(nodeAt: (index: number) => Float64Array, x: number, out: Float64Array): void {
  if (Number.isInteger(x)) {
    out.set(nodeAt(x))
    return
  }
  const first = Math.floor(x) - NODES / 2 + 1
  // All first: they are computed where the result is to be.
  const nodes: Float64Array[] = []
  for (let n = 0; n < NODES; n++) nodes.push(nodeAt(first + n))
  out.fill(0)
  for (let n = 0; n < NODES; n++) {
    let weight = 1
    for (let k = 0; k < NODES; k++) if (k !== n) weight *= (x - first - k) / (n - k)
    const values = nodes[n]
    for (let t = 0; t < out.length; t++) out[t] += weight * values[t]
  }
}
