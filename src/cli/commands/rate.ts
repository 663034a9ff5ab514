import type { Assumptions } from '../../assumptions.ts'
import { reference } from '../../citations.ts'
import type { Boson } from '../../couplings/index.ts'
import { type ElectronCounting, electronTarget, type FormFactorKind, MATERIALS, nuclearTarget } from '../../detectors/index.ts'
import { InputError, unknownWord } from '../../errors.ts'
import { buildMoments, loadSun, SOLAR_SOURCES } from '../../neutrinos/index.ts'
import {
  type ElectronScattering,
  electronRecoilRates,
  electronScattering,
  type FluxTails,
  type NuclearScattering,
  nuclearRecoilRates,
  nuclearScattering,
  type RecoilRates,
  scatteringOptions,
} from '../../processes/index.ts'
import { formatEnergy, textTable, trim } from '../../reports/text.ts'
import { parseGrid } from '../../units.ts'
import { type BosonOptions, bosonJson, optionalBoson, potentialOf } from '../boson.ts'
import { type CommonOptions, chosenAssumptions, print, printJson, warnAbout } from '../options.ts'

export interface RateOptions extends CommonOptions, BosonOptions {
  target?: string
  channel: string
  energy?: string
  electrons: string
  formFactor: string
}

const COUNTINGS: readonly ElectronCounting[] = ['recoil-step', 'neutrino-step', 'free']
const FORM_FACTORS: readonly FormFactorKind[] = ['helm', 'klein-nystrand', 'none']
const NO_ELECTRONS: ElectronScattering = { neutrinos: [0, 0, 0], left: 0, right: 0 }
const NO_NUCLEI: NuclearScattering = { neutrinos: [0, 0, 0], proton: 0, neutron: 0 }

export function oneOf<T extends string>(field: string, value: string | undefined, allowed: readonly T[]): T {
  if (value === undefined) throw new InputError(`missing; one of ${allowed.join(', ')}`, field)
  const known = allowed.find((word) => word === value)
  if (known === undefined) throw unknownWord(field, value, allowed, field)
  return known
}

/** Standard Model, interference and boson alone at each recoil energy [1/(t yr keV)]. */
type Spectrum = (tails: FluxTails, recoils_keV: Float64Array) => Float64Array

function spectrumOf<Scattering>(
  ratesOf: (tails: FluxTails, recoils_keV: Float64Array) => RecoilRates<Scattering>,
  scattering: Scattering,
  mass_GeV: number,
): Spectrum {
  return (tails, recoils_keV) => {
    const terms = new Float64Array(3 * recoils_keV.length)
    ratesOf(tails, recoils_keV).terms(scattering, mass_GeV, terms)
    return terms
  }
}

/** The spectrum of the chosen recoils, and what of the choice belongs in the result. */
export function chosenSpectrum(
  options: RateOptions,
  boson: Boson | undefined,
  assumptions: Assumptions,
): { spectrum: Spectrum; how: object } {
  const material = oneOf('target', options.target, MATERIALS)
  const electrons = oneOf('electrons', options.electrons, COUNTINGS)
  const form_factor = oneOf('form-factor', options.formFactor, FORM_FACTORS)
  const mass_GeV = boson?.mass ?? 1
  const choices = scatteringOptions(assumptions)
  if (oneOf('channel', options.channel, ['er', 'nr']) === 'er') {
    const target = electronTarget(material, electrons)
    const scattering = boson === undefined ? NO_ELECTRONS : electronScattering(boson.couplingsAt(0))
    const spectrum = spectrumOf((tails, recoils_keV) => electronRecoilRates(target, tails, recoils_keV, choices), scattering, mass_GeV)
    return { spectrum, how: { electrons } }
  }
  const target = nuclearTarget(material, form_factor)
  const scattering = boson === undefined ? NO_NUCLEI : nuclearScattering(boson)
  const spectrum = spectrumOf((tails, recoils_keV) => nuclearRecoilRates(target, tails, recoils_keV, choices), scattering, mass_GeV)
  return { spectrum, how: { form_factor } }
}

export async function rate(options: RateOptions): Promise<void> {
  if (options.energy === undefined) throw new InputError('missing; write a recoil energy such as --energy 2keV', 'energy')
  const recoils_keV = Float64Array.from(parseGrid(options.energy, 'energy', 'energy'), (energy_GeV) => 1e6 * energy_GeV)
  const assumptions = await chosenAssumptions(options)
  const boson = await optionalBoson(options, assumptions)
  const { spectrum, how } = chosenSpectrum(options, boson, assumptions)
  const sun = await loadSun(assumptions)
  const moments = buildMoments(sun, potentialOf(boson, assumptions))

  const spectra = SOLAR_SOURCES.map((source) => spectrum((minimum, out) => moments.tail(source, minimum, out), recoils_keV))
  const points = [...recoils_keV].map((energy_keV, i) => {
    const by_source = Object.fromEntries(
      SOLAR_SOURCES.map((source, s) => [source, spectra[s][3 * i] + spectra[s][3 * i + 1] + spectra[s][3 * i + 2]]),
    )
    return { energy_keV, rate_per_t_yr_keV: Object.values(by_source).reduce((sum, part) => sum + part, 0), by_source }
  })
  if (boson !== undefined) warnAbout(boson.model, assumptions)
  if (options.json) {
    printJson({
      target: options.target,
      channel: options.channel,
      ...how,
      ...bosonJson(boson),
      assumptions,
      citations: sun.citations,
      points,
    })
    return
  }
  print(
    textTable([
      ['recoil', 'per t yr keV', ...SOLAR_SOURCES],
      ...points.map(({ energy_keV, rate_per_t_yr_keV, by_source }) => [
        formatEnergy(1e-6 * energy_keV),
        trim(rate_per_t_yr_keV),
        ...SOLAR_SOURCES.map((source) => trim(by_source[source])),
      ]),
    ]),
  )
  print(`\nSources: ${sun.citations.map(reference).join('; ')}`)
}
