import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { DEFAULT_ASSUMPTIONS } from '../../src/assumptions.ts'
import { INPUT_SCHEMAS } from '../../src/config/inputs.ts'
import { OUTPUT_SCHEMAS } from '../../src/config/outputs.ts'
import { EXPERIMENTS } from '../../src/experiments/index.ts'
import { FERMIONS } from '../../src/models/index.ts'
import { VERSION } from '../../src/version.ts'
import { builtZest, root, scratch } from './zest.ts'

const zest = builtZest()
const home = scratch()

/** Runs what must succeed in silence on stderr. */
async function answer(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await zest.in(home, words)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

/** The same as JSON, held to the schema of its command. */
async function json<K extends keyof typeof OUTPUT_SCHEMAS>(schema: K, ...words: string[]) {
  return OUTPUT_SCHEMAS[schema].parse(JSON.parse(await answer(...words, '--json'))) as ReturnType<(typeof OUTPUT_SCHEMAS)[K]['parse']>
}

const POINT = ['point', '--model', 'mu-tau', '--mass', '15MeV', '--coupling', '4.6e-4']
const LIMITS = ['limits', '--model', 'mu-tau', '--constraint', 'borexino-2017', '--mass', '10MeV:1GeV:3']
const PLOT = ['plot', '--model', 'mu-tau', '--constraint', 'borexino-2017,g-2-muon', '--mass', '10MeV:1GeV:9']
const WORDS: Record<keyof typeof OUTPUT_SCHEMAS, string[]> = {
  models: ['models'],
  constraints: ['constraints'],
  'constraints-missing': ['constraints', '--missing'],
  figures: ['figures'],
  point: POINT,
  limits: LIMITS,
  sample: ['sample', '--model', 'mu-tau', '--constraint', 'borexino-2017,g-2-muon', '--mass', '10MeV:100MeV'],
  fit: ['fit', '--model', 'mu-tau', '--constraint', 'borexino-2017,g-2-muon', '--mass', '10MeV:100MeV', '--out', 'fit.svg'],
  plot: [...PLOT, '--out', 'every.svg'],
  figure: ['figure', 'gninenko-2020-1', '--out', 'figure.svg'],
  oscillation: ['oscillation', '--source', '8B', '--energy', '10MeV'],
  rate: ['rate', '--target', 'Xe', '--energy', '2keV', '--model', 'mu-tau', '--mass', '15MeV', '--coupling', '1e-3'],
  spectrum: ['spectrum', '--target', 'Ar', '--channel', 'nr', '--energy', '1keV,5keV'],
  validate: ['validate', 'gninenko-2020'],
  cite: ['cite', 'borexino-2017'],
  'scan-plan': ['scan', 'plan', 'scan.yaml', '--out', 'scan'],
  'scan-run': ['scan', 'run', 'scan', '--threads', '1'],
  'scan-status': ['scan', 'status', 'scan'],
  'scan-merge': ['scan', 'merge', 'scan'],
  'scan-plot': ['scan', 'plot', 'scan', '--out', 'scan.svg,scan.png'],
  'scan-corner': ['scan', 'corner', 'scan', '--out', 'corner.svg'],
  'scan-submit': ['scan', 'submit', 'planned', '--engine', 'htcondor'],
}

beforeAll(async () => {
  const parameters = 'parameters: {mass: {logGrid: [1 MeV, 1 GeV], points: 7}, coupling: {logGrid: [1e-4, 1e-2], points: 9}}'
  const compute = 'compute: {constraints: [g-2-muon], likelihood: [g-2-muon]}'
  writeFileSync(join(home, 'scan.yaml'), `title: some points\nmodel: mu-tau\n${parameters}\n${compute}\n`)
  await answer('scan', 'plan', 'scan.yaml', '--out', 'planned')
})

describe('every command answers', () => {
  it.each(Object.entries(WORDS))('%s in text', async (_, words) => {
    const text = await answer(...words)
    expect(text).toMatch(/\S/)
    expect(text).not.toMatch(/NaN|undefined|\[object|Infinity/)
    expect(text.endsWith('\n')).toBe(true)
  })

  it.each(Object.entries(WORDS))('%s in JSON, as its schema says', async (name, words) => {
    await json(name as keyof typeof OUTPUT_SCHEMAS, ...words)
  })

  it('help, and the version', async () => {
    const help = await answer()
    expect(help).toMatch(/^Usage: zest /)
    expect(await answer('--help')).toBe(help)
    expect(await answer('help')).toBe(help)
    for (const name of new Set(Object.values(WORDS).map(([word]) => word))) {
      expect(help).toMatch(new RegExp(`^ {2}${name} `, 'm'))
    }
    expect(await answer('limits', '--help')).toMatch(/^Usage: zest limits/)
    expect(await answer('help', 'limits')).toBe(await answer('limits', '--help'))
    expect(await answer('--version')).toBe(`${VERSION}\n`)
  })
})

describe('the fields other programs rely on:', () => {
  it('point', async () => {
    const point = await json('point', ...POINT)
    expect(Object.keys(point)).toEqual(
      expect.arrayContaining(
        'model mass_GeV coupling assumptions couplings kinetic_mixing widths_GeV branching lifetime_s decay_length_m g_minus_2 constraints'.split(
          ' ',
        ),
      ),
    )
    expect(point).toMatchObject({ model: { id: 'mu-tau' }, mass_GeV: 0.015, coupling: 4.6e-4, assumptions: DEFAULT_ASSUMPTIONS })
    expect(Object.keys(point.couplings)).toEqual([...FERMIONS])
    expect(point.couplings.mu).toEqual({ vector: 4.6e-4, axial: 0 })
    expect(point.couplings.tau).toEqual({ vector: -4.6e-4, axial: 0 })
    expect(Object.keys(point.widths_GeV)).toEqual(['ee', 'mumu', 'tautau', 'neutrinos', 'hadrons', 'hidden', 'total'])
    expect(Object.keys(point.branching)).toEqual(['ee', 'mumu', 'tautau', 'neutrinos', 'hadrons', 'hidden'])
    expect(Object.values(point.branching).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
    // ħ = 6.582119569e-25 GeV s
    expect(Math.abs(((point.lifetime_s ?? 0) * point.widths_GeV.total) / 6.582119569e-25 - 1)).toBeLessThan(1e-9)
    expect(Math.abs((point.decay_length_m ?? 0) / (299792458 * (point.lifetime_s ?? 1)) - 1)).toBeLessThan(1e-9)
    expect(point.g_minus_2.muon).toBeGreaterThan(1e-9)
    expect(point.constraints.map(({ id }) => id)).toEqual(EXPERIMENTS.map(({ id }) => id))
    const status = Object.fromEntries(point.constraints.map((one) => [one.id, one.status]))
    expect(status).toMatchObject({ 'borexino-2017': 'allowed', 'g-2-muon': 'excluded', 'na62-kaon': 'silent' })
    for (const one of point.constraints) expect(one.status === 'silent').toBe('reason' in one)
  })

  it('a preferred band', async () => {
    const band = ['--set', 'gMinus2=fnal-2021', '--constraint', 'g-2-muon']
    const [inside] = (await json('point', ...POINT, ...band)).constraints
    expect(inside).toMatchObject({ kind: 'preferred', status: 'preferred' })
    const { curves } = await json('limits', 'limits', '--model', 'mu-tau', '--mass', '15MeV', ...band)
    const [point] = curves[0].points
    const [[lower, upper]] = (point as { preferred: [number, number][] }).preferred
    expect(lower).toBeLessThan(4.6e-4)
    expect(upper).toBeGreaterThan(4.6e-4)
    const [outside] = (await json('point', ...POINT.with(-1, '1e-2'), ...band)).constraints
    expect(outside.status).toBe('disfavoured')
  })

  it('limits', async () => {
    const { curves, ...head } = await json('limits', ...LIMITS)
    expect(head).toEqual({ model: { id: 'mu-tau', title: expect.any(String) }, assumptions: DEFAULT_ASSUMPTIONS })
    expect(curves).toHaveLength(1)
    expect(curves[0]).toMatchObject({ id: 'borexino-2017', kind: 'exclusion', confidence: 0.9 })
    const [first, ...rest] = curves[0].points as { mass_GeV: number; excluded: [number, null][] }[]
    expect([first, ...rest].map(({ mass_GeV }) => mass_GeV)).toEqual([0.01, expect.closeTo(0.1, 12), 1])
    expect(first.excluded).toEqual([[expect.any(Number), null]])
    // Heavy bosons: the limit is on g/M.
    expect(rest[1].excluded[0][0] / rest[0].excluded[0][0]).toBeCloseTo(10, 0)
  })

  it('limits agree with the strength of a point: 1 on the edge', async () => {
    const { curves } = await json('limits', ...LIMITS.with(-1, '15MeV'))
    const [[edge]] = (curves[0].points[0] as { excluded: [number, null][] }).excluded
    const { constraints } = await json('point', ...POINT.with(-1, `${edge}`), '--constraint', 'borexino-2017')
    expect(constraints).toMatchObject([{ strength: expect.closeTo(1, 9) }])
  })

  it('a silent constraint says why', async () => {
    const { curves } = await json('limits', ...LIMITS.with(4, 'na62-kaon').with(-1, '15MeV'))
    expect(curves[0].points).toEqual([{ mass_GeV: 0.015, silent: expect.stringMatching(/branching ratio/) }])
  })

  it('oscillation', async () => {
    const { points } = await json('oscillation', 'oscillation', '--source', '8B', '--energy', '10MeV')
    const [{ energy_MeV, P_ee, P_emu, P_etau }] = points
    expect(energy_MeV).toBe(10)
    expect(P_ee + P_emu + P_etau).toBeCloseTo(1, 12)
    // Matter-dominated: near sin²θ12 cos⁴θ13.
    expect(P_ee).toBeGreaterThan(0.28)
    expect(P_ee).toBeLessThan(0.36)
  })

  it('rate', async () => {
    const { points } = await json('rate', ...WORDS.rate)
    const [{ energy_keV, rate_per_t_yr_keV, by_source }] = points
    expect(energy_keV).toBeCloseTo(2, 12)
    expect(Object.keys(by_source)).toEqual(['pp', 'pep', '7Be', '8B', 'hep', '13N', '15O', '17F'])
    expect(Object.values(by_source).reduce((sum, one) => sum + one, 0) / rate_per_t_yr_keV).toBeCloseTo(1, 12)
    const standard = await json('rate', 'rate', '--target', 'Xe', '--energy', '2keV')
    expect(rate_per_t_yr_keV).not.toBe(standard.points[0].rate_per_t_yr_keV)
  })

  it('rate of nuclear recoils, in every material', async () => {
    for (const target of ['Xe', 'Ar', 'Ge', 'Si', 'CsI', 'NaI']) {
      const { points, form_factor } = await json('rate', 'rate', '--target', target, '--channel', 'nr', '--energy', '1keV,10MeV')
      expect(form_factor).toBe('helm')
      // ⁸B and hep alone reach a keV, hep a little; nothing reaches 10 MeV
      expect(points[0].by_source['8B'] / points[0].rate_per_t_yr_keV).toBeGreaterThan(0.99)
      expect(points[0].by_source.pp).toBe(0)
      expect(points[1].rate_per_t_yr_keV).toBe(0)
    }
  })
})

describe('input', () => {
  it('keeps the order of a list, and takes exponents and every unit', async () => {
    const { curves } = await json('limits', ...LIMITS.with(-1, '1GeV,5e-05GeV,2e3keV,.5MeV,1.5E-2 GeV'))
    expect(curves[0].points.map(({ mass_GeV }) => mass_GeV)).toEqual([1, 5e-5, expect.closeTo(2e-3, 15), 5e-4, 0.015])
  })

  it('takes a mass below 2 m_e, where only neutrinos are left', async () => {
    const { branching, lifetime_s } = await json('point', ...POINT.with(4, '0.5MeV'))
    expect(branching).toMatchObject({ ee: 0, neutrinos: 1 })
    expect(lifetime_s).toBeGreaterThan(0)
  })

  it('takes a boson that cannot decay', async () => {
    const words = POINT.with(2, 'muon-only')
    const [text, data] = await Promise.all([zest.in(home, words), zest.in(home, [...words, '--json'])])
    expect(text).toMatchObject({ code: 0, stdout: expect.stringMatching(/lifetime stable/) })
    expect(OUTPUT_SCHEMAS.point.parse(JSON.parse(data.stdout))).toMatchObject({
      widths_GeV: { total: 0 },
      branching: { ee: 0, neutrinos: 0 },
      lifetime_s: null,
      decay_length_m: null,
    })
  })

  it('applies --set after a preset, and later ones after earlier ones', async () => {
    const { assumptions } = await json(
      'point',
      ...POINT,
      '--set',
      'oscillation=nufit-5.2-sk',
      '--assume',
      'amaral-2020',
      '--set',
      'oscillation=nufit-6.0',
    )
    expect(assumptions).toMatchObject({ oscillation: 'nufit-6.0', kineticMixing: 'amaral-2020-v1', gMinus2: 'bnl-2006' })
  })

  it('reads assumptions from a file', async () => {
    writeFileSync(join(home, 'mine.yaml'), 'preset: amaral-2020\noscillation: nufit-6.0\nstatistic.threshold: 2.71\ngMinus2Sigma: 1\n')
    const { assumptions } = await json('point', ...POINT, '--assume', 'mine.yaml', '--set', 'gMinus2Sigma=2')
    const preset = await json('point', ...POINT, '--assume', 'amaral-2020')
    expect(assumptions).toEqual({ ...preset.assumptions, oscillation: 'nufit-6.0', 'statistic.threshold': '2.71', gMinus2Sigma: '2' })
  })

  it('reads a model from a file: the same boson as its preset', async () => {
    mkdirSync(join(home, 'models'))
    writeFileSync(join(home, 'models/mine.yaml'), "# muon minus tau\nid: mine\ntitle: Mine\ncharges:\n  L: [0, '2/2', -1]\n")
    const mine = await json('point', ...POINT.with(2, 'models/mine.yaml'))
    const preset = await json('point', ...POINT)
    expect(mine.model).toEqual({ id: 'mine', title: 'Mine' })
    expect({ ...mine, model: preset.model }).toEqual(preset)
  })

  it('takes charges as they are written: the same boson as its preset', async () => {
    const { model, ...written } = await json('point', ...POINT.with(2, 'Lmu-Ltau'))
    const { model: _, ...preset } = await json('point', ...POINT)
    expect(model.id).toBe('Lmu-Ltau')
    expect(written).toEqual(preset)
  })

  it('warns of an anomalous model on stderr, and answers', async () => {
    const { code, stdout, stderr } = await zest.in(home, [...POINT.with(2, 'l'), '--json'])
    expect(code).toBe(0)
    const { warnings } = OUTPUT_SCHEMAS.point.parse(JSON.parse(stdout))
    expect(warnings[0]).toMatch(/^Anomalous: /)
    expect(stderr).toMatch(/^(warning: l: .+\n)+$/)
  })

  it('gives one constraint assumptions of its own', async () => {
    const { curves } = await json('limits', ...LIMITS.with(4, 'g-2-muon,g-2-muon@gMinus2=fnal-2021').with(-1, '15MeV'))
    expect(curves.map(({ kind }) => kind)).toEqual(['exclusion', 'preferred'])
    expect(curves[1].ownAssumptions).toEqual({ gMinus2: 'fnal-2021' })
  })
})

describe('limits', () => {
  const bound = 0.5
  const FORMATS: [format: string, extension: string, check: (text: string) => void][] = [
    ['json', 'json', (text) => void OUTPUT_SCHEMAS.limits.parse(JSON.parse(text))],
    [
      'csv',
      'csv',
      (text) => {
        const [head, ...rows] = text.trimEnd().split('\n')
        expect(head).toBe('constraint,kind,confidence,mass_GeV,lower,upper,silent,source,unverified')
        expect(rows).toHaveLength(3)
        expect(rows[0]).toMatch(/^borexino-2017,exclusion,0.9,0.01,[\d.e-]+,,,/)
      },
    ],
    [
      'lmt',
      'lmt',
      (text) => {
        const [head, ...rows] = text.trimEnd().split('\n')
        expect(head).toMatch(/^#\s+mass\s+lower$/)
        const numbers = rows.filter((row) => !row.startsWith('#')).map((row) => row.trim().split(/\s+/).map(Number))
        expect(numbers.map(([mass]) => mass)).toEqual([0.01, 0.1, 1])
        for (const [, lower] of numbers) expect(lower > 0 && lower < bound).toBe(true)
      },
    ],
    [
      'hepdata',
      'yaml',
      (text) => {
        const table = parse(text)
        expect(table.independent_variables[0].values).toHaveLength(3)
        expect(table.dependent_variables).toHaveLength(2)
        expect(table.dependent_variables[0].values[0].value).toBeLessThan(bound)
        expect(table.dependent_variables[1].values[0].value).toBe('-')
      },
    ],
  ]

  it.each(FORMATS)('as %s, by --format and by the extension .%s', async (format, extension, check) => {
    const text = await answer(...LIMITS, '--format', format)
    check(text)
    const { code, stdout, stderr } = await zest.in(home, [...LIMITS, '--out', `limits.${extension}`])
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: `wrote limits.${extension}\n` })
    expect(readFileSync(join(home, `limits.${extension}`), 'utf8')).toBe(text)
  })

  it('in a file and as JSON on the terminal', async () => {
    const { stdout } = await zest.in(home, [...LIMITS, '--out', 'both.csv', '--json'])
    OUTPUT_SCHEMAS.limits.parse(JSON.parse(stdout))
    expect(readFileSync(join(home, 'both.csv'), 'utf8')).toBe(await answer(...LIMITS, '--format', 'csv'))
  })

  it('into a pipe that closes early', () => {
    const command = `"${process.execPath}" "${join(zest.dist, 'cli/main.js')}" limits --model mu-tau --mass 1MeV:1GeV:1000 | head -n 1`
    const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', command], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^constraint,kind,.*\n$/)
  })
})

describe('plot', () => {
  const read = (name: string): Buffer => readFileSync(join(home, name))

  it('in every format at once', async () => {
    const out = ['svg', 'pdf', 'png', 'csv', 'json'].map((format) => `p.${format}`)
    const text = await answer(...PLOT, '--out', out.join(','))
    expect(text).toContain(`wrote ${out.join(', ')}`)
    expect(read('p.svg').toString()).toMatch(/^(<\?xml.*\?>\s*)?<svg [\s\S]*<\/svg>\s*$/)
    expect(read('p.pdf').subarray(0, 5).toString()).toBe('%PDF-')
    expect(read('p.pdf').subarray(-6).toString().trim()).toBe('%%EOF')
    expect(read('p.png').subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    expect(OUTPUT_SCHEMAS.limits.parse(JSON.parse(read('p.json').toString())).curves[0].points).toHaveLength(9)
    expect(read('p.csv').toString().trimEnd().split('\n')).toHaveLength(1 + 2 * 9)
    expect(readdirSync(home).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('the same twice, another with other axes, dark if asked', async () => {
    await answer(...PLOT, '--out', 'one.svg,one.pdf')
    await answer(...PLOT, '--out', 'two.svg,two.pdf')
    expect(read('two.svg')).toEqual(read('one.svg'))
    expect(read('two.pdf')).toEqual(read('one.pdf'))
    await answer(...PLOT, '--out', 'axes.svg', '--coupling', '1e-5:1')
    expect(read('axes.svg')).not.toEqual(read('one.svg'))
    await answer(...PLOT, '--out', 'dark.svg', '--theme', 'dark')
    expect(read('dark.svg')).not.toEqual(read('one.svg'))
  })

  it('named after the model where no name is given', async () => {
    const { code, stdout } = await zest.in(home, [...PLOT.with(2, 'muon-nu:ratio=0.1'), '--json'])
    expect(code).toBe(0)
    const { files } = OUTPUT_SCHEMAS.plot.parse(JSON.parse(stdout))
    expect(files).toEqual(['muon-nu_ratio_0.1.svg'])
    expect(read(files[0]).toString()).toMatch(/<svg /)
  })
})

describe('what is committed is what the script writes:', () => {
  const docs = scratch()
  const committed = (folder: string): string[] => readdirSync(join(root, 'docs', folder)).sort()

  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/schemas.mjs'), zest.dist, docs], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  }, 60_000)

  const schemas = Object.keys({ ...OUTPUT_SCHEMAS, ...INPUT_SCHEMAS })

  it('a schema a command, and one a kind of file', () => {
    expect(committed('schemas')).toEqual(readdirSync(join(docs, 'schemas')).sort())
    expect(committed('schemas')).toEqual(schemas.map((name) => `${name}.schema.json`).sort())
  })

  it.each([...schemas.map((name) => `schemas/${name}.schema.json`), 'assumptions.md'])('docs/%s', (name) => {
    expect(readFileSync(join(root, 'docs', name), 'utf8')).toBe(readFileSync(join(docs, name), 'utf8'))
  })
})
