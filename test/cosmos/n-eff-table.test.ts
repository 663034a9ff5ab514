import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { M_ELECTRON } from '../../src/constants.ts'
import { thermalExpansionRate } from '../../src/cosmos/expansion.ts'
import { decodeGrid, encodeGrid } from '../../src/cosmos/grid-text.ts'
import { effectiveNeutrinos, type NeutrinoTemperatures, type ThermalBoson } from '../../src/cosmos/n-eff.ts'
import { valuesOf } from '../../src/cosmos/n-eff-slices.ts'
import { bosonAtNode, fastBosonAtNode, nEffInterpolator, tabulatedMasses } from '../../src/cosmos/n-eff-table.ts'
import { nEffShares } from '../../src/data/n-eff-shares.ts'
import { nEffTable } from '../../src/data/n-eff-table.ts'

/** A sample that is the same every time. */
function sampler(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A boson by its widths, that into neutrinos with a share of electron neutrinos. */
const withShare = (mass: number, electrons: number, neutrinos: number, share: number): ThermalBoson => ({
  mass,
  electrons,
  electronNeutrinos: share * neutrinos,
  otherNeutrinos: (1 - share) * neutrinos,
})

/** Widths between powers of ten of the expansion at T = m. */
const widthsAt = (mass: number, random: () => number) => (low: number, high: number) =>
  thermalExpansionRate(mass) * 10 ** (low + (high - low) * random())

const from = { split: nEffInterpolator(nEffTable, 'split', nEffShares), common: nEffInterpolator(nEffTable, 'common') }

interface Drawn {
  readonly boson: ThermalBoson
  readonly temperatures?: NeutrinoTemperatures
}

/** How far the table is from the equations at most, for so many of the bosons drawn as have N_eff below 6. */
function againstEquations(seed: number, count: number, draw: (random: () => number, i: number) => Drawn) {
  const random = sampler(seed)
  let [largest, compared] = [0, 0]
  for (let i = 0; i < count; i++) {
    const { boson, temperatures = 'split' } = draw(random, i)
    const expected = effectiveNeutrinos(boson, temperatures)
    if (expected > 6) continue
    largest = Math.max(largest, Math.abs(from[temperatures](boson) - expected))
    compared++
  }
  return { largest, compared }
}

const { masses, rates, fast, resolution } = nEffTable
const values = (['common', 'split'] as const).flatMap((temperatures) =>
  valuesOf(nEffTable, temperatures, nEffShares).map((slice) => ({ ...slice, temperatures })),
)

describe('the table of N_eff', () => {
  it('covers 0.5 to 100 MeV, on both sides of the electron threshold', () => {
    expect(tabulatedMasses(nEffTable)).toEqual([5e-4, 0.1])
    expect(masses.light.to).toBe(masses.heavy.from)
    expect(Math.abs(masses.heavy.from / (2 * M_ELECTRON) - 1)).toBeLessThan(1e-8)
    for (const slice of values) {
      expect(slice.heavy).toHaveLength(masses.heavy.nodes * rates.heavy.nodes ** 2)
      expect(slice.fast).toHaveLength(masses.heavy.nodes * fast.nodes)
      expect(slice.light).toHaveLength(masses.light.nodes * rates.light.nodes)
    }
  })

  it('holds at its nodes what the equations give', () => {
    const random = sampler(5)
    const any = (n: number) => Math.floor(n * random())
    for (let i = 0; i < 60; i++) {
      const slice = values[i % values.length]
      const part = i % 6 === 5 ? 'light' : 'heavy'
      const [m, n, e] = [any(masses[part].nodes), any(rates[part].nodes), part === 'light' ? 0 : any(rates.heavy.nodes)]
      const boson = bosonAtNode(rates[part], masses[part], slice.share, m, n, part === 'light' ? undefined : e)
      const columns = part === 'light' ? 1 : rates.heavy.nodes
      const stored = slice[part][(m * rates[part].nodes + n) * columns + e]
      expect(Math.abs(stored - effectiveNeutrinos(boson, slice.temperatures))).toBeLessThan(1.2 * resolution)
    }
  })

  it('holds what the equations give where the boson holds electrons and neutrinos together', () => {
    for (const slice of values) {
      for (const part of ['fast', 'fastElectrons'] as const) {
        for (const [m, node] of [
          [3, 1],
          [9, 7],
          [12, fast.nodes - 1],
        ]) {
          const expected = effectiveNeutrinos(fastBosonAtNode(nEffTable, part, slice.share, m, node), slice.temperatures)
          expect(Math.abs(slice[part][m * fast.nodes + node] - expected)).toBeLessThan(1.2 * resolution)
        }
      }
    }
  })

  it('is within 0.005 of the equations between them, wherever N_eff is below 6', () => {
    const { largest, compared } = againstEquations(12, 100, (random, i) => {
      const mass = 5e-4 * 200 ** random()
      const width = () => (random() < 0.15 ? 0 : thermalExpansionRate(mass) * 10 ** (-7 + 19 * random()))
      const share = [0, 1 / 3, 1 / 2, 1][Math.floor(4 * random())]
      const electrons = mass > 2 * M_ELECTRON ? width() : 0
      return { boson: withShare(mass, electrons, width(), share), temperatures: i % 3 === 0 ? 'common' : 'split' }
    })
    expect(largest).toBeLessThan(0.005)
    expect(compared).toBeGreaterThan(60)
  })

  it('goes on rising with the widths as the equations do, within 0.005, up to the largest couplings', () => {
    const { largest, compared } = againstEquations(7, 60, (random, i) => {
      const mass = 2e-3 * 50 ** random()
      const width = () => thermalExpansionRate(mass) * 10 ** (5 + 16 * random())
      return { boson: withShare(mass, width(), width(), [0, 1 / 3, 1 / 2, 1][i % 4]), temperatures: i % 3 === 0 ? 'common' : 'split' }
    })
    expect(largest).toBeLessThan(0.005)
    expect(compared).toBeGreaterThan(30)
  })

  it('has no step or kink where both widths become one rate of exchange', () => {
    const expansion = thermalExpansionRate(0.01)
    for (const ratio of [1, 1e3, 1e6]) {
      const values = Array.from({ length: 121 }, (_, i) => {
        const electrons = expansion * 10 ** (7 + i / 10)
        return from.split({ mass: 0.01, electrons, electronNeutrinos: 0, otherNeutrinos: ratio * electrons })
      })
      const steps = values.slice(1).map((value, i) => value - values[i])
      for (const step of steps) expect(step).toBeGreaterThan(0.004)
      for (let i = 1; i < steps.length; i++) expect(Math.abs(steps[i] - steps[i - 1])).toBeLessThan(0.003)
    }
  })

  it('is continuous at the electron threshold', () => {
    const neutrinos = 1e3 * thermalExpansionRate(masses.heavy.from)
    const at = (mass: number) => from.split({ mass, electrons: 0, electronNeutrinos: 0, otherNeutrinos: neutrinos })
    expect(Math.abs(at(masses.heavy.from) - at(masses.heavy.from * (1 - 1e-9)))).toBeLessThan(0.003)
  })

  it('is within 0.005 of the equations just above the electron threshold, where N_eff rises steeply', () => {
    const { largest, compared } = againstEquations(3, 80, (random, i) => {
      const mass = 1.025e-3 * 1.5 ** random()
      const width = widthsAt(mass, random)
      return { boson: withShare(mass, width(-3, 9), width(-1.5, 1), [0, 1 / 3, 0.8, 1][i % 4]) }
    })
    expect(largest).toBeLessThan(0.005)
    expect(compared).toBeGreaterThan(40)
  })

  it('is within 0.005 of the equations where a share of few is one of those tabulated', () => {
    for (const [mass, few, electrons] of [
      [1.228e-3, -0.4, 0.65],
      [1.193e-3, 0.3, 0.25],
      [1.2e-3, -0.936, 0.16],
    ]) {
      const expansion = thermalExpansionRate(mass)
      for (const share of [1e-5, 3e-5, 1e-4]) {
        const otherNeutrinos = expansion * 10 ** few
        const boson = {
          mass,
          electrons: expansion * 10 ** electrons,
          electronNeutrinos: (otherNeutrinos * (1 - share)) / share,
          otherNeutrinos,
        }
        const expected = effectiveNeutrinos(boson, 'split')
        if (expected < 6) expect(Math.abs(from.split(boson) - expected)).toBeLessThan(0.003)
      }
    }
  })

  it('is within 0.005 of the equations for any share of electron neutrinos from 0.01 to 0.98', () => {
    const { largest, compared } = againstEquations(21, 160, (random, i) => {
      const mass = 1.05e-3 * 30 ** random()
      const width = widthsAt(mass, random)
      return { boson: withShare(mass, i % 5 === 0 ? 0 : width(-4, 9), width(-3, 7), 0.01 + 0.97 * random()) }
    })
    expect(largest).toBeLessThan(0.005)
    expect(compared).toBeGreaterThan(100)
  })

  it('is so for those shares where the boson holds electrons and neutrinos together, whichever width is larger', () => {
    const { largest, compared } = againstEquations(8, 90, (random, i) => {
      const mass = 3e-3 * 4 ** random()
      const width = widthsAt(mass, random)
      return { boson: withShare(mass, width(5.5, 12.5), width(5.5, 12.5), [0.02, 0.1, 0.8, 0.93, 0.97][i % 5]) }
    })
    expect(largest).toBeLessThan(0.005)
    expect(compared).toBeGreaterThan(25)
  })

  it('is so where few of the neutrinos are electron neutrinos, or all but few, and the few begin to matter', () => {
    const { largest, compared } = againstEquations(17, 160, (random, i) => {
      const mass = (i % 3 === 0 ? 6e-4 : 1.05e-3) * 8 ** random()
      const width = widthsAt(mass, random)
      const electrons = mass < 2 * M_ELECTRON || i % 5 === 0 ? 0 : width(-2, 1)
      const [few, many] = [width(-2.5, 1), width(2, 9)]
      const [electronNeutrinos, otherNeutrinos] = i % 2 === 0 ? [few, many] : [many, few]
      return { boson: { mass, electrons, electronNeutrinos, otherNeutrinos } }
    })
    expect(largest).toBeLessThan(0.005)
    expect(compared).toBeGreaterThan(100)
  })

  it('is so where the few begin to matter while the boson holds the many and electrons together', () => {
    const { largest, compared } = againstEquations(29, 120, (random, i) => {
      const mass = 3e-3 * 10 ** random()
      const width = widthsAt(mass, random)
      const [few, many] = [width(-1, 5), width(6, 10)]
      const [electronNeutrinos, otherNeutrinos] = i % 2 === 0 ? [few, many] : [many, few]
      return { boson: { mass, electrons: width(4, 10), electronNeutrinos, otherNeutrinos } }
    })
    expect(largest).toBeLessThan(0.005)
    expect(compared).toBeGreaterThan(60)
  })

  it('gives the same between shares of its own without the others', () => {
    const alone = nEffInterpolator(nEffTable, 'split')
    const unit = 30 * thermalExpansionRate(0.004)
    const boson = { mass: 0.004, electrons: 0.2 * unit, electronNeutrinos: 0.4 * unit, otherNeutrinos: 0.6 * unit }
    expect(Math.abs(alone(boson) - from.split(boson))).toBeLessThan(0.004)
    expect(alone(boson)).not.toBe(from.split(boson))
  })

  it('is a number for shares next to a third, however much wider the one decay is', () => {
    const own = 1 / 3 + 5e-4
    for (const width of [1e8, 1e10, 1e13, 1e16]) {
      const unit = width * thermalExpansionRate(0.006)
      const boson = {
        mass: 0.006,
        electrons: 0.01 * thermalExpansionRate(0.006),
        electronNeutrinos: own * unit,
        otherNeutrinos: (1 - own) * unit,
      }
      const near = from.split({ ...boson, electronNeutrinos: unit / 3, otherNeutrinos: (2 * unit) / 3 })
      expect(Math.abs(from.split(boson) - near)).toBeLessThan(0.002)
    }
  })

  it('has no step where a share of its own begins', () => {
    const at = (share: number, width: number) => {
      const unit = width * thermalExpansionRate(0.005)
      return from.split({ mass: 0.005, electrons: 1e3 * unit, electronNeutrinos: share * unit, otherNeutrinos: (1 - share) * unit })
    }
    for (const width of [0.1, 3, 1e3]) {
      for (const share of [0.05, 1 / 3, 1 / 2, 0.9]) {
        for (const side of [-1, 1]) expect(Math.abs(at(share * (1 + 2e-3 * side), width) - at(share, width))).toBeLessThan(0.004)
      }
    }
  })

  it('goes on to shares of electron neutrinos near none and all, by what they do beside fewer or more of the others', () => {
    const line = (electrons: number, own: number, width: number) => {
      const unit = width * thermalExpansionRate(0.006)
      return { mass: 0.006, electrons: electrons * unit, electronNeutrinos: own * unit, otherNeutrinos: (1 - own) * unit }
    }
    for (const [electrons, own] of [
      [0, 3e-4],
      [0, 2e-8],
      [1e-4, 2e-3],
      [0.7, 0.997],
      [0.02, 1 - 1e-6],
    ]) {
      for (const width of [3, 40, 5e4, 1.7e6, 3e14]) {
        const boson = line(electrons, own, width)
        const expected = effectiveNeutrinos(boson)
        expect(Math.abs(from.split(boson) - expected), `${electrons} ${own} ${width}`).toBeLessThan(0.005)
      }
    }
  })

  it('is continuous where slices of shares end', () => {
    for (const share of [0.01, 0.98]) {
      const at = (own: number) =>
        from.split({ mass: 0.008, electrons: 1e-19, electronNeutrinos: 1e-16 * own, otherNeutrinos: 1e-16 * (1 - own) })
      expect(Math.abs(at(share * 0.9985) - at(share * 1.0005))).toBeLessThan(0.002)
      expect(Math.abs(at(share * 0.99 + 0.01) - at(share))).toBeLessThan(0.05)
    }
  })

  it('overlooks a width that does nothing: neutrino couplings by mixing with the Z', () => {
    const boson = { mass: 0.01, electrons: 1e-17, electronNeutrinos: 0, otherNeutrinos: 1e-14 }
    expect(from.split({ ...boson, electronNeutrinos: 1e-30 })).toBe(from.split(boson))
  })

  it('has reached saturation at its ends', () => {
    const boson = (factor: number) => ({ mass: 0.012, electrons: 1e-16, electronNeutrinos: 0, otherNeutrinos: factor })
    expect(Math.abs(from.split(boson(1e-6)) - from.split(boson(1e-4)))).toBeLessThan(1e-9)
    expect(Math.abs(effectiveNeutrinos(boson(1e-6)) - effectiveNeutrinos(boson(1e-8)))).toBeLessThan(0.002)
  })
})

describe('its text', () => {
  it('gives back any numbers, to the resolution', () => {
    const numbers = fc.array(fc.oneof(fc.double({ min: 0, max: 50, noNaN: true }), fc.constant(3.044)), { maxLength: 90 })
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 12 }), fc.boolean(), (values, columns, isRelative) => {
        const base = isRelative ? decodeGrid(encodeGrid([...values].reverse(), 0.001, columns), 0.001, columns) : undefined
        const text = encodeGrid(values, 0.001, columns, base)
        expect(text).toMatch(/^[ -~]*$/)
        const decoded = decodeGrid(text, 0.001, columns, base)
        expect(decoded).toHaveLength(values.length)
        values.forEach((value, i) => {
          expect(Math.abs(decoded[i] - value)).toBeLessThan(0.000501)
        })
      }),
    )
  })

  it('takes no more than two characters for a long run of equal numbers', () => {
    expect(encodeGrid(new Float64Array(80), 0.001, 9)).toHaveLength(2)
  })
})
