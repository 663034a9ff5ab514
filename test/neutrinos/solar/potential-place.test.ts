import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { assume } from '../../../src/assumptions.ts'
import { couplingRay } from '../../../src/couplings/boson.ts'
import { resolveModel } from '../../../src/models/index.ts'
import { bosonPotential, type MatterPotential } from '../../../src/neutrinos/solar/oscillation.ts'
import {
  evenly,
  type PotentialPlace,
  perDirection,
  placeOf,
  placeOfOne,
  scaledPotential,
  sizeAt,
} from '../../../src/neutrinos/solar/potential-place.ts'
import { loadSun, type Sun } from '../../../src/neutrinos/solar/sun.ts'

const CENTRE = 0.5

/** What a boson gives that ν_e, ν_μ and ν_τ feel so, in matter that shows it so much charge per electron and per neutron. */
const potentialOf = ([e, mu, tau]: readonly number[], electrons: number, neutrons: number): MatterPotential => ({
  perElectron: [electrons * e, electrons * mu, electrons * tau],
  perNeutron: [neutrons * e, neutrons * mu, neutrons * tau],
})
const ofModel = (model: string, mass: number): MatterPotential =>
  bosonPotential(couplingRay(resolveModel(model), mass, assume()).unit!.couplingsAt(0), mass)
const keys = ({ directions }: PotentialPlace): string[] => directions.map(({ key }) => key)

const charge = fc.double({ min: -1, max: 1, noNaN: true })
const potentials = fc
  .tuple(charge, charge, charge, charge)
  .filter(([mu, tau, electrons, neutrons]) => Math.hypot(mu, tau) > 0.1 && Math.hypot(electrons, neutrons) > 0.1)
  .map(([mu, tau, electrons, neutrons]) => potentialOf([0, mu, tau], electrons, neutrons))

describe('where a potential lies', () => {
  it('its directions add up to it; between two, exactly where electrons and neutrons are as at the centre', () => {
    fc.assert(
      fc.property(potentials, (potential) => {
        const { size, directions } = placeOf(potential, CENTRE)
        const sum = (part: 'perElectron' | 'perNeutron', a: number): number =>
          directions.reduce((all, { share, unit }) => all + share * size * unit[part][a], 0)
        for (const a of [1, 2]) {
          const [electrons, neutrons] = [sum('perElectron', a), sum('perNeutron', a)]
          expect(electrons).toBeCloseTo(potential.perElectron[a], 3)
          expect(neutrons).toBeCloseTo(potential.perNeutron[a], 3)
          const atCentre = potential.perElectron[a] + CENTRE * potential.perNeutron[a]
          expect(electrons + CENTRE * neutrons).toBeCloseTo(atCentre, directions.length === 2 ? 8 : 3)
        }
        expect(directions.reduce((all, { share }) => all + share, 0)).toBeCloseTo(1, 12)
      }),
    )
  })

  it('what all flavours feel alike changes nothing', () => {
    const [one, other] = [potentialOf([0, 1, 0.5], 0.3, 0.2), potentialOf([7, 8, 7.5], 0.3, 0.2)].map((potential) =>
      placeOf(potential, CENTRE),
    )
    expect(keys(other)).toEqual(keys(one))
    expect(other.size / one.size).toBeCloseTo(1, 12)
  })

  it('is between the same directions whether like charges attract or repel: the size has the sign', () => {
    fc.assert(
      fc.property(potentials, (potential) => {
        const [one, other] = [potential, scaledPotential(potential, -2)].map((each) => placeOf(each, CENTRE))
        expect(keys(other)).toEqual(keys(one))
        expect(other.size / one.size).toBeCloseTo(-2, 10)
      }),
    )
  })

  it('all light bosons of Lμ + Lτ − c(B1 + B2) − 2(1 − c)B3 share one direction, whatever c and their mixing; those of 10 GeV lie between it and the next', () => {
    const light = ['c=-0.1,tanEta=-0.75', 'c=0.4,tanEta=2', 'c=-1,tanEta=-0.3'].flatMap((parameters) =>
      [1e-4, 1e-2, 0.3].map((mass) => placeOf(ofModel(`bernal:${parameters}`, mass), CENTRE)),
    )
    expect(new Set(light.flatMap(keys)).size).toBe(1)
    const heavy = placeOf(ofModel('bernal:c=-0.1,tanEta=-0.75', 10), CENTRE)
    expect(heavy.directions).toHaveLength(2)
    expect(keys(heavy)).toContain(keys(light[0])[0])
  })

  it('evenly is undone by sizeAt, in proportion to the weak, the logarithm of the strong', () => {
    for (const size of [-3e5, -1, -1e-6, 0, 1e-9, 0.35, 40]) expect(sizeAt(evenly(size)) / (size || 1)).toBeCloseTo(size === 0 ? 0 : 1, 12)
    expect(evenly(2e-6) / evenly(1e-6)).toBeCloseTo(2, 9)
    expect(evenly(2e6) - evenly(1e6)).toBeCloseTo(Math.LN2, 9)
  })
})

describe('the Sun, with a potential from those of its directions', () => {
  let sun: Sun
  beforeAll(async () => {
    sun = await loadSun(assume())
  })
  const errorOf = (potential: MatterPotential, place = placeOf): number => {
    const { size, directions } = place(potential, sun.centralNeutronsPerProton)
    let error = 0
    for (const [source, energy] of [
      ['pp', 0.3],
      ['7Be', 0.862],
      ['8B', 8],
    ] as const) {
      const exact = sun.probabilities(source, energy, potential)
      const parts = directions.map(({ share, unit }) =>
        sun.probabilities(source, energy, scaledPotential(unit, size)).map((p) => share * p),
      )
      exact.forEach((p, a) => {
        error = Math.max(error, Math.abs(parts.reduce((sum, part) => sum + part[a], 0) - p))
      })
    }
    return error
  }

  it('of a heavy boson, mixed with the Z, within 5e-6', () => {
    for (const model of ['bernal:c=-0.1,tanEta=-0.75', 'bernal:c=0.3,tanEta=-0.4', 'bernal:c=-0.5,tanEta=2']) {
      for (const mass of [2, 5.5, 9.7, 30]) {
        for (const size of [-6, -1, 0.1, 1, 6, 100]) {
          const potential = ofModel(model, mass)
          const unit = scaledPotential(potential, 1 / placeOf(potential, sun.centralNeutronsPerProton).size)
          expect(errorOf(scaledPotential(unit, size)), `${model}, ${mass} GeV, ${size}`).toBeLessThan(5e-6)
        }
      }
    }
  })

  it('of any boson, up to six times that of the W, within 1e-4', () => {
    fc.assert(
      fc.property(potentials, fc.double({ min: 0.01, max: 6, noNaN: true }), (potential, strength) => {
        expect(errorOf(scaledPotential(potential, strength))).toBeLessThan(1e-4)
      }),
      { numRuns: 60 },
    )
  })

  it('of one boson whose potential turns with its coupling, from common directions within 1e-4', () => {
    const positive = fc.double({ min: 0, max: 1, noNaN: true })
    const alike = fc
      .tuple(charge, charge, positive, positive)
      .filter(([mu, tau, electrons, neutrons]) => Math.hypot(mu, tau) > 0.1 && Math.hypot(electrons, neutrons) > 0.1)
      .map(([mu, tau, electrons, neutrons]) => potentialOf([0, mu, tau], electrons, neutrons))
    fc.assert(
      fc.property(alike, fc.double({ min: 0.01, max: 6, noNaN: true }), (potential, strength) => {
        const one = scaledPotential(potential, strength)
        expect(placeOfOne(one, CENTRE).directions.every(({ isCommon }) => isCommon)).toBe(true)
        expect(errorOf(one, placeOfOne)).toBeLessThan(1e-4)
      }),
      { numRuns: 60 },
    )
  })
})

describe('where one potential lies, as strong as it is', () => {
  const STRENGTHS = fc.double({ min: -12, max: 1, noNaN: true }).map((log) => 10 ** log)

  it('its directions add up to it: exactly where it is weak, nowhere where it is feeble, where it is strong as among those of all sizes', () => {
    fc.assert(
      fc.property(potentials, STRENGTHS, (shape, strength) => {
        const { size: unit } = placeOf(shape, CENTRE)
        fc.pre(Math.abs(unit) > 0.3)
        const potential = scaledPotential(shape, strength)
        const { size, directions } = placeOfOne(potential, CENTRE)
        const norm = Math.max(...[1, 2].map((a) => Math.hypot(potential.perElectron[a], potential.perNeutron[a])))
        if (norm < 1e-9) expect(directions).toEqual([])
        if (norm > 2e-4) expect({ size, directions }).toEqual(placeOf(potential, CENTRE))
        if (norm < 2e-9 || norm > 1e-4) return
        expect(directions.length).toBeLessThanOrEqual(2)
        for (const part of ['perElectron', 'perNeutron'] as const) {
          for (const a of [1, 2]) {
            const sum = directions.reduce((all, { share, unit }) => all + share * size * unit[part][a], 0)
            expect(Math.abs(sum - potential[part][a])).toBeLessThan(2e-9 * norm)
          }
        }
      }),
    )
  })

  it('goes over from one to the other without a step', () => {
    const shape = potentialOf([0, 1, 0.5], 1, 0.3)
    const sharesAt = (strength: number): readonly [number, number] => {
      const { size, directions } = placeOfOne(scaledPotential(shape, strength / Math.hypot(1, 0.3)), CENTRE)
      return [size, directions.reduce((all, { share }) => all + share, 0)]
    }
    for (const edge of [1e-9, 2e-9, 1e-4, 2e-4]) {
      const [[, below], [, above]] = [1 - 1e-9, 1 + 1e-9].map((side) => sharesAt(edge * side))
      expect(Math.abs(above - below), `${edge}`).toBeLessThan(1e-8)
    }
    expect(sharesAt(1.4e-4)[1]).toBeCloseTo(1, 9)
  })
})

describe('perDirection', () => {
  it('makes what it is asked for once, and forgets what was asked for longest ago', () => {
    const [a, b, c] = [
      [1, 0],
      [0, 1],
      [1, 1],
    ].map(([electrons, neutrons]) => placeOf(potentialOf([0, 1, 1], electrons, neutrons), CENTRE).directions[0])
    let made = 0
    const kept = perDirection(2, () => ++made)
    expect([a, b, a, c, a, b].map(kept)).toEqual([1, 2, 1, 3, 1, 4])
  })
})
