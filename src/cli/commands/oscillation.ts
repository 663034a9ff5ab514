import { reference } from '../../citations.ts'
import { InputError, unknownWord } from '../../errors.ts'
import { loadSun, type Observation, SOLAR_SOURCES, type SolarSource, sunAtNight } from '../../neutrinos/index.ts'
import { formatEnergy, textTable } from '../../reports/text.ts'
import { parseGrid, parseQuantity } from '../../units.ts'
import { type BosonOptions, bosonJson, optionalBoson, potentialOf } from '../boson.ts'
import { type CommonOptions, chosenAssumptions, oneOf, print, printJson, warnAbout } from '../options.ts'

interface Options extends CommonOptions, BosonOptions {
  source?: string
  energy?: string
  latitude?: string
  time?: string
}

/** When and where the Sun is seen, where it is not by day. */
function chosenObservation({ latitude, time }: Options): Observation | undefined {
  if (latitude === undefined && time !== undefined) throw new InputError('missing; write an angle such as --latitude 36.4deg', 'latitude')
  if (latitude === undefined) return undefined
  const latitude_deg = parseQuantity(latitude, 'angle', 'latitude')
  return { latitude_deg, time: oneOf('time', time ?? 'night', ['night', 'year']) }
}

export async function oscillation(options: Options): Promise<void> {
  const { source: name } = options
  if (name === undefined) throw new InputError(`missing; one of ${SOLAR_SOURCES.join(', ')}`, 'source')
  const source = SOLAR_SOURCES.find((known): known is SolarSource => known === name)
  if (source === undefined) throw unknownWord('solar source', name, SOLAR_SOURCES, 'source')
  if (options.energy === undefined) throw new InputError('missing; write a quantity such as --energy 10MeV', 'energy')
  const energies = parseGrid(options.energy, 'energy', 'energy')
  const observation = chosenObservation(options)
  const assumptions = await chosenAssumptions(options)
  const boson = await optionalBoson(options, assumptions)
  const day = await loadSun(assumptions)
  const sun = observation === undefined ? day : sunAtNight(day, observation)
  const potential = potentialOf(boson, assumptions)
  const points = energies.map((energy_GeV) => {
    const energy_MeV = 1e3 * energy_GeV
    const [P_ee, P_emu, P_etau] = sun.probabilities(source, energy_MeV, potential)
    return { energy_MeV, P_ee, P_emu, P_etau }
  })
  const spectrum = sun.spectrum(source)
  const end_MeV = spectrum.kind === 'continuum' ? spectrum.edges_MeV[spectrum.edges_MeV.length - 1] : Number.POSITIVE_INFINITY
  if (energies.some((energy_GeV) => 1e3 * energy_GeV > end_MeV)) {
    process.stderr.write(
      `warning: ${source} has no neutrinos above ${end_MeV} MeV; the probabilities there are those of its place in the Sun\n`,
    )
  }
  if (boson !== undefined) warnAbout(boson.model, assumptions)
  if (options.json) printJson({ source, ...observation, ...bosonJson(boson), assumptions, citations: sun.citations, points })
  else {
    print(
      textTable([
        ['energy', 'P_ee', 'P_emu', 'P_etau'],
        ...points.map(({ energy_MeV, P_ee, P_emu, P_etau }) => [
          formatEnergy(1e-3 * energy_MeV),
          ...[P_ee, P_emu, P_etau].map((p) => p.toFixed(5)),
        ]),
      ]),
    )
    print(`\nSources: ${sun.citations.map(reference).join('; ')}`)
  }
}
