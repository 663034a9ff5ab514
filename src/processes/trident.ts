import { ALPHA, G_FERMI, HBARC_GEV_M, HIGGS_VEV, M_MUON, SIN2_WEINBERG } from '../constants.ts'
import type { TridentBeam } from '../data/trident-beams.ts'
import { InputError } from '../errors.ts'
import { gaussLegendre } from '../numerics/index.ts'

/** What a boson of one mass changes: $1 + A x + B x^2$ for the product x of couplings. */
export interface TridentResponse {
  readonly interference: number
  readonly square: number
}

/** The response to $c_{\nu_\mu} c_{V\mu}$ and to $c_{\nu_\mu} c_{A\mu}$, which do not interfere with each other. */
export interface TridentCoefficients {
  readonly vector: TridentResponse
  readonly axial: TridentResponse
}

/** Couplings of muons to $\nu_\mu$ in the Standard Model: W and Z together. */
const C_V = 0.5 + 2 * SIN2_WEINBERG
const C_A = 0.5
const THRESHOLD = 4 * M_MUON ** 2
/** Photons beyond this momentum [GeV] see nothing of a nucleus. */
const HARDEST_PHOTON = 1.5
const SKIN_FM = 0.523
const HBARC_GEV_FM = HBARC_GEV_M * 1e15

/**
 * Form factor of a nuclear charge spread as a symmetrised Fermi distribution of radius $c = 1.126\,A^{1/3}$ fm and skin $a = 0.523$ fm, 1 at zero and
 * not squared:
 * $$F(q) = \frac{3\pi a}{c^2 + \pi^2a^2}\,\frac{\pi a\coth(\pi q a)\sin(qc) - c\cos(qc)}{qc\,\sinh(\pi q a)} .$$
 *
 * @param momentum_GeV of the photon
 * @example
 * symmetrisedFermi(56, 0.05) // 0.85
 */
export function symmetrisedFermi(nucleons: number, momentum_GeV: number): number {
  const c = 1.126 * Math.cbrt(nucleons)
  const q = momentum_GeV / HBARC_GEV_FM
  const skin = Math.PI * SKIN_FM
  const y = q * skin
  if (y < 1e-3) return 1 - (q * q * (3 * c * c + 7 * skin * skin)) / 30
  return (
    ((3 * skin) / (c * c + skin * skin)) * ((skin * Math.sin(q * c)) / Math.tanh(y) - c * Math.cos(q * c)) * (1 / (q * c * Math.sinh(y)))
  )
}

/**
 * What $\gamma V^* \to \mu^+\mu^-$ gives for transverse (T) and longitudinal (L) polarisation of a current of virtuality Q², summed over muons,
 * for vector and axial currents: written into `out` as VT, VL, AT, AL. Exact in the muon mass, with $D = W^2 + Q^2$, $x = Q^2/D$.
 */
function pairProduction(x: number, d: number, out: Float64Array): void {
  const r = M_MUON ** 2 / d
  const rest = 1 - x
  const beta = Math.sqrt(Math.max(0, 1 - (4 * r) / rest))
  const log = 2 * Math.atanh(beta)
  const split = x * x + rest * rest
  const bend = 4 * x * rest
  const mass = 4 * r * rest
  out[0] = (split + mass - 8 * r * r) * log - (1 - bend + mass) * beta
  out[1] = bend * beta - 8 * x * r * log
  out[2] = (split - mass + 8 * r * r) * log - (1 - bend - mass) * beta
  out[3] = (bend - 2 * mass) * beta + 4 * r * (1 / x + 2 - 4 * r - 4 * x) * log
}

const POINTS = 40

/**
 * $\int_0^{1-4m_\mu^2/D} dx\,x\,(m^2+xD)^{-k}\,(T, L)$ for vector (first pair) and axial currents, k = 0, 1, 2: twelve numbers, k slowest.
 * Without a mass, k = 0 alone.
 */
function overVirtuality(d: number, mass: number | undefined): Float64Array {
  const end = 1 - THRESHOLD / d
  const sums = new Float64Array(12)
  const pair = new Float64Array(4)
  const { nodes, weights } = gaussLegendre(POINTS)
  // x = end (1 − u²) takes out the square root of the threshold; u from 1 down in the logarithm of its distance to 1, where light bosons peak
  const near = mass === undefined ? 1 : Math.min(1, mass ** 2 / (2 * end * d))
  const length = Math.log1p(1 / near)
  for (let i = 0; i < POINTS; i++) {
    const v = (1 + nodes[i]) / 2
    const w = near * Math.expm1(v * length)
    const x = end * w * (2 - w)
    const jacobian = (weights[i] / 2) * length * (near + w) * 2 * end * (1 - w)
    pairProduction(x, d, pair)
    const propagator = mass === undefined ? 0 : 1 / (mass ** 2 + x * d)
    let factor = jacobian * x
    for (let k = 0; k < (mass === undefined ? 1 : 3); k++, factor *= propagator) {
      for (let j = 0; j < 4; j++) sums[4 * k + j] += factor * pair[j]
    }
  }
  return sums
}

/** In units of $G_F^2\alpha/4\pi^2$: the Standard Model's cross section from the four integrals without propagator. */
const standard = (sums: Float64Array): number => C_V * C_V * (sums[0] + sums[1]) + C_A * C_A * (sums[2] + sums[3])

/** Adds what one $D$ of weight `w` gives, transverse and longitudinal parts weighted as the neutrino has them. */
function accumulate(total: Float64Array, sums: Float64Array, w: number, transverse: number, longitudinal: number): void {
  for (let j = 0; j < 12; j++) total[j] += w * sums[j] * (j % 2 === 0 ? transverse : longitudinal)
}

/** $\int_{4m_\mu^2}^{s} dD\,f(D)$ for what starts as a half-integer power and then spans decades: $\ln D$ quadratic in the variable. */
function overThreshold(end: number, visit: (d: number, weight: number) => void): void {
  const { nodes, weights } = gaussLegendre(POINTS)
  const length = Math.log(end / THRESHOLD)
  for (let i = 0; i < POINTS; i++) {
    const z = (1 + nodes[i]) / 2
    const d = THRESHOLD * Math.exp(length * z * z)
    visit(d, weights[i] * length * z * d)
  }
}

/**
 * Cross section [GeV⁻²] of $\nu_\mu\gamma \to \nu_\mu\mu^+\mu^-$ with real photons in the Standard Model, exact in the muon mass:
 * $$\sigma(s) = \frac{G_F^2\alpha}{4\pi^2}\int dD\,dx\,x\,\big\lbrace [1+(1-y)^2]\,H_T + 2(1-y)\,H_L\big\rbrace,\quad
 * H = C_V^2 H^V + C_A^2 H^A,\ y = D/s,$$
 * with $D = W^2 + Q^2$ and $x = Q^2/D$ from the pair's mass W and the virtuality Q² between neutrinos, and H the closed forms of
 * $\gamma V^*\to\mu^+\mu^-$. Vector and axial currents do not interfere: their pairs differ in charge parity. Neutrinos and antineutrinos alike.
 * At high energy $\frac12(C_V^2+C_A^2)\,\frac{2G_F^2\alpha s}{9\pi^2}(\ln\frac{s}{m_\mu^2}-\frac83)$, where altmannshofer-2014 has $\frac{19}{6}$ for
 * $\frac83$: by that much its formula is too low, 10 % at 30 GeV².
 *
 * @param s squared energy [GeV²] of neutrino and photon; zero below $4m_\mu^2$
 * @example
 * photonNeutrinoCrossSection(5) // 2.20e-13
 */
export function photonNeutrinoCrossSection(s: number): number {
  if (s <= THRESHOLD) return 0
  const total = new Float64Array(12)
  overThreshold(s, (d, weight) => {
    const rest = 1 - d / s
    accumulate(total, overVirtuality(d, undefined), weight, 1 + rest * rest, 2 * rest)
  })
  return ((G_FERMI ** 2 * ALPHA) / (4 * Math.PI ** 2)) * standard(total)
}

/** The photons a nucleus brings to pairs of one $D$: neutrino's factors folded with $F^2\,dq^2/q^2\,ds/s$, transverse and longitudinal. */
function photons({ nucleons, spectrum }: TridentBeam, d: number): readonly [number, number] {
  const { nodes, weights } = gaussLegendre(POINTS)
  let transverse = 0
  let longitudinal = 0
  let neutrinos = 0
  for (const [energy, number] of spectrum) {
    neutrinos += number
    const softest = d / (2 * energy)
    const length = Math.log(HARDEST_PHOTON / softest)
    if (!(length > 0)) continue
    for (let i = 0; i < POINTS; i++) {
      const ratio = Math.exp((-length * (1 + nodes[i])) / 2)
      const weight = number * weights[i] * length * symmetrisedFermi(nucleons, softest / ratio) ** 2
      const l = -2 * Math.log(ratio) - 2 * (1 - ratio)
      transverse += weight * (l + (1 - ratio * ratio) / 2)
      longitudinal += weight * l
    }
  }
  return [transverse / neutrinos, longitudinal / neutrinos]
}

function integrals(beam: TridentBeam, mass: number | undefined): Float64Array {
  const highest = 2 * HARDEST_PHOTON * Math.max(...beam.spectrum.map(([energy]) => energy))
  if (!(highest > THRESHOLD)) throw new InputError('no neutrino has the energy for a pair of muons; allowed: above 15 MeV', 'spectrum')
  const total = new Float64Array(12)
  overThreshold(highest, (d, weight) => {
    const [transverse, longitudinal] = photons(beam, d)
    accumulate(total, overVirtuality(d, mass), weight, transverse, longitudinal)
  })
  return total
}

/**
 * Cross section [GeV⁻²] per nucleus of $\nu_\mu N\to\nu_\mu N\mu^+\mu^-$ in the Standard Model, averaged over the spectrum: nuclei act as a whole, and as
 * a flux of real photons (altmannshofer-2014),
 * $$\sigma = \frac{Z^2\alpha}{\pi}\int\frac{ds}{s}\,\sigma_{\gamma\nu}(s)\int_{(s/2E)^2}\frac{dq^2}{q^2}F^2(q^2) .$$
 * Nucleons that recoil by themselves are left out: more pairs by a third at a few GeV, by less above.
 *
 * @throws InputError (field `spectrum`) where no neutrino has the energy
 * @example
 * tridentCrossSection({ protons: 26, nucleons: 56, spectrum: [[160, 1]] }) // per iron nucleus, at 160 GeV
 */
export function tridentCrossSection(beam: TridentBeam): number {
  const scale = ((beam.protons ** 2 * ALPHA) / Math.PI) * ((G_FERMI ** 2 * ALPHA) / (4 * Math.PI ** 2))
  return scale * standard(integrals(beam, undefined))
}

/**
 * How a boson changes $\nu_\mu N\to\nu_\mu N\mu^+\mu^-$. Exchanged between neutrino and muon at virtuality Q² it shifts
 * $C_V \to C_V + v^2 c_\nu c_V/(m^2+Q^2)$ and $C_A \to C_A - v^2 c_\nu c_A/(m^2+Q^2)$, so that
 * $$\frac{\sigma}{\sigma_{SM}} = 1 + A_V\,c_\nu c_V + B_V (c_\nu c_V)^2 + A_A\,c_\nu c_A + B_A (c_\nu c_A)^2 ,$$
 * $A_V$ above and $A_A$ below zero. Terms of the boson's longitudinal part vanish with the neutrino mass. Integrals as those of
 * {@link tridentCrossSection}, good to 1e-5 for masses from 1 keV and energies to 1 PeV. Experiments read the tables
 * that `node scripts/tables/trident.mjs` makes of them, `src/data/trident-coefficients.ts`.
 *
 * @param mass of the boson [GeV]
 * @throws InputError (fields `mass`, `spectrum`) for a mass that is not above zero, and where no neutrino has the energy
 * @example
 * tridentCoefficients({ protons: 26, nucleons: 56, spectrum: [[160, 1]] }, 0.1).vector.interference // 1.65e5
 */
export function tridentCoefficients(beam: TridentBeam, mass: number): TridentCoefficients {
  if (!(mass > 0)) throw new InputError(`${mass} GeV is not allowed; allowed: above zero`, 'mass')
  const total = integrals(beam, mass)
  const whole = standard(total)
  const v2 = HIGGS_VEV ** 2
  const part = (k: number, current: number): number => (v2 ** k * (total[4 * k + current] + total[4 * k + current + 1])) / whole
  return {
    vector: { interference: 2 * C_V * part(1, 0), square: part(2, 0) },
    axial: { interference: -2 * C_A * part(1, 2), square: part(2, 2) },
  }
}
