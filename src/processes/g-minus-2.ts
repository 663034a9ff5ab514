import { M_ELECTRON, M_MUON, M_TAU } from '../constants.ts'
import type { Boson } from '../couplings/boson.ts'
import { InputError } from '../errors.ts'
import { gaussLegendre } from '../numerics/index.ts'

export type ChargedLepton = 'e' | 'mu' | 'tau'
const LEPTON_MASS: Readonly<Record<ChargedLepton, number>> = { e: M_ELECTRON, mu: M_MUON, tau: M_TAU }

/** Below the closed form, which cancels for r > 1; above the series, which converges for r > 4; between quadrature. */
const CLOSED_BELOW = 0.25
const SERIES_ABOVE = 8
const TERMS = 60
const POINTS = 24

/** $M_k = \int_0^1 u^k / (u^2 + r(1-u))\,du$ for k = 1, 2, 3 in closed form, r < 4. */
function moments(r: number): readonly [number, number, number] {
  const s = Math.sqrt(r * (4 - r))
  const m0 = (2 / s) * (Math.atan((2 - r) / s) + Math.atan(r / s))
  const m1 = 0.5 * (r * m0 - Math.log(r))
  const m2 = 1 + r * (m1 - m0)
  return [m1, m2, 0.5 + r * (m2 - m1)]
}

function quadrature(integrand: (u: number, denominator: number) => number, r: number): number {
  const { nodes, weights } = gaussLegendre(POINTS)
  let sum = 0
  for (let i = 0; i < POINTS; i++) {
    const u = 0.5 * (1 + nodes[i])
    sum += 0.5 * weights[i] * integrand(u, u * u + r * (1 - u))
  }
  return sum
}

/** One term $(a + b \ln r)\, r^{-1-n}$ of a series. */
type Term = readonly [a: number, b: number]

/**
 * The terms of $\int_0^1 u^k (1-u)^j / (u^2 + r(1-u))\,du$ for j = 0 or 1: residues of its Mellin–Barnes integral
 * $-\frac{1}{2\pi i}\int \Gamma(-z)\,\Gamma(1+z)\,\mathrm{B}(k+1+2z,\, j-z)\, r^{-1-z}\,dz$.
 */
function terms(k: number, j: 0 | 1): Term[] {
  const harmonic = [0]
  for (let n = 1; n <= k + 2 * TERMS; n++) harmonic.push(harmonic[n - 1] + 1 / n)
  const series: Term[] = j === 1 ? [[1 / (k + 1), 0]] : []
  let size = j === 1 ? 1 : -1
  for (let n: number = j; n < TERMS; n++) {
    if (n > j) size *= ((k + 2 * n) * (k + 2 * n - 1)) / ((k + j + n) * (n - j))
    series.push([size * (2 * harmonic[k + 2 * n] - harmonic[k + j + n] - harmonic[n - j]), -size])
  }
  return series
}

const VECTOR_TERMS = terms(2, 1)
const LINEAR_TERMS = terms(1, 1)
const LONGITUDINAL_TERMS = terms(3, 0)
const AXIAL_TERMS = VECTOR_TERMS.map(([a, b], n): Term => {
  const [linearA, linearB] = LINEAR_TERMS[n]
  const [longitudinalA, longitudinalB] = n === 0 ? [0, 0] : LONGITUDINAL_TERMS[n - 1]
  return [a - 4 * linearA - 2 * longitudinalA, b - 4 * linearB - 2 * longitudinalB]
})

function sumSeries(series: readonly Term[], r: number): number {
  const logarithm = Math.log(r)
  let power = 1 / r
  let sum = 0
  for (let n = 0; n < series.length; n++) {
    const term = (series[n][0] + series[n][1] * logarithm) * power
    sum += term
    // Never at n = 0, a term without logarithm: 1/3r says little about the next.
    if (n > 0 && Math.abs(term) < 1e-18 * Math.abs(sum)) break
    power /= r
  }
  return sum
}

/**
 * The loop function of a vector coupling at $r = m^2/m_\ell^2$,
 * $$I(r) = \int_0^1 \frac{u^2(1-u)}{u^2 + r(1-u)}\,du,$$
 * to 1e-15 for every r. $I \to \frac12 - \frac\pi2\sqrt r$ for light and $\frac{1}{3r} + \frac{25/12 - \ln r}{r^2}$ for heavy bosons.
 * coy-2021 eq. (2.13), amaral-2020 eq. (9).
 *
 * @param r above zero
 * @example
 * loopIntegral(1) // 0.1046
 */
export function loopIntegral(r: number): number {
  if (r >= SERIES_ABOVE) return sumSeries(VECTOR_TERMS, r)
  if (r > CLOSED_BELOW) return quadrature((u, denominator) => (u * u * (1 - u)) / denominator, r)
  const [, m2, m3] = moments(r)
  return m2 - m3
}

/**
 * The loop function of an axial coupling,
 * $$I_A(r) = -\int_0^1 \frac{u(1-u)(4-u) + 2u^3/r}{u^2 + r(1-u)}\,du,$$
 * (Leveille, Nucl. Phys. B 137 (1978) 63), to 1e-15. $-5/3r$ for heavy bosons; for light ones $-1/r$, the longitudinal mode,
 * which grows without bound as the mass of the boson falls at fixed coupling.
 *
 * @param r above zero
 * @example
 * axialLoopIntegral(1e6) * 1e6 // −1.6667
 */
export function axialLoopIntegral(r: number): number {
  if (r >= SERIES_ABOVE) return sumSeries(AXIAL_TERMS, r)
  if (r > CLOSED_BELOW) return -quadrature((u, denominator) => (u * (1 - u) * (4 - u) + (2 * u ** 3) / r) / denominator, r)
  const [m1, m2, m3] = moments(r)
  return -(4 * m1 - 5 * m2 + m3 + (2 * m3) / r)
}

/**
 * What a boson adds to $a_\ell = (g-2)_\ell/2$ at one loop,
 * $$\Delta a_\ell = \frac{c_V^2\, I(r) + c_A^2\, I_A(r)}{4\pi^2}, \qquad r = m^2/m_\ell^2.$$
 * Couplings are those at $q^2 \to 0$: exact for tree couplings; for one that a loop induces (the electron's in $L_\mu - L_\tau$), the contact value.
 *
 * @example
 * anomalousMoment(bosonAt(resolveModel('mu-tau'), 0.01, 5.03210295338e-4, assume()), 'mu') // 2.51e-9
 */
export function anomalousMoment(boson: Boson, lepton: ChargedLepton): number {
  const { vector, axial } = boson.couplingsAt(0)[lepton]
  const r = (boson.mass / LEPTON_MASS[lepton]) ** 2
  const axialPart = axial === 0 ? 0 : axial * axial * axialLoopIntegral(r)
  return (vector * vector * loopIntegral(r) + axialPart) / (4 * Math.PI * Math.PI)
}

/**
 * The vector coupling that gives a lepton this $\Delta a_\ell$, $g = 2\pi\sqrt{\Delta a_\ell / I(r)}$.
 *
 * @param mass of the boson [GeV]
 * @throws InputError for a negative Δa, which no vector coupling gives
 * @example
 * couplingForMoment(0.01, 251e-11) // 5.0321e-4
 */
export function couplingForMoment(mass: number, moment: number, lepton: ChargedLepton = 'mu'): number {
  if (!(moment >= 0)) throw new InputError(`${moment} is not a moment a vector coupling gives; allowed: zero or above`, 'moment')
  return 2 * Math.PI * Math.sqrt(moment / loopIntegral((mass / LEPTON_MASS[lepton]) ** 2))
}
