import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { limitFileSchema } from '../../src/config/limits/schema.ts'
import { OUTPUT_SCHEMAS } from '../../src/config/outputs.ts'
import { CHANNELS } from '../../src/decays/index.ts'
import { MECHANISMS } from '../../src/processes/index.ts'
import { builtZest, root, scratch } from './zest.ts'

const zest = builtZest()
const home = scratch()

const EXAMPLE = 'limits/my-dump.yaml'
const SOURCE = 'a toy for docs/limit-files.md, not a measurement'
const example = (name: string): string => readFileSync(join(root, 'docs/examples', name), 'utf8')

beforeAll(() => {
  mkdirSync(join(home, 'limits'))
  for (const name of ['my-dump.yaml', 'my-dump.lmt']) writeFileSync(join(home, 'limits', name), example(name))
  writeFileSync(join(home, 'other.yaml'), example('my-dump.yaml').replace('file: my-dump.lmt', 'file: limits/my-dump.lmt'))
  writeFileSync(join(home, 'limits/taken.yaml'), example('my-dump.yaml').replace('id: my-dump-2026', 'id: g-2-muon'))
  writeFileSync(join(home, 'bad.yaml'), example('my-dump.yaml').replace('my-dump.lmt', 'bad.lmt'))
  writeFileSync(join(home, 'bad.lmt'), example('my-dump.lmt').replace('2.5000e-07', '2.5000f-07'))
  writeFileSync(join(home, 'lost.yaml'), example('my-dump.yaml').replace('my-dump.lmt', 'lost.lmt'))
})

async function answer(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await zest.in(home, words)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

describe("a limit of one's own", () => {
  it('is recast by zest limits, wherever its folder is', async () => {
    const words = ['limits', '--model', 'dark-photon', '--mass', '10MeV,70MeV', '--json']
    const { curves } = OUTPUT_SCHEMAS.limits.parse(JSON.parse(await answer(...words, '--constraint', EXAMPLE)))
    expect(curves).toHaveLength(1)
    expect(curves[0]).toMatchObject({ id: 'my-dump-2026', title: 'My beam dump, 2026', citations: [], source: SOURCE, confidence: 0.9 })
    const [inside, outside] = curves[0].points
    const [[lower, upper]] = 'excluded' in inside ? inside.excluded : []
    expect(lower).toBeCloseTo(3.5e-7, 15)
    expect(upper).toBeCloseTo(1.6e-4, 12)
    expect(outside).toHaveProperty('silent')
    const other = OUTPUT_SCHEMAS.limits.parse(JSON.parse(await answer(...words, '--constraint', 'other.yaml')))
    expect(other.curves).toEqual(curves)
  })

  it('stands beside the catalogue, in the order asked for', async () => {
    const words = ['limits', '--model', 'mu-tau', '--mass', '10MeV', '--json', '--constraint']
    const ids = async (list: string) => OUTPUT_SCHEMAS.limits.parse(JSON.parse(await answer(...words, list))).curves.map(({ id }) => id)
    expect(await ids(`g-2-muon,${EXAMPLE},borexino-2017`)).toEqual(['g-2-muon', 'my-dump-2026', 'borexino-2017'])
    const all = await ids(`all,${EXAMPLE}`)
    expect(all.at(-1)).toBe('my-dump-2026')
    expect(all.slice(0, -1)).toEqual(await ids('all'))
  })

  it('may have assumptions of its own', async () => {
    const words = ['limits', '--model', 'mu-tau', '--mass', '10MeV', '--json', '--constraint']
    const { curves } = JSON.parse(await answer(...words, `${EXAMPLE},${EXAMPLE}@kineticMixing=none`))
    expect(curves.map((curve: { ownAssumptions?: object }) => curve.ownAssumptions)).toEqual([undefined, { kineticMixing: 'none' }])
  })

  it('is told with its source by point, constraints and cite', async () => {
    const point = await answer('point', '--model', 'dark-photon', '--mass', '10MeV', '--coupling', '1e-5', '--constraint', EXAMPLE)
    expect(point).toMatch(/my-dump-2026 +excluded/)
    expect(point).toContain(`[1] ${SOURCE}`)
    const listed = await answer('constraints', '--constraint', `g-2-muon,${EXAMPLE}`)
    expect(listed).toMatch(/^g-2-muon /m)
    expect(listed).toMatch(new RegExp(`^my-dump-2026 .*${SOURCE}$`, 'm'))
    const json = OUTPUT_SCHEMAS.constraints.parse(JSON.parse(await answer('constraints', '--constraint', EXAMPLE, '--json')))
    expect(json).toMatchObject([{ id: 'my-dump-2026', group: 'beam dumps', where: SOURCE, citations: [], year: null }])
    expect(await answer('cite', EXAMPLE)).toBe(`% my-dump-2026: ${SOURCE}\n`)
    expect(await answer('cite', '--constraint', EXAMPLE, 'holdom-1986')).toContain('@article{holdom-1986')
    const { code, stdout, stderr } = await zest.in(home, ['cite', EXAMPLE, '--json'])
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '[]\n', stderr: `warning: no citation key: my-dump-2026: ${SOURCE}\n` })
  })

  it('is drawn', async () => {
    const text = await answer('plot', '--model', 'dark-photon', '--mass', '2MeV:50MeV:20', '--constraint', EXAMPLE, '--out', 'own.svg')
    expect(text).toContain(`[1] ${SOURCE}`)
    expect(readFileSync(join(home, 'own.svg'), 'utf8')).toContain('MyDump')
  })

  it('written out as .lmt, is read in again', async () => {
    const words = ['limits', '--model', 'dark-photon', '--mass', '2MeV,5MeV,10MeV,20MeV', '--constraint']
    await zest.in(home, [...words, EXAMPLE, '--out', 'again.lmt'])
    writeFileSync(join(home, 'again.yaml'), example('my-dump.yaml').replace('my-dump.lmt', 'again.lmt'))
    const rows = async (file: string) =>
      (await answer(...words, file, '--format', 'lmt')).split('\n').filter((line) => !line.startsWith('#'))
    expect(await rows('again.yaml')).toEqual(await rows(EXAMPLE))
  })
})

describe('the guide to limit files', () => {
  const guide = readFileSync(join(root, 'docs/limit-files.md'), 'utf8')

  it('shows the example that is there', () => {
    expect(guide).toContain(`\`\`\`yaml\n${example('my-dump.yaml')}\`\`\``)
  })

  it('names every field, mechanism and decay channel', () => {
    const { data, ...fields } = limitFileSchema.shape
    const words = [...Object.keys(fields), ...Object.keys(data.shape), ...MECHANISMS]
    expect(words.filter((word) => !guide.includes(`\`${word}\``) && !guide.includes(`\`${word}.`))).toEqual([])
    expect(guide).toContain(CHANNELS.join(' '))
  })
})

describe('refused in one line:', () => {
  it.each<[string, string, RegExp]>([
    ['a data line that is no number', 'bad.yaml', /^error: bad\.lmt:4: lower '2\.5000f-07' is not a number$/],
    ['data that are not there', 'lost.yaml', /^error: constraint: cannot read 'lost\.lmt': no such file/],
    ['a file that is not there', 'none.yaml', /^error: constraint: cannot read 'none\.yaml': no such file/],
    [
      'an id of the catalogue',
      'limits/taken.yaml',
      /^error: constraint: limits\/taken\.yaml: the id 'g-2-muon' is one of the catalogue; choose another$/,
    ],
    [
      'one id twice',
      `${EXAMPLE},other.yaml`,
      /^error: constraint: other\.yaml: the id 'my-dump-2026' is that of limits\/my-dump\.yaml too/,
    ],
    ['a wrong setting behind @', `${EXAMPLE}@kineticMixin=none`, /unknown assumption 'kineticMixin'; did you mean 'kineticMixing'\?/],
  ])('%s', async (_, constraint, says) => {
    const { code, stdout, stderr } = await zest.in(home, ['limits', '--model', 'mu-tau', '--mass', '10MeV', '--constraint', constraint])
    expect({ code, stdout, stderr: stderr.trimEnd() }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(says) })
  })

  it.each([
    [['plot', '--model', 'mu-tau', '--out', 'refused.svg', '--constraint', 'bad.yaml']],
    [['point', '--model', 'mu-tau', '--mass', '10MeV', '--coupling', '1e-5', '--constraint', 'bad.yaml']],
    [['constraints', '--constraint', 'bad.yaml']],
    [['cite', 'bad.yaml']],
  ])('by every command: %j', async (words) => {
    const stderr = "error: bad.lmt:4: lower '2.5000f-07' is not a number\n"
    expect(await zest.in(home, words)).toEqual({ code: 2, stdout: '', stderr })
  })
})
