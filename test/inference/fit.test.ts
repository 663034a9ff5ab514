import { describe, expect, it } from 'vitest'
import { isSilent } from '../../src/constraints/index.ts'
import { combine, deltaChi2At, fit, fitRegions, modelSpace, posteriorOf, profileIntervals } from '../../src/inference/index.ts'
import { resolveModel } from '../../src/models/index.ts'
import { chi2Sf } from '../../src/numerics/index.ts'
import { Session } from '../../src/session.ts'
import { close, growingCounts, linearValues, toyConstraint } from './toys.ts'

/** Values linear in x = ln m and y = ln g, with errors of one: −2 ln L is a paraboloid whose curvature is the matrix A = Σ a aᵀ. */
const ROWS = [
  [60, 8, 3],
  [100, -2, 9],
  [10, 5, 5],
] as const
const [MASS, COUPLING] = [0.02, 5e-4]
const truth = ROWS.map(([constant, a, b]) => constant + a * Math.log(MASS) + b * Math.log(COUPLING))
const A = ROWS.reduce(([xx, xy, yy], [, a, b]) => [xx + a * a, xy + a * b, yy + b * b], [0, 0, 0])
const DETERMINANT = A[0] * A[2] - A[1] ** 2
/** Of the data, orthogonal to both directions: the best point stays where it is, −2 ln L does not. */
const cross = [
  ROWS[1][1] * ROWS[2][2] - ROWS[2][1] * ROWS[1][2],
  ROWS[2][1] * ROWS[0][2] - ROWS[0][1] * ROWS[2][2],
  ROWS[0][1] * ROWS[1][2] - ROWS[1][1] * ROWS[0][2],
]
const length = Math.hypot(...cross)
const MISFIT = 1.3

const linear = () =>
  toyConstraint('linear', linearValues(ROWS), {
    observed: Float64Array.from(truth, (value, i) => value + (MISFIT * cross[i]) / length),
    model: { bins: 3, components: [[]], nuisances: [], sigmas: Float64Array.of(1, 1, 1) },
  })
const space = modelSpace(resolveModel('mu-tau'), { masses: [0.002, 0.2], couplings: [5e-5, 5e-3] })
const found = fit(combine([linear()]), space)

describe('a linear Gaussian problem', () => {
  it('has the best point of the normal equations', () => {
    close(found.best.point[0], MASS, 1e-5)
    close(found.best.point[1], COUPLING, 1e-5)
    close(found.best.value, MISFIT ** 2, 1e-8)
    expect(found.goodness.degrees).toBe(1)
    close(found.goodness.p, chi2Sf(MISFIT ** 2, 1), 1e-7)
    close(found.standard - found.best.value, found.improvement, 1e-12)
    close(found.pLocal, chi2Sf(found.improvement, 1), 1e-12)
    close(found.pGlobal, chi2Sf(found.improvement, 2), 1e-12)
  })

  it.each([0.6827, 0.9, 0.9545])('has profile intervals of √(Δχ² C), at %f', (confidence) => {
    const level = deltaChi2At(confidence, 1)
    const sigmas = [Math.sqrt((level * A[2]) / DETERMINANT), Math.sqrt((level * A[0]) / DETERMINANT)]
    for (const [k, name] of ['mass', 'coupling'].entries()) {
      const intervals = profileIntervals(found, name, confidence)
      expect(intervals.length).toBe(1)
      const [[lo, hi]] = intervals
      const middle = [MASS, COUPLING][k]
      close(Math.log(lo / middle), -sigmas[k], 2e-5, name)
      close(Math.log(hi / middle), sigmas[k], 2e-5, name)
    }
  })

  it.each([0.6827, 0.9, 0.9545])('has the ellipse of two parameters for its region, at %f', (confidence) => {
    const [{ columns, level }] = fitRegions(found, [confidence])
    close(level, -2 * Math.log(1 - confidence), 1e-10)
    const reach = Math.sqrt((level * A[2]) / DETERMINANT)
    let inside = 0
    for (const { at, result } of columns) {
      if (isSilent(result)) throw new Error(result.silent)
      const x = Math.log(at / MASS)
      // A₂₂ y² + 2 A₁₂ x y + A₁₁ x² = level
      const root = (A[1] * x) ** 2 - A[2] * (A[0] * x * x - level)
      if (Math.abs(Math.abs(x) - reach) < 1e-6) continue
      expect(result.length, `at ${at}`).toBe(root > 0 ? 1 : 0)
      if (root <= 0) continue
      inside++
      close(Math.log(result[0][0] / COUPLING), (-A[1] * x - Math.sqrt(root)) / A[2], 1e-6)
      close(Math.log(result[0][1] / COUPLING), (-A[1] * x + Math.sqrt(root)) / A[2], 1e-6)
    }
    expect(inside).toBeGreaterThan(40)
    const masses = columns.filter(({ result }) => !isSilent(result) && result.length > 0).map(({ at }) => at)
    close(Math.log(masses[0] / MASS), -reach, 1e-3)
    close(Math.log(masses[masses.length - 1] / MASS), reach, 1e-3)
  })

  it('has the same ellipses and intervals as a posterior, every decade alike before', () => {
    const posterior = posteriorOf(found, 'log')
    for (const share of [0.6827, 0.9]) {
      close(posterior.region(share).level, -2 * Math.log(1 - share), 1e-3)
      const z = Math.sqrt(deltaChi2At(share, 1))
      const [[lo, hi]] = posterior.intervals('mass', share)
      const [[low, high]] = posterior.intervals('coupling', share)
      close(Math.log(hi / lo), 2 * z * Math.sqrt(A[2] / DETERMINANT), 1e-3)
      close(Math.log(high / low), 2 * z * Math.sqrt(A[0] / DETERMINANT), 1e-3)
    }
    // ∫ exp(−χ²/2) over the area of the ranges.
    const area = Math.log(100) ** 2
    close(posterior.grid.logEvidence, Math.log((2 * Math.PI) / Math.sqrt(DETERMINANT) / area), 1e-4)
  })

  it('is moved by a prior that is flat: in the logarithms one that grows as either, which shifts means by the covariances', () => {
    const posterior = posteriorOf(found, 'flat')
    for (const share of [0.5, 0.9]) {
      // Integrated over the other, each is a Gaussian in its logarithm about C·(0, 1) or C·(1, 0); ends of equal density lie evenly about it.
      for (const [name, middle] of [
        ['mass', MASS],
        ['coupling', COUPLING],
      ] as const) {
        const [[lo, hi]] = posterior.intervals(name, share)
        close(Math.log(Math.sqrt(lo * hi) / middle), -A[1] / DETERMINANT, 3e-4)
      }
    }
    expect(() => posterior.intervals('coupling', 1.5)).toThrow(/share/)
  })
})

describe('a fit', () => {
  it('that no boson improves says so, and measures from the Standard Model', async () => {
    const session = new Session()
    const joint = combine(await session.constraints(['na64mu-2024', 'g-2-electron']))
    const nothing = fit(joint, modelSpace(resolveModel('mu'), { masses: [0.01, 0.1], couplings: [1e-5, 1e-2] }))
    expect(nothing.improvement).toBe(0)
    expect(nothing.pLocal).toBe(1)
    expect(nothing.significance).toBe(0)
    expect(nothing.origin).toBe(nothing.standard)
    const [[lo, hi]] = profileIntervals(nothing, 'coupling', 0.9)
    expect(lo).toBe(0)
    // Least harm: the mass at which the beam makes fewest.
    expect(hi).toBeGreaterThan(1e-4)
    close(nothing.deltaChi2([0.1, hi]), deltaChi2At(0.9, 1), 1e-4)
  })

  it('profiles the parameters of a model as well: with them nothing gets worse, and what they do is found', async () => {
    const session = new Session()
    const joint = combine(await session.constraints(['g-2-muon@gMinus2=fnal-2021', 'ccfr-1991', 'borexino-2017']))
    const model = resolveModel('muon-nu:ratio=1')
    const ranges = { masses: [0.01, 0.05], couplings: [1e-4, 1e-2] } as const
    const without = fit(joint, modelSpace(model, ranges))
    const others = [{ name: 'ratio', range: [0.01, 30], scale: 'log' }] as const
    const varied = fit(joint, modelSpace(model, { ...ranges, others }))
    expect(varied.best.value).toBeLessThanOrEqual(without.best.value + 1e-6)
    expect(varied.surface.tableError).toBeLessThan(1e-6)
    const [, , ratio] = varied.best.point
    const [mass, coupling] = varied.best.point
    const boson = session.boson(resolveModel(`muon-nu:ratio=${ratio.toPrecision(12)}`), mass, coupling)
    close(joint.profiled(boson), varied.best.value, 1e-5)
    // CCFR saw fewer tridents than expected, and g−2 wants a muon that couples: neutrinos as strongly coupled are not what both want.
    const [[least, most]] = profileIntervals(varied, 'ratio', 0.9)
    expect(least).toBe(0)
    expect(most).toBeGreaterThan(ratio)
    expect(most).toBeLessThan(30)
    const held = fit(joint, modelSpace(resolveModel(`muon-nu:ratio=${most.toPrecision(12)}`), ranges))
    close(held.best.value - varied.best.value, deltaChi2At(0.9, 1), 1e-3)
    expect(() => profileIntervals(without, 'ratio', 0.9)).toThrow(/parameter: 'ratio' is not varied; varied: mass, coupling/)
  })

  it('leaves out who has nothing to say, and tells where others have not', async () => {
    const session = new Session()
    const joint = combine(await session.constraints(['na64mu-2024', 'g-2-muon', 'ccfr-1991', 'borexino-2017']))
    const space = modelSpace(resolveModel('mu-tau'), { masses: [0.5, 10], couplings: [1e-4, 1e-1] })
    const { silences, combination } = fit(joint, space)
    expect(combination.bins).toBe(joint.bins)
    expect(silences.map(({ constraint, isThroughout }) => [constraint.entry.id, isThroughout])).toEqual([['na64mu-2024', false]])
    const [[from, to]] = silences[0].masses
    expect(from).toBeGreaterThan(3)
    expect(from).toBeLessThan(3.7)
    expect(to).toBe(10)
    const electronic = fit(joint, modelSpace(resolveModel('b-3e'), { masses: [0.01, 0.05], couplings: [1e-5, 1e-2] }))
    expect(electronic.combination.constraints.map(({ entry }) => entry.id)).toEqual(['borexino-2017'])
    expect(electronic.goodness.degrees).toBe(0)
    const none = modelSpace(resolveModel('mu-tau'), { masses: [5, 10], couplings: [1e-4, 1e-1] })
    expect(() => fit(combine(joint.constraints.slice(0, 1)), none)).toThrow(/constraint: nothing to say .*na64mu-2024 \(heavier than 3 GeV/)
  })

  it('of events that nothing can give says so', () => {
    const unexpected = toyConstraint('unexpected', growingCounts([0], [0]), {
      observed: Float64Array.of(3),
      model: { bins: 1, components: [[]], nuisances: [] },
    })
    expect(() => fit(combine([unexpected]), space)).toThrow(/constraint: events were seen where neither the Standard Model nor a boson/)
  })

  it('to data that know neither mass nor coupling has all of the ranges for its posterior', () => {
    const flat = toyConstraint('flat', growingCounts([5], [0]), {
      observed: Float64Array.of(4),
      model: { bins: 1, components: [[]], nuisances: [] },
    })
    const posterior = posteriorOf(fit(combine([flat]), space), 'log')
    const [[lo, hi]] = posterior.intervals('mass', 0.9)
    close(lo, space.parameters[0].range[0], 1e-9)
    close(hi, space.parameters[0].range[1], 1e-9)
    expect(posterior.region(0.9).columns.every(({ result }) => !isSilent(result) && result.length === 1)).toBe(true)
  })

  it('has the levels of its posterior as an integral over the coupling alone has them, where the mass means nothing', () => {
    const rate = toyConstraint('rate', growingCounts([50], [1e6]), {
      observed: Float64Array.of(75),
      model: { bins: 1, components: [[]], nuisances: [], sigmas: Float64Array.of(7) },
    })
    const [lo, hi] = [1e-5, 3e-2]
    const found = fit(combine([rate]), modelSpace(resolveModel('mu-tau'), { masses: [0.02, 0.03], couplings: [lo, hi] }))
    const posterior = posteriorOf(found, 'log')
    // Every ln g alike: of so many places, evenly, those above a density.
    const heights = Array.from({ length: 100_000 }, (_, i) => ((50 + 1e6 * (lo * (hi / lo) ** ((i + 0.5) / 1e5)) ** 2 - 75) / 7) ** 2)
    heights.sort((a, b) => a - b)
    const total = heights.reduce((sum, height) => sum + Math.exp(-height / 2), 0)
    for (const share of [0.6827, 0.9, 0.9545]) {
      let [sum, i] = [0, 0]
      while (sum < share * total) sum += Math.exp(-heights[i++] / 2)
      close(posterior.region(share).level, heights[i], 2e-3)
    }
  })

  it('refuses ranges and levels that are none', () => {
    const model = resolveModel('mu-tau')
    expect(() => modelSpace(model, { masses: [0.1, 0.01], couplings: [1e-5, 1e-2] })).toThrow(/mass: range 0.1 to 0.01 is reversed/)
    expect(() => modelSpace(model, { masses: [0.01, 0.1], couplings: [0, 1e-2] })).toThrow(/coupling: range 0 to 0.01 on a log/)
    expect(() => modelSpace(model, { masses: [1e-30, 0.1], couplings: [1e-5, 1e-2] })).toThrow(/mass: .* is not allowed/)
    const others = [{ name: 'ratio', range: [0, 1], scale: 'linear' }] as const
    expect(() => modelSpace(model, { masses: [0.01, 0.1], couplings: [1e-5, 1e-2], others }).raysAt(0.02, [0.5])).toThrow(
      /has no parameters/,
    )
    expect(() => deltaChi2At(1, 2)).toThrow(/level: 1 is not allowed/)
    expect(() => fitRegions(found, [0])).toThrow(/level: 0 is not allowed/)
  })
})
