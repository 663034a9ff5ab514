import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { type Constraint, type Interval, isSilent } from '../../src/constraints/index.ts'
import { genericIntervals } from '../../src/constraints/intervals.ts'
import { couplingRay, type Ray } from '../../src/couplings/boson.ts'
import { DARK_MATTER } from '../../src/experiments/dark-matter/index.ts'
import { EXPERIMENTS } from '../../src/experiments/index.ts'
import { SPALLATION } from '../../src/experiments/spallation/index.ts'
import { defineModel, type Model, resolveModel } from '../../src/models/index.ts'

const NAMED = ['mu-tau', 'b-l', 'b-3mu', 'dark-photon', 'bernal', 'muon-nu:ratio=0.2', 'mu', 'e_R - mu_R', '0.5 Lmu_L + tau_R'].map(
  resolveModel,
)
/** Flavours move in the Sun under a potential that has no closed form. */
const MOVED = ['e-mu', 'e-tau'].map(resolveModel)
/** Couplings that are no multiples of g: no closed form of anything. */
const OFFSET = [
  defineModel({ id: 'mu-tau, ε = 1e-4', charges: 'Lmu-Ltau', kineticMixing: { epsilon: 1e-4 } }),
  defineModel({ id: 'B−L, sin θ = 1e-6', charges: 'B-L', massMixing: 1e-6 }),
]
/** Bins are fitted at every coupling: some ten milliseconds a run. */
const DETECTORS = new Set([...SPALLATION, ...DARK_MATTER])
const HIDDEN = resolveModel('bernal:c=-0.1,tanEta=-0.75,cPhi=1,mPhiOverM=0.3')

const SETTINGS: readonly [name: string, settings: Record<string, string>][] = [
  ['default', {}],
  ['bands at 1σ', { gMinus2: 'fnal-2021', gMinus2Sigma: '1', gMinus2Electron: 'cs-2018', whiteDwarf: '0.3' }],
  ['as printed', { recipe: 'as-printed', kineticMixing: 'amaral-2020-v1', borexino: 'eight-percent' }],
  [
    'low metallicity',
    { solarModel: 'b16-agss09', kineticMixing: 'fixed:0.01', borexino2011: 'both-lines', 'statistic.theoryError': 'fixed' },
  ],
  ['NSI', { borexino: 'bernal-2022', nsiNormalisation: 'bernal-2022', gMinus2Electron: 'cs-2018' }],
  ['deficits', { 'statistic.direction': 'deficit', 'statistic.reference': 'sm', kineticMixing: 'none' }],
]

const strengthAt = (constraint: Constraint, ray: Ray, coupling: number): number => {
  const verdict = constraint.strength(ray.at(coupling))
  if (isSilent(verdict)) throw new Error(`silent at ${coupling}, not along the ray: ${verdict.silent}`)
  expect(verdict, `strength at ${coupling}`).not.toBeNaN()
  expect(verdict).toBeGreaterThanOrEqual(0)
  expect(verdict).toBeLessThan(Number.POSITIVE_INFINITY)
  return verdict
}

/** Strength 1 at an edge; where terms of opposite sign make it steeper than couplings can be told apart, on both sides of 1. */
function expectCrossing(constraint: Constraint, ray: Ray, edge: number): void {
  const excess = (coupling: number): number => strengthAt(constraint, ray, coupling) - 1
  if (Math.abs(excess(edge)) < 1e-9) return
  expect(excess(edge * (1 - 1e-11)) * excess(edge * (1 + 1e-11)), `strength at the edge ${edge}: 1 + ${excess(edge)}`).toBeLessThanOrEqual(
    0,
  )
}

/** The part of intervals that lies within the couplings a ray asks about. */
function within([min, max]: readonly [number, number], intervals: readonly Interval[]): Interval[] {
  return intervals
    .filter(([lo, hi]) => lo < max && hi > min)
    .map(([lo, hi]) => [lo <= min ? 0 : lo, hi >= max ? Number.POSITIVE_INFINITY : hi])
}

/** Of couplings: two steps of the grid that brackets crossings. */
const NARROW = 10 ** (1 / 6)

/** Holds verdict and intervals of a constraint together along one ray, probed at fractions of the logarithm of its stretches. */
function expectAgreement(constraint: Constraint, ray: Ray, fractions: readonly number[]): void {
  const result = constraint.intervals(ray)
  const [min, max] = ray.range
  if (isSilent(result)) {
    for (const coupling of [min, 1e-5, max]) expect(constraint.strength(ray.at(coupling))).toEqual(result)
    return
  }
  const where = constraint.kind === 'preferred' ? 'below' : 'above'
  let last = 0
  const probe = (lo: number, hi: number, isInside: boolean): void => {
    const [from, to] = [Math.max(lo, min), Math.min(hi, max)]
    if (!(from < to)) return
    for (const fraction of fractions) {
      const strength = strengthAt(constraint, ray, from * (to / from) ** fraction)
      const excess = where === 'above' ? strength - 1 : 1 - strength
      if (isInside) expect(excess).toBeGreaterThan(-1e-9)
      else expect(excess).toBeLessThan(1e-9)
    }
  }
  result.forEach(([lo, hi], i) => {
    expect(i === 0 ? lo >= 0 : lo > last).toBe(true)
    expect(hi).toBeGreaterThan(lo)
    probe(last, lo, false)
    probe(lo, hi, true)
    for (const edge of [lo, hi]) {
      if (edge > min && edge < max) expectCrossing(constraint, ray, edge)
    }
    last = hi
  })
  probe(last, Number.POSITIVE_INFINITY, false)

  if (ray.unit === undefined) return
  const closed = within(ray.range, result)
  const edges = closed.flat().filter((edge) => edge > 0 && edge < Number.POSITIVE_INFINITY)
  // What is narrower than its grid, bracketing may step over.
  if (edges.some((edge, i) => i > 0 && edge < NARROW * edges[i - 1])) return
  const bracketed = genericIntervals(constraint.strength, ray, where) as readonly Interval[]
  expect(bracketed, `${JSON.stringify(bracketed)} against ${JSON.stringify(closed)}`).toHaveLength(closed.length)
  bracketed.forEach((interval, i) => {
    for (const end of [0, 1]) {
      if (interval[end] !== closed[i][end]) expect(Math.abs(interval[end] / closed[i][end] - 1)).toBeLessThan(1e-9)
    }
  })
}

const mass = fc.double({ min: -7, max: 3, noNaN: true }).map((log) => 10 ** log)
const fractions = fc.array(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), { minLength: 3, maxLength: 3 })

function agrees(constraint: Constraint, model: Model, settings: Record<string, string>, numRuns: number): void {
  const assumptions = assume('default', settings)
  fc.assert(
    fc.property(mass, fractions, (m, probes) => {
      fc.pre(m < 80 || m > 105)
      expectAgreement(constraint, couplingRay(model, m, assumptions), probes)
    }),
    {
      numRuns,
      examples: [
        [0.01, [0.5]],
        [1e-3, [0.5]],
      ],
    },
  )
}

describe.each(SETTINGS)('verdict and intervals agree, %s', (_, settings) => {
  it.each(EXPERIMENTS)('$id', async (entry) => {
    const constraint = await entry.prepare(assume('default', settings))
    const isScanned = DETECTORS.has(entry)
    for (const model of NAMED) agrees(constraint, model, settings, isScanned ? 4 : 8)
    for (const model of [...OFFSET, HIDDEN]) agrees(constraint, model, settings, isScanned ? 3 : 4)
  })
})

describe('verdict and intervals agree where flavours move in the Sun', () => {
  it.each(EXPERIMENTS.filter((entry) => entry.id.startsWith('borexino') || DARK_MATTER.includes(entry)))('$id', async (entry) => {
    const constraint = await entry.prepare(assume())
    for (const model of MOVED) agrees(constraint, model, {}, 5)
  })
})

describe('a constraint', () => {
  it('says who it is, what was compared, and what it was told', async () => {
    const assumptions = assume()
    for (const entry of EXPERIMENTS) {
      const constraint = await entry.prepare(assumptions)
      expect(constraint.entry).toBe(entry)
      expect(constraint.assumptions).toBe(assumptions)
      expect(constraint.statement).not.toBe('')
      if (constraint.confidence !== null) expect(constraint.confidence > 0.6 && constraint.confidence < 1).toBe(true)
    }
  })
})
