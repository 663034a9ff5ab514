import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../src/errors.ts'
import { logGrid, parseGrid, parsePositive, parseQuantity } from '../src/units.ts'

const energy = (text: string) => parseQuantity(text, 'energy', 'mass')
const grid = (text: string) => parseGrid(text, 'energy', 'mass')
const relative = (value: number, expected: number) => Math.abs(value / expected - 1)

describe('quantities of sources', () => {
  it.each([
    ['3900MW', 'power', 3.9],
    ['1.5e23/yr', 'rate', 1.5e23],
    ['2e20/d', 'rate', 7.305e22],
    ['-36.4deg', 'angle', -36.4],
    ['0.5rad', 'angle', 28.64788975654116],
  ] as const)('%s', (text, kind, value) => expect(Math.abs(parseQuantity(text, kind, 'x') / value - 1)).toBeLessThan(1e-14))
})

describe('quantities', () => {
  it.each([
    ['15MeV', 0.015],
    ['15 MeV', 0.015],
    [' 0.0153GeV ', 0.0153],
    ['5e-05GeV', 5e-5],
    ['5E-5GeV', 5e-5],
    ['+2keV', 2e-6],
    ['-3eV', -3e-9],
    ['.5TeV', 500],
    ['2.GeV', 2],
    ['7meV', 7e-12],
    ['0MeV', 0],
  ])('%j is %d GeV', (text, value) => {
    expect(energy(text)).toBeCloseTo(value, 15)
    if (value !== 0) expect(relative(energy(text), value)).toBeLessThan(1e-15)
  })

  it('may be lengths, in m, and times, in s', () => {
    expect(relative(parseQuantity('50 cm', 'length', 'shield'), 0.5)).toBeLessThan(1e-15)
    expect(relative(parseQuantity('3µm', 'length', 'shield'), 3e-6)).toBeLessThan(1e-15)
    expect(relative(parseQuantity('1.5 ps', 'time', 'prompt'), 1.5e-12)).toBeLessThan(1e-15)
    expect(() => parseQuantity('10', 'length', 'shield')).toThrow("shield: '10' has no unit; write 10m or 10cm (one of m, cm, mm, ")
    expect(() => parseQuantity('1 MeV', 'time', 'prompt')).toThrow("prompt: unknown unit 'MeV'")
    expect(() => parseQuantity('m', 'length', 'shield')).toThrow("'m' is not a quantity; write a number and a unit, such as 10m")
  })

  it.each([
    ['15', "'15' has no unit; write 15MeV or 15GeV (one of MeV, GeV, TeV, keV, eV, meV)"],
    ['15mev', "unknown unit 'mev'; did you mean MeV?"],
    ['15gev', "unknown unit 'gev'; did you mean GeV?"],
    ['15kg', "unknown unit 'kg'; use one of MeV, GeV, TeV, keV, eV, meV"],
    ['15M', "unknown unit 'M'; use one of MeV, GeV, TeV, keV, eV, meV"],
    ['MeV', "'MeV' is not a quantity; write a number and a unit, such as 15MeV"],
    ['', "'' is not a quantity; write a number and a unit, such as 15MeV"],
    ['1,5MeV', "'1,5MeV' is not a quantity; write a number and a unit, such as 15MeV"],
    ['NaNGeV', "'NaNGeV' is not a quantity; write a number and a unit, such as 15MeV"],
    ['InfinityGeV', "'InfinityGeV' is not a quantity; write a number and a unit, such as 15MeV"],
    ['1e999GeV', "'1e999GeV' is not a finite quantity"],
  ])('%j is refused', (text, message) => {
    expect(() => energy(text)).toThrow(new InputError(message, 'mass'))
  })

  it('knows no unit by way of the prototype', () => {
    expect(() => energy('1constructor')).toThrow("unknown unit 'constructor'")
    expect(() => energy('1toString')).toThrow("unknown unit 'toString'")
  })

  it('that must be above zero is', () => {
    for (const text of ['0MeV', '-1MeV', '1e-400GeV']) {
      expect(() => parsePositive(text, 'energy', 'mass')).toThrow(`mass: '${text}' must be above zero`)
    }
  })

  it('come back as printed', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
        fc.constantFrom(['MeV', 1e-3], ['keV', 1e-6], ['GeV', 1]),
        (x, [unit, factor]) => {
          expect(energy(`${x}${unit}`)).toBe(x * Number(factor))
        },
      ),
    )
  })
})

describe('grids', () => {
  it('are one quantity, or a list in the order typed', () => {
    expect(grid('1GeV')).toEqual([1])
    expect(grid('2GeV, 1GeV,1MeV')).toEqual([2, 1, 0.001])
  })

  it('from lo to hi have both ends exactly and equal ratios', () => {
    const masses = grid('1MeV:10GeV:9')
    expect(masses).toHaveLength(9)
    expect([masses[0], masses[8]]).toEqual([0.001, 10])
    for (let i = 1; i < 9; i++) expect(relative(masses[i] / masses[i - 1], Math.sqrt(10))).toBeLessThan(1e-13)
    expect(logGrid(0.3, 0.7, 2)).toEqual([0.3, 0.7])
  })

  it.each([
    ['1MeV:10GeV', "'1MeV:10GeV' is not a range; write lo:hi:n, such as 1MeV:10GeV:200"],
    ['1MeV:10GeV:3:4', "'1MeV:10GeV:3:4' is not a range"],
    ['10GeV:1MeV:5', "range '10GeV:1MeV:5' is reversed or empty; write the smaller end first"],
    ['1GeV:1GeV:5', "range '1GeV:1GeV:5' is reversed or empty"],
    ['1MeV:10GeV:1', "'1' is not a number of points; allowed: a whole number from 2 to 100000"],
    ['1MeV:10GeV:2.5', "'2.5' is not a number of points"],
    ['1MeV:10GeV:1e9', "'1e9' is not a number of points"],
    ['1MeV:10GeV:', "'' is not a number of points"],
    ['1:10GeV:3', "'1' has no unit"],
    ['1MeV,,2MeV', "'' is not a quantity"],
    ['0MeV:1GeV:3', "'0MeV' must be above zero"],
  ])('%j is refused', (text, message) => {
    expect(() => grid(text)).toThrow(`mass: ${message}`)
  })
})
