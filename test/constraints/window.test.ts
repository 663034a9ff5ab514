import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HBAR_GEV_S } from '../../src/constants.ts'
import type { Interval, Window } from '../../src/constraints/index.ts'
import {
  displacedLogRate,
  displacedPeak,
  displacedRoots,
  fiducialLifetimes,
  lifetimeWindow,
  promptLogRate,
  promptRoot,
} from '../../src/constraints/window.ts'
import { PEER_RATIOS, PEER_RECASTS, type PeerRecast } from './peers-recasts.ts'
import { relative } from './recast-toys.ts'
import table from './window-table.json' with { type: 'json' }

const OPEN = Number.POSITIVE_INFINITY
const ratioOf = (ratio: number | null) => ratio ?? OPEN

const rootsOf = (logRate: number, ratio: number): readonly [number, number] | undefined => {
  const roots = new Float64Array(2)
  return displacedRoots(logRate, ratio, displacedPeak(ratio), roots) ? [roots[0], roots[1]] : undefined
}

describe('roots of lifetime windows against 60 digits', () => {
  it.each(table.prompt)('x(1 − e⁻ˣ) = %g', (rate, x) => {
    expect(relative(promptRoot(rate), x)).toBeLessThan(1e-13)
  })

  for (const { ratio: given, peak, roots, fiducial } of table.displaced) {
    const ratio = ratioOf(given)
    it(`x e⁻ˣ(1 − e⁻ʳˣ), r = ${ratio}: its peak and both roots`, () => {
      expect(relative(displacedPeak(ratio), peak)).toBeLessThan(1e-12)
      const height = displacedLogRate(peak, ratio)
      for (const [logRate, low, high] of roots) {
        const found = rootsOf(logRate, ratio) as readonly [number, number]
        // Rounding of the rate moves a root by its inverse slope, which diverges at the peak.
        const tolerance = 1e-13 + 4e-15 * (1 + Math.abs(height)) * (1 + 1 / Math.sqrt(height - logRate))
        expect(relative(found[0], low), `low at ${logRate}`).toBeLessThan(tolerance)
        expect(relative(found[1], high), `high at ${logRate}`).toBeLessThan(tolerance)
      }
    })

    it(`r = ${ratio}: lifetimes to the window, from two published edges`, () => {
      for (const [edges, x] of fiducial) {
        expect(relative(fiducialLifetimes(edges, ratio), x), `${edges}`).toBeLessThan(1e-13)
      }
    })
  }
})

const anyRatio = fc.oneof(
  fc.constant(OPEN),
  fc.double({ min: -6, max: 3, noNaN: true }).map((log) => 10 ** log),
)

describe('roots of lifetime windows', () => {
  it('prompt: x goes as the rate where all decays are seen, as its root where few are', () => {
    expect(promptRoot(1e6)).toBe(1e6)
    expect(relative(promptRoot(1e-20), 1e-10)).toBeLessThan(1e-10)
    fc.assert(
      fc.property(fc.double({ min: -600, max: 600, noNaN: true }), (log) => {
        const rate = Math.exp(log)
        const x = promptRoot(rate)
        expect(Math.abs(promptLogRate(x) - log)).toBeLessThan(1e-13 * (1 + Math.abs(log)))
        expect(promptRoot(1.01 * rate)).toBeGreaterThan(x)
      }),
    )
  })

  it('displaced: one on either side of the peak, at the rate asked for, further apart for smaller rates', () => {
    fc.assert(
      fc.property(anyRatio, fc.double({ min: -12, max: 2.8, noNaN: true }), (ratio, log) => {
        const [peak, depth] = [displacedPeak(ratio), 10 ** log]
        const height = displacedLogRate(peak, ratio)
        const [low, high] = rootsOf(height - depth, ratio) as readonly [number, number]
        for (const x of [low, high]) {
          expect(Math.abs(displacedLogRate(x, ratio) - height + depth)).toBeLessThan(1e-13 * (1 + Math.abs(height) + depth))
        }
        expect(low).toBeLessThanOrEqual(peak)
        expect(high).toBeGreaterThanOrEqual(peak)
        const [lower, higher] = rootsOf(height - 1.1 * depth - 1e-10, ratio) as readonly [number, number]
        expect(lower).toBeLessThan(low)
        expect(higher).toBeGreaterThan(high)
      }),
      { numRuns: 2000 },
    )
  })

  it('displaced: finds both roots a rounding below the peak, and none above', () => {
    fc.assert(
      fc.property(anyRatio, fc.integer({ min: 0, max: 200 }), (ratio, ulps) => {
        const peak = displacedPeak(ratio)
        const height = displacedLogRate(peak, ratio)
        const depth = ulps * Number.EPSILON * Math.max(1, Math.abs(height))
        const [low, high] = rootsOf(height - depth, ratio) as readonly [number, number]
        const reach = 4 * Math.sqrt(depth + 10 * Number.EPSILON * (1 + Math.abs(height))) * peak
        expect(low).toBeLessThanOrEqual(peak)
        expect(high).toBeGreaterThanOrEqual(peak)
        expect(peak - low).toBeLessThan(reach)
        expect(high - peak).toBeLessThan(reach)
        expect(rootsOf(height + 1e-9, ratio)).toBeUndefined()
        expect(rootsOf(OPEN, ratio)).toBeUndefined()
        expect(rootsOf(Number.NaN, ratio)).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  it('both published edges give the same rate', () => {
    fc.assert(
      fc.property(anyRatio, fc.double({ min: -9, max: 12, noNaN: true }), (ratio, log) => {
        const edges = 1 + 10 ** log
        const x = fiducialLifetimes(edges, ratio)
        const [near, far] = [displacedLogRate(x, ratio), displacedLogRate(edges * x, ratio)]
        expect(Math.abs(near - far)).toBeLessThan(1e-12 * (1 + Math.abs(near)))
        const peak = displacedPeak(ratio)
        expect(x).toBeLessThanOrEqual(peak * (1 + 1e-14))
        expect(edges * x).toBeGreaterThanOrEqual(peak * (1 - 1e-14))
      }),
      { numRuns: 2000 },
    )
  })

  it('the further apart the edges, the nearer the window begins to production', () => {
    for (const ratio of [1e-6, 0.0208, 1, 204 / 179, 40, OPEN]) {
      let previous = displacedPeak(ratio)
      for (let log = -8; log <= 12; log += 0.25) {
        const x = fiducialLifetimes(1 + 10 ** log, ratio)
        expect(x).toBeLessThan(previous)
        previous = x
      }
    }
  })

  it('behind an open shield has its edges in closed form, ln ρ/(ρ − 1); a short volume twice that', () => {
    expect(relative(fiducialLifetimes(100, OPEN), Math.log(100) / 99)).toBeLessThan(1e-14)
    expect(relative(fiducialLifetimes(100, 1e-9), (2 * Math.log(100)) / 99)).toBeLessThan(1e-8)
    expect(relative(fiducialLifetimes(1, 1), displacedPeak(1))).toBeLessThan(1e-14)
  })
})

const WINDOWS: readonly (readonly [string, Window])[] = [
  ['any', 'any'],
  ['prompt', { kind: 'prompt', longest_s: 1e-12 }],
  ['prompt, by mass', { kind: 'prompt', longest_s: (mass) => 1e-13 / mass }],
  ['displaced', { kind: 'displaced', shield_m: 179, volume_m: 204 }],
  ['displaced, hardly', { kind: 'displaced', shield_m: 35, volume_m: 0.12 }],
  ['displaced, open', { kind: 'displaced', shield_m: 1, volume_m: OPEN }],
]

describe.each(WINDOWS)('%s', (_, given) => {
  const window = lifetimeWindow(given)
  const isDisplaced = given !== 'any' && given.kind === 'displaced'
  const log = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((x) => 10 ** x)
  const anyEdges = isDisplaced
    ? fc.tuple(log(-8, -2), log(-3, 4)).map(([lower, step]): Interval => [lower, lower * (1 + step)])
    : log(-8, 0).map((lower): Interval => [lower, OPEN])
  const anyYield = fc.record({ rate: log(-6, 2), width: log(-8, -1) })

  it('gives the published edges back to the published model', () => {
    fc.assert(
      fc.property(anyEdges, anyYield, (edges, unit) => {
        const found = window.couplings(unit, window.level(edges, unit, 0.05)) as Interval
        expect(relative(found[0], edges[0])).toBeLessThan(1e-9)
        expect(relative(found[1], edges[1])).toBeLessThan(1e-9)
      }),
      { numRuns: 1000 },
    )
  })

  it('scales: the same lifetime and yield at k times smaller couplings', () => {
    fc.assert(
      fc.property(anyEdges, anyYield, log(-3, 3), (edges, unit, k) => {
        const level = window.level(edges, unit, 0.05)
        const found = window.couplings({ rate: k * k * unit.rate, width: k * k * unit.width }, level) as Interval
        expect(relative(found[0], edges[0] / k)).toBeLessThan(1e-9)
        expect(relative(found[1], edges[1] / k)).toBeLessThan(1e-9)
      }),
    )
  })

  it('exceeds the limit between its edges and nowhere else', () => {
    fc.assert(
      fc.property(anyEdges, anyYield, anyYield, (edges, reference, unit) => {
        const level = window.level(edges, reference, 0.05)
        const excess = (g: number) => window.excess({ rate: g * g * unit.rate, width: g * g * unit.width }, level)
        const found = window.couplings(unit, level)
        if (found === undefined) {
          for (let x = -14; x < 8; x += 0.1) expect(excess(10 ** x)).toBeLessThan(1e-9)
          return
        }
        const [lower, upper] = found
        expect(lower).toBeGreaterThan(0)
        expect(lower).toBeLessThan(OPEN)
        expect(Math.abs(excess(lower))).toBeLessThan(1e-9)
        if (upper < OPEN) expect(Math.abs(excess(upper))).toBeLessThan(1e-9)
        const margin = Math.min(1e-3, 0.25 * Math.log(upper / lower))
        fc.pre(margin > 1e-6)
        expect(excess(lower * (1 - margin))).toBeLessThan(0)
        expect(excess(lower * (1 + margin))).toBeGreaterThan(0)
        if (upper === OPEN) return
        expect(excess(upper * (1 - margin))).toBeGreaterThan(0)
        expect(excess(upper * (1 + margin))).toBeLessThan(0)
      }),
      { numRuns: 500 },
    )
  })

  it('a more abundant boson of the same lifetime is excluded over more couplings', () => {
    fc.assert(
      fc.property(anyEdges, anyYield, log(0.01, 3), (edges, unit, more) => {
        const level = window.level(edges, unit, 0.05)
        const [lower, upper] = window.couplings({ rate: more * unit.rate, width: unit.width }, level) as Interval
        expect(lower).toBeLessThan(edges[0])
        expect(upper).toBeGreaterThanOrEqual(edges[1])
      }),
    )
  })

  it('a rarer one of the same lifetime is not excluded where a displaced search would see too little at best', () => {
    const edges: Interval = isDisplaced ? [1e-5, 1e-3] : [1e-5, OPEN]
    const level = window.level(edges, { rate: 1, width: 1e-3 }, 0.05)
    const found = window.couplings({ rate: 1e-6, width: 1e-3 }, level)
    if (isDisplaced) expect(found).toBeUndefined()
    else expect((found as Interval)[0]).toBeGreaterThan(edges[0])
  })
})

const windowOf = ({ limit, seen_s }: PeerRecast): Window => {
  const ratio = PEER_RATIOS[limit]
  if (ratio !== undefined) return { kind: 'displaced', shield_m: 1, volume_m: ratio }
  return seen_s[1] === null ? 'any' : { kind: 'prompt', longest_s: seen_s[1] }
}

/** A boson that decays early or late over what the window sees, in the units of the peers' inputs. */
const seenYield = (g: number, rate: number, lifetime_s: number, [from, to]: readonly [number, number]): number =>
  g * g * rate * (Math.exp((-from * g * g) / lifetime_s) - Math.exp((-to * g * g) / lifetime_s))

/** Where DarkCast steps over an island: its own inputs give 1.11 times the limit inside. */
const isOversight = ({ limit, model, mass_GeV }: PeerRecast): boolean => limit === 'orsay' && model === 'mu-tau' && mass_GeV === 0.0011016

describe('limits recast by DarkCast, given its production, branching ratios and lifetimes', () => {
  it.each(PEER_RECASTS.map((peer) => [`${peer.limit} at ${peer.mass_GeV} GeV for ${peer.model}, ${peer.variant}`, peer] as const))(
    '%s',
    (_, peer) => {
      const window = lifetimeWindow(windowOf(peer))
      const [lower, upper] = peer.published
      const reference = { rate: peer.branchingOfReference, width: HBAR_GEV_S / peer.lifetimeOfReference_s }
      const level = window.level([lower, upper ?? OPEN], reference, peer.mass_GeV)
      if (PEER_RATIOS[peer.limit] !== undefined) {
        expect(relative(level.time * HBAR_GEV_S, peer.seen_s[0])).toBeLessThan(1e-5)
        expect(relative(level.time * HBAR_GEV_S * (1 + PEER_RATIOS[peer.limit]), peer.seen_s[1] as number)).toBeLessThan(1e-5)
      }
      const found = window.couplings({ rate: peer.production * peer.branching, width: HBAR_GEV_S / peer.lifetime_s }, level)
      if (isOversight(peer)) {
        const seen = peer.seen_s as [number, number]
        const atLimit = seenYield(lower, peer.branchingOfReference, peer.lifetimeOfReference_s, seen)
        const over = (g: number) => seenYield(g, peer.production * peer.branching, peer.lifetime_s, seen) / atLimit
        expect(over(1.05e-4)).toBeCloseTo(1.113, 3)
        for (const edge of found as Interval) expect(relative(over(edge), 1)).toBeLessThan(1e-5)
      } else if (peer.edges === null) expect(found).toBeUndefined()
      else {
        expect(relative((found as Interval)[0], peer.edges[0])).toBeLessThan(1e-5)
        expect(relative((found as Interval)[1], peer.edges[1] ?? OPEN)).toBeLessThan(1e-5)
      }
    },
  )
})
