import type { Assumptions } from '../assumptions.ts'
import { type Boson, type Couplings, neutronCoupling, protonCoupling, type Ray } from '../couplings/boson.ts'
import type { Triple } from '../models/model.ts'
import type { SolarSource } from '../neutrinos/solar/fluxes.ts'
import { bosonPotential } from '../neutrinos/solar/oscillation.ts'
import { evenly, type PotentialPlace, perDirection, placeOf, scaledPotential, sizeAt } from '../neutrinos/solar/potential-place.ts'
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
/** Stretches along which potentials lie `evenly`, and nodes on each that follow the probabilities to 1e-10; and directions of potentials kept. */
const CURVE_WIDTH = 0.5
const CURVE_NODES = 16
const MOST_DIRECTIONS = 16

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

  const along = perDirection(MOST_DIRECTIONS, (unit) =>
    chebyshevOnDemand(
      (x, out) => {
        const potential = scaledPotential(unit, sizeAt(x))
        for (const [i, { energy_MeV }] of lines.entries())
          sun.probabilitiesInto(source, energy_MeV, potential, out.subarray(3 * i, 3 * i + 3))
      },
      3 * lines.length,
      CURVE_WIDTH,
      CURVE_NODES,
    ),
  )
  // Keyed by the couplings at g = 1, which rays of a model without tree-level mixing share.
  const places = new WeakMap<Couplings, PotentialPlace>()
  const placeAtStrengthOne = (couplings: Couplings): PotentialPlace => {
    let place = places.get(couplings)
    if (place === undefined) places.set(couplings, (place = placeOf(bosonPotential(couplings, 1), sun.centralNeutronsPerProton)))
    return place
  }
  const one = new Float64Array(3 * lines.length)
  function probabilitiesOf(boson: Boson): readonly Triple<number>[] {
    const { coupling, mass, ray } = boson
    const strength = ray.unit === undefined ? mass ** -2 : (coupling / mass) ** 2
    const { size, directions } = placeAtStrengthOne((ray.unit ?? boson).couplingsAt(0))
    const sum = new Float64Array(3 * lines.length)
    for (const direction of directions) {
      along(direction)(evenly(strength * size), one)
      for (let i = 0; i < one.length; i++) sum[i] += direction.share * one[i]
    }
    return lines.map((_, i) => [sum[3 * i], sum[3 * i + 1], sum[3 * i + 2]])
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
      return terms(boson, probabilitiesOf(boson), integralsOf(boson.ray)).reduce((sum, term) => sum + term, 0)
    },
  }
}
