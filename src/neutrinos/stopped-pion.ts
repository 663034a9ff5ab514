import { M_MUON, M_PION, YEAR_S } from '../constants.ts'
import { InputError } from '../errors.ts'
import { erfcx, normalCdf } from '../numerics/index.ts'
import type { NeutrinoComponent } from './source.ts'

/** Energy of the ν_μ from a pion that decays at rest, $(m_\pi^2 - m_\mu^2)/2m_\pi$: 29.79 MeV. */
export const PROMPT_ENERGY_MeV = (1e3 * (M_PION * M_PION - M_MUON * M_MUON)) / (2 * M_PION)
/** Greatest energy of a neutrino from a muon that decays at rest, $m_\mu/2$, the electron taken as massless: 52.83 MeV. */
export const MICHEL_END_MeV = (1e3 * M_MUON) / 2

/** Lifetimes of the charged pion and of the muon [ns] (PDG 2024). */
export const PION_LIFETIME_NS = 26.033
export const MUON_LIFETIME_NS = 2196.9811

/** A proton beam on a thick target, where pions stop and decay. */
export interface PionBeam {
  /** Protons on target per year. Those of a whole exposure, as if delivered in one year, make one year's counts those of the exposure. */
  readonly protonsPerYear: number
  /** π⁺ that stop per proton, r: as many neutrinos of each of the three kinds. π⁻ are captured and count for nothing. */
  readonly pionsPerProton: number
  readonly distance_m: number
}

/**
 * Flux of each of the three kinds of neutrinos [cm⁻² s⁻¹], $r\,N_{\rm POT}/(4\pi L^2)$ over the year (amaral-2020 eq. 28).
 *
 * @throws InputError for a number that is not above zero
 * @example
 * stoppedPionFlux({ protonsPerYear: 1.37e23, pionsPerProton: 0.08, distance_m: 27.5 }) // 3.65e6
 */
export function stoppedPionFlux({ protonsPerYear, pionsPerProton, distance_m }: PionBeam): number {
  for (const [field, value] of Object.entries({ protonsPerYear, pionsPerProton, distance_m })) {
    if (!(value > 0 && value < Infinity)) throw new InputError(`${value} is not allowed; allowed: finite numbers above zero`, field)
  }
  return (pionsPerProton * protonsPerYear) / (4 * Math.PI * (1e2 * distance_m) ** 2 * YEAR_S)
}

/** Coefficients of the shape $a E^2 - b E^3$ of a Michel spectrum: a in 1/MeV³, b in 1/MeV⁴. */
type MichelShape = readonly [a: number, b: number]
const MUON_MeV = 1e3 * M_MUON
const MUON_ANTINEUTRINO: MichelShape = [48 / MUON_MeV ** 3, 64 / MUON_MeV ** 4]
const ELECTRON_NEUTRINO: MichelShape = [96 / MUON_MeV ** 3, 192 / MUON_MeV ** 4]

function michelDensity([a, b]: MichelShape, energy_MeV: number): number {
  return energy_MeV > 0 && energy_MeV < MICHEL_END_MeV ? energy_MeV * energy_MeV * (a - b * energy_MeV) : 0
}

/**
 * Spectra of the decay of a muon at rest, normalised to one [1/MeV], with $x = E/m_\mu$ from 0 to 1/2 (amaral-2020 eqs. 29–30):
 * $$m_\mu f_{\bar\nu_\mu} = 64\,x^2\left(\tfrac34 - x\right),\qquad m_\mu f_{\nu_e} = 192\,x^2\left(\tfrac12 - x\right).$$
 * Without radiative corrections and electron mass, a few permille near the end.
 *
 * @example
 * michelSpectrum('anti-nu_mu', 52.8) // 0.03786
 */
export function michelSpectrum(neutrino: 'nu_e' | 'anti-nu_mu', energy_MeV: number): number {
  return michelDensity(neutrino === 'nu_e' ? ELECTRON_NEUTRINO : MUON_ANTINEUTRINO, energy_MeV)
}

/** $\int_{E_{\min}} (aE^{2-k} - bE^{3-k})\,dE$ up to the end, times the flux. */
function michelTail([a, b]: MichelShape, flux: number): NeutrinoComponent['tail'] {
  return (minimum_MeV, out) => {
    const low = Math.max(0, minimum_MeV)
    for (let k = 0; k < 3; k++) {
      if (low >= MICHEL_END_MeV) out[k] = 0
      else {
        const rest = (energy: number): number => energy ** (3 - k) * (a / (3 - k) - (b * energy) / (4 - k))
        out[k] = flux * (rest(MICHEL_END_MeV) - rest(low))
      }
    }
  }
}

/**
 * Neutrinos from pions that decay at rest: a line of ν_μ at 29.79 MeV at once, ν̄_μ and ν_e from the muon with its lifetime. The tail moments
 * are closed forms.
 *
 * @throws InputError for a number that is not above zero
 * @example
 * const [prompt, delayed, electron] = stoppedPions({ protonsPerYear: 1.37e23, pionsPerProton: 0.09, distance_m: 27.5 })
 * prompt.maximum_MeV // 29.79
 */
export function stoppedPions(beam: PionBeam): readonly [nu_mu: NeutrinoComponent, antiNu_mu: NeutrinoComponent, nu_e: NeutrinoComponent] {
  const flux = stoppedPionFlux(beam)
  return [
    {
      id: 'nu_mu',
      flavour: 1,
      antineutrino: false,
      maximum_MeV: PROMPT_ENERGY_MeV,
      tail(minimum_MeV, out) {
        for (let k = 0; k < 3; k++) out[k] = minimum_MeV <= PROMPT_ENERGY_MeV ? flux / PROMPT_ENERGY_MeV ** k : 0
      },
    },
    { id: 'anti-nu_mu', flavour: 1, antineutrino: true, maximum_MeV: MICHEL_END_MeV, tail: michelTail(MUON_ANTINEUTRINO, flux) },
    { id: 'nu_e', flavour: 0, antineutrino: false, maximum_MeV: MICHEL_END_MeV, tail: michelTail(ELECTRON_NEUTRINO, flux) },
  ]
}

/** Share of decays of lifetime τ before t, after a Gaussian pulse of rms σ at 0: $\Phi(t/\sigma) - e^{\sigma^2/2\tau^2 - t/\tau}\,\Phi(t/\sigma - \sigma/\tau)$. */
function decayedBefore(time: number, lifetime: number, sigma: number): number {
  if (sigma === 0) return time > 0 ? -Math.expm1(-time / lifetime) : 0
  const z = (sigma / lifetime - time / sigma) / Math.SQRT2
  const undecayed =
    z > 0
      ? 0.5 * Math.exp(-0.5 * (time / sigma) ** 2) * erfcx(z)
      : Math.exp(0.5 * (sigma / lifetime) ** 2 - time / lifetime) * normalCdf(-Math.SQRT2 * z)
  return normalCdf(time / sigma) - undecayed
}

/**
 * Share of the neutrinos that arrive between two times [ns] after the middle of a Gaussian beam pulse of given rms: prompt ν_μ follow the pulse with
 * the lifetime of the pion, delayed ν̄_μ and ν_e with that of the muon on top.
 *
 * @param pulseSigma_ns rms of the pulse: its full width at half maximum over 2.355; 0 for an instant
 * @throws InputError for times in the wrong order or a width below zero
 * @example
 * arrivalShare('delayed', 0, 6000, 150) // 0.913
 */
export function arrivalShare(kind: 'prompt' | 'delayed', from_ns: number, to_ns: number, pulseSigma_ns: number): number {
  if (!(to_ns >= from_ns)) throw new InputError(`${from_ns} to ${to_ns} ns is not allowed; write the earlier time first`, 'time')
  if (!(pulseSigma_ns >= 0 && pulseSigma_ns < Infinity)) {
    throw new InputError(`${pulseSigma_ns} ns is not allowed; allowed: finite numbers from zero up`, 'pulseSigma')
  }
  const before = (time: number): number => {
    if (!Number.isFinite(time)) return time > 0 ? 1 : 0
    const pion = decayedBefore(time, PION_LIFETIME_NS, pulseSigma_ns)
    if (kind === 'prompt') return pion
    const muon = decayedBefore(time, MUON_LIFETIME_NS, pulseSigma_ns)
    return (MUON_LIFETIME_NS * muon - PION_LIFETIME_NS * pion) / (MUON_LIFETIME_NS - PION_LIFETIME_NS)
  }
  return before(to_ns) - before(from_ns)
}
