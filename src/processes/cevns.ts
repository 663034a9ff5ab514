import { E_CHARGE, G_FERMI } from '../constants.ts'
import { type Boson, type Couplings, neutronCoupling, protonCoupling, type Ray } from '../couplings/boson.ts'
import { loopMixing } from '../couplings/kinetic-mixing.ts'
import type { NuclearTarget, Nucleus } from '../detectors/targets.ts'
import { ELECTRIC, type Model, type Triple } from '../models/model.ts'
import { type Flavour, maximumRecoil, minimumEnergy, type ScatteringOptions } from './neutrino-electron.ts'
import {
  type FluxTails,
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

/** How loops make the couplings of nucleons run with the momentum transfer, per unit of the boson's coupling. */
export interface RunningCouplings {
  /** What is added to the couplings of proton and neutron at $q^2 = -Q^2$, against those at zero [GeV²]. */
  at(momentum2_GeV2: number): readonly [proton: number, neutron: number]
}

/** Couplings of a boson to neutrinos and, as vector, to nucleons at q² → 0, gauge coupling included. */
export interface NuclearScattering {
  readonly neutrinos: Triple<number>
  readonly proton: number
  readonly neutron: number
  readonly running?: { readonly coupling: number; readonly loops: RunningCouplings }
}

const runningOf = new WeakMap<Model, Map<string, RunningCouplings>>()

/** The loops of a model: one object per model and assumption, so that what is computed from it can be kept. */
function runningCouplings({ model, assumptions: { kineticMixing } }: Boson): RunningCouplings {
  let known = runningOf.get(model)
  if (known === undefined) runningOf.set(model, (known = new Map()))
  let running = known.get(kineticMixing)
  if (running === undefined) {
    const { ratio, feedsCharged } = loopMixing(model, kineticMixing)
    const contact = ratio(0).re
    const photon = (quark: 'u' | 'd'): number => {
      const { left, right } = model.charges[quark]
      return feedsCharged || (left === 0 && right === 0) ? -E_CHARGE * ELECTRIC[quark].charge : 0
    }
    const [proton, neutron] = [2 * photon('u') + photon('d'), photon('u') + 2 * photon('d')]
    known.set(
      kineticMixing,
      (running = {
        at(momentum2) {
          const change = ratio(-momentum2).re - contact
          return [proton * change, neutron * change]
        },
      }),
    )
  }
  return running
}

/**
 * What of a boson coherent scattering sees: its vector couplings to neutrinos and nucleons, $c_p = 2c_u + c_d$ and $c_n = c_u + 2c_d$ (quarks of
 * the other generations have no net number in a nucleon), and how loop-induced mixing makes them run.
 *
 * @example
 * nuclearScattering(bosonAt(resolveModel('b-l'), 0.01, 1e-4, assume())).proton // 1e-4
 */
export function nuclearScattering(boson: Boson): NuclearScattering {
  return nuclearScatteringOf(boson.couplingsAt(0), { coupling: boson.coupling, loops: runningCouplings(boson) })
}

function nuclearScatteringOf(couplings: Couplings, running?: NuclearScattering['running']): NuclearScattering {
  const { nu_e, nu_mu, nu_tau } = couplings
  return {
    neutrinos: [nu_e.vector, nu_mu.vector, nu_tau.vector],
    proton: protonCoupling(couplings),
    neutron: neutronCoupling(couplings),
    running,
  }
}

/** The same of all bosons of a ray, as lines in the coupling. */
export function nuclearScatteringAlong(ray: Ray): ScatteringLine<NuclearScattering> {
  const { slope, offset } = ray.atRest()
  const loops = runningCouplings(ray.at(ray.range[1]))
  return { slope: nuclearScatteringOf(slope, { coupling: 1, loops }), offset: nuclearScatteringOf(offset) }
}

/** Weak charges that go with the form factors of protons and neutrons, $\tfrac12 - 2s_W^2$ and $-\tfrac12$. */
const weakProton = ({ weakMixing }: ScatteringOptions): number => 0.5 - 2 * weakMixing
const WEAK_NEUTRON = -0.5

/**
 * What the square of the amplitude is multiplied by [GeV⁻³], zero beyond the greatest recoil; the amplitude of the Z; and the boson's for a
 * neutrino of coupling one.
 *
 * @throws InputError (field `mass`) for a mass that is not above zero
 */
export function amplitudes(
  energy_GeV: number,
  recoil_GeV: number,
  nucleus: Nucleus,
  mass_GeV: number,
  boson: Omit<NuclearScattering, 'neutrinos'>,
  options: ScatteringOptions,
): { readonly unit: number; readonly weak: number; readonly amplitude: number } {
  requireMass(mass_GeV)
  const { protons, neutrons, mass_GeV: M } = nucleus
  if (!(recoil_GeV >= 0 && recoil_GeV <= maximumRecoil(energy_GeV, M))) return { unit: 0, weak: 0, amplitude: 0 }
  const momentum2 = 2 * M * recoil_GeV
  const momentum = Math.sqrt(momentum2)
  const z = protons * nucleus.protonFormFactor(momentum)
  const n = neutrons * nucleus.neutronFormFactor(momentum)
  let charge = z * boson.proton + n * boson.neutron
  if (boson.running !== undefined) {
    const [proton, neutron] = boson.running.loops.at(momentum2)
    charge += boson.running.coupling * (z * proton + n * neutron)
  }
  return {
    unit: ((G_FERMI ** 2 * M) / Math.PI) * (1 - momentum2 / (4 * energy_GeV ** 2)),
    weak: z * weakProton(options) + n * WEAK_NEUTRON,
    amplitude: charge / (Math.SQRT2 * G_FERMI * (momentum2 + mass_GeV ** 2)),
  }
}

/**
 * Coherent elastic scattering of neutrinos on a nucleus at rest, by Z and a light vector boson (amaral-2020 eqs. 17–24, bernal-2022 eq. 33 with
 * ε in the standard normalisation, foldenauer-2021):
 * $$\frac{d\sigma}{dE_R} = \frac{G_F^2M}{\pi}\Big(1 - \frac{ME_R}{2E^2}\Big)\Big[Z\big(\tfrac12 - 2s_W^2\big)F_p - \tfrac N2F_n +
 * \frac{c_\nu\,(Z\,c_pF_p + N\,c_nF_n)}{\sqrt2\,G_F\,(2ME_R + m^2)}\Big]^2 .$$
 * Antineutrinos the same. Tree level, vector couplings, spin left out; terms of order $E_R/E$ (below 0.4 % for stopped pions, 0.03 % for the Sun)
 * dropped, as in the papers. Without interference the term linear in the boson's couplings is dropped.
 *
 * @param flavour of the neutrino, the index into `boson.neutrinos`
 * @returns [Standard Model, interference, boson alone] [GeV⁻³], which go as 1, s, s² when the product of couplings is scaled by s;
 * zeros beyond the greatest recoil
 * @throws InputError (field `mass`) for a mass that is not above zero
 * @example
 * const [argon] = nuclearTarget('Ar', 'none').nuclei.filter(({ neutrons }) => neutrons === 22)
 * nuclearRecoilTerms(0, 0.03, 20e-6, argon, 1, { neutrinos: [0, 0, 0], proton: 0, neutron: 0 }, { weakMixing: 0.23122, interference: 'full' })
 * // [1.0074e-7, 0, 0]
 */
export function nuclearRecoilTerms(
  flavour: Flavour,
  energy_GeV: number,
  recoil_GeV: number,
  nucleus: Nucleus,
  mass_GeV: number,
  boson: NuclearScattering,
  options: ScatteringOptions,
): Triple<number> {
  const { unit, weak, amplitude } = amplitudes(energy_GeV, recoil_GeV, nucleus, mass_GeV, boson, options)
  const coupling = boson.neutrinos[flavour]
  return [
    unit * weak * weak,
    options.interference === 'none' ? 0 : unit * 2 * weak * coupling * amplitude,
    unit * coupling * coupling * amplitude * amplitude,
  ]
}

/**
 * Greatest recoil energies [keV] of the nuclei of a target for neutrinos of some energies: where lines and kinks of a flux show in the recoil
 * spectrum, for `breaks_keV` of a response.
 *
 * @example
 * greatestRecoils(nuclearTarget('CsI'), [PROMPT_ENERGY_MeV]) // [14.34, 15.01]
 */
export function greatestRecoils({ nuclei }: NuclearTarget, energies_MeV: Iterable<number>): number[] {
  return [...energies_MeV].flatMap((energy_MeV) => nuclei.map(({ mass_GeV }) => 1e6 * maximumRecoil(1e-3 * energy_MeV, mass_GeV)))
}

/**
 * Nuclear recoils in a target, at fixed recoil energies and for any flux: for what {@link nuclearRecoilRates} gives, where there are many fluxes.
 *
 * @throws InputError (field `recoilEnergy`) for recoil energies that are not above zero
 */
export function nuclearRecoils(target: NuclearTarget, recoils_keV: Float64Array, options: ScatteringOptions): Recoils<NuclearScattering> {
  // One entry per recoil energy and nucleus.
  const isotopes = target.nuclei.length
  const entries = recoils_keV.length * isotopes
  const minima_MeV = new Float64Array(entries)
  const momenta2 = new Float64Array(entries)
  const shapes = new Float64Array(2 * entries)
  const weak = new Float64Array(entries)
  const units = new Float64Array(entries)
  for (const [i, recoil_keV] of recoils_keV.entries()) {
    requireRecoil(recoil_keV)
    for (const [n, { protons, neutrons, mass_GeV: M, perTonne, protonFormFactor, neutronFormFactor }] of target.nuclei.entries()) {
      const x = isotopes * i + n
      const recoil = 1e-6 * recoil_keV
      const momentum = Math.sqrt(2 * M * recoil)
      const p = protons * protonFormFactor(momentum)
      const q = neutrons * neutronFormFactor(momentum)
      minima_MeV[x] = 1e3 * minimumEnergy(recoil, M)
      momenta2[x] = 2 * M * recoil
      shapes[2 * x] = p / (Math.SQRT2 * G_FERMI)
      shapes[2 * x + 1] = q / (Math.SQRT2 * G_FERMI)
      weak[x] = p * weakProton(options) + q * WEAK_NEUTRON
      units[x] = ((perTonne * G_FERMI ** 2 * M) / Math.PI) * PER_KEV_YEAR
    }
  }
  // Of every power of g what each flux adds, at 15 * entry + 5 * flavour + power; neighbouring questions differ in the flux alone.
  const weights = new Float64Array(3 * POWERS * entries)
  let weighed: { readonly line: ScatteringLine<NuclearScattering>; readonly mass_GeV: number } | undefined
  function weigh(line: ScatteringLine<NuclearScattering>, mass_GeV: number): void {
    requireMass(mass_GeV)
    weighed = undefined
    const amplitudeAt = ({ proton, neutron, running }: NuclearScattering, x: number): number => {
      const charge = shapes[2 * x] * proton + shapes[2 * x + 1] * neutron + (running?.coupling ?? 0) * runOf(running?.loops)[x]
      return charge / (momenta2[x] + mass_GeV * mass_GeV)
    }
    const interference = options.interference === 'none' ? 0 : 2
    for (let x = 0, at = 0; x < entries; x++) {
      const [c, d] = [amplitudeAt(line.slope, x), amplitudeAt(line.offset, x)]
      const w = interference * weak[x]
      for (let a = 0; a < 3; a++, at += POWERS) {
        const [s, o] = [line.slope.neutrinos[a], line.offset.neutrinos[a]]
        // The square of the amplitude of the Z and (sg + o)(cg + d).
        weights[at] = weak[x] * weak[x] + w * o * d + o * o * d * d
        weights[at + 1] = w * (s * d + o * c) + 2 * s * o * d * d + 2 * o * o * c * d
        weights[at + 2] = w * s * c + s * s * d * d + 4 * s * o * c * d + o * o * c * c
        weights[at + 3] = 2 * s * s * c * d + 2 * s * o * c * c
        weights[at + 4] = s * s * c * c
      }
    }
    weighed = { line, mass_GeV }
  }
  function termsAlong(line: ScatteringLine<NuclearScattering>, mass_GeV: number, fluxes: Float64Array, out: Float64Array): void {
    if (weighed?.line !== line || weighed.mass_GeV !== mass_GeV) weigh(line, mass_GeV)
    for (let i = 0; i < recoils_keV.length; i++) sumPowers(weights, fluxes, 3 * isotopes * i, 3 * isotopes * (i + 1), out, POWERS * i)
  }
  const runs = new WeakMap<RunningCouplings, Float64Array>()
  const none = new Float64Array(entries)
  return {
    recoils_keV,
    minima_MeV,
    fluxes(moments) {
      const fluxes = new Float64Array(3 * entries)
      for (let x = 0; x < entries; x++) {
        const flip = 0.25e6 * momenta2[x]
        for (let at = 3 * x; at < 3 * x + 3; at++) fluxes[at] = units[x] * (moments[3 * at] - flip * moments[3 * at + 2])
      }
      return fluxes
    },
    rates: (fluxes) => ratesOf({ recoils_keV, isotopes, momenta2, shapes, weak, runOf, termsAlong }, fluxes, options),
    termsAlong,
  }

  function runOf(loops: RunningCouplings | undefined): Float64Array {
    if (loops === undefined) return none
    let run = runs.get(loops)
    if (run === undefined) {
      run = new Float64Array(entries)
      for (let x = 0; x < entries; x++) {
        const [proton, neutron] = loops.at(momenta2[x])
        run[x] = shapes[2 * x] * proton + shapes[2 * x + 1] * neutron
      }
      runs.set(loops, run)
    }
    return run
  }
}

/**
 * Nuclear recoils of a flux in a target, at fixed recoil energies: everything but the boson is computed here, once. For 200 recoil energies of
 * natural xenon one boson then takes some ten microseconds.
 *
 * @param tails of the flux: {@link FluxTails}
 * @throws InputError (field `recoilEnergy`) for recoil energies that are not above zero
 * @example
 * const { total } = buildMoments(await loadSun(assume('amaral-2020')))
 * const rates = nuclearRecoilRates(nuclearTarget('Xe'), total, Float64Array.of(1), { weakMixing: 0.23122, interference: 'full' })
 * const terms = new Float64Array(3)
 * rates.terms({ neutrinos: [0, 0, 0], proton: 0, neutron: 0 }, 1, terms)
 * terms[0] // 231.4
 */
export function nuclearRecoilRates(
  target: NuclearTarget,
  tails: FluxTails,
  recoils_keV: Float64Array,
  options: ScatteringOptions,
): RecoilRates<NuclearScattering> {
  const recoils = nuclearRecoils(target, recoils_keV, options)
  return recoils.rates(recoils.fluxes(momentsAbove(tails, recoils.minima_MeV)))
}

/** Per recoil energy and nucleus: squared momenta, amplitudes of protons and neutrons, of the Z, of loops. */
interface Kinematics {
  readonly recoils_keV: Float64Array
  readonly isotopes: number
  readonly momenta2: Float64Array
  readonly shapes: Float64Array
  readonly weak: Float64Array
  runOf(loops: RunningCouplings | undefined): Float64Array
  readonly termsAlong: Recoils<NuclearScattering>['termsAlong']
}

/** @param fluxes of every entry and flavour the flux times its share of the cross section of unit charge */
function ratesOf(kinematics: Kinematics, fluxes: Float64Array, options: ScatteringOptions): RecoilRates<NuclearScattering> {
  const { recoils_keV, isotopes, momenta2, shapes, weak, runOf } = kinematics
  // The entries that neutrinos reach: those of recoil i from starts[i] to starts[i + 1].
  const length = recoils_keV.length
  const starts = new Int32Array(length + 1)
  const reached = new Int32Array(isotopes * length)
  const standard = new Float64Array(length)
  let entry = 0
  for (let i = 0; i < length; i++) {
    for (let x = isotopes * i; x < isotopes * (i + 1); x++) {
      const [f0, f1, f2] = [fluxes[3 * x], fluxes[3 * x + 1], fluxes[3 * x + 2]]
      if (f0 === 0 && f1 === 0 && f2 === 0) continue
      standard[i] += (f0 + f1 + f2) * weak[x] ** 2
      reached[entry++] = x
    }
    starts[i + 1] = entry
  }

  // Without propagators, for the couplings asked about last: neighbouring questions differ in the mass alone.
  const last = new Float64Array(6).fill(Number.NaN)
  let lastRun: Float64Array | undefined
  const once = new Float64Array(entry)
  const twice = new Float64Array(entry)
  function contract({ neutrinos: [c0, c1, c2], proton, neutron, running }: NuclearScattering): void {
    const run = runOf(running?.loops)
    const coupling = running === undefined ? 0 : running.coupling
    const isKnown =
      last[0] === c0 &&
      last[1] === c1 &&
      last[2] === c2 &&
      last[3] === proton &&
      last[4] === neutron &&
      last[5] === coupling &&
      lastRun === run
    if (isKnown) return
    last.set([c0, c1, c2, proton, neutron, coupling])
    lastRun = run
    const interference = options.interference === 'none' ? 0 : 2
    for (let y = 0; y < entry; y++) {
      const x = reached[y]
      const charge = shapes[2 * x] * proton + shapes[2 * x + 1] * neutron + coupling * run[x]
      const f0 = fluxes[3 * x]
      const f1 = fluxes[3 * x + 1]
      const f2 = fluxes[3 * x + 2]
      once[y] = interference * weak[x] * charge * (c0 * f0 + c1 * f1 + c2 * f2)
      twice[y] = charge * charge * (c0 * c0 * f0 + c1 * c1 * f1 + c2 * c2 * f2)
    }
  }

  return {
    recoils_keV,
    terms(boson, mass_GeV, out) {
      requireMass(mass_GeV)
      contract(boson)
      const mass2 = mass_GeV * mass_GeV
      for (let i = 0; i < length; i++) {
        let linear = 0
        let square = 0
        for (let y = starts[i]; y < starts[i + 1]; y++) {
          const propagator = 1 / (momenta2[reached[y]] + mass2)
          linear += propagator * once[y]
          square += propagator * propagator * twice[y]
        }
        out[3 * i] = standard[i]
        out[3 * i + 1] = linear
        out[3 * i + 2] = square
      }
    },
    termsAlong: (line, mass_GeV, out) => kinematics.termsAlong(line, mass_GeV, fluxes, out),
  }
}
