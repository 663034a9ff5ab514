import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { inputJsonSchemas, isDumpYaml, parseDumpYaml } from '../../src/config/index.ts'
import { beamDump } from '../../src/constraints/index.ts'
import { couplingRay } from '../../src/couplings/boson.ts'
import { InputError } from '../../src/errors.ts'
import { ship } from '../../src/experiments/dumps/ship.ts'
import { resolveModel } from '../../src/models/index.ts'

const FIELDS: Readonly<Record<string, string | undefined>> = {
  id: 'my-dump',
  title: 'My dump',
  source: 'nowhere, an example',
  confidence: '0.9',
  beam: '{particle: proton, energy: 400 GeV, formFactor: dipole-step}',
  shield: '60 m',
  volume: '50 m',
  finalState: '[ee, mumu, tautau, hadrons]',
  anchor: '{mass: 100 MeV, epsilon: 5.28e-8}',
}

const yamlOf = (changed: Readonly<Record<string, string | undefined>> = {}): string =>
  Object.entries({ ...FIELDS, ...changed })
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
    .join('\n')
const read = (changed?: Readonly<Record<string, string | undefined>>) => parseDumpYaml(yamlOf(changed), 'd.yaml')
function refusal(changed: Readonly<Record<string, string | undefined>>): string {
  try {
    read(changed)
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    return (error as InputError).message
  }
  throw new Error('accepted')
}

const ELECTRONS = '{particle: electron, energy: 20 GeV, target: aluminium}'

describe('the file of a dump', () => {
  it('says what a dump of the catalogue says, and gives what it gives', async () => {
    const dump = read({ momentum: '300 GeV', kind: 'projection' })
    expect(dump).toMatchObject({ shield_m: 60, volume_m: 50, momentum_GeV: 300, kind: 'projection', confidence: 0.9, citations: [] })
    const [own, ours] = await Promise.all([beamDump(dump), ship].map((entry) => entry.prepare(assume())))
    for (const model of ['dark-photon', 'b-l', 'muon-nu:ratio=0.1']) {
      const ray = couplingRay(resolveModel(model), 0.05, assume())
      expect(own.intervals(ray)).toEqual(ours.intervals(ray))
    }
  })

  it('takes half the beam’s energy for the bosons, an exclusion and its title for its name where nothing is said', () => {
    expect(read()).toMatchObject({
      momentum_GeV: 200,
      kind: 'exclusion',
      experiment: 'My dump',
      label: 'My dump',
      where: 'nowhere, an example',
    })
  })

  it('takes all momenta that bremsstrahlung gives, of electrons where nothing is said', () => {
    expect(read({ momentum: 'spectrum' }).momentum_GeV).toBe('spectrum')
    expect(read({ beam: ELECTRONS }).momentum_GeV).toBe('spectrum')
    expect(read({ beam: ELECTRONS, momentum: '15 GeV' }).momentum_GeV).toBe(15)
  })

  it('takes particles with the decays they have to give, or a reduced rate', () => {
    const counted = { anchor: undefined, particles: '2e20', decays: '3' }
    expect(read(counted).reach).toEqual({ particles: 2e20, decays: 3, efficiency: 1 })
    expect(read({ ...counted, efficiency: '0.3' }).reach).toEqual({ particles: 2e20, decays: 3, efficiency: 0.3 })
    expect(read({ anchor: undefined, reducedRate: '0.75e-20' }).reach).toEqual({ reducedRate: 0.75e-20 })
  })

  it('takes electrons, mesons, colliding beams and tables of cross sections', () => {
    expect(read({ beam: ELECTRONS }).beam).toEqual({ particle: 'electron', energy_GeV: 20, target: 'aluminium' })
    expect(read({ beam: '{particle: proton, energy: 7 TeV, collider: true, mesons: {pi0: 2}, target: another beam}' })).toMatchObject({
      beam: { energy_GeV: 7000, isCollider: true, formFactor: 'none', mesons: { pi0: 2 } },
      notes: 'On another beam.',
    })
    const table = 'crossSection: {unit: MeV, rows: [[10, 1], [100, 1], [500, 0.5]]}'
    expect(read({ beam: `{particle: proton, energy: 400 GeV, ${table}}` }).beam).toMatchObject({
      formFactor: [
        [0.01, 1],
        [0.1, 1],
        [0.5, 0.5],
      ],
    })
  })

  it('is told from that of a published curve by its beam', () => {
    expect(isDumpYaml(yamlOf(), 'd.yaml')).toBe(true)
    expect(isDumpYaml('id: a\ndata: {rows: []}', 'd.yaml')).toBe(false)
    expect(isDumpYaml('beam: 1\ndata: 2', 'd.yaml')).toBe(false)
    expect(isDumpYaml('- 1', 'd.yaml')).toBe(false)
    expect(() => isDumpYaml('a: [', 'd.yaml')).toThrow(/^d\.yaml:1:/)
  })

  it.each([undefined, 'spectrum', '300 GeV'])(
    'takes an anchor up to where most is seen, and gives it back as the lower edge: %s',
    async (momentum) => {
      const largest = Number(/at most (\S+)$/.exec(refusal({ momentum, anchor: '{mass: 100 MeV, epsilon: 1e-3}' }))?.[1])
      for (const epsilon of [1e-9, 0.5 * largest, largest]) {
        const constraint = await beamDump(read({ momentum, anchor: `{mass: 100 MeV, epsilon: ${epsilon}}` })).prepare(assume())
        const intervals = constraint.intervals(couplingRay(resolveModel('dark-photon'), 0.1, assume())) as readonly (readonly [
          number,
          number,
        ])[]
        expect(intervals).toHaveLength(1)
        const [lower, upper] = intervals[0]
        expect(Math.abs(lower / epsilon - 1)).toBeLessThan(1e-6)
        expect(upper).toBeGreaterThan(largest)
        expect(upper).toBeLessThan(epsilon === largest ? 1.01 * largest : Number.POSITIVE_INFINITY)
      }
    },
  )

  it('has a JSON Schema', () => {
    const { required, properties } = inputJsonSchemas()['dump-file'] as { required: string[]; properties: object }
    expect(required).toEqual(['id', 'title', 'confidence', 'source', 'beam', 'shield', 'volume', 'finalState'])
    expect(Object.keys(properties)).toContain('anchor')
  })
})

describe('a mistake in it is told in one line, where it stands', () => {
  it.each<[Record<string, string | undefined>, string]>([
    [{ id: undefined }, 'd.yaml:1:1: id: missing; expected string'],
    [{ id: 'a b' }, "d.yaml:1:5: id: 'a b' is no id"],
    [{ source: '" "' }, 'd.yaml:3:9: empty; write some words'],
    [{ confidence: '90' }, 'confidence: allowed: above 0 and below 1'],
    [{ shield: undefined }, 'shield: missing'],
    [{ shield: '60' }, 'd.yaml:6:9: shield: 60 has no unit; write one behind it'],
    [{ shield: '60 GeV' }, "d.yaml:6:9: shield: unknown unit 'GeV'"],
    [{ volume: '0 m' }, "d.yaml:7:9: volume: '0 m' must be above zero"],
    [{ momentum: '500 GeV' }, 'd.yaml:10:11: momentum: 500 GeV is more than the beam has'],
    [{ momentum: 'specturm' }, "d.yaml:10:11: momentum: 'specturm' is not a quantity"],
    [
      { momentum: 'spectrum', beam: '{particle: proton, energy: 400 GeV, mesons: {pi0: 2}}' },
      'd.yaml:10:11: momentum: the spectrum is that of bremsstrahlung, and mesons make bosons of other momenta',
    ],
    [{ finalState: 'eee' }, "d.yaml:8:13: unknown final state 'eee'; did you mean 'ee'?"],
    [{ length: '3 m' }, "d.yaml:10:1: unknown field 'length'"],
    [{ beam: undefined }, 'beam: missing; write beam: {particle: proton, energy: 400 GeV}'],
    [{ beam: '{particle: protons, energy: 400 GeV}' }, "d.yaml:5:18: unknown particle 'protons'; did you mean 'proton'?"],
    [{ beam: '{particle: proton, energy: 400}' }, 'd.yaml:5:34: beam.energy: 400 has no unit'],
    [{ beam: '{particle: proton, energy: 400 GeV, formFactor: step}' }, "unknown form factor 'step'"],
    [{ beam: '{particle: proton, energy: 400 GeV, mesons: {pi: 2}}' }, "beam.mesons: unknown field 'pi'; did you mean 'pi0'?"],
    [{ beam: '{particle: proton, energy: 400 GeV, mesons: {pi0: -2}}' }, 'beam.mesons.pi0: allowed: zero or above'],
    [{ beam: '{particle: electron, energy: 20 GeV}' }, 'target: missing for electrons; allowed: beryllium, carbon'],
    [{ beam: '{particle: electron, energy: 20 GeV, target: gold}' }, "d.yaml:5:52: target: 'gold' is not known"],
    [{ beam: '{particle: electron, energy: 20 GeV, target: lead, formFactor: vmd}' }, 'd.yaml:5:70: formFactor: electrons have none'],
    [{ beam: '{particle: proton, energy: 4 GeV, crossSection: {unit: MeV, rows: [[1, 1]]}}' }, 'write two rows or more'],
    [{ beam: '{particle: proton, energy: 4 GeV, crossSection: {unit: m, rows: [[1, 1], [2, 1]]}}' }, "unknown unit 'm'"],
    [
      { beam: '{particle: proton, energy: 4 GeV, crossSection: {unit: MeV, rows: [[2, 1], [1, 1]]}}' },
      'd.yaml:5:82: rows[2]: masses have to ascend',
    ],
    [{ beam: '{particle: proton, energy: 4 GeV, crossSection: {unit: MeV, rows: [[0, 1], [1, 1]]}}' }, 'a mass has to be above zero'],
    [
      { beam: '{particle: proton, energy: 4 GeV, formFactor: vmd, crossSection: {unit: MeV, rows: [[1, 1], [2, 1]]}}' },
      'a table stands instead of a form factor',
    ],
    [{ anchor: undefined }, 'write one of anchor, reducedRate and particles, not none'],
    [
      { particles: '1e20', decays: '3' },
      'd.yaml:10:12: particles: write one of anchor, reducedRate and particles, not anchor and particles',
    ],
    [{ anchor: undefined, particles: '1e20' }, 'd.yaml:1:1: decays: missing'],
    [{ efficiency: '0.5' }, 'd.yaml:10:13: efficiency: counts nothing without particles'],
    [{ anchor: undefined, particles: '1e20', decays: '3', efficiency: '1.5' }, 'efficiency: allowed: above 0, at most 1'],
    [{ anchor: '{mass: 100, epsilon: 1e-7}' }, 'd.yaml:9:16: anchor.mass: 100 has no unit'],
    [{ anchor: '{mass: 100 MeV, epsilon: 0}' }, 'd.yaml:9:34: anchor.epsilon: allowed: a number above zero'],
    [{ anchor: '{mass: 1 MeV, epsilon: 1e-7}' }, 'd.yaml:9:9: anchor: the dark photon there: does not decay to'],
    [{ anchor: '{mass: 100 MeV, epsilon: 1e-2}' }, 'd.yaml:9:34: anchor.epsilon: 1e-2 is no lower edge: it lies beyond the maximum of R̄'],
    [{ anchor: '{mass: 100 MeV, epsilon: 1e-5}' }, 'decays in the shield; allowed: at most 6.37e-6'],
    [{ anchor: '{mass: 100 MeV, epsilon: 1e-5}', momentum: 'spectrum' }, 'allowed: at most 5.28e-6'],
    [
      { beam: '{particle: proton, energy: 400 MeV}' },
      'd.yaml:5:34: beam.energy: 0.4 GeV is too little for bremsstrahlung along the beam; allowed: at least 8 GeV for protons on a target',
    ],
    [{ beam: '{particle: proton, energy: 1.9 GeV, collider: true}' }, 'allowed: at least 1.94 GeV for protons that collide'],
    [{ beam: '{particle: electron, energy: 50 MeV, target: lead}' }, 'beam.energy: 0.05 GeV is too little'],
    [{ anchor: '{mass: 300 GeV, epsilon: 1e-7}' }, 'anchor: the dark photon there: too heavy'],
  ])('%j', (changed, message) => {
    const told = refusal(changed)
    expect(told).toContain(message)
    expect(told).not.toContain('\n')
    expect(told).toMatch(/^d\.yaml:\d+:\d+: /)
  })
})
