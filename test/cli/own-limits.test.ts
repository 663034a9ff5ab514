import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { chosenConstraints } from '../../src/cli/own-limits.ts'
import { limitFileSchema } from '../../src/config/limits/schema.ts'
import { OUTPUT_SCHEMAS } from '../../src/config/outputs.ts'
import { CHANNELS } from '../../src/decays/index.ts'
import { EXPERIMENTS, MISSING } from '../../src/experiments/index.ts'
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
  for (const name of ['lost', 'endless', 'pipe', 'folder', 'huge']) {
    writeFileSync(join(home, `${name}.yaml`), example('my-dump.yaml').replace('my-dump.lmt', `${name}.lmt`))
  }
  symlinkSync('/dev/zero', join(home, 'endless.lmt'))
  symlinkSync('/dev/zero', join(home, 'zero.yaml'))
  execFileSync('mkfifo', [join(home, 'pipe.lmt')])
  mkdirSync(join(home, 'folder.lmt'))
  writeFileSync(join(home, 'huge.lmt'), '')
  truncateSync(join(home, 'huge.lmt'), 3e9)
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

  it('all is the default of the command, and beside others the catalogue', async () => {
    expect((await chosenConstraints(['all'])).specs).toBeUndefined()
    expect((await chosenConstraints(['b', 'all'])).specs).toEqual(['b', ...EXPERIMENTS.map(({ id }) => id)])
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

describe('limits known to be missing', () => {
  const ids = async (...words: string[]) =>
    OUTPUT_SCHEMAS['constraints-missing']
      .parse(JSON.parse(await answer('constraints', '--missing', '--json', ...words)))
      .map(({ id }) => id)

  it('are listed by experiment and year', async () => {
    expect(await ids()).toEqual(MISSING.map(({ id }) => id))
    expect(await ids('--experiment', 'belle ii')).toEqual(['belle2-invisible-2022', 'belle2-4mu-2024'])
    expect(await ids('--experiment', 'NA64', '--year', '2022:')).toEqual(['na64mu-2024-published', 'na64-inv-2023', 'na64-mu-tau-2024'])
    expect(await ids('--year', '2013')).toEqual(['stellar-cooling'])
    expect(await ids('--experiment', 'E137')).toEqual([])
    expect(await answer('constraints', '--missing', '--experiment', 'E137')).toBe('No missing limit is like that.\n')
  })

  it.each([
    [['--experiment', 'Bele II'], /^error: experiment: unknown experiment 'Bele II'; did you mean 'Belle II'\?/],
    [['--year', 'soon'], /^error: year: 'soon' is no year/],
    [['--kind', 'nonsense'], /^error: kind: not known of missing limits; choose them by --experiment or --year$/],
    [['--group', 'colliders'], /^error: group: not known of missing limits/],
    [['--about', 'muon'], /^error: about: not known of missing limits/],
    [['--constraint', 'nonsense'], /^error: constraint: not known of missing limits/],
  ])('or not at all: %j', async (words, says) => {
    const { code, stdout, stderr } = await zest.in(home, ['constraints', '--missing', ...words])
    expect({ code, stdout, stderr: stderr.trimEnd() }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(says) })
  })

  it('can be cited, each by its id', async () => {
    expect(await answer('cite', 'belle-4mu-2021')).toMatch(/^@article\{belle-2021,[\s\S]*2109\.08596/)
    expect(await answer('cite', 'stellar-cooling')).toBe(
      '% stellar-cooling: cooling of the Sun, red giants and horizontal-branch stars, arXiv:1302.3884\n',
    )
    const all = await answer('cite', ...MISSING.map(({ id }) => id))
    for (const { arXiv } of MISSING) expect(all).toContain(arXiv)
    const { stderr } = await zest.in(home, ['cite', 'belle-4mu-2012'])
    expect(stderr).toBe("error: cite: unknown citation or constraint 'belle-4mu-2012'; did you mean 'belle-4mu-2021'?\n")
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
    ['data that are not there', 'lost.yaml', /^error: lost\.yaml:14:9: data\.file: cannot read 'lost\.lmt': no such file/],
    ['data without end', 'endless.yaml', /^error: endless\.yaml:14:9: data\.file: cannot read 'endless\.lmt': it is no regular file$/],
    ['a header without end', 'zero.yaml', /^error: constraint: cannot read 'zero\.yaml': it is no regular file$/],
    ['a pipe that nobody writes to', 'pipe.yaml', /^error: pipe\.yaml:14:9: data\.file: cannot read 'pipe\.lmt': it is no regular file$/],
    ['a folder', 'folder.yaml', /^error: folder\.yaml:14:9: data\.file: cannot read 'folder\.lmt': it is a folder$/],
    [
      'data that are too large',
      'huge.yaml',
      /^error: huge\.yaml:14:9: data\.file: cannot read 'huge\.lmt': 3000\.0 MB are more than the 5 MB/,
    ],
    ['a table without header', 'bad.lmt', /^error: constraint: 'bad\.lmt': a table needs a YAML header, see docs\/limit-files\.md$/],
    ['a table with settings', 'x.csv@recipe=x', /^error: constraint: 'x\.csv': a table needs a YAML header/],
    [
      'what is nothing like a constraint',
      'elephant',
      /^error: constraint: unknown constraint 'elephant'; known: .{50,400} … \(zest constraints lists all \d+\)$/,
    ],
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
