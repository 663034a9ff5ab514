import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readOwn } from '../../explorer/own/read.ts'
import { embedded } from '../../explorer/share/embed.ts'
import { taken } from '../../explorer/share/taken.ts'
import { DEFAULT_VIEW, type View } from '../../explorer/state/view.ts'
import { assume, EXPERIMENTS, Session } from '../../src/index.ts'
import { root, scratch } from '../cli/zest.ts'
import { sameButForNoise, sameNumbers } from './same.ts'
import { shell } from './shell.ts'

const inShell = shell()
const home = scratch()
const theme = 'light'

const outOf = (command: string): string => /--out '?([^' ]+)'?$/.exec(command)![1]
const SOME = EXPERIMENTS.slice(0, 4).map(({ id }) => id)

const VIEWS: readonly Partial<View>[] = [
  {},
  { model: 'b-l', projections: true, mass_GeV: [0.002, 3.3], coupling: [1e-8, 1] },
  { model: 'dark-photon', hidden: SOME },
  { model: 'b-l', projections: true, hidden: ['g-2-muon', 'na64-inv-2017'] },
  { model: 'b-l', hidden: EXPERIMENTS.slice(4).map(({ id }) => id) },
  {
    model: 'mu-tau',
    only: [
      ...EXPERIMENTS.filter(({ isVariant, isProjection }) => !isVariant && !isProjection)
        .slice(1)
        .map(({ id }) => id),
      'darwin-1kev',
      'darwin-nr',
    ],
  },
  { model: 'mu-tau', only: ['g-2-muon', 'borexino-2017', 'na64mu-2024'] },
  { model: 'bernal:c=-0.1,tanEta=-0.75', plane: 'epsMedium,tanEta', tanEta: [-1.5, 1], epsMedium: [-0.5, 3] },
  { model: 'B-3Lmu', plane: 'mass,epsMedium', assumptions: { oscillation: 'nufit-4.0', boron8: 'ortiz' } },
  { model: 'Lμ+0.1(B1 + B2)-L_tau', mass_GeV: [0.01, 1], only: ['borexino-2017', 'coherent-csi-2021'] },
]

describe('what is taken away', () => {
  it.each(VIEWS)('of %o is what its command writes', async (part) => {
    const { theme: _, ...query } = { ...DEFAULT_VIEW, ...part }
    const session = new Session(assume({ ...query.assumptions }))
    const shown = { query, theme, ownFiles: new Map() } as const
    const command = (await taken(shown, session, 'command')) as string
    const svg = outOf(command)
    const [csv, json] = ['csv', 'json'].map((format) => svg.replace(/svg$/, format))
    await inShell(command.replace(svg, `${svg},${csv},${json}`), home)
    sameButForNoise((await taken(shown, session, 'svg')) as string, readFileSync(join(home, svg), 'utf8'))
    sameNumbers((await taken(shown, session, 'csv')) as string, readFileSync(join(home, csv), 'utf8'))
    sameNumbers((await taken(shown, session, 'json')) as string, readFileSync(join(home, json), 'utf8'))
  })

  it.each([
    [{ hidden: SOME.slice(0, 2) }, `--without ${SOME.slice(0, 2)}`],
    [{ hidden: SOME.slice(0, 1), projections: true }, `--projections --without ${SOME[0]}`],
    [{ hidden: EXPERIMENTS.slice(2).map(({ id }) => id) }, `--constraint ${SOME.slice(0, 2)}`],
  ] as const)('is told to a terminal in few words: %o', async (part, words) => {
    const { theme: _, ...query } = { ...DEFAULT_VIEW, ...part }
    const command = await taken({ query, theme, ownFiles: new Map() }, new Session(), 'command')
    expect(command).toBe(`zest plot --model mu-tau ${words} --out mu-tau.svg`)
  })

  it('holds limits of one’s own, which the command reads from their files', async () => {
    const files = ['my-dump.yaml', 'my-dump.lmt'].map((name) => ({ name, text: readFileSync(join(root, 'docs/examples', name), 'utf8') }))
    for (const { name, text } of files) writeFileSync(join(home, name), text)
    const { entries, rows } = await readOwn(files)
    const ownFiles = new Map(rows.flatMap(({ id, file }) => (id === undefined ? [] : [[id, file]])))
    const { theme: _, ...query } = { ...DEFAULT_VIEW, model: 'dark-photon' }
    const session = new Session(assume(), entries)
    const command = (await taken({ query, theme, ownFiles }, session, 'command')) as string
    expect(command).toContain('--constraint all,my-dump.yaml')
    await inShell(command, home)
    const svg = (await taken({ query, theme, ownFiles }, session, 'svg')) as string
    expect(svg).toContain('my-dump-2026')
    sameButForNoise(svg, readFileSync(join(home, outOf(command)), 'utf8'))
    const alone = { ...query, only: ['my-dump-2026'] }
    expect(await taken({ query: alone, theme, ownFiles }, session, 'command')).toContain('--constraint my-dump.yaml')
    expect(await taken({ query: alone, theme, ownFiles }, session, 'bib')).toMatch(/^% my-dump-2026: /)
  })

  it('has no command where that would part the name of a file', async () => {
    const query = { ...DEFAULT_VIEW, model: 'dark-photon' }
    const ownFiles = new Map([['my-dump-2026', 'my, dump.yaml']])
    const files = ['my-dump.yaml', 'my-dump.lmt'].map((name) => ({ name, text: readFileSync(join(root, 'docs/examples', name), 'utf8') }))
    const session = new Session(assume(), (await readOwn(files)).entries)
    for (const only of [[], ['my-dump-2026']]) {
      await expect(taken({ query: { ...query, only }, theme, ownFiles }, session, 'command')).rejects.toThrow(/comma in 'my, dump.yaml'/)
    }
  })

  it('is a PDF of one page', async () => {
    const { theme: _, ...query } = DEFAULT_VIEW
    const pdf = (await taken({ query, theme, ownFiles: new Map() }, new Session(), 'pdf')) as Uint8Array
    const text = Buffer.from(pdf).toString('latin1')
    expect(text.slice(0, 5)).toBe('%PDF-')
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1)
  })

  it('has the BibTeX of what is shown', async () => {
    const { theme: _, ...query } = { ...DEFAULT_VIEW, only: ['borexino-2017'] }
    const text = (await taken({ query, theme, ownFiles: new Map() }, new Session(), 'bib')) as string
    expect(text).toContain('@article{borexino-2017,')
    expect(text).not.toContain('na64')
  })

  it('is refused where nothing is shown', async () => {
    const { theme: _, ...query } = { ...DEFAULT_VIEW, hidden: EXPERIMENTS.map(({ id }) => id) }
    await expect(taken({ query, theme, ownFiles: new Map() }, new Session(), 'svg')).rejects.toThrow(/nothing is shown/)
  })

  it('is no markup in the page of another, whatever the address says', () => {
    expect(embedded('https://x.org/#model="><script>', '<b>"')).toBe(
      '<iframe src="https://x.org/#model=&quot;&gt;&lt;script&gt;" title="&lt;b&gt;&quot;" width="800" height="640" loading="lazy" style="border:0"></iframe>',
    )
  })
})

describe('files of one’s own', () => {
  const header = readFileSync(join(root, 'docs/examples/my-dump.yaml'), 'utf8')
  const table = readFileSync(join(root, 'docs/examples/my-dump.lmt'), 'utf8')
  const read = async (files: Readonly<Record<string, string>>) =>
    (await readOwn(Object.entries(files).map(([name, text]) => ({ name, text })))).rows.map(({ file, id, problem }) => [
      file,
      id ?? problem,
    ])

  it('come together', async () => {
    expect(await read({ 'a.yaml': header, 'my-dump.lmt': table })).toEqual([
      ['a.yaml', 'my-dump-2026'],
      ['my-dump.lmt', undefined],
    ])
  })

  it.each([
    ['a header without its table', { 'a.yaml': header }, /a\.yaml:\d+:\d+: .*'my-dump\.lmt' is missing/],
    ['a chain', { 'mu_1.txt': '1 2 3 4\n' }, /a chain of samples is not shown here; zest scan corner draws it/],
    ['a picture', { 'a.png': '\uFFFDPNG\r\n\0\0' }, /it is no text: a limit is a YAML file/],
    ['a table without a header', { 'my-dump.lmt': table }, /add the YAML file/],
    ['NaN in a table', { 'a.yaml': header, 'my-dump.lmt': `${table}0.06 NaN 1e-5\n` }, /my-dump\.lmt:9: .*NaN/],
    ['an id of the catalogue', { 'a.yaml': header.replace('my-dump-2026', 'borexino-2017'), 'my-dump.lmt': table }, /one of the catalogue/],
    ['what is no YAML', { 'a.yaml': 'id: [' }, /a\.yaml:1:\d+: /],
    ['markup', { '<img src=x>.yaml': '<script>alert(1)</script>' }, /<img src=x>\.yaml:1:1: /],
    [
      'many lines for one',
      {
        'a.yaml': `a: &a [${'x,'.repeat(99)}]\n${'bcdefghi'.split('').reduce((text, c, i, all) => `${text}${c}: &${c} [${`*${i ? all[i - 1] : 'a'},`.repeat(20)}]\n`, '')}`,
      },
      /a\.yaml:/,
    ],
  ] as const)('are refused in words: %s', async (_, files, message) => {
    const [[, problem]] = await read(files)
    expect(problem).toMatch(message)
  })

  it('are told of once where a header is wrong, and where a file is no text', async () => {
    const wrong = header.replace(/^ *units:.*$/m, '')
    expect(wrong).not.toBe(header)
    expect(await read({ 'a.yaml': wrong, 'my-dump.lmt': table })).toEqual([
      ['a.yaml', expect.stringMatching(/units/)],
      ['my-dump.lmt', undefined],
    ])
    expect(await read({ 'a.png': '\uFFFDPNG\r\n' })).toEqual([['a.png', expect.stringMatching(/is no text/)]])
  })

  it('are told apart by their ids', async () => {
    const [, second] = await read({ 'a.yaml': header, 'b.yaml': header, 'my-dump.lmt': table })
    expect(second).toEqual(['b.yaml', expect.stringMatching(/that of another of these files/)])
  })
})
