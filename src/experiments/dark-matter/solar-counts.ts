import type { Assumptions } from '../../assumptions.ts'
import type { CountsModel } from '../../constraints/counts.ts'
import type { Boson, Couplings, Ray } from '../../couplings/boson.ts'
import { buildResponse, electronTarget, type Material, nuclearTarget, type ResponseOptions } from '../../detectors/index.ts'
import type { SolarMoments } from '../../neutrinos/index.ts'
import { bosonPotential } from '../../neutrinos/solar/oscillation.ts'
import {
  type ElectronScattering,
  electronRecoilRates,
  electronScattering,
  type NuclearScattering,
  nuclearRecoilRates,
  nuclearScattering,
  recoilCounts,
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

/** Each potential that is not on the grid takes some 20 ms: those below 3e-4 of what the W gives, which move counts by less than 1e-4, are let go. */
const LEAST_POTENTIAL = 1e-8

/** Whether the potential of a boson [GeV⁻²] is worth it. */
function isFelt(boson: Boson): boolean {
  const { perElectron, perNeutron } = bosonPotential(boson.couplingsAt(0), boson.mass)
  return [...perElectron, ...perNeutron].some((value) => Math.abs(value) > LEAST_POTENTIAL)
}

/** Adds Standard Model, interference and boson alone of bin b at `3 * b`, `3 * b + 1`, `3 * b + 2`. */
type AddTerms = (boson: Scattering, out: Float64Array) => void

/** Nodes of the polynomial in the logarithm of the potential's strength. */
const NODES = 8
/** $g^2/m^2$ [GeV⁻²] below which the potential is nothing, and above which all is as at it: some 1e-4 and 1e3 of what the W gives. */
const STRENGTHS = [1e-9, 0.01] as const

/**
 * Counts of solar neutrinos in the bins of a detector, its channels added up, then those of backgrounds: a {@link CountsModel}. Set up once, then some
 * microseconds per mass.
 *
 * Where the boson acts in the Sun, counts for its potential at steps of $\ln(g^2/m^2)$ are interpolated: within 2e-5 as long as it does not outdo the
 * Sun's own by far, and within 0.5 % beyond, where counts have grown manyfold.
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
  const responses = channels.map(({ recoil, material, response }) =>
    buildResponse({ ...response, breaks_keV: recoil === 'electron' ? electronTarget(material).breaks_keV : [] }),
  )
  const bins = responses[0].bins
  const options = scatteringOptions(assumptions)

  function termsOf({ total }: SolarMoments): AddTerms {
    const adders = channels.map(({ recoil, material }, c): AddTerms => {
      const response = responses[c]
      if (recoil === 'electron') {
        const counts = recoilCounts(response, electronRecoilRates(electronTarget(material), total, response.recoils_keV, options))
        return ({ electron, mass_GeV }, out) => counts.add(electron, mass_GeV, out)
      }
      const counts = recoilCounts(response, nuclearRecoilRates(nuclearTarget(material), total, response.recoils_keV, options))
      return ({ nuclear, mass_GeV }, out) => counts.add(nuclear, mass_GeV, out)
    })
    return (boson, out) => {
      for (const add of adders) add(boson, out)
    }
  }

  const add = termsOf(flux.moments)
  const terms = new Float64Array(3 * bins)
  const read = (addTerms: AddTerms, boson: Scattering): void => {
    terms.fill(0)
    addTerms(boson, terms)
  }
  // Keyed by the moments, of which there is one for every potential.
  const byMoments = new WeakMap<SolarMoments, AddTerms>()
  function termsAt(unit: Couplings, index: number): AddTerms {
    const moments = flux.momentsAt(unit, index)
    let known = byMoments.get(moments)
    if (known === undefined) byMoments.set(moments, (known = termsOf(moments)))
    return known
  }
  // Keyed by the ray object: besides the potential, counts at g = 1 depend on its couplings and mass alone.
  const byRay = new WeakMap<Ray, Map<number, Float64Array>>()
  function nodeOf(ray: Ray, unit: Boson, index: number): Float64Array {
    let nodes = byRay.get(ray)
    if (nodes === undefined) byRay.set(ray, (nodes = new Map()))
    let known = nodes.get(index)
    if (known === undefined) {
      read(termsAt(unit.couplingsAt(0), index), scatteringOf(unit))
      nodes.set(index, (known = terms.slice()))
    }
    return known
  }
  /** Lagrange's polynomial through the counts for the nearest potentials. */
  function inMatter(ray: Ray, unit: Boson, strength: number): void {
    const x = Math.log(Math.min(strength, STRENGTHS[1])) / POTENTIAL_STEP
    const first = Math.floor(x) - NODES / 2 + 1
    const nodes = Array.from({ length: NODES }, (_, n) => nodeOf(ray, unit, first + n))
    terms.fill(0)
    for (let n = 0; n < NODES; n++) {
      let weight = 1
      for (let k = 0; k < NODES; k++) if (k !== n) weight *= (x - first - k) / (n - k)
      for (let t = 0; t < terms.length; t++) terms[t] += weight * nodes[n][t]
    }
  }

  read(add, NO_BOSON)
  const standard = new Float64Array(bins * (1 + backgrounds.length))
  for (let b = 0; b < bins; b++) standard[b] = terms[3 * b]
  for (const [i, background] of backgrounds.entries()) standard.set(background, (i + 1) * bins)
  const recoils = new Set(channels.map(({ recoil }) => recoil))

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
    growth(ray) {
      const { unit } = ray
      if (unit === undefined || flux.moves(unit)) return undefined
      read(add, scatteringOf(unit))
      const linear = new Float64Array(standard.length)
      const quadratic = new Float64Array(standard.length)
      for (let b = 0; b < bins; b++) {
        linear[b] = terms[3 * b + 1]
        quadratic[b] = terms[3 * b + 2]
      }
      return { linear, quadratic }
    },
    counts(boson, out) {
      const { ray, coupling, mass } = boson
      const { unit } = ray
      const strength = (coupling / mass) ** 2
      if (unit === undefined) read(flux.moves(boson) && isFelt(boson) ? termsOf(flux.momentsOf(boson)) : add, scatteringOf(boson))
      else if (flux.moves(unit) && strength > STRENGTHS[0]) inMatter(ray, unit, strength)
      else read(add, scatteringOf(unit))
      const square = unit === undefined ? 1 : coupling * coupling
      out.set(standard)
      for (let b = 0; b < bins; b++) out[b] = terms[3 * b] + square * (terms[3 * b + 1] + square * terms[3 * b + 2])
    },
  }
}
