import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { parseAssumptionsYaml, parseModelYaml } from '../../src/config/index.ts'
import { InputError } from '../../src/errors.ts'
import { defineModel, resolveModel } from '../../src/models/index.ts'

function refusal(parse: (text: string, name: string) => unknown, text: string): string {
  try {
    parse(text, 'my.yaml')
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    return (error as Error).message
  }
  throw new Error('accepted')
}

describe('a model in YAML', () => {
  it('is the definition it says', () => {
    const text = [
      '# a comment',
      'id: mine',
      'title: "Mine: all mine"',
      'charges:',
      '  L: [0, 1, -1]',
      "  e: [0, '2/3', -1]",
      'kineticMixing: { epsilonOverG: -0.0144329 }',
      'hiddenScalar: { charge: 1, massRatio: 0.3 }',
    ].join('\n')
    const definition = parseModelYaml(text, 'my.yaml')
    expect(definition).toEqual({
      id: 'mine',
      title: 'Mine: all mine',
      charges: { L: [0, 1, -1], e: [0, '2/3', -1] },
      kineticMixing: { epsilonOverG: -0.0144329 },
      hiddenScalar: { charge: 1, massRatio: 0.3 },
    })
    expect(defineModel(definition).charges.mu).toEqual({ left: 1, right: 2 / 3 })
  })

  it('may name charges in an expression, or one for all families', () => {
    expect(defineModel(parseModelYaml('charges: B-3Lmu', 'my.yaml')).charges).toEqual(resolveModel('B-3Lmu').charges)
    const universal = defineModel(parseModelYaml("charges: { Q: '1/3', L: -1 }", 'my.yaml'))
    expect(universal.charges).toEqual(resolveModel('b-l').charges)
  })

  it.each([
    ['id: mine\nchargs: B-L', "2:1: unknown field 'chargs'; did you mean 'charges'?"],
    ['id: mine', '1:1: charges: missing; '],
    ['id: mine\ncharges:\n  L: [0, 1, -1]\n  Z: 3', "4:3: charges: unknown field 'Z'; known: Q, u, d, L, e, nuR"],
    ['charges:\n  L: [0, 1]', '2:6: charges.L: write one charge, or three'],
    ['charges:\n  L: true', '2:6: charges.L: expected number or string or list, not boolean'],
    ['charges:\n  L: [0, 1/0, 1]', "2:10: charges.L[2]: '1/0' has a zero denominator"],
    ['charges:\n  L: [0, .nan, 1]', '2:10: '],
    ['charges: B-3Lmuu', "1:10: model: unknown charge 'Lmuu' at character 4 of 'B-3Lmuu'; did you mean 'Lmu'?"],
    ['charges: B-L\nmassMixing: 2', '2:13: massMixing: 2 is not a sine; allowed: -1 to 1'],
    ['charges: B-L\nmassMixing: small', '2:13: massMixing: expected number, not string'],
    [
      'charges: B-L\nkineticMixing:\n  epsilon: 1\n  epsilonOverG: 2',
      '3:3: kineticMixing: give epsilon (absolute) or epsilonOverG, not both',
    ],
    ['charges: B-L\nhiddenScalar: {charge: 1, massRatio: -1}', '2:38: hiddenScalar.massRatio: -1 is not allowed; allowed: above 0'],
    ['charges: *nowhere', '1:1: Unresolved alias'],
    ['charges: B-L\ncharges: B', '2:1: Map keys must be unique'],
    ['charges: [1', ''],
    ['a: 1\n---\nb: 2', '2:1: Source contains multiple documents'],
    ['', '1:1: the file is empty'],
    ['- 1', '1:1: file: expected record, not list'],
  ])('%j is refused where the mistake is', (text, message) => {
    const found = refusal(parseModelYaml, text)
    expect(found).toMatch(/^my\.yaml:\d+:\d+: /)
    expect(found).not.toContain('\n')
    expect(found.slice('my.yaml:'.length)).toContain(message)
  })
})

describe('assumptions in YAML', () => {
  it('are a preset and what differs from it, numbers or words', () => {
    const text = 'preset: amaral-2020\nkineticMixing: loop\ngMinus2Sigma: 1\nstatistic.threshold: 2.706'
    expect(parseAssumptionsYaml(text, 'my.yaml')).toEqual(
      assume('amaral-2020', { kineticMixing: 'loop', gMinus2Sigma: '1', 'statistic.threshold': '2.706' }),
    )
    expect(parseAssumptionsYaml('weakMixing: 0.23873\nwhiteDwarf: 0.3', 'my.yaml')).toEqual(
      assume('default', { weakMixing: '0.23873', whiteDwarf: '0.3' }),
    )
  })

  it('come back from what a result carries', () => {
    for (const preset of ['default', 'amaral-2020', 'bernal-2022']) {
      const carried = assume(preset, { kineticMixing: 'log:1TeV' })
      const text = Object.entries(carried)
        .map(([key, value]) => `${key}: ${value}`)
        .join('\n')
      expect(parseAssumptionsYaml(text, 'my.yaml')).toEqual(carried)
    }
  })

  it.each([
    ['preset: amaral', "1:9: unknown assumption preset 'amaral'"],
    ['\n\noscilation: nufit-6.0', "3:1: unknown field 'oscilation'; did you mean 'oscillation'?"],
    ['recipe: corrected\noscillation: nufit-9', "2:14: oscillation: unknown value 'nufit-9'; known: nufit-6.0-sk"],
    ['statistic.threshold: -1', "1:22: statistic.threshold: '-1' is not allowed"],
    ['recipe: [1]', '1:9: recipe: expected string or number, not list'],
    ['recipe:', '1:'],
  ])('%j is refused where the mistake is', (text, message) => {
    const found = refusal(parseAssumptionsYaml, text)
    expect(found).toMatch(/^my\.yaml:\d+:\d+: /)
    expect(found).not.toContain('\n')
    expect(found.slice('my.yaml:'.length)).toContain(message)
  })
})
