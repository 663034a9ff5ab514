import type { Assumptions } from '../assumptions.ts'
import type { CitationKey } from '../citations.ts'
import { reactorLowEnergy, reactorSpectra } from '../data/reactor-antineutrinos.ts'
import { InputError } from '../errors.ts'
import {
  buildMoments,
  loadSun,
  type MatterPotential,
  type NeutrinoComponent,
  reactor,
  SOLAR_SOURCES,
  sourceTails,
  stoppedPions,
} from '../neutrinos/index.ts'
import type { FluxTails } from '../processes/index.ts'
import { parsePositive } from '../units.ts'
import { oneOf, positiveNumber } from './options.ts'

/** What sends neutrinos to a target. */
export interface SourceOptions {
  source?: string
  power?: string
  distance?: string
  protons?: string
  pions?: string
}

/** Sources of neutrinos, in words, and the options that each needs. */
export const SOURCES = {
  solar: { title: 'Solar neutrinos', needs: [] },
  reactor: { title: 'Reactor antineutrinos', needs: ['power', 'distance'] },
  'stopped-pion': { title: 'Neutrinos of stopped pions', needs: ['protons', 'pions', 'distance'] },
} as const satisfies Record<string, { title: string; needs: readonly (keyof typeof EXAMPLES)[] }>

export type SourceName = keyof typeof SOURCES

const EXAMPLES = { power: '3.9GW', distance: '20m', protons: '1.5e23/yr', pions: '0.08' } as const

/** One kind of neutrino of a source. */
export interface Part {
  readonly id: string
  readonly antineutrino: boolean
  readonly tails: FluxTails
}

/** The neutrinos of a source. */
export interface ChosenSource {
  readonly source: SourceName
  readonly citations: readonly CitationKey[]
  /** With what a boson adds to the potentials in the Sun, where it adds something. */
  parts(potential?: MatterPotential): readonly Part[]
}

/** The options of a source, typed, without those of others. */
function quantities(options: SourceOptions, source: SourceName) {
  const needs: readonly string[] = SOURCES[source].needs
  for (const [name, example] of Object.entries(EXAMPLES)) {
    const given = options[name as keyof typeof EXAMPLES]
    if (given === undefined && needs.includes(name)) throw new InputError(`missing; write a quantity such as --${name} ${example}`, name)
    if (given !== undefined && !needs.includes(name)) {
      const owners = Object.entries(SOURCES).flatMap(([owner, { needs }]) => (needs.some((one) => one === name) ? [owner] : []))
      throw new InputError(`belongs to --source ${owners.join(' or ')}; leave it out`, name)
    }
  }
  return {
    power_GW: () => parsePositive(`${options.power}`, 'power', 'power'),
    distance_m: () => parsePositive(`${options.distance}`, 'length', 'distance'),
    protonsPerYear: () => parsePositive(`${options.protons}`, 'rate', 'protons'),
    pionsPerProton: () => positiveNumber(`${options.pions}`, 'pions'),
  }
}

const partsOf = (components: readonly NeutrinoComponent[]): readonly Part[] =>
  components.map((component) => ({ id: component.id, antineutrino: component.antineutrino, tails: sourceTails([component]) }))

/**
 * The source of `--source`, the Sun where it is not given.
 *
 * @throws InputError for an option that is missing, or belongs to another source
 */
export async function chosenSource(options: SourceOptions, assumptions: Assumptions): Promise<ChosenSource> {
  const source = oneOf('source', options.source ?? 'solar', Object.keys(SOURCES) as SourceName[])
  const { power_GW, distance_m, protonsPerYear, pionsPerProton } = quantities(options, source)
  if (source === 'reactor') {
    const parts = partsOf(reactor({ thermalPower_GW: power_GW(), distance_m: distance_m() }))
    return { source, citations: [reactorSpectra.citation, reactorLowEnergy.citation].flat(), parts: () => parts }
  }
  if (source === 'stopped-pion') {
    const beam = { protonsPerYear: protonsPerYear(), pionsPerProton: pionsPerProton(), distance_m: distance_m() }
    const parts = partsOf(stoppedPions(beam))
    return { source, citations: ['amaral-2020'], parts: () => parts }
  }
  const sun = await loadSun(assumptions)
  return {
    source,
    citations: sun.citations,
    parts(potential) {
      const moments = buildMoments(sun, potential)
      return SOLAR_SOURCES.map((id) => ({ id, antineutrino: false, tails: (minimum, out) => moments.tail(id, minimum, out) }))
    },
  }
}
