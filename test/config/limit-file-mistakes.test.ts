import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLimitYaml } from '../../src/config/index.ts'
import { InputError } from '../../src/errors.ts'
import { DISPLACED, dataOf, header, read, refusal } from './limit-files.ts'

const GOOD = '0.01 1e-3\n0.02 2e-3\n'
const epsilon = (data: string) => `{${data}, units: {mass: GeV, coupling: epsilon}}`

describe('a mistake in the header is told in one line, where it stands', () => {
  it.each<[Record<string, string | undefined>, string]>([
    [{ id: undefined }, '1:1: id: missing; expected string'],
    [{ id: 'a b' }, "1:5: id: 'a b' is no id; allowed: letters, digits, points, - and _"],
    [{ id: 'mine.yaml' }, 'is no id'],
    [{ title: undefined }, '1:1: title: missing'],
    [{ title: '"$x"' }, 'a $ has no partner'],
    [{ source: undefined }, '1:1: source: missing'],
    [{ source: '" "' }, '3:9: empty; write some words'],
    [{ confidence: undefined }, 'confidence: missing'],
    [{ confidence: '90' }, '4:13: confidence: allowed: above 0 and below 1, such as 0.9'],
    [{ confidence: '.nan' }, '4:13: confidence: expected number, not NaN'],
    [{ kind: 'projecton' }, "unknown kind 'projecton'; did you mean 'projection'?"],
    [{ kind: 'preferred' }, "unknown kind 'preferred'; known: exclusion, projection"],
    [{ group: 'collider' }, "unknown group 'collider'; did you mean 'colliders'?"],
    [{ modle: 'x' }, "unknown field 'modle'; did you mean 'model'?"],
    [{ model: undefined }, 'model: missing'],
    [{ model: 'dark-foton' }, "5:8: model: unknown model 'dark-foton'; did you mean 'dark-photon'?"],
    [{ model: 'B-3Lmuu' }, "unknown charge 'Lmuu'"],
    [{ model: 'b-l' }, "'epsilon' is not the coupling of b-l; use g, g^2 or log10 of it"],

    [{ production: undefined }, 'production: missing'],
    [{ production: 'pi-photon' }, "6:13: unknown mechanism 'pi-photon'; did you mean 'pi0-photon'?"],
    [{ production: '{pi0-photon: 0.9, eta-foton: 0.1}' }, "production: unknown field 'eta-foton'; did you mean 'eta-photon'?"],
    [{ production: '{pi0-photon: 0.9}' }, '6:13: the shares of the mechanisms add up to 0.9, not to 1'],
    [{ production: '{pi0-photon: 2, eta-photon: -1}' }, 'production.pi0-photon: Too big'],
    [{ production: '[]' }, 'no shares at all'],
    [{ production: '[{below: 135, shares: {pi0-photon: 1}}]' }, '6:22: production[1].below: 135 has no unit'],
    [{ production: '[{below: 135MeVV, shares: {pi0-photon: 1}}]' }, "6:22: below: unknown unit 'MeVV'; did you mean MeV?"],
    [{ production: '[{bellow: 1GeV, shares: {pi0-photon: 1}}]' }, "production[1]: unknown field 'bellow'; did you mean 'below'?"],
    [{ production: '[{shares: {pi0-photon: 1}}, {below: 1GeV, shares: {d-star: 1}}]' }, '6:49: [2].below: must lie above the one before'],
    [{ finalState: undefined }, 'finalState: missing'],
    [{ finalState: 'eee' }, "7:13: unknown final state 'eee'; did you mean 'ee'?"],
    [{ finalState: '[ee, mumuu]' }, "7:18: unknown decay channel 'mumuu'; did you mean 'mumu'?"],
    [{ finalState: '[]' }, 'no decay channel in it'],
    [{ finalState: 'tautau' }, '7:13: dark-photon does not decay so at the masses of the data'],
    [{ finalState: 'invisible' }, '7:13: finalState: invisible needs decaysUnseen: true'],
    [{ decaysUnseen: 'true' }, 'no other final state has it'],
    [{ window: 'all' }, "8:9: unknown window 'all'; did you mean 'any'?"],
    [{ window: '{promt: 1 ps}' }, "window: unknown field 'promt'; did you mean 'prompt'?"],
    [{ window: '{}' }, 'write prompt or displaced'],
    [{ window: '{prompt: 1e-12}' }, '8:18: window.prompt: 1e-12 has no unit'],
    [{ window: "{prompt: '1'}" }, "'1' has no unit; write 1s or 1ps"],
    [{ window: '{prompt: 1 GeV}' }, "unknown unit 'GeV'"],
    [{ window: '{prompt: {length: 1 m, momentum: 50}}' }, 'window.prompt.momentum: 50 has no unit'],
    [{ window: '{displaced: {shield: 10 m}}' }, 'window.displaced.volume: missing'],
    [{ window: '{displaced: {shield: 0 m, volume: open}}' }, "'0 m' must be above zero"],
    [{ window: DISPLACED }, 'window: a search behind a shield has an upper edge too, but the data have none'],

    [{ data: undefined }, '1:1: data: missing; write data: {file: mine.lmt, units: '],
    [{ data: '{file: d.lmt}' }, 'data.units: missing; write units: {mass: GeV, coupling: epsilon}'],
    [{ data: '{file: d.lmt, units: {mass: GeV}}' }, 'data.units.coupling: missing'],
    [{ data: '{file: d.lmt, units: {mass: Gev, coupling: epsilon}}' }, "units.mass: unknown unit 'Gev'; did you mean 'GeV'?"],
    [{ data: '{file: d.lmt, units: {mass: 10MeV, coupling: epsilon}}' }, "units.mass: unknown unit '10MeV'"],
    [
      { data: '{file: d.lmt, units: {mass: lg(GeV), coupling: epsilon}}' },
      "units.mass: unknown unit 'lg(GeV)'; known: eV, keV, MeV, GeV, TeV (logarithms: log10(…) of one)",
    ],
    [{ data: '{file: d.lmt, units: {mass: GeV, coupling: epsilonn}}' }, "units.coupling: unknown unit 'epsilonn'; did you mean 'epsilon'?"],
    [
      { data: '{file: d.lmt, units: {mass: GeV, coupling: ln eps}}' },
      "unknown unit 'ln eps'; known: epsilon, epsilon^2, alpha-ratio, g, g^2 (logarithms: log10(…) of one)",
    ],
    [
      { data: '{file: d.lmt, units: {mass: GeV, coupling: g}}' },
      "'g' is not the coupling of dark-photon; use epsilon, epsilon^2, alpha-ratio",
    ],
    [{ data: '{units: {mass: GeV, coupling: epsilon}}' }, 'data: write file or rows'],
    [{ data: epsilon('file: d.lmt, rows: [[1, 2]]') }, 'data: write file or rows'],
    [{ data: epsilon('file: d') }, "data.file: 'd' does not say its format"],
    [{ data: epsilon('file: d.lmt, format: lmtt') }, "unknown format 'lmtt'; did you mean 'lmt'?"],
    [{ data: epsilon('file: d.lmt, unit: x') }, "data: unknown field 'unit'; did you mean 'units'?"],
    [{ data: epsilon('file: d.lmt, columns: [mass, uper]') }, "unknown column 'uper'; did you mean 'upper'?"],
    [{ data: epsilon('file: d.lmt, columns: [lower, upper]') }, 'columns: no mass'],
    [{ data: epsilon('file: d.lmt, columns: [mass, upper]') }, 'columns: no coupling (or lower'],
    [{ data: epsilon('file: d.lmt, columns: [mass, lower, lower]') }, 'columns: one role stands twice'],
    [{ data: epsilon('file: d.lmt, columns: [mass, coupling, upper]') }, 'columns: coupling, or lower and upper, not both'],
    [
      { data: epsilon('file: d.json, columns: {mass: 1, lower: 2}') },
      '9:31: data.columns: the JSON of zest limits says itself what is what',
    ],
    [{ data: epsilon('file: d.lmt, columns: {mass: 0, lower: 1}') }, 'columns are numbered from 1'],
    [{ data: epsilon('file: d.lmt, shape: contuor') }, "unknown shape 'contuor'; did you mean 'contour'?"],
    [{ data: epsilon('file: d.lmt, shape: contour, gaps: [[1 GeV, 2 GeV]]') }, 'gaps: a contour has none'],
    [{ data: epsilon('file: d.lmt, gaps: [[2 MeV, 1 MeV]]') }, 'gaps[1]: write the lighter end first'],
    [{ data: epsilon('file: d.lmt, gaps: [[3 GeV]]') }, 'data.gaps[1]: a gap has two ends'],
    [{ data: epsilon('file: d.lmt, gaps: [[3 GeV, 4 GeV]]') }, 'the gap lies outside the data, which reach from 0.01 to 0.02 GeV'],
    [{ data: epsilon('rows: []') }, 'there is no limit in it'],
    [{ data: epsilon('rows: [[0.1, 1e-3],\n  [0.2]]') }, 'my.yaml:10: 1 column, where 2 are expected'],
    [{ data: epsilon('rows: [[0.1, 1e-3],\n  [0.2, .nan]]') }, '10:9: data.rows[2][2]: expected number, not NaN'],
    [{ data: epsilon('rows: [[0.1, 1e-3],\n  [0.2, -1e-3]]') }, "my.yaml:10: coupling '-0.001' is not above zero"],
  ])('%j', async (fields, message) => {
    const found = await refusal(header(fields), GOOD)
    expect(found).toMatch(/^my\.yaml:/)
    expect(found).toContain(message)
    expect(found).not.toContain('\n')
  })

  it('a mechanism that the published model does not know', async () => {
    const fields = { model: 'Lmu', finalState: 'mumu', data: '{file: d.lmt, units: {mass: GeV, coupling: g}}' }
    const text = '0.3 1e-3\n0.4 1e-3\n'
    expect((await read(header({ ...fields, production: 'muon-pair' }), text)).bound.rows).toHaveLength(2)
    expect(await refusal(header(fields), text)).toBe(
      'my.yaml:6:13: Lmu does not couple to what electron-bremsstrahlung needs, so that a limit on it cannot rest on that',
    )
  })
})

describe('a mistake in the data is told in one line, with file and line', () => {
  it.each<[string, string]>([
    ['', 'd.lmt: there is no limit in it'],
    ['# nothing but words\n\n', 'd.lmt: there is no limit in it'],
    ['0.01 nan', "d.lmt:1: coupling 'nan' is not a number"],
    ['# x\n\n0.01 inf', "d.lmt:3: coupling 'inf' is not a number"],
    ['0.01 0x10', "d.lmt:1: coupling '0x10' is not a number"],
    ['0.01 1e400', "d.lmt:1: coupling '1e400' is too large"],
    ['0.01 1e-400', "d.lmt:1: coupling '1e-400' is not above zero"],
    ['0.01 1e-170', "d.lmt:1: coupling '1e-170' is out of range; allowed: couplings from 1e-40 to 1e+16"],
    ['0.01 1e160', "d.lmt:1: coupling '1e160' is out of range"],
    ['0.01 1e-3\n0.02 -2e-3', "d.lmt:2: coupling '-2e-3' is not above zero"],
    ['0 1e-3', "d.lmt:1: mass '0' is not above zero"],
    ['0.01 1e-3\n0.02', 'd.lmt:2: 1 column, where 2 are expected'],
    ['0.01 1e-3\n0.02 2e-3 x', 'd.lmt:2: 3 columns, where 2 are expected'],
    ['0.01,1e-3', 'd.lmt:1: one column only; columns are parted by blanks, or by commas'],
    ['1 2 3 4', 'd.lmt:1: 4 columns; say which is what, such as columns: [mass, lower, _, _]'],
    ['0.02 1e-3\n0.01 1e-3', 'd.lmt:2: masses must ascend, but 0.01 GeV follows 0.02 GeV'],
    ['0.01 1e-3\n0.01 2e-3\n0.01 3e-3', 'd.lmt:3: 0.01 GeV stands three times'],
    ['0.01 1e-3 1e-4', "d.lmt:1: the lower edge '1e-3' lies above the upper edge '1e-4'"],
    ['0.01 1e-6 1e-5\n0.01 1e-4 1e-3', 'd.lmt:2: two separate intervals at 0.01 GeV; draw them as shape: contour'],
    ['0.01 1e-3 2e-3', 'window: the data have an upper edge, which only a window like {displaced:'],
    [`${'9'.repeat(60)}x 1`, `d.lmt:1: mass '${'9'.repeat(40)}…' is not a number`],
    ['0.01 1e-3\n'.repeat(600_000), 'd.lmt: 6.0 MB are more than a limit needs; thin the curve to 5 MB or less'],
  ])('columns %#', async (text, message) => {
    expect(await refusal(header(), text)).toContain(message)
  })

  it.each<[string, string, string]>([
    ['', 'm,eps\n1,2', "d.csv:1: unknown column 'm'"],
    ['', 'mass,lower,uper\n1,2,3', "d.csv:1: unknown column 'uper'; did you mean 'upper'?; or say which column is what"],
    ['columns: {mass: m, lower: epps}', 'm,eps\n1,2', "d.csv:1: unknown column 'epps'; did you mean 'eps'?"],
    ['columns: {mass: m, lower: eps}', 'm,eps,eps\n1,2,3', "d.csv:1: two columns are called 'eps'"],
    ['columns: {mass: m, lower: m}', 'm,eps\n1,2', "d.csv:1: column 'm' cannot be both mass and lower"],
    ['columns: {mass: 1, lower: 3}', '1,2', "d.csv:1: there is no column 3 for 'lower', only 2"],
    ['columns: {mass: 1, lower: 1}', '1,2', 'd.csv:1: column 1 cannot be both mass and lower'],
    ['columns: [mass, lower]', 'mass,lower\n1,2', "d.csv:1: mass 'mass' is not a number"],
    ['', 'mass,lower\n1,', 'd.csv:2: no lower edge'],
    ['', 'mass,lower\n,1', 'd.csv:2: no mass'],
    ['', 'mass,lower\n1,2,3', 'd.csv:2: 3 columns, where 2 are expected'],
    ['', 'mass,lower\n1,"2', 'd.csv:2: quotes do not match'],
    ['', 'mass,lower,lower\n1,2,3', 'd.csv:1: columns: one role stands twice'],
    ['', 'mass,coupling,lower\n1,2,3', 'd.csv:1: columns: coupling, or lower and upper, not both'],
    ['', '# mine\nmass,upper\n1,2', 'd.csv:2: columns: no coupling (or lower'],
    [
      'columns: {mass: mass_MeV, lower: eps}',
      '# x\nmass_MeV,eps\n1,2',
      "d.csv:2: the table has masses in 'MeV', but its header file says GeV",
    ],
    ['columns: {mass: "m [keV/c^2]", lower: eps}', 'm [keV/c^2],eps\n1,2', "d.csv:1: the table has masses in 'keV', but"],
    ['', 'mass,lower,silent\n1,2,why', "d.csv:2: a limit and a reason for none ('why') at one mass"],
    ['', 'mass,lower,silent\n1,,why', 'd.csv: there is no limit in it'],
    ['', 'mass,lower,upper\n1,2,\n2,2,3', 'd.csv:2: there is no upper edge here, but one in line 3'],
  ])('CSV %#', async (more, text, message) => {
    expect(await refusal(header({ data: dataOf('d.csv', more) }), text)).toContain(message)
  })

  const table = (mass: string, coupling: string, unit = 'GeV') =>
    `independent_variables:\n- {header: {name: m, units: ${unit}}, values: [${mass}]}\n` +
    `dependent_variables:\n- {header: {name: eps}, values: [${coupling}]}\n`
  it.each<[string, string, string]>([
    ['', 'a: 1', 'd.yaml:1: no list of independent_variables: not a HEPData table'],
    ['', table('{value: 1}', '{value: 2}', 'MeV'), "d.yaml:2: the table has masses in 'MeV', but its header file says GeV"],
    ['', table('{value: 1}', '{value: 2}', 'MEV'), "d.yaml:2: the table has masses in 'MEV', but its header file says GeV"],
    ['', table('{value: 1}', '{value: 2}', 'log10(GeV)'), "d.yaml:2: the table has masses in 'log10(GeV)', but its header file says GeV"],
    ['', table('{value: 1}', '{value: 2}', 'PB'), "d.yaml:2: the table has masses in 'PB', but its header file says GeV"],
    [
      '',
      table('{value: 1}', '{value: 2}').replace('name: eps', 'name: eps, units: epsilon^2'),
      "d.yaml:4: the table has couplings in 'epsilon^2', but",
    ],
    [
      '',
      table('{value: 1}', '{value: 2}').replace('name: eps', 'name: eps, units: 10^-3'),
      "d.yaml:4: the table has couplings in '10^-3', but",
    ],
    ['', table('{value: 1}', '{value: 2}', '""').replace('name: m', 'name: "M [MEV]"'), "d.yaml:2: the table has masses in 'MEV', but"],
    ['columns: {lower: eps, silent: why}', table('{value: 1}', '{value: 2}'), 'd.yaml:1: a HEPData table has no column of reasons'],
    ['', table('{value: 1}', '{value: 2}, {value: 3}'), "d.yaml:4: 'eps' has 2 values, and 'm' has 1"],
    ['', table('{low: 1, high: 2}', '{value: 3}'), 'd.yaml:2: no value (a bin from low to high needs one too)'],
    ['', table('{value: 1}', '{value: }'), "d.yaml:2: coupling 'nothing' is not a number"],
    ['', table('{value: 1}', '{value: .inf}'), "d.yaml:2: coupling '.inf' is not a number"],
    ['columns: {lower: epps}', table('{value: 1}', '{value: 2}'), "d.yaml:4: unknown variable 'epps'; did you mean 'eps'?"],
    ['columns: [mass, lower]', table('{value: 1}', '{value: 2}'), 'd.yaml:1: columns of a HEPData table have names'],
    ['', `${table('{value: 1}', '{value: 2}')}- {header: {name: b}, values: []}`, 'd.yaml:4: say which variable is coupling, such as'],
    ['', '[', 'd.yaml:1:2: '],
  ])('HEPData %#', async (more, text, message) => {
    expect(await refusal(header({ data: dataOf('d.yaml', more) }), text)).toContain(message)
  })

  const points = (text: string) => `{"curves": [{"id": "x", "points": [\n${text}]}]}`
  it.each<[string, string]>([
    ['{"curves": []}', 'd.json:1:12: one curve is expected, not 0'],
    [points('{"mass_GeV": 1, "preferred": [[1, 2]]}'), 'd.json:2:1: a preferred band is no limit'],
    ['{"curves": [{"id": "x", "kind": "preferred", "points": []}]}', 'd.json:1:33: a preferred band is no limit'],
    [points('{"mass_GeV": 1, "excluded": [[1, 2], [3, 4]]}'), 'd.json:2:1: two separate intervals at 1 GeV'],
    [points('{"mass_GeV": 1, "excluded": [[null, 2]]}'), 'd.json:2: no lower edge'],
    [points('{"mass_GeV": 1}'), 'd.json:2: no lower edge'],
    [points('{"mass_GeV": "1"}'), 'd.json:2:14: curves[1].points[1].mass_GeV: expected number, not string'],
  ])('JSON %#', async (text, message) => {
    expect(await refusal(header({ data: dataOf('d.json') }), text)).toContain(message)
  })

  it('the JSON of Zest has masses in GeV', async () => {
    const text = points('{"mass_GeV": 1, "excluded": [[1, 2]]}')
    expect(await refusal(header({ data: '{file: d.json, units: {mass: MeV, coupling: epsilon}}' }), text)).toBe(
      'd.json:2: the table has masses in GeV (mass_GeV), but its header file says MeV',
    )
  })

  it('a contour has no third column', async () => {
    const yaml = header({ window: DISPLACED, data: dataOf('d.lmt', 'shape: contour') })
    const text = '# x\n0.01 1e-6 1e-4\n0.02 2e-6 5e-5\n0.03 2e-6 5e-5\n'
    expect(await refusal(yaml, text)).toBe('d.lmt:2: 3 columns, a contour has 2: mass and coupling of a vertex')
    const passed = header({ window: DISPLACED, data: dataOf('d.lmt', 'shape: contour, columns: [mass, coupling, _]') })
    expect((await read(passed, text)).bound.rows).toHaveLength(3)
  })

  it('what cannot be loaded, where the header names it', async () => {
    const lost = () => {
      throw new InputError("cannot read 'd.lmt'", 'data.file')
    }
    for (const load of [lost, async () => lost()]) {
      await expect(parseLimitYaml(header(), 'my.yaml', load)).rejects.toThrow(/^my\.yaml:9:14: data\.file: cannot read 'd\.lmt'$/)
    }
  })

  it('contours need an inside', async () => {
    const yaml = header({ window: DISPLACED, data: dataOf('d.lmt', 'shape: contour') })
    expect(await refusal(yaml, '0.01 1e-3\n0.02 1e-3')).toBe('d.lmt: a contour needs three vertices or more, at different masses')
    expect(await refusal(yaml, '0.01 1e-3\n0.01 2e-3\n0.01 3e-3')).toContain('at different masses')
  })
})

describe('one wrong letter', () => {
  const rows = Array.from({ length: 12 }, (_, i) => [(0.01 * (i + 1)).toFixed(3), `${(1 + i) / 8}e-6`, `${(20 - i) / 8}e-4`])
  const hepData = [
    'independent_variables:',
    '- header: {name: mass}',
    '  values:',
    ...rows.map(([mass]) => `  - {value: ${mass}}`),
    'dependent_variables:',
    ...['lower', 'upper'].flatMap((name, i) => [
      `- header: {name: ${name}}`,
      '  values:',
      ...rows.map((row) => `  - {value: ${row[i + 1]}}`),
    ]),
  ]
  const json = [
    '{"curves": [{"id": "x", "points": [',
    ...rows.map(([mass, lo, hi], i) => `{"mass_GeV": ${mass}, "excluded": [[${lo}, ${hi}]]}${i === rows.length - 1 ? '' : ','}`),
    ']}]}',
  ]
  const files = {
    'd.lmt': ['# mass lower upper', ...rows.map((row) => row.join('  '))],
    'd.csv': ['mass,lower,upper', ...rows.map((row) => row.join(','))],
    'd.yaml': hepData,
    'd.json': json,
  }
  const sound = (values: readonly number[]): boolean => values.every((value) => value > 0 && Number.isFinite(value))

  it.each(Object.entries(files))('in %s is either told or harmless: no row is lost, no number is none', async (file, good) => {
    const columns = file === 'd.yaml' ? 'columns: {mass: mass, lower: lower, upper: upper}' : ''
    const yaml = header({ window: DISPLACED, data: dataOf(file, columns) })
    expect((await read(yaml, good.join('\n'))).bound.rows).toHaveLength(rows.length)
    const letter = fc
      .oneof(fc.constantFrom(...'0123456789.,-+eE "\'{}[]:xNaN;\t|&*!%@~'), fc.string({ minLength: 1, maxLength: 1 }))
      .filter((one) => one !== '#')
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.nat(60),
        fc.constantFrom('put', 'insert', 'drop'),
        letter,
        async (at, place, act, one) => {
          const line = good[at]
          const i = place % line.length
          const changed = line.slice(0, i) + (act === 'drop' ? '' : one) + line.slice(act === 'insert' ? i : i + 1)
          // A line that begins with # is a comment, and a blank one is blank: those may go.
          fc.pre(!/^\s*(#|$)/.test(changed) || /^\s*#/.test(line))
          try {
            const { bound } = await read(yaml, good.with(at, changed).join('\n'))
            expect(bound.shape).toBe('two-sided')
            expect(bound.rows).toHaveLength(rows.length)
            expect(bound.rows.every(sound)).toBe(true)
          } catch (error) {
            if (!(error instanceof InputError)) throw error
            expect(error.message).toMatch(/^(d|my)\.\w+:\d+/)
            expect(error.message).not.toContain('\n')
            if (file === 'd.lmt' || file === 'd.csv') {
              const told = Number(/^d\.\w+:(\d+)/.exec(error.message)?.[1] ?? at + 1)
              expect([at + 1, at + 2, at + 3]).toContain(told)
            }
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})
