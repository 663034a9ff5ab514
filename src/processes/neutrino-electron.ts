import type { Assumptions } from '../assumptions.ts'
import { G_FERMI, M_ELECTRON } from '../constants.ts'
import type { Couplings, Ray } from '../couplings/boson.ts'
import type { ElectronTarget } from '../detectors/targets.ts'
import type { Triple } from '../models/model.ts'
import type { Flavour } from '../neutrinos/pmns.ts'
import type { SolarSource } from '../neutrinos/solar/fluxes.ts'
import { MOMENTS, type SolarMoments } from '../neutrinos/solar/moments.ts'
import { gaussLegendre } from '../numerics/index.ts'
import { PER_KEV_YEAR, requireMass, requireRecoil, type ScatteringLine } from './recoil-rates.ts'

export type { Flavour } from '../neutrinos/pmns.ts'

/** Couplings of a boson to neutrinos and to the left- and right-handed electron, gauge coupling included. */
export interface ElectronScattering {
  readonly neutrinos: Triple<number>
  readonly left: number
  readonly right: number
}

/** What of a boson's couplings scattering on electrons sees; take them at q² = 0 or at the momentum transfer. */
export function electronScattering(couplings: Couplings): ElectronScattering {
  const { e, nu_e, nu_mu, nu_tau } = couplings
  return { neutrinos: [nu_e.vector, nu_mu.vector, nu_tau.vector], left: e.vector - e.axial, right: e.vector + e.axial }
}

/** The same of all bosons of a ray, as lines in the coupling. */
export function electronScatteringAlong(ray: Ray): ScatteringLine<ElectronScattering> {
  const { slope, offset } = ray.atRest()
  return { slope: electronScattering(slope), offset: electronScattering(offset) }
}

/** Choices that scattering depends on. */
export interface ScatteringOptions {
  /** sin²θ_W. */
  readonly weakMixing: number
  readonly interference: Assumptions['interference']
  /** Antineutrinos have the two chiralities of the electron exchanged. */
  readonly antineutrino?: boolean
}

/** All assumptions that {@link scatteringOptions} looks at. */
export const OF_SCATTERING = ['weakMixing', 'interference'] as const satisfies readonly (keyof Assumptions)[]

/** The scattering options among the assumptions. */
export function scatteringOptions(assumptions: Assumptions): ScatteringOptions {
  return { weakMixing: Number(assumptions.weakMixing), interference: assumptions.interference }
}

/** Standard Model g₁, g₂ and the boson's κ₁, κ₂ [GeV²], of which ε = κ/(2 m_e T + m²). */
export function amplitudes(flavour: Flavour, boson: ElectronScattering, { weakMixing, antineutrino = false }: ScatteringOptions) {
  const left = weakMixing - 0.5 + (flavour === 0 ? 1 : 0)
  const right = weakMixing
  const unit = boson.neutrinos[flavour] / (2 * Math.SQRT2 * G_FERMI)
  const [kappaLeft, kappaRight] = [unit * boson.left, unit * boson.right]
  return antineutrino ? { g1: right, g2: left, k1: kappaRight, k2: kappaLeft } : { g1: left, g2: right, k1: kappaLeft, k2: kappaRight }
}

/** $2 G_F^2 m_e/\pi$ [GeV⁻³]. */
export const PREFACTOR = (2 * G_FERMI ** 2 * M_ELECTRON) / Math.PI

/**
 * Elastic scattering of neutrinos on free electrons at rest, by Z, W and a light boson (amaral-2020 eqs. 26–29, foldenauer-2021):
 * $$\frac{d\sigma}{dT} = \frac{2G_F^2m_e}{\pi}\left[g_1^2 + g_2^2\left(1-\frac TE\right)^2 - g_1g_2\frac{m_eT}{E^2}\right],\quad
 * g_1 = \delta_{\alpha e} + s_W^2 - \tfrac12 + \varepsilon_L,\quad g_2 = s_W^2 + \varepsilon_R,\quad
 * \varepsilon_X = \frac{c_\nu\,c_{eX}}{2\sqrt2\,G_F\,(2m_eT + m^2)} .$$
 * Antineutrinos exchange g₁ and g₂. Tree level; without interference the terms linear in ε are dropped.
 *
 * @returns [Standard Model, interference, boson alone] [GeV⁻³], which go as 1, s, s² when the product of couplings is scaled by s;
 * zeros beyond the greatest recoil, $2E^2/(m_e + 2E)$
 * @throws InputError for a mass that is not above zero
 * @example
 * recoilTerms(0, 0.862e-3, 0.4e-3, 0.02, { neutrinos: [0, 0, 0], left: 0, right: 0 }, { weakMixing: 0.23122, interference: 'full' })
 * // [2.228e-14, 0, 0]
 */
export function recoilTerms(
  flavour: Flavour,
  energy_GeV: number,
  recoil_GeV: number,
  mass_GeV: number,
  boson: ElectronScattering,
  options: ScatteringOptions,
): Triple<number> {
  requireMass(mass_GeV)
  if (!(recoil_GeV >= 0 && recoil_GeV <= maximumRecoil(energy_GeV))) return [0, 0, 0]
  const { g1, g2, k1, k2 } = amplitudes(flavour, boson, options)
  const slow = (1 - recoil_GeV / energy_GeV) ** 2
  const flip = (M_ELECTRON * recoil_GeV) / energy_GeV ** 2
  const propagator = 1 / (2 * M_ELECTRON * recoil_GeV + mass_GeV ** 2)
  const [e1, e2] = [k1 * propagator, k2 * propagator]
  const linear = options.interference === 'none' ? 0 : 2 * g1 * e1 + 2 * g2 * e2 * slow - (g1 * e2 + g2 * e1) * flip
  return [
    PREFACTOR * (g1 * g1 + g2 * g2 * slow - g1 * g2 * flip),
    PREFACTOR * linear,
    PREFACTOR * (e1 * e1 + e2 * e2 * slow - e1 * e2 * flip),
  ]
}

/** Greatest recoil energy of a target at rest, an electron unless given, $2E^2/(M + 2E)$ [GeV]. */
export function maximumRecoil(energy_GeV: number, target_GeV = M_ELECTRON): number {
  return (2 * energy_GeV * energy_GeV) / (target_GeV + 2 * energy_GeV)
}

/** Least neutrino energy that gives a target, an electron unless given, the recoil T, $\tfrac12(T + \sqrt{T^2 + 2MT})$ [GeV]. */
export function minimumEnergy(recoil_GeV: number, target_GeV = M_ELECTRON): number {
  return 0.5 * (recoil_GeV + Math.sqrt(recoil_GeV * (recoil_GeV + 2 * target_GeV)))
}

const LINE_POINTS = 16
/** Longest stretch of $\ln(2m_eT + m^2)$ per Gauss rule. */
const LINE_STRETCH = 3
/** For shorter stretches a smaller rule is as good: the integrand is analytic far around them. */
const SHORT_POINTS = 6
const SHORT_STRETCH = 0.2

/**
 * Nine integrals from which the cross section of a line follows for any couplings:
 * $$J_{pk} = \int dT\,(2m_eT + m^2)^{-p}\,\lbrace 1,\ (1-T/E)^2,\ m_eT/E^2\rbrace_k ,\qquad p = 0, 1, 2,$$
 * over all recoils, or those in a window, at `3 p + k` [GeV^(1-2p)]. Gauss–Legendre in $\ln(1 + 2m_eT/m^2)$: within 1e-12 for masses
 * from 1 eV to 1 TeV.
 *
 * @param window_GeV least and greatest recoil energy
 * @throws InputError for a mass that is not above zero
 */
export function lineIntegrals(energy_GeV: number, mass_GeV: number, window_GeV?: readonly [number, number]): Float64Array {
  requireMass(mass_GeV)
  const end = maximumRecoil(energy_GeV)
  const lo = Math.min(Math.max(window_GeV?.[0] ?? 0, 0), end)
  const hi = Math.min(window_GeV?.[1] ?? end, end)
  const out = new Float64Array(9)
  if (!(hi > lo)) return out
  const mass2 = mass_GeV ** 2
  const start = Math.log1p((2 * M_ELECTRON * lo) / mass2)
  const length = Math.log1p((2 * M_ELECTRON * (hi - lo)) / (mass2 + 2 * M_ELECTRON * lo))
  const pieces = Math.ceil(length / LINE_STRETCH)
  const points = length < SHORT_STRETCH ? SHORT_POINTS : LINE_POINTS
  const { nodes, weights } = gaussLegendre(points)
  for (let i = 0; i < pieces; i++) {
    for (let j = 0; j < points; j++) {
      const s = start + (length * (i + 0.5 + 0.5 * nodes[j])) / pieces
      const recoil = (mass2 * Math.expm1(s)) / (2 * M_ELECTRON)
      const propagator = 1 / (mass2 * Math.exp(s))
      const slow = (1 - recoil / energy_GeV) ** 2
      const flip = (M_ELECTRON * recoil) / energy_GeV ** 2
      let weight = (weights[j] * 0.5 * length) / (pieces * 2 * M_ELECTRON * propagator)
      for (let p = 0; p < 9; p += 3) {
        out[p] += weight
        out[p + 1] += weight * slow
        out[p + 2] += weight * flip
        weight *= propagator
      }
    }
  }
  return out
}

/**
 * Cross section of a line from its {@link lineIntegrals}: algebra.
 *
 * @returns [Standard Model, interference, boson alone] [GeV⁻²], which go as 1, s, s² when the product of couplings is scaled by s
 */
export function lineCrossSectionTerms(
  flavour: Flavour,
  integrals: Float64Array,
  boson: ElectronScattering,
  options: ScatteringOptions,
): Triple<number> {
  const { g1, g2, k1, k2 } = amplitudes(flavour, boson, options)
  const j = integrals
  const linear = options.interference === 'none' ? 0 : 2 * g1 * k1 * j[3] + 2 * g2 * k2 * j[4] - (g1 * k2 + g2 * k1) * j[5]
  return [
    PREFACTOR * (g1 * g1 * j[0] + g2 * g2 * j[1] - g1 * g2 * j[2]),
    PREFACTOR * linear,
    PREFACTOR * (k1 * k1 * j[6] + k2 * k2 * j[7] - k1 * k2 * j[8]),
  ]
}

/**
 * Recoil spectrum per electron from tail moments: algebra in $F_k^\alpha(E_{\min}(T))$ (amaral-2020 Appendix B).
 *
 * @param moments `SolarMoments.tail` or `.total` at {@link minimumEnergy}(T) [cm⁻² s⁻¹ MeV⁻ᵏ]
 * @param out [Standard Model, interference, boson alone], written [1/(keV yr)]
 */
export function momentTerms(
  moments: Float64Array,
  recoil_GeV: number,
  mass_GeV: number,
  boson: ElectronScattering,
  options: ScatteringOptions,
  out: Float64Array,
): void {
  const recoil = 1e3 * recoil_GeV
  const electron = 1e3 * M_ELECTRON
  const propagator = 1 / (2 * M_ELECTRON * recoil_GeV + mass_GeV ** 2)
  const unit = PREFACTOR * PER_KEV_YEAR
  out.fill(0)
  for (let a = 0; a < 3; a++) {
    const { g1, g2, k1, k2 } = amplitudes(a as Flavour, boson, options)
    const [e1, e2] = [k1 * propagator, k2 * propagator]
    const all = moments[3 * a]
    const slow = all - 2 * recoil * moments[3 * a + 1] + recoil * recoil * moments[3 * a + 2]
    const flip = electron * recoil * moments[3 * a + 2]
    out[0] += unit * (g1 * g1 * all + g2 * g2 * slow - g1 * g2 * flip)
    if (options.interference === 'full') out[1] += unit * (2 * g1 * e1 * all + 2 * g2 * e2 * slow - (g1 * e2 + g2 * e1) * flip)
    out[2] += unit * (e1 * e1 * all + e2 * e2 * slow - e1 * e2 * flip)
  }
}

/**
 * Electron recoils of solar neutrinos in a target.
 *
 * @param source one of the eight, or all of them together
 * @returns [Standard Model, interference, boson alone] [1/(t yr keV)], which go as 1, s, s² when the product of couplings is scaled by s
 * @throws InputError for a recoil energy or a mass that is not above zero
 * @example
 * const none = { neutrinos: [0, 0, 0], left: 0, right: 0 } as const
 * const moments = buildMoments(await loadSun(assume('amaral-2020')))
 * electronRecoilRate(electronTarget('Xe'), moments, 5, 1, none, { weakMixing: 0.23122, interference: 'full' }) // [2.89, 0, 0]
 */
export function electronRecoilRate(
  target: ElectronTarget,
  moments: SolarMoments,
  recoil_keV: number,
  mass_GeV: number,
  boson: ElectronScattering,
  options: ScatteringOptions,
  source?: SolarSource,
): Triple<number> {
  requireMass(mass_GeV)
  requireRecoil(recoil_keV)
  const recoil_GeV = 1e-6 * recoil_keV
  const minimum_MeV = 1e3 * minimumEnergy(recoil_GeV)
  const tail = new Float64Array(MOMENTS)
  const terms = new Float64Array(3)
  const rate: [number, number, number] = [0, 0, 0]
  let computedFor = Number.NaN
  for (const { electronsPerTonne, recoilThreshold_keV, neutrinoThreshold_MeV } of target.shells) {
    if (recoil_keV <= recoilThreshold_keV) continue
    const least = Math.max(minimum_MeV, neutrinoThreshold_MeV)
    if (least !== computedFor) {
      if (source === undefined) moments.total(least, tail)
      else moments.tail(source, least, tail)
      momentTerms(tail, recoil_GeV, mass_GeV, boson, options, terms)
      computedFor = least
    }
    for (let t = 0; t < 3; t++) rate[t] += electronsPerTonne * terms[t]
  }
  return rate
}
