import { describe, expect, it } from 'vitest'
import {
  ASSUMPTION_KEYS,
  ASSUMPTION_PRESETS,
  type Assumptions,
  assume,
  assumptionPreset,
  DEFAULT_ASSUMPTIONS,
  departures,
  OSCILLATION_SETS,
  parseAssumption,
} from '../src/assumptions.ts'
import { OSCILLATION } from '../src/data/nufit.ts'

const keys = Object.keys(ASSUMPTION_KEYS) as (keyof Assumptions)[]

describe('assumptions', () => {
  it('default to the first value of every key', () => {
    expect(assume()).toEqual(Object.fromEntries(keys.map((key) => [key, ASSUMPTION_KEYS[key].values[0]])))
    expect(assume()).toEqual(DEFAULT_ASSUMPTIONS)
    expect(DEFAULT_ASSUMPTIONS).toMatchObject({
      recipe: 'corrected',
      kineticMixing: 'loop',
      gMinus2: 'final-2025',
      gMinus2Sigma: '2',
      solarModel: 'b16-gs98',
      oscillation: 'nufit-6.0-sk',
      matterPotential: 'model',
      weakMixing: '0.23122',
      borexino: 'chi2',
    })
  })

  it.each(keys.flatMap((key) => ASSUMPTION_KEYS[key].values.map((value) => [key, value] as const)))('%s takes %s', (key, value) => {
    expect(parseAssumption(key, value)).toEqual({ [key]: value })
  })

  it.each(Object.entries(ASSUMPTION_PRESETS))('preset %s holds canonical values only', (name, preset) => {
    for (const [key, value] of Object.entries(preset)) expect(parseAssumption(key, value)).toEqual({ [key]: value })
    expect(assume(name)).toEqual({ ...DEFAULT_ASSUMPTIONS, ...preset })
    expect(departures(assume(name))).toEqual(
      Object.fromEntries(Object.entries(preset).filter(([key, value]) => DEFAULT_ASSUMPTIONS[key as keyof Assumptions] !== value)),
    )
  })

  it('know every set of oscillation parameters that there is', () => {
    expect([...OSCILLATION_SETS].sort()).toEqual(Object.keys(OSCILLATION).sort())
  })

  it('take settings after the preset', () => {
    const chosen = assume('amaral-2020', { kineticMixing: 'loop', gMinus2Sigma: '1' })
    expect([chosen.kineticMixing, chosen.gMinus2Sigma, chosen.oscillation]).toEqual(['loop', '1', 'nufit-4.0'])
    expect(assume({ solarModel: 'b16-agss09', gMinus2Sigma: 1 }, { solarModel: 'b16-gs98' })).toEqual({
      ...DEFAULT_ASSUMPTIONS,
      gMinus2Sigma: '1',
    })
  })

  it('cannot be changed once made, nor change the presets', () => {
    const chosen = assume('amaral-2020')
    expect(() => Object.assign(chosen, { recipe: 'corrected' })).toThrow(TypeError)
    expect(() => Object.assign(DEFAULT_ASSUMPTIONS, { recipe: 'as-printed' })).toThrow(TypeError)
    Object.assign(assumptionPreset('amaral-2020'), { recipe: 'corrected' })
    expect(assumptionPreset('amaral-2020').recipe).toBe('as-printed')
  })
})

describe('values with a parameter', () => {
  it.each([
    ['kineticMixing', 'fixed:-0.0144329', 'fixed:-0.0144329'],
    ['kineticMixing', 'fixed:1e-2', 'fixed:0.01'],
    ['kineticMixing', 'fixed: 0', 'fixed:0'],
    ['kineticMixing', 'log:1TeV', 'log:1000GeV'],
    ['kineticMixing', 'log:500 GeV', 'log:500GeV'],
    ['kineticMixing', 'log:1e20TeV', 'log:1e+23GeV'],
    ['statistic.threshold', '2.706', '2.706'],
    ['statistic.threshold', ' 4.0 ', '4'],
    ['statistic.threshold', '1e1', '10'],
  ])('%s=%s is %s, and that again', (key, value, canonical) => {
    expect(parseAssumption(key, value)).toEqual({ [key]: canonical })
    expect(parseAssumption(key, canonical)).toEqual({ [key]: canonical })
  })

  it.each([
    ['kineticMixing', 'fixed:'],
    ['kineticMixing', 'fixed'],
    ['kineticMixing', 'fixed:x'],
    ['kineticMixing', 'fixed:1e999'],
    ['kineticMixing', 'log:1000'],
    ['kineticMixing', 'log:GeV'],
    ['kineticMixing', 'log:-1TeV'],
    ['kineticMixing', 'log:0GeV'],
    ['kineticMixing', 'lop'],
    ['statistic.threshold', '0'],
    ['statistic.threshold', '-1'],
    ['statistic.threshold', ''],
    ['statistic.threshold', 'Infinity'],
    ['statistic.threshold', 'NaN'],
  ])('%s=%s is refused', (key, value) => {
    expect(() => parseAssumption(key, value)).toThrow(`set ${key}: '${value}' is not allowed; allowed: `)
  })

  it('say their forms when they refuse', () => {
    expect(() => parseAssumption('statistic.threshold', '0')).toThrow(/one-sided-90, two-sided-90, a number above zero$/)
    expect(() => parseAssumption('kineticMixing', 'x')).toThrow(/loop, loop-contact, amaral-2020-v1, none, log:<.*>, fixed:<.*>$/)
  })
})

describe('mistakes', () => {
  it.each([
    ["assume: unknown assumption preset 'amaral-2021'; did you mean 'amaral-2020'?", () => assume('amaral-2021')],
    ["set: unknown assumption 'solarmodle'; did you mean 'solarModel'?", () => assume('default', { solarmodle: 'b16-gs98' })],
    ["set: unknown assumption 'constructor'", () => assume('default', { constructor: '1' })],
    ["assume: unknown assumption preset 'toString'", () => assume('toString')],
    ["set oscillation: unknown value 'nufit-6'; did you mean 'nufit-6.0'?", () => assume('default', { oscillation: 'nufit-6' })],
    ["set gMinus2Sigma: unknown value '3'; known: 2, 1", () => assume('default', { gMinus2Sigma: '3' })],
    ["set recipe: unknown value 'null'; known: corrected, as-printed", () => assume({ recipe: null })],
  ])('%s', (message, make) => {
    expect(make).toThrow(message)
  })
})
