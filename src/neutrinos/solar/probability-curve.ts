import type { SolarSource } from './fluxes.ts'
import type { MatterPotential } from './oscillation.ts'
import type { Sun } from './sun.ts'

/** Scale of $x = \ln(1 + E/E_1)$ [MeV], about where oscillations in the Sun turn from vacuum to matter. */
const SCALE_MeV = 2
/** Where the Chebyshev coefficients have to have fallen to. */
const TOLERANCE = 1e-12
const FEWEST = 16
const MOST = 512

/**
 * The flavour probabilities of a source as a function of energy, from 0 to `maximum_MeV`, in Chebyshev polynomials of
 * $\ln(1 + E/2\,\mathrm{MeV})$: as many as bring it within 1e-11 of `sun.probabilitiesInto`, which is analytic but sums over the
 * production zone at every call.
 */
export function probabilityCurve(
  sun: Sun,
  source: SolarSource,
  potential: MatterPotential,
  maximum_MeV: number,
): (energy_MeV: number, out: Float64Array) => void {
  const end = Math.log1p(maximum_MeV / SCALE_MeV)
  let terms = FEWEST
  let series = coefficients(sun, source, potential, end, terms)
  while (terms < MOST && !converged(series, terms)) {
    terms *= 2
    series = coefficients(sun, source, potential, end, terms)
  }
  let used = terms
  while (used > 1 && small(series, used - 1)) used--
  return (energy_MeV, out) => {
    const y = (4 * Math.log1p(energy_MeV / SCALE_MeV)) / end - 2
    for (let a = 0; a < 3; a++) {
      let next = 0
      let afterNext = 0
      for (let n = used - 1; n > 0; n--) {
        const current = y * next - afterNext + series[3 * n + a]
        afterNext = next
        next = current
      }
      out[a] = 0.5 * y * next - afterNext + series[a]
    }
  }
}

/** Coefficient n of flavour a at 3 n + a, from the values at the Chebyshev points of the first kind. */
function coefficients(sun: Sun, source: SolarSource, potential: MatterPotential, end: number, terms: number): Float64Array {
  const series = new Float64Array(3 * terms)
  const p = new Float64Array(3)
  for (let j = 0; j < terms; j++) {
    const angle = (Math.PI * (j + 0.5)) / terms
    sun.probabilitiesInto(source, SCALE_MeV * Math.expm1(0.5 * end * (1 + Math.cos(angle))), potential, p)
    for (let n = 0; n < terms; n++) {
      const share = ((n === 0 ? 1 : 2) / terms) * Math.cos(n * angle)
      for (let a = 0; a < 3; a++) series[3 * n + a] += share * p[a]
    }
  }
  return series
}

const small = (series: Float64Array, n: number): boolean =>
  Math.max(Math.abs(series[3 * n]), Math.abs(series[3 * n + 1]), Math.abs(series[3 * n + 2])) < TOLERANCE

function converged(series: Float64Array, terms: number): boolean {
  for (let n = terms - 4; n < terms; n++) if (!small(series, n)) return false
  return true
}
