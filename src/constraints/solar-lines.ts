import type { Assumptions } from '../assumptions.ts'
import { type Boson, type Couplings, neutronCoupling, protonCoupling, type Ray } from '../couplings/boson.ts'
import type { Triple } from '../models/model.ts'
import type { SolarSource } from '../neutrinos/solar/fluxes.ts'
import { bosonPotential, type MatterPotential } from '../neutrinos/solar/oscillation.ts'
import type { SpectralLine } from '../neutrinos/solar/spectra.ts'
import type { Sun } from '../neutrinos/solar/sun.ts'
import { chebyshevOnDemand } from '../numerics/index.ts'
import {
  electronScattering,
  type Flavour,
  lineCrossSectionTerms,
  lineIntegrals,
  scatteringOptions,
} from '../processes/neutrino-electron.ts'
import type { Silent } from './constraint.ts'
import type { RateModel } from './counting.ts'

const FLAVOURS: readonly Flavour[] = [0, 1, 2]
/** A sum of couplings below this fraction of its terms has cancelled to rounding: neutral matter and pure mixing. */
const ROUNDING = 1e-12
/** Stretches of ln(g²/m²) and nodes on each that follow the probabilities to 1e-10. */
const CURVE_WIDTH = 0.5
const CURVE_NODES = 16

/** A potential so many times as strong. */
export function scaledPotential({ perElectron, perNeutron }: MatterPotential, factor: number): MatterPotential {
  const times = ([e, mu, tau]: Triple<number>): Triple<number> => [factor * e, factor * mu, factor * tau]
  return { perElectron: times(perElectron), perNeutron: times(perNeutron) }
}

/**
 * Whether the boson moves solar flavours at all: neutral matter has no charge under a boson that couples to it through mixing alone, and a
 * potential that all flavours share is no potential.
 */
export function actsInMatter(boson: Boson): boolean {
  const couplings = boson.couplingsAt(0)
  const { e, u, d, nu_e, nu_mu, nu_tau } = couplings
  const size = Math.abs(e.vector) + Math.abs(u.vector) + Math.abs(d.vector)
  const isNeutral =
    Math.abs(e.vector + protonCoupling(couplings)) <= ROUNDING * size && Math.abs(neutronCoupling(couplings)) <= ROUNDING * size
  const isUniversal = nu_e.vector === nu_mu.vector && nu_mu.vector === nu_tau.vector
  return !isNeutral && !isUniversal
}

/** Σ f σ P of a source's lines in the Standard Model: their rate, up to flux and number of electrons [GeV⁻²]. */
export function standardLineRate(sun: Sun, source: SolarSource, lines: readonly SpectralLine[], assumptions: Assumptions): number {
  const options = scatteringOptions(assumptions)
  const none = { neutrinos: [0, 0, 0], left: 0, right: 0 } as const
  return lines.reduce((sum, { energy_MeV, fraction }) => {
    const integrals = lineIntegrals(1e-3 * energy_MeV, 1)
    const probabilities = sun.probabilities(source, energy_MeV)
    return (
      sum + fraction * FLAVOURS.reduce<number>((s, a) => s + probabilities[a] * lineCrossSectionTerms(a, integrals, none, options)[0], 0)
    )
  }, 0)
}

/**
 * Elastic ν–e scattering of a solar source's lines, all recoils, over the Standard Model's: a {@link RateModel}.
 *
 * $r = \sum_\ell f_\ell \sum_\alpha P_\alpha(E_\ell)\,\sigma_\alpha(E_\ell) \big/ (\ldots)_{\rm SM}$, tree level, with the boson's own potential in the Sun
 * where `matterPotential` is `model`. The mixing is taken at q² → 0: exact to 3e-6 for recoils below an MeV.
 */
export function solarLineRate(sun: Sun, source: SolarSource, lines: readonly SpectralLine[], assumptions: Assumptions): RateModel {
  const options = scatteringOptions(assumptions)
  const standard = lines.map(({ energy_MeV }) => sun.probabilities(source, energy_MeV))
  const total = standardLineRate(sun, source, lines, assumptions)

  const integrate = (mass: number): readonly Float64Array[] => lines.map(({ energy_MeV }) => lineIntegrals(1e-3 * energy_MeV, mass))
  // Keyed by the ray object: the integrals depend on its mass alone.
  const memo = new WeakMap<Ray, readonly Float64Array[]>()
  function integralsOf(ray: Ray): readonly Float64Array[] {
    let known = memo.get(ray)
    if (known === undefined) memo.set(ray, (known = integrate(ray.mass)))
    return known
  }

  /** Standard Model, interference and boson-alone parts of the rate, over the Standard Model's without potential. */
  function terms(boson: Boson, probabilities: readonly Triple<number>[], integrals: readonly Float64Array[]): Triple<number> {
    const scattering = electronScattering(boson.couplingsAt(0))
    const sum: [number, number, number] = [0, 0, 0]
    for (let i = 0; i < lines.length; i++) {
      for (const a of FLAVOURS) {
        const parts = lineCrossSectionTerms(a, integrals[i], scattering, options)
        const weight = (lines[i].fraction * probabilities[i][a]) / total
        for (let t = 0; t < 3; t++) sum[t] += weight * parts[t]
      }
    }
    return sum
  }

  // Keyed by the couplings at g = 1, which all rays of a model without tree-level mixing share: there the potential is g²/m² times a constant.
  const curves = new WeakMap<Couplings, (logStrength: number, out: Float64Array) => void>()
  function probabilitiesOf({ coupling, mass, model, ray }: Boson, potential: MatterPotential): readonly Triple<number>[] {
    const isShared = ray.unit !== undefined && model.treeMixing.epsilonOverG === 0
    if (!isShared) return lines.map(({ energy_MeV }) => sun.probabilities(source, energy_MeV, potential))
    const unit = ray.unit.couplingsAt(0)
    let curve = curves.get(unit)
    if (curve === undefined) {
      const atStrengthOne = bosonPotential(unit, 1)
      const into = (logStrength: number, out: Float64Array): void => {
        const scaled = scaledPotential(atStrengthOne, Math.exp(logStrength))
        for (const [i, { energy_MeV }] of lines.entries()) sun.probabilitiesInto(source, energy_MeV, scaled, out.subarray(3 * i, 3 * i + 3))
      }
      curves.set(unit, (curve = chebyshevOnDemand(into, 3 * lines.length, CURVE_WIDTH, CURVE_NODES)))
    }
    const out = new Float64Array(3 * lines.length)
    curve(2 * Math.log(coupling / mass), out)
    return lines.map((_, i) => [out[3 * i], out[3 * i + 1], out[3 * i + 2]])
  }

  const movesInMatter = (ray: Ray): boolean =>
    assumptions.matterPotential === 'model' && assumptions.survival === 'msw' && (ray.unit === undefined || actsInMatter(ray.unit))

  return {
    silence({ unit, at }: Ray): Silent | undefined {
      const { neutrinos, left, right } = electronScattering((unit ?? at(1)).couplingsAt(0))
      if (left === 0 && right === 0) return { silent: 'no coupling to electrons' }
      return neutrinos.every((coupling) => coupling === 0) ? { silent: 'no coupling to neutrinos' } : undefined
    },
    growth(ray) {
      if (ray.unit === undefined || movesInMatter(ray)) return undefined
      const [, linear, quadratic] = terms(ray.unit, standard, integrate(ray.mass))
      return { linear, quadratic }
    },
    ratio(boson) {
      if (!movesInMatter(boson.ray)) return terms(boson, standard, integralsOf(boson.ray)).reduce((sum, term) => sum + term, 0)
      const potential = bosonPotential(boson.couplingsAt(0), boson.mass)
      return terms(boson, probabilitiesOf(boson, potential), integralsOf(boson.ray)).reduce((sum, term) => sum + term, 0)
    },
  }
}
