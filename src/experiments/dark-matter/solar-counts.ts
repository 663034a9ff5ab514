import type { Assumptions } from '../../assumptions.ts'
import { type CountsGrowth, type CountsModel, type CountsPolynomials, polynomialAt } from '../../constraints/counts.ts'
import type { Boson, Ray } from '../../couplings/boson.ts'
import { buildResponse, electronTarget, type Material, nuclearTarget, type Response, type ResponseOptions } from '../../detectors/index.ts'
import { evenly, perDirection } from '../../neutrinos/solar/potential-place.ts'
import {
  addPolynomials,
  type ElectronScattering,
  electronRecoils,
  electronScattering,
  electronScatteringAlong,
  momentsAbove,
  type NuclearScattering,
  nuclearRecoils,
  nuclearScattering,
  nuclearScatteringAlong,
  POWERS,
  type Recoils,
  recoilCounts,
  type ScatteringLine,
  type ScatteringOptions,
  scatteringOptions,
} from '../../processes/index.ts'
import { addWeighed, firstNode, interpolate, lagrange, NODES } from './nodes.ts'
import { type FluxDirection, type FluxPlace, POTENTIAL_STEP, type SolarFlux } from './solar-flux.ts'

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

/** What recoils see of all bosons of a ray. */
interface ScatteringAlong {
  readonly electron: ScatteringLine<ElectronScattering>
  readonly nuclear: ScatteringLine<NuclearScattering>
  readonly mass_GeV: number
}

const scatteringAlong = (ray: Ray): ScatteringAlong => ({
  electron: electronScatteringAlong(ray),
  nuclear: nuclearScatteringAlong(ray),
  mass_GeV: ray.mass,
})

/** Adds Standard Model, interference and boson alone of bin b with one flux at `3 * b`, `3 * b + 1`, `3 * b + 2`. */
type Terms = (boson: Scattering, out: Float64Array) => void

/** A channel, ready for any flux. */
interface Prepared {
  readonly bins: number
  /** Above which energies the moments of the flux are needed. */
  readonly minima_MeV: Float64Array
  /** What counts need of them: {@link Recoils.fluxes}. */
  fluxes(moments: Float64Array): Float64Array
  terms(fluxes: Float64Array): Terms
  /** Adds the coefficients of the counts of bin b as a polynomial in g from `POWERS * b` on. */
  addAlong(line: ScatteringAlong, fluxes: Float64Array, out: Float64Array): void
}

function prepareChannel({ recoil, material, response: about }: Channel, options: ScatteringOptions): Prepared {
  if (recoil === 'electron') {
    const target = electronTarget(material)
    const response = buildResponse({ ...about, breaks_keV: target.breaks_keV })
    return prepareRecoils('electron', response, electronRecoils(target, response.recoils_keV, options))
  }
  const response = buildResponse(about)
  return prepareRecoils('nuclear', response, nuclearRecoils(nuclearTarget(material), response.recoils_keV, options))
}

/** @param kind what recoils see of a boson */
function prepareRecoils<Kind extends 'electron' | 'nuclear'>(
  kind: Kind,
  response: Response,
  { minima_MeV, fluxes, rates, termsAlong }: Recoils<Scattering[Kind]>,
): Prepared {
  const spectra = new Float64Array(POWERS * response.recoils_keV.length)
  return {
    bins: response.bins,
    minima_MeV,
    fluxes,
    terms(flux) {
      const counts = recoilCounts(response, rates(flux))
      return (boson, out) => counts.add(boson[kind], boson.mass_GeV, out)
    },
    addAlong(line, flux, out) {
      termsAlong(line[kind] as ScatteringLine<Scattering[Kind]>, line.mass_GeV, flux, spectra)
      addPolynomials(response, spectra, out)
    },
  }
}

/** Directions of potentials whose terms are kept: those of one take some megabytes. */
const MOST_DIRECTIONS = 8
/**
 * The last step of potentials, above which all is as at it: some 1e7 times the W's, against which even $\Delta m^2_{31}$ is nothing at the energies of pp.
 */
const STRONGEST = 144

/**
 * Counts of solar neutrinos in the bins of a detector, its channels added up, then those of backgrounds: a {@link CountsModel}. Set up once, then some
 * microseconds per mass.
 *
 * Where the boson acts in the Sun, counts with potentials around its own are interpolated: within 1e-5 for potentials up to some hundred times the W's, within 1e-4 for
 * those of any strength. Where its couplings are lines in g rather than multiples of it, counts with every potential are polynomials in g.
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

  /** What every channel needs of a flux. */
  type Fluxes = readonly Float64Array[]
  const still = prepared.map(({ fluxes, minima_MeV }): Float64Array => fluxes(momentsAbove(flux.moments.total, minima_MeV)))
  let above: ReturnType<SolarFlux['above']>[] | undefined
  function fluxesWith(probabilities: Float64Array): Fluxes {
    above ??= prepared.map(({ minima_MeV }) => flux.above(minima_MeV))
    return above.map((of, c) => prepared[c].fluxes(of(probabilities)))
  }
  // Keyed by the probabilities, one object for every potential.
  const fluxesAt = remembered(fluxesWith)

  const terms = new Float64Array(3 * bins)
  function termsOf(fluxes: Fluxes): (boson: Scattering) => void {
    const parts = fluxes.map((of, c) => prepared[c].terms(of))
    return (boson) => {
      terms.fill(0)
      for (const add of parts) add(boson, terms)
    }
  }
  const readStill = termsOf(still)
  const termsOfDirection = perDirection(MOST_DIRECTIONS, (_: FluxDirection) => remembered((p) => termsOf(fluxesWith(p))))
  const read = (direction: FluxDirection, index: number, boson: Scattering): void => termsOfDirection(direction)(direction.at(index))(boson)

  function addAlong(fluxes: Fluxes, line: ScatteringAlong, out: Float64Array): void {
    for (const [c, of] of fluxes.entries()) prepared[c].addAlong(line, of, out)
  }
  function polynomialsOf(fluxes: Fluxes, line: ScatteringAlong): Float64Array {
    const polynomials = new Float64Array(POWERS * bins)
    addAlong(fluxes, line, polynomials)
    return polynomials
  }

  /** Writes the counts of neutrinos with a boson of a ray. */
  type Path = (boson: Boson, out: Float64Array) => void
  /** What recoils of a boson are with potentials of the directions that its own lies between, changes from those without any. */
  function nodesOf(scattering: Scattering, directions: readonly FluxDirection[]): (index: number) => Float64Array {
    readStill(scattering)
    const without = terms.slice()
    read(directions[0], 0, scattering)
    for (let t = 0; t < terms.length; t++) without[t] -= terms[t]
    return (index) => {
      const node = without.slice()
      for (const direction of directions) {
        read(direction, index, scattering)
        for (let t = 0; t < terms.length; t++) node[t] += direction.share * terms[t]
      }
      return node
    }
  }
  const stepOf = (size: number): number => Math.max(-STRONGEST, Math.min(STRONGEST, evenly(size) / POTENTIAL_STEP))

  /** The terms, times powers of the coupling. */
  function growInto(out: Float64Array, coupling: number): void {
    const square = coupling * coupling
    for (let b = 0; b < bins; b++) out[b] = terms[3 * b] + square * (terms[3 * b + 1] + square * terms[3 * b + 2])
  }
  const standing = (unit: Boson): Path => {
    const scattering = scatteringOf(unit)
    return ({ coupling }, out) => {
      readStill(scattering)
      growInto(out, coupling)
    }
  }
  function proportional(unit: Boson): Path {
    const { size, directions } = flux.place(unit.couplingsAt(0))
    const nodeAt = rememberedNodes(nodesOf(scatteringOf(unit), directions))
    return ({ coupling, mass }, out) => {
      interpolate(nodeAt, stepOf(size * (coupling / mass) ** 2), terms)
      growInto(out, coupling)
    }
  }
  const standingAlong = (ray: Ray): Path => {
    const polynomials = polynomialsOf(still, scatteringAlong(ray))
    return ({ coupling }, out) => {
      for (let b = 0; b < bins; b++) out[b] = polynomialAt(polynomials, b, coupling)
    }
  }
  const weights = new Float64Array(NODES)
  const moving = still.map(({ length }) => new Float64Array(length))
  const nodes: Fluxes[] = []
  /** With a potential between common directions: fluxes are interpolated, for what follows from them there would be asked once. */
  function fluxesBetween({ size, directions }: FluxPlace): Fluxes {
    const x = stepOf(size)
    const first = firstNode(x)
    lagrange(x - first, weights)
    const without = fluxesAt(flux.withoutBoson())
    const rest = directions.reduce((all, { share }) => all - share, 1)
    for (const [c, sums] of moving.entries()) for (let m = 0; m < sums.length; m++) sums[m] = rest * without[c][m]
    for (const { share, at } of directions) {
      // On a node there is it alone.
      for (let n = 0; n < NODES; n++) nodes[n] = weights[n] === 0 ? nodes[0] : fluxesAt(at(first + n))
      for (let c = 0; c < moving.length; c++) addWeighed(nodes, c, share, weights, moving[c])
    }
    return moving
  }
  /** Where couplings are lines in g: with every potential counts are polynomials in it. */
  function along(ray: Ray): Path {
    const line = scatteringAlong(ray)
    const nodeAt = remembered((probabilities) => polynomialsOf(fluxesAt(probabilities), line))
    const without = polynomialsOf(still, line)
    const sums = new Float64Array(without.length)
    const addNode = (node: Float64Array, weight: number): void => {
      for (let t = 0; t < sums.length; t++) sums[t] += weight * node[t]
    }
    // Directions that the ends of the ray lie between hold for most of it; where the ray turns from one to the other, most couplings have their own.
    const lasting = new Set(ray.range.flatMap((coupling) => flux.placeOfOne(ray.at(coupling)).directions.map(({ key }) => key)))
    return (boson, out) => {
      const place = flux.placeOfOne(boson)
      const { size, directions } = place
      sums.set(without)
      if (size !== 0 && !directions.every(({ key, isAlone }) => isAlone || lasting.has(key))) {
        addNode(nodeAt(flux.withoutBoson()), -1)
        const isCommon = directions.every((direction) => direction.isCommon)
        addAlong(isCommon ? fluxesBetween(place) : fluxesWith(flux.withBoson(boson)), line, sums)
      } else if (size !== 0) {
        const x = stepOf(size)
        const first = firstNode(x)
        lagrange(x - first, weights)
        for (const { share, at } of directions) {
          addNode(nodeAt(flux.withoutBoson()), -share)
          for (let n = 0; n < NODES; n++) if (weights[n] !== 0) addNode(nodeAt(at(first + n)), share * weights[n])
        }
      }
      for (let b = 0; b < bins; b++) out[b] = polynomialAt(sums, b, boson.coupling)
    }
  }
  // Keyed by the ray object, which carries all that the terms depend on besides what this closure holds.
  const paths = new WeakMap<Ray, Path>()
  function pathOf(ray: Ray): Path {
    let path = paths.get(ray)
    if (path === undefined) {
      const { unit } = ray
      const moves = flux.moves(unit ?? ray.at(ray.range[1]))
      path = unit === undefined ? (moves ? along(ray) : standingAlong(ray)) : moves ? proportional(unit) : standing(unit)
      paths.set(ray, path)
    }
    return path
  }

  readStill(NO_BOSON)
  const standard = new Float64Array(bins * (1 + backgrounds.length))
  for (let b = 0; b < bins; b++) standard[b] = terms[3 * b]
  for (const [i, background] of backgrounds.entries()) standard.set(background, (i + 1) * bins)
  const recoils = new Set(channels.map(({ recoil }) => recoil))

  /** As long as the boson does not act in the Sun. */
  function growthOf(unit: Boson): CountsGrowth {
    readStill(scatteringOf(unit))
    const linear = new Float64Array(standard.length)
    const quadratic = new Float64Array(standard.length)
    for (let b = 0; b < bins; b++) {
      linear[b] = terms[3 * b + 1]
      quadratic[b] = terms[3 * b + 2]
    }
    return { linear, quadratic }
  }

  /** The same where couplings are lines in g. */
  function polynomialsAlong(ray: Ray): CountsPolynomials {
    const coefficients = new Float64Array(POWERS * standard.length)
    for (let i = 0; i < standard.length; i++) coefficients[POWERS * i] = standard[i]
    coefficients.set(polynomialsOf(still, scatteringAlong(ray)))
    return { coefficients }
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
    rough: (ray) => (ray.unit === undefined ? polynomialsAlong(ray) : growthOf(ray.unit)),
    counts(boson, out) {
      out.set(standard)
      pathOf(boson.ray)(boson, out)
    },
  }
}

/** What follows from probabilities, once for each object of them. */
function remembered<T>(compute: (probabilities: Float64Array) => T): (probabilities: Float64Array) => T {
  const known = new WeakMap<Float64Array, { readonly value: T }>()
  return (probabilities) => {
    let kept = known.get(probabilities)
    if (kept === undefined) known.set(probabilities, (kept = { value: compute(probabilities) }))
    return kept.value
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
