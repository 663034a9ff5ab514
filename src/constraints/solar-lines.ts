import type { Assumptions } from '../assumptions.ts'
import { type Boson, neutronCoupling, protonCoupling, type Ray } from '../couplings/boson.ts'
import type { SolarSource } from '../neutrinos/solar/fluxes.ts'
import { bosonPotential } from '../neutrinos/solar/oscillation.ts'
import { evenly, perDirection, placeOf, placeOfOne, scaledPotential, sizeAt } from '../neutrinos/solar/potential-place.ts'
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
const MOST_DIRECTIONS = 64

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
  const standard = Float64Array.from(lines.flatMap(({ energy_MeV }) => sun.probabilities(source, energy_MeV)))
  const total = standardLineRate(sun, source, lines, assumptions)

  const integrate = (mass: number): readonly Float64Array[] => lines.map(({ energy_MeV }) => lineIntegrals(1e-3 * energy_MeV, mass))
  /** Standard Model, interference and boson alone of every line and flavour, over the Standard Model's rate without potential. */
  function termsOf(boson: Boson, integrals: readonly Float64Array[]): Float64Array {
    const scattering = electronScattering(boson.couplingsAt(0))
    return Float64Array.from(
      lines.flatMap(({ fraction }, i) =>
        FLAVOURS.flatMap((a) => lineCrossSectionTerms(a, integrals[i], scattering, options).map((term) => (fraction / total) * term)),
      ),
    )
  }

  const along = perDirection(MOST_DIRECTIONS, ({ unit }) =>
    chebyshevOnDemand(
      (x, out) => {
        const potential = scaledPotential(unit, sizeAt(x))
        for (const [i, { energy_MeV }] of lines.entries())
          sun.probabilitiesInto(source, energy_MeV, potential, out.subarray(3 * i, 3 * i + 3))
      },
      standard.length,
      CURVE_WIDTH,
      CURVE_NODES,
    ),
  )
  const one = new Float64Array(standard.length)
  const probabilities = new Float64Array(standard.length)
  /** Writes the probabilities with the boson's potential. */
  function moveBy(boson: Boson): void {
    const { size, directions } = placeOfOne(bosonPotential(boson.couplingsAt(0), boson.mass), sun.centralNeutronsPerProton)
    probabilities.set(standard)
    for (const direction of directions) {
      along(direction)(evenly(size), one)
      for (let i = 0; i < one.length; i++) probabilities[i] += direction.share * (one[i] - standard[i])
    }
  }
  /** The same, so many times as strong. */
  function potentialOf(boson: Boson): (factor: number) => void {
    const { size, directions } = placeOf(bosonPotential(boson.couplingsAt(0), boson.mass), sun.centralNeutronsPerProton)
    const curves = directions.map((direction) => ({ share: direction.share, curve: along(direction) }))
    return (factor) => {
      probabilities.fill(0)
      for (const { share, curve } of curves) {
        curve(evenly(factor * size), one)
        for (let i = 0; i < one.length; i++) probabilities[i] += share * one[i]
      }
    }
  }
  /** The rate with the probabilities as written, of couplings whose products are so many times as large. */
  function rate(terms: Float64Array, factor: number): number {
    let sum = 0
    for (let i = 0; i < probabilities.length; i++) {
      sum += probabilities[i] * (terms[3 * i] + factor * (terms[3 * i + 1] + factor * terms[3 * i + 2]))
    }
    return sum
  }

  function silenceOf({ unit, at }: Ray): Silent | undefined {
    const { neutrinos, left, right } = electronScattering((unit ?? at(1)).couplingsAt(0))
    if (left === 0 && right === 0) return { silent: 'no coupling to electrons' }
    return neutrinos.every((coupling) => coupling === 0) ? { silent: 'no coupling to neutrinos' } : undefined
  }
  function ratioAlong(ray: Ray): RateModel['ratio'] {
    const { unit, mass } = ray
    const integrals = integrate(mass)
    const isMoved = movesInMatter(ray)
    if (unit === undefined) {
      return (boson) => {
        if (isMoved) moveBy(boson)
        else probabilities.set(standard)
        return rate(termsOf(boson, integrals), 1)
      }
    }
    const terms = termsOf(unit, integrals)
    const follow = potentialOf(unit)
    return ({ coupling }) => {
      const square = coupling * coupling
      if (isMoved) follow(square)
      else probabilities.set(standard)
      return rate(terms, square)
    }
  }
  const movesInMatter = ({ unit }: Ray): boolean =>
    assumptions.matterPotential === 'model' && assumptions.survival === 'msw' && (unit === undefined || actsInMatter(unit))

  // Keyed by the ray object, which carries all that they depend on besides what this closure holds.
  const known = new WeakMap<Ray, Pick<RateModel, 'ratio'> & { readonly silence: Silent | undefined }>()
  function rayOf(ray: Ray) {
    let found = known.get(ray)
    if (found === undefined) known.set(ray, (found = { silence: silenceOf(ray), ratio: ratioAlong(ray) }))
    return found
  }

  return {
    silence: (ray) => rayOf(ray).silence,
    growth(ray) {
      if (ray.unit === undefined || movesInMatter(ray)) return undefined
      const terms = termsOf(ray.unit, integrate(ray.mass))
      const sum = (t: 1 | 2): number => standard.reduce((all, probability, i) => all + probability * terms[3 * i + t], 0)
      return { linear: sum(1), quadratic: sum(2) }
    },
    ratio: (boson) => rayOf(boson.ray).ratio(boson),
  }
}
