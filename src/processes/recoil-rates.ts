import { HBARC_GEV_CM, YEAR_S } from '../constants.ts'
import type { Response } from '../detectors/response.ts'
import { addCounts } from '../detectors/response.ts'
import { InputError } from '../errors.ts'

/**
 * Tail moments of a neutrino flux: writes $F_k^\alpha = \int_{E_{\min}} \Phi_\alpha(E)\,E^{-k}\,dE$ [cm⁻² s⁻¹ MeV⁻ᵏ] into `out` at
 * `3 * flavour + k`, k = 0, 1, 2: `buildMoments(sun).total` for the Sun, `sourceTails(components)` for sources on Earth. A fluence over a run is a flux over a
 * year, and the exposure then the mass times one year.
 */
export type FluxTails = (minimum_MeV: number, out: Float64Array) => void

/** Recoils of a target at fixed recoil energies, for any flux: what depends on neither flux nor boson is computed once. */
export interface Recoils<Scattering> {
  readonly recoils_keV: Float64Array
  /** Above which neutrino energies the moments of the flux are needed, for every recoil one or more. */
  readonly minima_MeV: Float64Array
  /**
   * What rates need of the moments of a flux, and linear in them: between fluxes it may be interpolated.
   *
   * @param moments {@link FluxTails} above minimum i at `9 * i + 3 * flavour + k`
   */
  fluxes(moments: Float64Array): Float64Array
  /** @param fluxes as `fluxes` gives them; they are kept, and not to be written to again */
  rates(fluxes: Float64Array): RecoilRates<Scattering>
  /**
   * {@link RecoilRates.termsAlong} of any flux: what depends on none is kept of the line and mass asked about last.
   *
   * @param fluxes as `fluxes` gives them
   * @throws InputError (field `mass`) for a mass that is not above zero
   */
  termsAlong(line: ScatteringLine<Scattering>, mass_GeV: number, fluxes: Float64Array, out: Float64Array): void
}

/** The moments of one flux, laid out for {@link Recoils}. */
export function momentsAbove(tails: FluxTails, minima_MeV: Float64Array): Float64Array {
  const tail = new Float64Array(9)
  const moments = new Float64Array(9 * minima_MeV.length)
  for (const [i, minimum] of minima_MeV.entries()) {
    tails(minimum, tail)
    moments.set(tail, 9 * i)
  }
  return moments
}

/** Recoil spectra at fixed recoil energies, for any boson: set up once per target and flux, then algebra. */
export interface RecoilRates<Scattering> {
  readonly recoils_keV: Float64Array
  /**
   * Writes Standard Model, interference, boson alone at recoil energy i into `out` at `3 * i`, `3 * i + 1`, `3 * i + 2` `[1/(t yr keV)]`: they go
   * as 1, s, s² when the product of couplings is scaled by s.
   *
   * @throws InputError (field `mass`) for a mass that is not above zero
   */
  terms(boson: Scattering, mass_GeV: number, out: Float64Array): void
  /**
   * Writes the spectra of all bosons with couplings on a line: at recoil energy i $\sum_k r_k g^k$, $r_k$ at `5 * i + k`, with the Standard Model in
   * $r_0$ `[1/(t yr keV)]`.
   *
   * @throws InputError (field `mass`) for a mass that is not above zero
   */
  termsAlong(line: ScatteringLine<Scattering>, mass_GeV: number, out: Float64Array): void
}

/** What scattering sees of bosons whose couplings are lines in g: g slope + offset. */
export interface ScatteringLine<Scattering> {
  readonly slope: Scattering
  readonly offset: Scattering
}

/** Counts along a line of couplings are polynomials in g of degree four: so many coefficients. */
export const POWERS = 5

/**
 * Coefficients of the product of two lines, $(ag + b)(cg + d)$, written from the constant up; with itself the square of one.
 */
export function lineProduct(a: number, b: number, c: number, d: number, out: Float64Array): void {
  out[0] = b * d
  out[1] = a * d + b * c
  out[2] = a * c
}

/** Writes at `at`, of every power of g, the sum of values from one to before another, weighed at 5 * value + power. Spelt out: scans of strong potentials spend much of their time here. */
export function sumPowers(weights: Float64Array, values: Float64Array, from: number, to: number, out: Float64Array, at: number): void {
  let n0 = 0
  let n1 = 0
  let n2 = 0
  let n3 = 0
  let n4 = 0
  for (let x = from, w = POWERS * from; x < to; x++, w += POWERS) {
    const value = values[x]
    n0 += weights[w] * value
    n1 += weights[w + 1] * value
    n2 += weights[w + 2] * value
    n3 += weights[w + 3] * value
    n4 += weights[w + 4] * value
  }
  out[at] = n0
  out[at + 1] = n1
  out[at + 2] = n2
  out[at + 3] = n3
  out[at + 4] = n4
}

/** [GeV⁻³ cm⁻² s⁻¹] per target to [1/(keV yr)] per target. */
export const PER_KEV_YEAR = HBARC_GEV_CM ** 2 * 1e-6 * YEAR_S

/** @throws InputError (field `mass`) unless above zero and finite */
export function requireMass(mass_GeV: number): void {
  if (!(mass_GeV > 0 && mass_GeV < Infinity)) throw new InputError(`${mass_GeV} GeV is not allowed; allowed: above zero and finite`, 'mass')
}

/** @throws InputError (field `recoilEnergy`) unless above zero and finite */
export function requireRecoil(recoil_keV: number): void {
  if (!(recoil_keV > 0 && recoil_keV < Infinity)) {
    throw new InputError(`${recoil_keV} keV is not allowed; allowed: above zero and finite`, 'recoilEnergy')
  }
}

/** Counts in the bins of a detector, for any boson. */
export interface RecoilCounts<Scattering> {
  readonly bins: number
  /**
   * Adds Standard Model, interference, boson alone of bin b to `out` at `3 * b`, `3 * b + 1`, `3 * b + 2`. With the couplings at g = 1 these are the
   * $N_0, N_1, N_2$ of $N(g) = N_0 + g^2N_1 + g^4N_2$: once per mass, for all couplings.
   */
  add(boson: Scattering, mass_GeV: number, out: Float64Array): void
  /** Adds, for couplings on a line, the coefficients $N_k$ of $N(g) = \sum_k N_k g^k$ in bin b to `out` at `5 * b + k`, the Standard Model in $N_0$. */
  addAlong(line: ScatteringLine<Scattering>, mass_GeV: number, out: Float64Array): void
}

/**
 * Counts of a detector from spectra at the recoil energies of its response.
 *
 * @param rates built with `response.recoils_keV`
 * @throws InputError (field `response`) for rates at other recoil energies
 * @example
 * const { total } = buildMoments(await loadSun(assume('amaral-2020')))
 * const response = buildResponse({ edges: [0.6, 100], observable: sharp(), recoils_keV: [0.6, 100], exposure_t_yr: 200 })
 * const options = { weakMixing: 0.23122, interference: 'full' } as const
 * const counts = recoilCounts(response, nuclearRecoilRates(nuclearTarget('Xe'), total, response.recoils_keV, options))
 * const out = new Float64Array(3)
 * counts.add({ neutrinos: [0, 0, 0], proton: 0, neutron: 0 }, 1, out)
 * out[0] // 4.812e4
 */
export function recoilCounts<Scattering>(response: Response, rates: RecoilRates<Scattering>): RecoilCounts<Scattering> {
  const { bins, recoils_keV, weights, first, end } = response
  if (rates.recoils_keV !== recoils_keV) throw new InputError('its recoil energies are not those of the rates', 'response')
  const length = recoils_keV.length
  const spectra = new Float64Array(3 * length)
  let polynomials: Float64Array | undefined
  let standard: Float64Array | undefined
  return {
    bins,
    add(boson, mass_GeV, out) {
      rates.terms(boson, mass_GeV, spectra)
      if (standard === undefined)
        addCounts(
          response,
          spectra.filter((_, n) => n % 3 === 0),
          (standard = new Float64Array(bins)),
        )
      for (let b = 0; b < bins; b++) {
        const row = b * length
        let linear = 0
        let quadratic = 0
        for (let i = first[b]; i < end[b]; i++) {
          linear += weights[row + i] * spectra[3 * i + 1]
          quadratic += weights[row + i] * spectra[3 * i + 2]
        }
        out[3 * b] += standard[b]
        out[3 * b + 1] += linear
        out[3 * b + 2] += quadratic
      }
    },
    addAlong(line, mass_GeV, out) {
      polynomials ??= new Float64Array(POWERS * length)
      rates.termsAlong(line, mass_GeV, polynomials)
      addPolynomials(response, polynomials, out)
    },
  }
}

/**
 * Adds the counts $N_k$ of $N(g) = \sum_k N_k g^k$ in bin b to `out` at `5 * b + k`.
 *
 * @param polynomials spectra at the recoil energies of the response, laid out as {@link RecoilRates.termsAlong} writes them
 */
export function addPolynomials({ bins, recoils_keV, weights, first, end }: Response, polynomials: Float64Array, out: Float64Array): void {
  const { length } = recoils_keV
  for (let b = 0; b < bins; b++) {
    const row = b * length
    let n0 = 0
    let n1 = 0
    let n2 = 0
    let n3 = 0
    let n4 = 0
    for (let i = first[b], k = POWERS * i; i < end[b]; i++, k += POWERS) {
      const weight = weights[row + i]
      n0 += weight * polynomials[k]
      n1 += weight * polynomials[k + 1]
      n2 += weight * polynomials[k + 2]
      n3 += weight * polynomials[k + 3]
      n4 += weight * polynomials[k + 4]
    }
    const at = POWERS * b
    out[at] += n0
    out[at + 1] += n1
    out[at + 2] += n2
    out[at + 3] += n3
    out[at + 4] += n4
  }
}
