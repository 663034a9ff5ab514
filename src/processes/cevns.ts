import { E_CHARGE, G_FERMI } from '../constants.ts'
import { type Boson, neutronCoupling, protonCoupling } from '../couplings/boson.ts'
import { loopMixing } from '../couplings/kinetic-mixing.ts'
import type { NuclearTarget, Nucleus } from '../detectors/targets.ts'
import { ELECTRIC, type Model, type Triple } from '../models/model.ts'
import { type Flavour, maximumRecoil, minimumEnergy, type ScatteringOptions } from './neutrino-electron.ts'
import { type FluxTails, PER_KEV_YEAR, type RecoilRates, requireMass, requireRecoil } from './recoil-rates.ts'

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
  const couplings = boson.couplingsAt(0)
  const { nu_e, nu_mu, nu_tau } = couplings
  return {
    neutrinos: [nu_e.vector, nu_mu.vector, nu_tau.vector],
    proton: protonCoupling(couplings),
    neutron: neutronCoupling(couplings),
    running: { coupling: boson.coupling, loops: runningCouplings(boson) },
  }
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
 * $$\frac{d\sigma}{dE_R} = \frac{G_F^2M}{\pi}\Big(1 - \frac{ME_R}{2E^2}\Big)\Big[Z\big(\tfrac12 - 2s_W^2\big)F_p - \tfrac N2F_n
 * + \frac{c_\nu\,(Z\,c_pF_p + N\,c_nF_n)}{\sqrt2\,G_F\,(2ME_R + m^2)}\Big]^2 .$$
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
 * terms[0] // 231.5
 */
export function nuclearRecoilRates(
  target: NuclearTarget,
  tails: FluxTails,
  recoils_keV: Float64Array,
  options: ScatteringOptions,
): RecoilRates<NuclearScattering> {
  // One entry per recoil energy and nucleus that neutrinos reach: entries of recoil i from starts[i] to starts[i + 1].
  const length = recoils_keV.length
  const most = length * target.nuclei.length
  const starts = new Int32Array(length + 1)
  const momenta2 = new Float64Array(most)
  const shapes = new Float64Array(2 * most)
  const weak = new Float64Array(most)
  const fluxes = new Float64Array(3 * most)
  const standard = new Float64Array(length)
  const tail = new Float64Array(9)
  let entry = 0
  for (let i = 0; i < length; i++) {
    requireRecoil(recoils_keV[i])
    starts[i] = entry
    const recoil = 1e-6 * recoils_keV[i]
    for (const nucleus of target.nuclei) {
      const { protons, neutrons, mass_GeV: M, perTonne } = nucleus
      tails(1e3 * minimumEnergy(recoil, M), tail)
      if (tail[0] === 0 && tail[3] === 0 && tail[6] === 0) continue
      const momentum = Math.sqrt(2 * M * recoil)
      const z = protons * nucleus.protonFormFactor(momentum)
      const n = neutrons * nucleus.neutronFormFactor(momentum)
      const unit = ((perTonne * G_FERMI ** 2 * M) / Math.PI) * PER_KEV_YEAR
      const flip = 0.5e6 * M * recoil
      momenta2[entry] = 2 * M * recoil
      shapes[2 * entry] = z / (Math.SQRT2 * G_FERMI)
      shapes[2 * entry + 1] = n / (Math.SQRT2 * G_FERMI)
      weak[entry] = z * weakProton(options) + n * WEAK_NEUTRON
      for (let a = 0; a < 3; a++) {
        const flux = unit * (tail[3 * a] - flip * tail[3 * a + 2])
        fluxes[3 * entry + a] = flux
        standard[i] += flux * weak[entry] ** 2
      }
      entry++
    }
  }
  starts[length] = entry

  const runs = new WeakMap<RunningCouplings, Float64Array>()
  function runOf(loops: RunningCouplings): Float64Array {
    let run = runs.get(loops)
    if (run === undefined) {
      run = new Float64Array(entry)
      for (let x = 0; x < entry; x++) {
        const [proton, neutron] = loops.at(momenta2[x])
        run[x] = shapes[2 * x] * proton + shapes[2 * x + 1] * neutron
      }
      runs.set(loops, run)
    }
    return run
  }
  const none = new Float64Array(entry)

  // Without propagators, for the couplings asked about last: neighbouring questions differ in the mass alone.
  const last = new Float64Array(6).fill(Number.NaN)
  let lastRun: Float64Array | undefined
  const once = new Float64Array(entry)
  const twice = new Float64Array(entry)
  function contract({ neutrinos: [c0, c1, c2], proton, neutron, running }: NuclearScattering): void {
    const run = running === undefined ? none : runOf(running.loops)
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
    for (let x = 0; x < entry; x++) {
      const charge = shapes[2 * x] * proton + shapes[2 * x + 1] * neutron + coupling * run[x]
      const f0 = fluxes[3 * x]
      const f1 = fluxes[3 * x + 1]
      const f2 = fluxes[3 * x + 2]
      once[x] = interference * weak[x] * charge * (c0 * f0 + c1 * f1 + c2 * f2)
      twice[x] = charge * charge * (c0 * c0 * f0 + c1 * c1 * f1 + c2 * c2 * f2)
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
        for (let x = starts[i]; x < starts[i + 1]; x++) {
          const propagator = 1 / (momenta2[x] + mass2)
          linear += propagator * once[x]
          square += propagator * propagator * twice[x]
        }
        out[3 * i] = standard[i]
        out[3 * i + 1] = linear
        out[3 * i + 2] = square
      }
    },
  }
}
