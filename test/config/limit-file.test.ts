import { describe, expect, it } from 'vitest'
import { curveOf, DISPLACED, dataOf, header, read } from './limit-files.ts'

const CURVE = [
  [0.01, 1e-3],
  [0.02, 2e-3],
  [0.05, 5e-4],
]
const BAND = [
  [0.01, 1e-6, 1e-4],
  [0.02, 2e-6, 5e-5],
]
const lines = (rows: readonly (readonly (number | string)[])[], by: string): string => rows.map((row) => row.join(by)).join('\n')

describe('a limit file', () => {
  it('is the published limit it says, with defaults for what is common', async () => {
    expect(await read(header({ window: undefined }), lines(CURVE, ' '))).toEqual({
      id: 'mine',
      experiment: 'Mine',
      label: 'Mine',
      title: 'Mine',
      group: 'colliders',
      kind: 'exclusion',
      confidence: 0.9,
      citations: [],
      where: 'nowhere',
      provenance: 'via my.yaml',
      model: 'dark-photon',
      production: 'electron-bremsstrahlung',
      finalState: ['ee'],
      window: 'any',
      bound: { shape: 'upper-limit', rows: CURVE },
    })
  })

  it('may say more', async () => {
    const fields = {
      experiment: 'MyDump',
      group: 'fixed target',
      kind: 'projection',
      confidence: 'null',
      notes: 'read by eye',
      unverified: 'all of it',
      finalState: '[ee, mumu, pion-pair]',
    }
    expect(await read(header({ ...fields, source: '"a thesis,\n  figure 3"' }), lines(CURVE, '\t'))).toMatchObject({
      ...fields,
      label: 'MyDump',
      confidence: null,
      where: 'a thesis, figure 3',
      finalState: ['ee', 'mumu', 'pion-pair'],
    })
  })

  it('tells how the boson is made: by one mechanism, a mixture, or mixtures that change with the mass', async () => {
    const productionOf = async (production: string) => (await read(header({ production }), lines(CURVE, ' '))).production
    expect(await productionOf('pi0-photon')).toBe('pi0-photon')
    expect(await productionOf('{pi0-photon: 0.9, eta-photon: 0.1, d-star: 0}')).toEqual({ 'pi0-photon': 0.9, 'eta-photon': 0.1 })
    expect(await productionOf('[{below: 135 MeV, shares: {pi0-photon: 1}}, {shares: {eta-photon: 1}}]')).toEqual([
      { below: 0.135, shares: { 'pi0-photon': 1 } },
      { shares: { 'eta-photon': 1 } },
    ])
    const thirds = (await productionOf('{rho-mixing: 0.333, omega-mixing: 0.333, phi-mixing: 0.333}')) as Record<string, number>
    expect(Object.values(thirds).reduce((sum, share) => sum + share)).toBeCloseTo(1, 14)
  })

  it('tells which lifetimes the search sees', async () => {
    const windowOf = async (window: string, rows = CURVE) => (await read(header({ window }), lines(rows, ' '))).window
    expect(await windowOf('{prompt: 2 ps}')).toEqual({ kind: 'prompt', longest_s: 2e-12 })
    const flight = await windowOf('{prompt: {length: 1 m, momentum: 50 GeV}}')
    if (typeof flight !== 'object' || flight.kind !== 'prompt' || typeof flight.longest_s !== 'function') throw new Error('no flight')
    expect(flight.longest_s(0.05)).toBeCloseTo(1e-3 / 299792458, 20)
    expect(await windowOf(DISPLACED, BAND)).toEqual({ kind: 'displaced', shield_m: 10, volume_m: 5 })
    expect(await windowOf('{displaced: {shield: 50 cm, volume: open}}', BAND)).toMatchObject({
      shield_m: 0.5,
      volume_m: Number.POSITIVE_INFINITY,
    })
  })

  it('may hold its data itself', async () => {
    const data = '{rows: [[10, 1e-6], [20, 4e-6]], units: {mass: MeV, coupling: epsilon^2}}'
    expect((await read(header({ data }))).bound).toEqual({
      shape: 'upper-limit',
      rows: [
        [0.01, 1e-3],
        [0.02, 2e-3],
      ],
    })
  })

  it('may leave masses out', async () => {
    const limit = await read(header({ data: dataOf('d.lmt', 'gaps: [[25 MeV, 30 MeV]]') }), lines(CURVE, ' '))
    expect(limit.bound).toMatchObject({ gaps: [[0.025, 0.03]] })
    const { points } = await curveOf(limit, 'dark-photon', [0.02, 0.027, 0.04])
    expect(points.map(({ result }) => 'silent' in result)).toEqual([false, true, false])
  })

  it('may be a closed contour, whose masses go there and back', async () => {
    const square = [
      [0.01, 1e-6],
      [0.04, 1e-6],
      [0.04, 1e-4],
      [0.01, 1e-4],
    ]
    const limit = await read(header({ window: DISPLACED, data: dataOf('d.lmt', 'shape: contour') }), lines(square, ' '))
    expect(limit.bound).toEqual({ shape: 'contour', rows: square })
    const { points } = await curveOf(limit, 'dark-photon', [0.02, 0.05])
    const [[lower, upper]] = points[0].result as [[number, number]]
    expect(lower / 1e-6).toBeCloseTo(1, 8)
    expect(upper / 1e-4).toBeCloseTo(1, 8)
    expect(points[1].result).toHaveProperty('silent')
  })
})

describe('the units of a limit file', () => {
  const boundOf = async (units: string, text: string, model = 'dark-photon') =>
    (await read(header({ model, data: `{file: d.lmt, units: ${units}}` }), text)).bound.rows[0]

  it.each([
    ['{mass: MeV, coupling: epsilon}', '10 1e-3'],
    ['{mass: keV, coupling: epsilon^2}', '1e4 1e-6'],
    ['{mass: eV, coupling: alpha-ratio}', '1e7 1e-6'],
    ['{mass: TeV, coupling: log10(epsilon)}', '1e-5 -3'],
    ['{mass: log10(GeV), coupling: log10(epsilon^2)}', '-2 -6'],
    ['{mass: log10(MeV), coupling: epsilon}', '1 +.001'],
  ])('%s', async (units, text) => {
    const [mass, coupling] = await boundOf(units, text)
    expect(mass / 0.01).toBeCloseTo(1, 12)
    expect(coupling / 1e-3).toBeCloseTo(1, 12)
  })

  it.each([
    ['g', '1e-3'],
    ['g^2', '1e-6'],
    ['log10(g)', '-3'],
  ])('%s, for charges', async (unit, text) => {
    const [, coupling] = await boundOf(`{mass: GeV, coupling: ${unit}}`, `0.01 ${text}`, 'b-l')
    expect(coupling / 1e-3).toBeCloseTo(1, 12)
  })
})

describe('data of a limit', () => {
  it('in columns: comments and blank lines are passed over, and nothing else', async () => {
    const text = '\uFEFF# mass lower\r\n\r\n  0.01\t1e-3\r\n   # half way\n.02 2.E-3\r0.05   +5e-4\n\n'
    for (const file of ['d.lmt', 'd.txt', 'd.dat']) {
      expect((await read(header({ data: dataOf(file) }), text)).bound).toEqual({ shape: 'upper-limit', rows: CURVE })
    }
  })

  it('in columns of any order', async () => {
    const text = lines(
      CURVE.map(([mass, coupling], i) => [`bin${i}`, coupling, '?', mass]),
      ' ',
    )
    for (const columns of ['[_, coupling, _, mass]', '{mass: 4, lower: 2}']) {
      const { bound } = await read(header({ data: dataOf('d.lmt', `columns: ${columns}`) }), text)
      expect(bound).toEqual({ shape: 'upper-limit', rows: CURVE })
    }
  })

  it('with two edges', async () => {
    const { bound, group } = await read(header({ window: DISPLACED }), lines(BAND, ' '))
    expect(bound).toEqual({ shape: 'two-sided', rows: BAND })
    expect(group).toBe('beam dumps')
  })

  it('with a step, where a mass stands twice', async () => {
    const steps = [CURVE[0], [0.02, 1e-3], CURVE[1], CURVE[2]]
    expect((await read(header(), lines(steps, ' '))).bound.rows).toEqual(steps)
  })

  it('in CSV: by the names of a header line, or by position without one', async () => {
    const named = `# from a paper\n"mass, GeV",note,"say ""eps"""\n${lines(
      CURVE.map(([mass, coupling]) => [mass, '"a, b"', ` ${coupling} `]),
      ',',
    )}\n`
    const data = dataOf('d.csv', `columns: {mass: 'mass, GeV', lower: 'say "eps"'}`)
    expect((await read(header({ data }), named)).bound.rows).toEqual(CURVE)
    expect((await read(header({ data: dataOf('d.csv', 'columns: [mass, lower]') }), lines(CURVE, ','))).bound.rows).toEqual(CURVE)
    expect((await read(header({ data: dataOf('d.csv') }), `mass,coupling\n${lines(CURVE, ',')}`)).bound.rows).toEqual(CURVE)
  })

  it('in CSV with reasons for silence: gaps, from the last mass with a limit to the next', async () => {
    const text = 'mass,lower,silent\n0.005,,too light\n0.01,1e-3,\n0.012,,left out\n0.013,,left out\n0.02,2e-3,\n0.03,,too heavy\n'
    const { bound } = await read(header({ data: dataOf('d.csv') }), text)
    expect(bound).toEqual({ shape: 'upper-limit', rows: CURVE.slice(0, 2), gaps: [[0.01, 0.02]] })
  })

  const hepData = (lower: readonly (number | string)[], upper: readonly (number | string)[], unit = 'GeV'): string =>
    [
      'independent_variables:',
      `- header: {name: mass, units: ${unit}}`,
      '  values: [{value: 0.01}, {value: 0.015, low: 0.01, high: 0.02}, {value: 2.0E-2}]',
      'dependent_variables:',
      ...[lower, upper].flatMap((values, i) => [
        `- header: {name: ${['lower', 'upper'][i]} edge}`,
        '  qualifiers: [{name: CL, value: 0.9}]',
        '  values:',
        ...values.map((value) => `  - {value: ${typeof value === 'number' ? value : `'${value}'`}, errors: [{symerror: 0.1}]}`),
      ]),
    ].join('\n')

  it('in HEPData: variables by name or number, with gaps where both edges are -', async () => {
    const text = hepData([1e-6, '-', 2e-6], [1e-4, '-', 5e-5])
    for (const columns of ['{lower: lower edge, upper: upper edge}', '{mass: mass, lower: 1, upper: 2}']) {
      const { bound } = await read(header({ window: DISPLACED, data: dataOf('d.yaml', `columns: ${columns}`) }), text)
      expect(bound).toEqual({ shape: 'two-sided', rows: BAND, gaps: [[0.01, 0.02]] })
    }
    for (const unit of ['GEV', '"[GeV]"', 'GeV/c^2', "'$\\mathrm{GeV}/c^{2}$'", 'GeV/c**2', '""', '"-"']) {
      const data = dataOf('d.yaml', 'columns: {lower: 1, upper: 2}')
      const { bound } = await read(header({ window: DISPLACED, data }), hepData([1e-6, '-', 2e-6], [1e-4, '-', 5e-5], unit))
      expect(bound.rows).toEqual(BAND)
    }
    const open = await read(
      header({ data: dataOf('d.yml', 'columns: {lower: lower edge, upper: upper edge}') }),
      hepData([1e-3, 1e-3, 1e-3], ['-', '-', '-']),
    )
    expect(open.bound.shape).toBe('upper-limit')
  })
})
