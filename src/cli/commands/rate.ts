import { reference } from '../../citations.ts'
import { type ElectronCounting, electronTarget } from '../../detectors/index.ts'
import { InputError, unknownWord } from '../../errors.ts'
import { buildMoments, loadSun, SOLAR_SOURCES } from '../../neutrinos/index.ts'
import { type ElectronScattering, electronRecoilRate, electronScattering, scatteringOptions } from '../../processes/index.ts'
import { formatEnergy, textTable, trim } from '../../reports/text.ts'
import { parseGrid } from '../../units.ts'
import { type BosonOptions, bosonJson, optionalBoson, potentialOf } from '../boson.ts'
import { type CommonOptions, chosenAssumptions, print, printJson, warnAbout } from '../options.ts'

interface Options extends CommonOptions, BosonOptions {
  target?: string
  channel: string
  energy?: string
  electrons: string
}

const TARGETS = ['Xe', 'Ar', 'Ge'] as const
const COUNTINGS: readonly ElectronCounting[] = ['recoil-step', 'neutrino-step', 'free']
const NO_BOSON: ElectronScattering = { neutrinos: [0, 0, 0], left: 0, right: 0 }

function oneOf<T extends string>(field: string, value: string | undefined, allowed: readonly T[]): T {
  if (value === undefined) throw new InputError(`missing; one of ${allowed.join(', ')}`, field)
  const known = allowed.find((word) => word === value)
  if (known === undefined) throw unknownWord(field, value, allowed, field)
  return known
}

export async function rate(options: Options): Promise<void> {
  const target = electronTarget(oneOf('target', options.target, TARGETS), oneOf('electrons', options.electrons, COUNTINGS))
  oneOf('channel', options.channel, ['er'])
  if (options.energy === undefined) throw new InputError('missing; write a recoil energy such as --energy 2keV', 'energy')
  const energies_keV = parseGrid(options.energy, 'energy', 'energy').map((energy_GeV) => 1e6 * energy_GeV)
  const assumptions = await chosenAssumptions(options)
  const boson = await optionalBoson(options, assumptions)
  const sun = await loadSun(assumptions)
  const moments = buildMoments(sun, potentialOf(boson, assumptions))
  const scattering = boson === undefined ? NO_BOSON : electronScattering(boson.couplingsAt(0))
  const choices = scatteringOptions(assumptions)

  const points = energies_keV.map((energy_keV) => {
    const by_source = Object.fromEntries(
      SOLAR_SOURCES.map((source) => {
        const terms = electronRecoilRate(target, moments, energy_keV, boson?.mass ?? 1, scattering, choices, source)
        return [source, terms[0] + terms[1] + terms[2]]
      }),
    )
    return { energy_keV, rate_per_t_yr_keV: Object.values(by_source).reduce((sum, part) => sum + part, 0), by_source }
  })
  if (boson !== undefined) warnAbout(boson.model, assumptions)
  if (options.json) {
    printJson({
      target: target.element,
      channel: options.channel,
      electrons: target.counting,
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
