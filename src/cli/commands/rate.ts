import type { Assumptions } from '../../assumptions.ts'
import { reference } from '../../citations.ts'
import type { Boson } from '../../couplings/index.ts'
import { type ElectronCounting, electronTarget, type FormFactorKind, MATERIALS, nuclearTarget } from '../../detectors/index.ts'
import { InputError } from '../../errors.ts'
import {
  type ElectronScattering,
  electronRecoilRates,
  electronScattering,
  type NuclearScattering,
  nuclearRecoilRates,
  nuclearScattering,
  type RecoilRates,
  scatteringOptions,
} from '../../processes/index.ts'
import { formatEnergy, textTable, trim } from '../../reports/text.ts'
import { parseGrid } from '../../units.ts'
import { type BosonOptions, bosonJson, optionalBoson, potentialOf } from '../boson.ts'
import { type CommonOptions, chosenAssumptions, oneOf, print, printJson, warnAbout } from '../options.ts'
import { chosenSource, type Part, type SourceOptions } from '../source.ts'

export interface RateOptions extends CommonOptions, BosonOptions, SourceOptions {
  target?: string
  channel: string
  energy?: string
  electrons?: string
  formFactor?: string
}

export const CHANNELS = ['er', 'nr'] as const
const COUNTINGS: readonly ElectronCounting[] = ['recoil-step', 'neutrino-step', 'free']
const FORM_FACTORS: readonly FormFactorKind[] = ['helm', 'klein-nystrand', 'none']
const NO_ELECTRONS: ElectronScattering = { neutrinos: [0, 0, 0], left: 0, right: 0 }
const NO_NUCLEI: NuclearScattering = { neutrinos: [0, 0, 0], proton: 0, neutron: 0 }

/** Standard Model, interference and boson alone at each recoil energy [1/(t yr keV)]. */
type Spectrum = (part: Part, recoils_keV: Float64Array) => Float64Array

function spectrumOf<Scattering>(
  ratesOf: (part: Part, recoils_keV: Float64Array) => RecoilRates<Scattering>,
  scattering: Scattering,
  mass_GeV: number,
): Spectrum {
  return (part, recoils_keV) => {
    const terms = new Float64Array(3 * recoils_keV.length)
    ratesOf(part, recoils_keV).terms(scattering, mass_GeV, terms)
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
  const mass_GeV = boson?.mass ?? 1
  const choices = scatteringOptions(assumptions)
  if (oneOf('channel', options.channel, CHANNELS) === 'er') {
    if (options.formFactor !== undefined) throw new InputError('belongs to nuclear recoils, --channel nr; leave it out', 'form-factor')
    const electrons = oneOf('electrons', options.electrons ?? 'recoil-step', COUNTINGS)
    const target = electronTarget(material, electrons)
    const scattering = boson === undefined ? NO_ELECTRONS : electronScattering(boson.couplingsAt(0))
    const ratesOf = ({ tails, antineutrino }: Part, recoils_keV: Float64Array) =>
      electronRecoilRates(target, tails, recoils_keV, { ...choices, antineutrino })
    return { spectrum: spectrumOf(ratesOf, scattering, mass_GeV), how: { electrons } }
  }
  if (options.electrons !== undefined) throw new InputError('belongs to electron recoils, --channel er; leave it out', 'electrons')
  const form_factor = oneOf('form-factor', options.formFactor ?? 'helm', FORM_FACTORS)
  const target = nuclearTarget(material, form_factor)
  const scattering = boson === undefined ? NO_NUCLEI : nuclearScattering(boson)
  const ratesOf = ({ tails }: Part, recoils_keV: Float64Array) => nuclearRecoilRates(target, tails, recoils_keV, choices)
  return { spectrum: spectrumOf(ratesOf, scattering, mass_GeV), how: { form_factor } }
}

export async function rate(options: RateOptions): Promise<void> {
  if (options.energy === undefined) throw new InputError('missing; write a recoil energy such as --energy 2keV', 'energy')
  const recoils_keV = Float64Array.from(parseGrid(options.energy, 'energy', 'energy'), (energy_GeV) => 1e6 * energy_GeV)
  const assumptions = await chosenAssumptions(options)
  const boson = await optionalBoson(options, assumptions)
  const { spectrum, how } = chosenSpectrum(options, boson, assumptions)
  const { source, citations, parts } = await chosenSource(options, assumptions)

  const spectra = parts(potentialOf(boson, assumptions)).map((part) => [part.id, spectrum(part, recoils_keV)] as const)
  const points = [...recoils_keV].map((energy_keV, i) => {
    const by_source = Object.fromEntries(spectra.map(([id, terms]) => [id, terms[3 * i] + terms[3 * i + 1] + terms[3 * i + 2]]))
    return { energy_keV, rate_per_t_yr_keV: Object.values(by_source).reduce((sum, part) => sum + part, 0), by_source }
  })
  if (boson !== undefined) warnAbout(boson.model, assumptions)
  if (options.json) {
    printJson({
      target: options.target,
      source,
      channel: options.channel,
      ...how,
      ...bosonJson(boson),
      assumptions,
      citations,
      points,
    })
    return
  }
  print(
    textTable([
      ['recoil', 'per t yr keV', ...spectra.map(([id]) => id)],
      ...points.map(({ energy_keV, rate_per_t_yr_keV, by_source }) => [
        formatEnergy(1e-6 * energy_keV),
        trim(rate_per_t_yr_keV),
        ...Object.values(by_source).map(trim),
      ]),
    ]),
  )
  print(`\nSources: ${citations.map(reference).join('; ')}`)
}
