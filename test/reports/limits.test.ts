import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { assume } from '../../src/assumptions.ts'
import { type Entry, formulaConstraint, type Interval, type Kind, type Silent } from '../../src/constraints/index.ts'
import { InputError } from '../../src/errors.ts'
import { resolveModel } from '../../src/models/index.ts'
import { curveName, limitsCsv, limitsHepData, limitsJson, limitsLmt } from '../../src/reports/index.ts'
import { type LimitCurve, Session } from '../../src/session.ts'

const OPEN = Number.POSITIVE_INFINITY
const assumptions = assume()
const model = resolveModel('mu-tau')
type Points = readonly (readonly [mass: number, result: Silent | readonly Interval[]])[]

function curve(
  points: Points,
  { kind = 'exclusion', id = 'mine', title = 'Mine', own = false }: { kind?: Kind; id?: string; title?: string; own?: boolean } = {},
): LimitCurve {
  const entry: Entry = {
    id,
    label: 'x',
    title,
    group: 'theory',
    source: { citations: own ? [] : ['amaral-2020'], where: 'a thesis, "figure 3"' },
    prepare: async () => constraint,
  }
  const formula = { kind, confidence: 0.9, statement: 'as stated', unverified: 'all of it', strength: () => 1 }
  const constraint = formulaConstraint(entry, assumptions, formula)
  return { constraint, points: points.map(([mass, result]) => ({ mass, result })) }
}

const OPEN_ABOVE = curve([
  [0.01, [[1e-3, OPEN]]],
  [0.02, [[2e-3, OPEN]]],
  [0.03, { silent: 'too heavy, by far' }],
])
const BAND = curve(
  [
    [0.01, [[1e-3, 2e-3]]],
    [1e-7, [[1e-7, 0.1 + 0.2]]],
    [0.02, []],
  ],
  { kind: 'preferred', id: 'band' },
)
const GAP = curve([
  [0.005, { silent: 'too light' }],
  [0.01, [[1e-3, 2e-3]]],
  [0.02, { silent: 'left out' }],
  [0.025, []],
  [0.03, [[2e-3, 3e-3]]],
])
const ISLAND = curve([
  [
    0.01,
    [
      [0, 1e-3],
      [2e-3, OPEN],
    ],
  ],
])

/** Rows of a CSV text with quotes, as a reader would have them. */
const readCsv = (text: string): string[][] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain),
    )

describe('limits as JSON', () => {
  it('have the shape that other programs rely on: nulls where open, reasons where silent', () => {
    const report = JSON.parse(JSON.stringify(limitsJson(model, assumptions, [OPEN_ABOVE, BAND, ISLAND])))
    expect(report.model).toEqual({ id: 'mu-tau', title: model.title })
    expect(report.assumptions).toEqual(assumptions)
    expect(report.curves[0]).toEqual({
      id: 'mine',
      title: 'Mine',
      kind: 'exclusion',
      confidence: 0.9,
      statement: 'as stated',
      citations: ['amaral-2020'],
      unverified: 'all of it',
      points: [
        { mass_GeV: 0.01, excluded: [[1e-3, null]] },
        { mass_GeV: 0.02, excluded: [[2e-3, null]] },
        { mass_GeV: 0.03, silent: 'too heavy, by far' },
      ],
    })
    expect(report.curves[1].points[0]).toEqual({ mass_GeV: 0.01, preferred: [[1e-3, 2e-3]] })
    expect(report.curves[1].points[2]).toEqual({ mass_GeV: 0.02, preferred: [] })
    expect(report.curves[2].points[0].excluded).toEqual([
      [null, 1e-3],
      [2e-3, null],
    ])
  })

  it('of the whole catalogue lose nothing on the way to text and back', async () => {
    const session = new Session()
    for (const spec of ['mu-tau', 'dark-photon', 'b-3mu']) {
      const report = limitsJson(session.model(spec), session.assumptions, await session.limits(spec, undefined, [1e-5, 0.01, 0.2, 40]))
      expect(JSON.parse(JSON.stringify(report))).toEqual(report)
      expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/)
    }
  })

  it('say in which assumptions a curve differs', async () => {
    const session = new Session()
    const spec = 'g-2-muon@gMinus2=fnal-2021,gMinus2Sigma=1'
    const [own, shared] = await session.limits('mu-tau', [spec, 'g-2-muon'], [0.01])
    const report = limitsJson(model, session.assumptions, [own, shared])
    expect(report.curves[0].ownAssumptions).toEqual({ gMinus2: 'fnal-2021', gMinus2Sigma: '1' })
    expect(report.curves[1]).not.toHaveProperty('ownAssumptions')
    expect([own, shared].map(({ constraint }) => curveName(constraint, session.assumptions))).toEqual([spec, 'g-2-muon'])
  })
})

describe('limits as CSV', () => {
  it('have one row an interval, one a silent mass, one where nothing is excluded', () => {
    const [head, ...rows] = readCsv(limitsCsv(assumptions, [OPEN_ABOVE, BAND, ISLAND]))
    expect(head).toEqual(['constraint', 'kind', 'confidence', 'mass_GeV', 'lower', 'upper', 'silent', 'source', 'unverified'])
    for (const row of rows) expect(row).toHaveLength(head.length)
    expect(rows.map((row) => row.slice(0, 7).join('|'))).toEqual([
      'mine|exclusion|0.9|0.01|0.001||',
      'mine|exclusion|0.9|0.02|0.002||',
      'mine|exclusion|0.9|0.03|||too heavy, by far',
      'band|preferred|0.9|0.01|0.001|0.002|',
      'band|preferred|0.9|1e-7|1e-7|0.30000000000000004|',
      'band|preferred|0.9|0.02|||nothing preferred',
      'mine|exclusion|0.9|0.01||0.001|',
      'mine|exclusion|0.9|0.01|0.002||',
    ])
    for (const row of rows) expect(row[7]).toBe('amaral-2020')
    for (const row of rows) expect(row[8]).toBe('all of it')
  })

  it('name their sources by keys for zest cite, not in full on every row', async () => {
    const session = new Session(assumptions)
    const [curve] = await session.limits('mu-tau', ['borexino-2017'], [0.01])
    const [, row] = readCsv(limitsCsv(assumptions, [curve]))
    expect(curve.constraint.citations.length).toBeGreaterThan(1)
    expect(row[7].split(' ')).toEqual(curve.constraint.citations)
  })

  it('quote the names of curves that list several assumptions', async () => {
    const spec = 'g-2-muon@gMinus2=fnal-2021,gMinus2Sigma=1'
    const [, row] = readCsv(limitsCsv(assumptions, await new Session(assumptions).limits('mu-tau', [spec], [0.01])))
    expect(row[0]).toBe(spec)
    expect(row).toHaveLength(9)
  })
})

describe('limits as DarkCast’s .lmt', () => {
  const read = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => line.trim().split(/\s+/))

  it('have mass and lower edge where all is open above', () => {
    const [head, ...rows] = read(limitsLmt(model, [OPEN_ABOVE]))
    expect(head).toEqual(['#', 'mass', 'lower'])
    expect(rows.filter(([first]) => first !== '#')).toEqual([
      ['1.000000000e-2', '1.000000000e-3'],
      ['2.000000000e-2', '2.000000000e-3'],
    ])
  })

  it('have an upper edge too where there is one', () => {
    const [head, ...rows] = read(limitsLmt(model, [BAND]))
    expect(head).toEqual(['#', 'mass', 'lower', 'upper'])
    expect(rows.filter(([first]) => first !== '#').map((row) => row.map(Number))).toEqual([
      [0.01, 1e-3, 2e-3],
      [1e-7, 1e-7, 0.3],
    ])
  })

  it('say in comments what they are, and where from', () => {
    const comments = limitsLmt(model, [OPEN_ABOVE])
      .split('\n')
      .filter((line) => line.startsWith('#'))
    expect(comments).toEqual([
      '#           mass           lower',
      `# Mine, for ${model.title}: mass in GeV, coupling`,
      '# exclusion, 90 %: as stated (unverified: all of it)',
      expect.stringMatching(/^# source: .*2006\.11225/),
    ])
  })

  it('lose no digit of the first and last mass, and have every column under its name', () => {
    const [mass, lower] = [0.1 / 3, 2e-11 / 3]
    const points: Points = [
      [0.01, [[1e-3, 2e-3]]],
      [mass, [[lower, 4e-3]]],
    ]
    const [head, ...rest] = limitsLmt(model, [curve(points)])
      .trimEnd()
      .split('\n')
    const rows = rest.filter((line) => !line.startsWith('#'))
    expect(rows.map((row) => row.trim().split(/\s+/).map(Number))[1]).toEqual([mass, Number(lower.toPrecision(10)), 4e-3])
    for (const row of rows) expect(row).toHaveLength(head.length)
  })

  it('cannot hold a gap', () => {
    expect(() => limitsLmt(model, [GAP])).toThrow(
      '.lmt holds one unbroken curve, but mine excludes nothing at 0.02 GeV; use json, csv or hepdata',
    )
  })

  it.each([
    [[OPEN_ABOVE, BAND], 'constraint: .lmt holds one constraint, not 2; name one with --constraint'],
    [[], 'constraint: .lmt holds one constraint, not 0'],
    [[ISLAND], 'out: .lmt holds one interval a mass, but mine has 2 at 0.01 GeV; use json or csv'],
  ])('%# refuse what they cannot hold', (curves, message) => {
    expect(() => limitsLmt(model, curves)).toThrow(InputError)
    expect(() => limitsLmt(model, curves)).toThrow(message)
    expect(() => limitsHepData(model, curves)).toThrow(message.replace('.lmt', 'HEPData YAML'))
  })
})

describe('limits as HEPData', () => {
  // Readers of YAML 1.1 are common: there a number with an exponent has a point and a sign.
  const read = (text: string) => parse(text, { version: '1.1' })

  it('are a table of mass against both edges, with a dash where open', () => {
    const table = read(limitsHepData(model, [OPEN_ABOVE]))
    expect(table.independent_variables).toEqual([{ header: { name: "Z' mass", units: 'GeV' }, values: [{ value: 0.01 }, { value: 0.02 }] }])
    const [lower, upper] = table.dependent_variables
    expect(lower.values).toEqual([{ value: 1e-3 }, { value: 2e-3 }])
    expect(upper.values).toEqual([{ value: '-' }, { value: '-' }])
    for (const { qualifiers } of [lower, upper]) {
      expect(qualifiers).toEqual([
        { name: 'Model', value: model.title },
        { name: 'Constraint', value: 'Mine' },
        { name: 'Kind', value: 'exclusion' },
        { name: 'Compared', value: 'as stated (unverified: all of it)' },
        { name: 'Sources', value: expect.stringContaining('2006.11225') },
        { name: 'Confidence level', value: 0.9 },
      ])
    }
  })

  it('have a dash for both edges in a gap, and end with the curve', () => {
    const table = read(limitsHepData(model, [GAP]))
    const values = (variable: { values: { value: unknown }[] }) => variable.values.map(({ value }) => value)
    expect(values(table.independent_variables[0])).toEqual([0.01, 0.02, 0.025, 0.03])
    expect(table.dependent_variables.map(values)).toEqual([
      [1e-3, '-', '-', 2e-3],
      [2e-3, '-', '-', 3e-3],
    ])
  })

  it('keep every digit, and numbers as numbers', () => {
    const table = read(limitsHepData(model, [BAND]))
    expect(table.independent_variables[0].values).toEqual([{ value: 0.01 }, { value: 1e-7 }])
    expect(table.dependent_variables[0].values).toEqual([{ value: 1e-3 }, { value: 1e-7 }])
    expect(table.dependent_variables[1].values).toEqual([{ value: 2e-3 }, { value: 0.1 + 0.2 }])
    expect(limitsHepData(model, [BAND])).not.toMatch(/value: -?\d+e/)
  })

  it('survive titles that YAML would read otherwise', () => {
    const awkward = curve([[0.01, [[1e-3, OPEN]]]], { title: 'a: "quoted" #1 {x}' })
    expect(read(limitsHepData(model, [awkward])).dependent_variables[0].qualifiers[1].value).toBe('a: "quoted" #1 {x}')
  })
})

describe('a source without citation key', () => {
  const own = curve([[0.01, [[1e-3, OPEN]]]], { own: true })

  it('is told in words in every format', () => {
    expect(limitsJson(model, assumptions, [own]).curves[0]).toMatchObject({ citations: [], source: 'a thesis, "figure 3"' })
    expect(limitsJson(model, assumptions, [OPEN_ABOVE]).curves[0]).not.toHaveProperty('source')
    expect(readCsv(limitsCsv(assumptions, [own]))[1][7]).toBe('a thesis, "figure 3"')
    expect(limitsLmt(model, [own])).toContain('# source: a thesis, "figure 3"\n')
    expect(parse(limitsHepData(model, [own])).dependent_variables[0].qualifiers[4]).toEqual({
      name: 'Sources',
      value: 'a thesis, "figure 3"',
    })
  })
})
