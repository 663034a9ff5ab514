import { M_ELECTRON } from '../constants.ts'
import type { ElectronTarget } from '../detectors/targets.ts'
import type { Triple } from '../models/model.ts'
import type { Flavour } from '../neutrinos/pmns.ts'
import { MOMENTS } from '../neutrinos/solar/moments.ts'
import { amplitudes, type ElectronScattering, minimumEnergy, PREFACTOR, type ScatteringOptions } from './neutrino-electron.ts'
import {
  type FluxTails,
  lineProduct,
  momentsAbove,
  PER_KEV_YEAR,
  POWERS,
  type RecoilRates,
  type Recoils,
  requireMass,
  requireRecoil,
  type ScatteringLine,
  sumPowers,
} from './recoil-rates.ts'

/** A boson that couples to everything alike, with strength one: what the fast path scales. */
const UNIT: ElectronScattering = { neutrinos: [1, 1, 1], left: 1, right: 1 }

/**
 * Electron recoils in a target, at fixed recoil energies and for any flux of neutrinos, or antineutrinos by the options: for what
 * {@link electronRecoilRates} gives, where there are many fluxes.
 *
 * @throws InputError (field `recoilEnergy`) for recoil energies that are not above zero
 */
export function electronRecoils(
  target: ElectronTarget,
  recoils_keV: Float64Array,
  options: ScatteringOptions,
): Recoils<ElectronScattering> {
  // Shells that need the same moments are one: those of recoil i from starts[i] to starts[i + 1].
  const starts = new Int32Array(recoils_keV.length + 1)
  const minima: number[] = []
  const electrons: number[] = []
  for (const [i, recoil_keV] of recoils_keV.entries()) {
    requireRecoil(recoil_keV)
    const minimum = 1e3 * minimumEnergy(1e-6 * recoil_keV)
    for (const { electronsPerTonne, recoilThreshold_keV, neutrinoThreshold_MeV } of target.shells) {
      if (recoil_keV <= recoilThreshold_keV) continue
      const least = Math.max(minimum, neutrinoThreshold_MeV)
      const last = minima.length - 1
      if (last >= starts[i] && minima[last] === least) electrons[last] += electronsPerTonne
      else {
        minima.push(least)
        electrons.push(electronsPerTonne)
      }
    }
    starts[i + 1] = minima.length
  }
  const momenta2 = recoils_keV.map((recoil_keV) => 2e-6 * M_ELECTRON * recoil_keV)
  // Of every power of g what each moment adds, at 45 * minimum + 5 * moment + power; neighbouring questions differ in the flux alone.
  const weights = new Float64Array(POWERS * MOMENTS * minima.length)
  let weighed: { readonly line: ScatteringLine<ElectronScattering>; readonly mass_GeV: number } | undefined
  function weigh(line: ScatteringLine<ElectronScattering>, mass_GeV: number): void {
    requireMass(mass_GeV)
    weighed = undefined
    weights.fill(0)
    const [left, right] = options.antineutrino ? [1, 0] : [0, 1]
    for (const { power, first, second } of productsAlong(line, options)) {
      for (let a = 0; a < 3; a++) {
        const { g1, g2, k1 } = amplitudes(a as Flavour, UNIT, options)
        const [l, r] = [k1 * first[2 * a + left], k1 * first[2 * a + right]]
        const [ll, rr, lr] = [second[3 * a + left], second[3 * a + right], second[3 * a + 2]].map((product) => k1 * k1 * product)
        for (let i = 0; i < recoils_keV.length; i++) {
          const recoil = 1e-3 * recoils_keV[i]
          const once = 1 / (momenta2[i] + mass_GeV * mass_GeV)
          const twice = once * once
          const isStandard = power === 0 ? 1 : 0
          const all = isStandard * g1 * g1 + 2 * g1 * l * once + ll * twice
          const slow = isStandard * g2 * g2 + 2 * g2 * r * once + rr * twice
          const flip = isStandard * g1 * g2 + (g2 * l + g1 * r) * once + lr * twice
          for (let x = starts[i]; x < starts[i + 1]; x++) {
            const unit = electrons[x] * PREFACTOR * PER_KEV_YEAR
            const at = POWERS * (MOMENTS * x + 3 * a) + power
            weights[at] = unit * (all + slow)
            weights[at + POWERS] = -2 * unit * recoil * slow
            weights[at + 2 * POWERS] = unit * recoil * (recoil * slow - 1e3 * M_ELECTRON * flip)
          }
        }
      }
    }
    weighed = { line, mass_GeV }
  }
  function termsAlong(line: ScatteringLine<ElectronScattering>, mass_GeV: number, moments: Float64Array, out: Float64Array): void {
    if (weighed?.line !== line || weighed.mass_GeV !== mass_GeV) weigh(line, mass_GeV)
    for (let i = 0; i < recoils_keV.length; i++) sumPowers(weights, moments, MOMENTS * starts[i], MOMENTS * starts[i + 1], out, POWERS * i)
  }
  return {
    recoils_keV,
    minima_MeV: Float64Array.from(minima),
    fluxes: (moments) => moments,
    rates: (moments) => ratesOf({ recoils_keV, momenta2, starts, electrons, termsAlong }, moments, options),
    termsAlong,
  }
}

/**
 * Electron recoils of a flux in a target, at fixed recoil energies: everything but the boson is computed here, once. For 200 recoil energies one
 * boson then takes some microseconds.
 *
 * @param tails of the flux: {@link FluxTails}; neutrinos, or antineutrinos by the options
 * @throws InputError (field `recoilEnergy`) for recoil energies that are not above zero
 * @example
 * const { total } = buildMoments(await loadSun(assume('amaral-2020')))
 * const rates = electronRecoilRates(electronTarget('Xe'), total, Float64Array.of(5), { weakMixing: 0.23122, interference: 'full' })
 * const terms = new Float64Array(3)
 * rates.terms({ neutrinos: [0, 0, 0], left: 0, right: 0 }, 1, terms)
 * terms[0] // 2.89
 */
export function electronRecoilRates(
  target: ElectronTarget,
  tails: FluxTails,
  recoils_keV: Float64Array,
  options: ScatteringOptions,
): RecoilRates<ElectronScattering> {
  const recoils = electronRecoils(target, recoils_keV, options)
  return recoils.rates(recoils.fluxes(momentsAbove(tails, recoils.minima_MeV)))
}

/** Per recoil energy: squared momenta; from where to where its shells lie, and how many electrons each has. */
interface Kinematics {
  readonly recoils_keV: Float64Array
  readonly momenta2: Float64Array
  readonly starts: Int32Array
  readonly electrons: readonly number[]
  readonly termsAlong: Recoils<ElectronScattering>['termsAlong']
}

function ratesOf(
  { recoils_keV, momenta2, starts, electrons, termsAlong }: Kinematics,
  moments: Float64Array,
  options: ScatteringOptions,
): RecoilRates<ElectronScattering> {
  const length = recoils_keV.length
  const standard = new Float64Array(length)
  // Of each flavour: coefficients of c_ν c_L and c_ν c_R, and of c_ν² times c_L², c_R², c_L c_R.
  const linear = new Float64Array(6 * length)
  const square = new Float64Array(9 * length)
  const [first, second] = options.antineutrino ? [1, 0] : [0, 1]
  for (let a = 0; a < 3; a++) {
    const { g1, g2, k1 } = amplitudes(a as Flavour, UNIT, options)
    for (let i = 0; i < length; i++) {
      const recoil = 1e-3 * recoils_keV[i]
      for (let x = starts[i]; x < starts[i + 1]; x++) {
        const unit = electrons[x] * PREFACTOR * PER_KEV_YEAR
        const at = MOMENTS * x + 3 * a
        const all = unit * moments[at]
        const slow = all + unit * recoil * (recoil * moments[at + 2] - 2 * moments[at + 1])
        const flip = unit * 1e3 * M_ELECTRON * recoil * moments[at + 2]
        standard[i] += g1 * g1 * all + g2 * g2 * slow - g1 * g2 * flip
        linear[6 * i + 2 * a + first] += k1 * (2 * g1 * all - g2 * flip)
        linear[6 * i + 2 * a + second] += k1 * (2 * g2 * slow - g1 * flip)
        square[9 * i + 3 * a + first] += k1 * k1 * all
        square[9 * i + 3 * a + second] += k1 * k1 * slow
        square[9 * i + 3 * a + 2] -= k1 * k1 * flip
      }
    }
  }
  // Without propagators, for the couplings asked about last: neighbouring questions differ in the mass alone.
  const last = new Float64Array(5).fill(Number.NaN)
  const once = new Float64Array(length)
  const twice = new Float64Array(length)
  const twofold = new Float64Array(6)
  const threefold = new Float64Array(9)
  /** Spelt out: of all that a scan of couplings in the Sun takes, most is here. */
  function sumInto(twofold: Float64Array, threefold: Float64Array, once: Float64Array, twice: Float64Array): void {
    const [a, b, c, d, e, f] = twofold
    const [p, q, r, s, t, u, v, w, x] = threefold
    for (let i = 0, l = 0, m = 0; i < length; i++, l += 6, m += 9) {
      once[i] = a * linear[l] + b * linear[l + 1] + c * linear[l + 2] + d * linear[l + 3] + e * linear[l + 4] + f * linear[l + 5]
      twice[i] =
        p * square[m] +
        q * square[m + 1] +
        r * square[m + 2] +
        s * square[m + 3] +
        t * square[m + 4] +
        u * square[m + 5] +
        v * square[m + 6] +
        w * square[m + 7] +
        x * square[m + 8]
    }
  }
  function contract([c0, c1, c2]: Triple<number>, left: number, right: number): void {
    if (last[0] === c0 && last[1] === c1 && last[2] === c2 && last[3] === left && last[4] === right) return
    last.set([c0, c1, c2, left, right])
    for (let a = 0; a < 3; a++) {
      const c = last[a]
      twofold[2 * a] = options.interference === 'none' ? 0 : c * left
      twofold[2 * a + 1] = options.interference === 'none' ? 0 : c * right
      threefold[3 * a] = c * c * left * left
      threefold[3 * a + 1] = c * c * right * right
      threefold[3 * a + 2] = c * c * left * right
    }
    sumInto(twofold, threefold, once, twice)
  }

  return {
    recoils_keV,
    terms({ neutrinos, left, right }, mass_GeV, out) {
      requireMass(mass_GeV)
      contract(neutrinos, left, right)
      const mass2 = mass_GeV * mass_GeV
      for (let i = 0; i < length; i++) {
        const propagator = 1 / (momenta2[i] + mass2)
        out[3 * i] = standard[i]
        out[3 * i + 1] = propagator * once[i]
        out[3 * i + 2] = propagator * propagator * twice[i]
      }
    },
    termsAlong: (line, mass_GeV, out) => termsAlong(line, mass_GeV, moments, out),
  }
}

/** Of every power of g that there is, coefficients of the products of couplings: six to first order in them, nine to second. */
type Products = readonly { readonly power: number; readonly first: Float64Array; readonly second: Float64Array }[]

function productsAlong({ slope, offset }: ScatteringLine<ElectronScattering>, { interference }: ScatteringOptions): Products {
  const powers = Array.from({ length: POWERS }, (_, power) => ({ power, first: new Float64Array(6), second: new Float64Array(9) }))
  const neutrinos = new Float64Array(3)
  const electrons = new Float64Array(3)
  const charges = [
    [slope.left, offset.left, slope.left, offset.left],
    [slope.right, offset.right, slope.right, offset.right],
    [slope.left, offset.left, slope.right, offset.right],
  ] as const
  for (let a = 0; a < 3; a++) {
    const [s, o] = [slope.neutrinos[a], offset.neutrinos[a]]
    lineProduct(s, o, s, o, neutrinos)
    for (const [x, [c, d, e, f]] of charges.entries()) {
      lineProduct(c, d, e, f, electrons)
      for (let j = 0; j < 3; j++) for (let k = 0; k < 3; k++) powers[j + k].second[3 * a + x] += neutrinos[j] * electrons[k]
      if (x === 2 || interference === 'none') continue
      lineProduct(s, o, c, d, electrons)
      for (let k = 0; k < 3; k++) powers[k].first[2 * a + x] = electrons[k]
    }
  }
  // The Standard Model goes with the zeroth, whatever the boson adds to it.
  return powers.filter(({ power, first, second }) => power === 0 || [...first, ...second].some((product) => product !== 0))
}
