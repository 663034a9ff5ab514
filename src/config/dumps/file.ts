import { type BeamDump, prepareDump, type Reach } from '../../constraints/beam-dump.ts'
import { InputError } from '../../errors.ts'
import type { Material } from '../../processes/bremsstrahlung/electron.ts'
import type { Beam } from '../../processes/production/beams.ts'
import { parsePositive } from '../../units.ts'
import { checkSize, finalStateOf, line } from '../limits/file.ts'
import { massConversion } from '../limits/units.ts'
import { openYaml, parseLocated } from '../yaml.ts'
import { type DumpFile, dumpFileSchema } from './schema.ts'

const energy = (text: string): number => parsePositive(text, 'energy', 'energy')
const length = (text: string): number => parsePositive(text, 'length', 'length')

/** Whether YAML text describes a beam dump rather than a published curve: it has a beam, and no data. */
export function isDumpYaml(text: string, name: string): boolean {
  checkSize({ name, text })
  const { data } = openYaml(text, name)
  return typeof data === 'object' && data !== null && 'beam' in data && !('data' in data)
}

/**
 * A beam dump of the user's own, from YAML: beam, lengths, momentum, and an anchor, a reduced rate or numbers of particles. `beamDump` makes a constraint of it.
 *
 * @param text the YAML
 * @param name its name, for messages
 * @throws InputError in one line that begins with `file:line:column`
 * @example
 * const yaml = [
 *   'id: my-dump',
 *   'title: My dump',
 *   'source: nowhere, an example',
 *   'confidence: 0.9',
 *   'beam: {particle: proton, energy: 400 GeV, formFactor: dipole-step}',
 *   'shield: 60 m',
 *   'volume: 50 m',
 *   'finalState: [ee, mumu, hadrons]',
 *   'anchor: {mass: 100 MeV, epsilon: 5.28e-8}',
 * ].join('\n')
 * parseDumpYaml(yaml, 'mine.yaml').momentum_GeV // 200
 */
export function parseDumpYaml(text: string, name: string): BeamDump {
  checkSize({ name, text })
  const header = parseLocated(text, name, dumpFileSchema)
  const file = header.value
  const { id, kind = 'exclusion', confidence, notes, unverified, momentum, shield, volume } = file
  const title = line(file.title)
  const experiment = line(file.experiment ?? file.title)
  const beamEnergy = energy(file.beam.energy)
  const momentum_GeV = momentumOf(file, beamEnergy)
  if (typeof momentum_GeV === 'number' && momentum_GeV > beamEnergy) {
    throw header.refusal(['momentum'], `momentum: ${momentum} is more than the beam has`)
  }
  const onTarget = file.beam.target === undefined ? [] : [`On ${line(file.beam.target)}.`]
  const remarks = [...onTarget, ...(notes === undefined ? [] : [line(notes)])]
  const dump: BeamDump = {
    id,
    experiment,
    label: experiment,
    title,
    kind,
    confidence,
    citations: [],
    where: line(file.source),
    ...(remarks.length === 0 ? {} : { notes: remarks.join(' ') }),
    ...(unverified === undefined ? {} : { unverified: line(unverified) }),
    shield_m: length(shield),
    volume_m: length(volume),
    beam: beamOf(file.beam, beamEnergy),
    momentum_GeV,
    finalState: finalStateOf(file.finalState),
    reach: reachOf(file),
  }
  try {
    prepareDump(dump)
  } catch (error) {
    throw error instanceof InputError ? header.refusal((error.field ?? 'anchor').split('.'), error.message) : error
  }
  return dump
}

/** As coy-2021 has it for protons; electrons make bosons of all momenta, and the slow ones count. */
function momentumOf({ momentum, beam }: DumpFile, beamEnergy: number): BeamDump['momentum_GeV'] {
  if (momentum === undefined) return beam.particle === 'electron' ? 'spectrum' : beamEnergy / 2
  return momentum === 'spectrum' ? momentum : energy(momentum)
}

function beamOf({ particle, target, collider, formFactor = 'none', crossSection, mesons }: DumpFile['beam'], energy_GeV: number): Beam {
  if (particle === 'electron') return { particle, energy_GeV, target: target as Material }
  const table = crossSection && massesIn(crossSection)
  return { particle, energy_GeV, isCollider: collider, formFactor: table ?? formFactor, mesons }
}

function massesIn({ unit, rows }: NonNullable<DumpFile['beam']['crossSection']>): readonly (readonly [number, number])[] {
  const toGeV = massConversion(unit)
  return rows.map(([mass, ratio]) => [toGeV(mass), ratio])
}

function reachOf({ anchor, reducedRate, particles, decays, efficiency = 1 }: DumpFile): Reach {
  if (anchor !== undefined) return { anchor: { mass_GeV: energy(anchor.mass), epsilon: anchor.epsilon } }
  if (reducedRate !== undefined) return { reducedRate }
  return { particles: particles as number, decays: decays as number, efficiency }
}
