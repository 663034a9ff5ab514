import { G_FERMI, M_ELECTRON } from '../constants.ts'
import type { ElectronTarget, Nucleus } from '../detectors/targets.ts'
import type { Triple } from '../models/model.ts'
import type { Complex3x3 } from '../neutrinos/pmns.ts'
import { MOMENTS } from '../neutrinos/solar/moments.ts'
import { hermitianEigen3 } from '../numerics/index.ts'
import { amplitudes, type NuclearScattering } from './cevns.ts'
import { type ElectronScattering, maximumRecoil, minimumEnergy, PREFACTOR, type ScatteringOptions } from './neutrino-electron.ts'
import { type FluxTails, PER_KEV_YEAR, type RecoilRates, requireMass, requireRecoil } from './recoil-rates.ts'

/*
 * Couplings ν̄_α γ^μ C_αβ ν_β with a Hermitian matrix C, and states described by a density matrix ρ. Nobody sees the neutrino that leaves, so rates
 * are traces with ρ. Of antineutrinos, the transpose of ρ goes in.
 */

/**
 * Mean and mean square of a coupling matrix in a state, $\mathrm{Tr}\,\rho C$ and $\mathrm{Tr}\,\rho C^2$: all that coherent scattering knows.
 *
 * @param state density matrix ρ, Hermitian
 * @param coupling Hermitian matrix C
 */
export function stateCouplings(state: Complex3x3, coupling: Complex3x3): { readonly mean: number; readonly meanSquare: number } {
  return { mean: traceOfProduct(state, coupling), meanSquare: traceOfProduct(state, squared(coupling)) }
}

/** Tr AB of Hermitian matrices. */
function traceOfProduct(a: Complex3x3, b: Complex3x3): number {
  let trace = 0
  for (let n = 0; n < 9; n++) trace += a.re[n] * b.re[n] + a.im[n] * b.im[n]
  return trace
}

/** C² of a Hermitian matrix. */
function squared({ re, im }: Complex3x3): Complex3x3 {
  const out = { re: new Float64Array(9), im: new Float64Array(9) }
  for (let a = 0; a < 3; a++) {
    for (let b = 0; b < 3; b++) {
      for (let c = 0; c < 3; c++) {
        const [x, y] = [3 * a + c, 3 * c + b]
        out.re[3 * a + b] += re[x] * re[y] - im[x] * im[y]
        out.im[3 * a + b] += re[x] * im[y] + im[x] * re[y]
      }
    }
  }
  return out
}

/** Half of EC + CE, E = diag(1, 0, 0): what Re (Cρ)_ee is the trace of with ρ. */
function electronRow({ re, im }: Complex3x3): Complex3x3 {
  return {
    re: Float64Array.of(re[0], re[1] / 2, re[2] / 2, re[3] / 2, 0, 0, re[6] / 2, 0, 0),
    im: Float64Array.of(0, im[1] / 2, im[2] / 2, im[3] / 2, 0, 0, im[6] / 2, 0, 0),
  }
}

/**
 * Coherent scattering of a state that is not one flavour: `nuclearRecoilTerms` with $\mathrm{Tr}\,\rho C$ and $\mathrm{Tr}\,\rho C^2$ in
 * place of $c_\nu$ and $c_\nu^2$.
 *
 * @param state density matrix ρ, Hermitian, of trace one
 * @param coupling Hermitian matrix C, gauge coupling included
 * @returns [Standard Model, interference, boson alone] [GeV⁻³]; zeros beyond the greatest recoil
 * @throws InputError (field `mass`) for a mass that is not above zero
 */
export function nuclearRecoilTermsOfState(
  state: Complex3x3,
  energy_GeV: number,
  recoil_GeV: number,
  nucleus: Nucleus,
  mass_GeV: number,
  coupling: Complex3x3,
  boson: Omit<NuclearScattering, 'neutrinos'>,
  options: ScatteringOptions,
): Triple<number> {
  const { unit, weak, amplitude } = amplitudes(energy_GeV, recoil_GeV, nucleus, mass_GeV, boson, options)
  const { mean, meanSquare } = stateCouplings(state, coupling)
  const trace = state.re[0] + state.re[4] + state.re[8]
  return [
    unit * weak * weak * trace,
    options.interference === 'none' ? 0 : unit * 2 * weak * amplitude * mean,
    unit * amplitude * amplitude * meanSquare,
  ]
}

/** The three numbers a term of ν–e scattering is made of: without, with the recoil of the other chirality, and the flip of helicity. */
type Shape = readonly [all: number, slow: number, flip: number]

/**
 * Terms of ν–e scattering from the shapes of Tr ρ, ρ_ee, Tr ρC, Tr ρC² and Re (Cρ)_ee, [Standard Model, interference, boson alone] over the prefactor,
 * with ε_X per coupling one.
 */
function traces(
  [trace, electron, mean, meanSquare, row]: readonly Shape[],
  left: number,
  right: number,
  { weakMixing: s, interference, antineutrino }: ScatteringOptions,
): Triple<number> {
  const [one, two] = antineutrino ? [1, 0] : [0, 1]
  const d = s - 0.5
  // D = diag(1, 0, 0) + d: Tr ρD, Tr ρD² and Re Tr ρDC
  const d1 = (n: number): number => electron[n] + d * trace[n]
  const d2 = (n: number): number => (1 + 2 * d) * electron[n] + d * d * trace[n]
  const dc = (n: number): number => row[n] + d * mean[n]
  const linear = 2 * left * dc(one) + 2 * right * s * mean[two] - right * dc(2) - left * s * mean[2]
  return [
    d2(one) + s * s * trace[two] - s * d1(2),
    interference === 'none' ? 0 : linear,
    left * left * meanSquare[one] + right * right * meanSquare[two] - left * right * meanSquare[2],
  ]
}

/**
 * `recoilTerms` of a state that is not one flavour, and couplings that need not be diagonal: with $G_1 = D + \varepsilon_L C$,
 * $G_2 = s_W^2 + \varepsilon_R C$ and $D = \mathrm{diag}(1, 0, 0) + s_W^2 - \tfrac12$,
 * $$\frac{d\sigma}{dT} = \frac{2G_F^2m_e}{\pi}\,\mathrm{Tr}\,\rho\left[G_1^2 + G_2^2\left(1-\frac TE\right)^2 -
 * \tfrac12\lbrace G_1, G_2\rbrace\frac{m_eT}{E^2}\right].$$
 *
 * @param state density matrix ρ, Hermitian, of trace one
 * @param coupling Hermitian matrix C, gauge coupling included
 * @returns [Standard Model, interference, boson alone] [GeV⁻³]; zeros beyond the greatest recoil
 * @throws InputError (field `mass`) for a mass that is not above zero
 */
export function recoilTermsOfState(
  state: Complex3x3,
  energy_GeV: number,
  recoil_GeV: number,
  mass_GeV: number,
  coupling: Complex3x3,
  { left, right }: Omit<ElectronScattering, 'neutrinos'>,
  options: ScatteringOptions,
): Triple<number> {
  requireMass(mass_GeV)
  if (!(recoil_GeV >= 0 && recoil_GeV <= maximumRecoil(energy_GeV))) return [0, 0, 0]
  const slow = (1 - recoil_GeV / energy_GeV) ** 2
  const flip = (M_ELECTRON * recoil_GeV) / energy_GeV ** 2
  const shapes = contractions(coupling).map((matrix): Shape => {
    const value = traceOfProduct(state, matrix)
    return [value, value * slow, value * flip]
  })
  const unit = 1 / (2 * Math.SQRT2 * G_FERMI * (2 * M_ELECTRON * recoil_GeV + mass_GeV ** 2))
  const [standard, linear, square] = traces(shapes, unit * left, unit * right, options)
  return [PREFACTOR * standard, PREFACTOR * linear, PREFACTOR * square]
}

/** The matrices whose traces with ρ are Tr ρ, ρ_ee, Tr ρC, Tr ρC² and Re (Cρ)_ee. */
function contractions(coupling: Complex3x3): readonly Complex3x3[] {
  const im = new Float64Array(9)
  const unity = { re: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), im }
  const electron = { re: Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0), im }
  return [unity, electron, coupling, squared(coupling), electronRow(coupling)]
}

/** Tail moments of a flux times its density matrix, as `buildDensityMoments` has them. */
export interface DensityTails {
  /** Of ρ_ee, ρ_μμ, ρ_ττ. */
  readonly diagonal: FluxTails
  /** Of the real and the imaginary parts of ρ_eμ, ρ_eτ, ρ_μτ. */
  readonly real: FluxTails
  readonly imaginary: FluxTails
}

/** Where the elements of the upper triangle stand. */
const UPPER = [1, 2, 5]

/** Tail moments of Tr ρA for Hermitian matrices A, that of matrix n and power k at `3 * n + k`. */
function traceTails({ diagonal, real, imaginary }: DensityTails, matrices: readonly Complex3x3[]): FluxTails {
  const [d, r, i] = [new Float64Array(MOMENTS), new Float64Array(MOMENTS), new Float64Array(MOMENTS)]
  return (minimum_MeV, out) => {
    diagonal(minimum_MeV, d)
    real(minimum_MeV, r)
    imaginary(minimum_MeV, i)
    for (const [n, { re, im }] of matrices.entries()) {
      for (let k = 0; k < 3; k++) {
        let sum = 0
        for (let a = 0; a < 3; a++) {
          sum += re[4 * a] * d[3 * a + k] + 2 * (re[UPPER[a]] * r[3 * a + k] + im[UPPER[a]] * i[3 * a + k])
        }
        out[3 * n + k] = sum
      }
    }
  }
}

/**
 * The eigenstates of a coupling matrix as if they were flavours: their couplings, and the tail moments of the flux in each of them,
 * $(V^\dagger\rho V)_{ii}$ with $C = V\,\mathrm{diag}(c)\,V^\dagger$. The Z does not tell neutrinos apart in coherent scattering, so
 * `nuclearRecoilRates` of these tails, for a boson of these couplings, is exact.
 *
 * @param coupling Hermitian matrix C, gauge coupling included
 */
export function eigenstateTails(
  density: DensityTails,
  coupling: Complex3x3,
): { readonly tails: FluxTails; readonly neutrinos: Triple<number> } {
  const values = new Float64Array(3)
  const vectors = { re: new Float64Array(9), im: new Float64Array(9) }
  hermitianEigen3(coupling.re, coupling.im, values, vectors.re, vectors.im)
  const projectors = [0, 1, 2].map((n) => {
    const re = new Float64Array(9)
    const im = new Float64Array(9)
    for (let a = 0; a < 3; a++) {
      for (let b = 0; b < 3; b++) {
        const [x, y] = [3 * a + n, 3 * b + n]
        re[3 * a + b] = vectors.re[x] * vectors.re[y] + vectors.im[x] * vectors.im[y]
        im[3 * a + b] = vectors.im[x] * vectors.re[y] - vectors.re[x] * vectors.im[y]
      }
    }
    return { re, im }
  })
  return { tails: traceTails(density, projectors), neutrinos: [values[0], values[1], values[2]] }
}

/**
 * Electron recoils as `electronRecoilRates` has them, for one coupling matrix of neutrinos and any coupling to electrons.
 *
 * @param coupling Hermitian matrix C, gauge coupling included
 * @throws InputError (field `recoilEnergy`) for recoil energies that are not above zero
 */
export function electronRecoilRatesOfStates(
  target: ElectronTarget,
  density: DensityTails,
  coupling: Complex3x3,
  recoils_keV: Float64Array,
  options: ScatteringOptions,
): Omit<RecoilRates<Omit<ElectronScattering, 'neutrinos'>>, 'termsAlong'> {
  const tails = traceTails(density, contractions(coupling))
  const tail = new Float64Array(15)
  const shapes = Array.from(recoils_keV, (recoil_keV) => {
    requireRecoil(recoil_keV)
    const recoil = 1e-3 * recoil_keV
    const minimum = 1e3 * minimumEnergy(1e-6 * recoil_keV)
    const sums = Array.from({ length: 5 }, (): [number, number, number] => [0, 0, 0])
    for (const { electronsPerTonne, recoilThreshold_keV, neutrinoThreshold_MeV } of target.shells) {
      if (recoil_keV <= recoilThreshold_keV) continue
      tails(Math.max(minimum, neutrinoThreshold_MeV), tail)
      const unit = electronsPerTonne * PREFACTOR * PER_KEV_YEAR
      for (const [n, sum] of sums.entries()) {
        sum[0] += unit * tail[3 * n]
        sum[1] += unit * (tail[3 * n] - 2 * recoil * tail[3 * n + 1] + recoil * recoil * tail[3 * n + 2])
        sum[2] += unit * 1e3 * M_ELECTRON * recoil * tail[3 * n + 2]
      }
    }
    return sums
  })
  return {
    recoils_keV,
    terms({ left, right }, mass_GeV, out) {
      requireMass(mass_GeV)
      for (let i = 0; i < recoils_keV.length; i++) {
        const unit = 1 / (2 * Math.SQRT2 * G_FERMI * (2e-6 * M_ELECTRON * recoils_keV[i] + mass_GeV * mass_GeV))
        out.set(traces(shapes[i], unit * left, unit * right, options), 3 * i)
      }
    },
  }
}
