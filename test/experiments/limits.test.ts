import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { CITATIONS } from '../../src/citations.ts'
import { E_CHARGE, HBAR_GEV_S, HBARC_GEV_M, M_ELECTRON, M_MUON } from '../../src/constants.ts'
import { publishedIntervals } from '../../src/constraints/bound.ts'
import type { Bound, Production, PublishedLimit, Shares, Window } from '../../src/constraints/published.ts'
import { fiducialLifetimes } from '../../src/constraints/window.ts'
import { couplingRay } from '../../src/couplings/boson.ts'
import { partialWidths } from '../../src/decays/index.ts'
import { flightTime, longestAtLHCb, M_PHI, twoBodyMomentum } from '../../src/experiments/limits/flight.ts'
import { LIMITS } from '../../src/experiments/limits/index.ts'
import { PROJECTIONS } from '../../src/experiments/projections/index.ts'
import { resolveModel } from '../../src/models/index.ts'
import { MECHANISMS } from '../../src/processes/index.ts'

const CATALOGUE: readonly PublishedLimit[] = [...LIMITS, ...PROJECTIONS]

const COLUMNS: Readonly<Record<Bound['shape'], number>> = { 'upper-limit': 2, 'bump-hunt': 4, 'two-sided': 3, contour: 2, islands: 4 }

function ranges(production: Production): { below?: number; shares: Shares }[] {
  if (typeof production === 'string') return [{ shares: { [production]: 1 } }]
  return Array.isArray(production) ? [...production] : [{ shares: production as Shares }]
}

const named = (id: string): PublishedLimit => {
  const limit = CATALOGUE.find((one) => one.id === id)
  if (limit === undefined) throw new Error(`no ${id}`)
  return limit
}

/** Lower and upper edge of what a catalogued curve excludes. */
function excluded(id: string, mass: number): readonly [number, number] {
  const intervals = publishedIntervals(named(id).bound as Exclude<Bound, { shape: 'islands' }>, 'geometric-mean')(mass)
  if (!('length' in intervals)) throw new Error(`${id}: ${intervals.silent}`)
  return intervals[0]
}

describe('the catalogue of published curves', () => {
  it('has all of them, each once', () => {
    expect(LIMITS.length).toBeGreaterThanOrEqual(50)
    expect(PROJECTIONS.length).toBeGreaterThanOrEqual(43)
    expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(CATALOGUE.length)
  })

  it('keeps limits and projections apart', () => {
    for (const { id, kind, confidence } of LIMITS) {
      expect(kind, id).toBe('exclusion')
      expect([0.9, 0.95, 0.9545], id).toContain(confidence)
      expect(id).not.toMatch(/proj/)
    }
    for (const { id, kind, confidence } of PROJECTIONS) {
      expect(kind, id).toBe('projection')
      expect(confidence, id).toBeNull()
      expect(id).toMatch(/^(foresee-(dp|bl)-)?proj-/)
    }
  })

  describe.each(CATALOGUE.map((limit) => [limit.id, limit] as const))('%s', (id, limit) => {
    const { shape, rows } = limit.bound

    it('is named and sourced', () => {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      for (const words of [limit.experiment, limit.label, limit.title, limit.where]) expect(words.trim()).not.toBe('')
      for (const citation of limit.citations) expect(CITATIONS).toHaveProperty([citation])
      expect(limit.citations.length).toBeGreaterThan(0)
      expect(new Set(limit.citations).size).toBe(limit.citations.length)
      if (limit.provenance === 'via FORESEE') expect(limit.citations).toContain('foresee-2021')
      if (limit.provenance === 'via DarkCast') expect(limit.citations).toContain('darkcast-2018')
    })

    it('has finite positive numbers, in order', () => {
      expect(rows.length).toBeGreaterThanOrEqual(shape === 'contour' ? 3 : shape === 'islands' ? 1 : 2)
      for (const row of rows) {
        expect(row.length).toBe(COLUMNS[shape])
        for (const value of row) expect(Number.isFinite(value) && value > 0).toBe(true)
      }
      if (shape !== 'contour') {
        for (let i = 1; i < rows.length; i++) {
          if (shape === 'islands') expect(rows[i][0]).toBeGreaterThanOrEqual(rows[i - 1][0])
          else expect(rows[i][0]).toBeGreaterThan(rows[i - 1][0])
        }
      }
      for (const [, first, second, third] of rows) {
        if (shape === 'two-sided' || shape === 'islands') expect(first).toBeLessThanOrEqual(second)
        if (shape === 'islands') expect(third).toBeLessThan(1)
        if (shape === 'bump-hunt') {
          expect(second).toBeLessThanOrEqual(first)
          expect(first).toBeLessThanOrEqual(third)
        }
      }
    })

    if (shape === 'contour') {
      it('is a contour that closes and does not cross itself', () => {
        const corners = rows.map(([mass, coupling]) => [Math.log(mass), Math.log(coupling)] as const)
        const sides = corners.map((corner, i) => [corner, corners[(i + 1) % corners.length]] as const)
        const side = ([ax, ay]: readonly number[], [bx, by]: readonly number[], [cx, cy]: readonly number[]) =>
          Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
        for (let i = 0; i < sides.length; i++) {
          for (let j = i + 2; j < sides.length; j++) {
            if (i === 0 && j === sides.length - 1) continue
            const [[a, b], [c, d]] = [sides[i], sides[j]]
            const crosses = side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
            expect(crosses, `sides ${i} and ${j}`).toBe(false)
          }
        }
        const [first, last] = [rows[0], rows[rows.length - 1]]
        expect(Math.abs(Math.log(first[0] / last[0]))).toBeLessThan(0.25)
      })
    }

    it('leaves gaps out inside its range only', () => {
      const gaps = 'gaps' in limit.bound ? (limit.bound.gaps ?? []) : []
      for (const [from, to] of gaps) {
        expect(from).toBeLessThan(to)
        expect(from).toBeGreaterThanOrEqual(rows[0][0])
        expect(to).toBeLessThanOrEqual(rows[rows.length - 1][0])
      }
    })

    it('is made by mechanisms whose shares add up to 1', () => {
      const parts = ranges(limit.production)
      for (const { shares } of parts) {
        for (const mechanism of Object.keys(shares)) expect(MECHANISMS).toContain(mechanism)
        expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
      }
      parts.slice(0, -1).forEach(({ below }, i) => {
        expect(below).toBeGreaterThan(i === 0 ? 0 : (parts[i - 1].below as number))
      })
      expect(parts[parts.length - 1].below).toBeUndefined()
    })

    it('speaks of a model and of decays it has at all its masses', () => {
      expect(resolveModel(limit.model).id).toBe(limit.model)
      if (limit.decaysUnseen) expect(limit.finalState).toBe('invisible')
      if (limit.finalState === 'invisible') expect(limit.decaysUnseen === true).toBe(limit.model === 'dark-photon')
      const lightest = Math.min(...rows.map(([mass]) => mass))
      if (Array.isArray(limit.finalState) && !limit.finalState.includes('ee')) expect(lightest).toBeGreaterThan(2 * M_MUON)
    })

    it('sees lifetimes above zero at all its masses', () => {
      const { window } = limit
      if (window === 'any') return
      if (window.kind === 'displaced') {
        expect(window.shield_m).toBeGreaterThan(0)
        expect(window.volume_m).toBeGreaterThan(0)
        return
      }
      for (const [mass] of rows) {
        const longest = typeof window.longest_s === 'number' ? window.longest_s : window.longest_s(mass)
        expect(longest).toBeGreaterThan(1e-14)
        expect(longest).toBeLessThan(1e-7)
      }
    })
  })
})

describe('published curves agree with what is printed about them', () => {
  it('SHiP: 5.28e-8 at 100 MeV, to which bernal-2022 normalises', () => {
    expect(excluded('proj-ship-2020-brem-dipole', 0.1)[0]).toBeCloseTo(5.28e-8, 10)
  })

  it('SHiP: decays of mesons leave the shield up to the same couplings in 2020 as in 2015', () => {
    for (const [id, mass] of [
      ['proj-ship-2020-pi0', 0.02],
      ['proj-ship-2020-pi0', 0.05],
      ['proj-ship-2020-eta', 0.2],
      ['proj-ship-2020-eta', 0.4],
      ['proj-ship-2020-omega', 0.5],
    ] as const) {
      expect(Math.abs(Math.log(excluded(id, mass)[1] / excluded('proj-ship-2015-mesons', mass)[1]))).toBeLessThan(0.5)
    }
  })

  it('BaBar to four muons: couplings down to 7e-4, as its abstract says', () => {
    const { rows } = named('babar-4mu-2016').bound
    const [mass, , strongest] = rows.reduce((best, row) => (row[2] < best[2] ? row : best))
    expect(strongest / 7e-4).toBeGreaterThan(0.93)
    expect(strongest / 7e-4).toBeLessThan(1.07)
    expect(mass).toBeGreaterThan(2 * M_MUON)
    expect(mass).toBeLessThan(0.25)
  })

  it('NA64 gains with every year of data', () => {
    for (const mass of [0.002, 0.01, 0.05, 0.1, 0.3]) {
      const [first, second, third] = ['na64-inv-2016', 'na64-inv-2017', 'na64-inv-2019'].map((id) => excluded(id, mass)[0])
      expect(second).toBeLessThan(first)
      expect(third).toBeLessThan(second)
    }
  })

  it('NA64 for B−L is its dark-photon limit with three decays in five to neutrinos', () => {
    for (const mass of [0.004, 0.01, 0.03, 0.09]) {
      const expected = (excluded('na64-inv-2019', mass)[0] * E_CHARGE) / Math.sqrt(0.6)
      expect(Math.abs(excluded('foresee-bl-na64-inv', mass)[0] / expected - 1)).toBeLessThan(0.012)
    }
  })

  it.each([
    ['na62-dump-mumu-2023', 'foresee-dp-na62-mumu', [0.22, 0.24, 0.3, 0.4, 0.5, 0.53], 0.03],
    ['faser-2023', 'foresee-dp-faser-2023', [0.011, 0.015, 0.03, 0.05, 0.07, 0.079], 0.3],
  ] as const)('%s and %s are one contour, from the paper and from a compilation', (a, b, masses, apart) => {
    for (const mass of masses) {
      const [one, other] = [excluded(a, mass), excluded(b, mass)]
      expect(Math.abs(Math.log(one[0] / other[0]))).toBeLessThan(apart)
      expect(Math.abs(Math.log(one[1] / other[1]))).toBeLessThan(apart)
    }
  })

  it('KLOE in 2018 is no weaker than in 2014', () => {
    for (const mass of [0.55, 0.7, 0.9])
      expect(excluded('kloe-mumug-2018', mass)[0]).toBeLessThan(1.05 * excluded('kloe-mumug-2014', mass)[0])
  })
})

/** Energies of the beams [GeV], of the most energetic where there were several. Dumps of other beams are not compared. */
const BEAMS_GEV: Readonly<Record<string, number>> = {
  E137: 20,
  E141: 9,
  E774: 275,
  KEK: 2.5,
  Orsay: 1.6,
  Yemilab: 0.1,
  NA64: 150,
  CHARM: 400,
  NOMAD: 450,
  PS191: 19.2,
  'ν-Cal': 70,
  NA62: 400,
  FASER: 7000,
  SeaQuest: 120,
  SpinQuest: 120,
  SHiP: 400,
}
/** A momentum is right to some 10 %, as the edges are read from figures and stand for a spectrum. */
const SHARES_OF_BEAM = [0.045, 1.1] as const
/** Where edges and lengths do not go together, as notes and `unverified` of these limits say: at masses [GeV] from and to, between shares of the beam. */
const NOT_SO: readonly (readonly [id: string, from: number, to: number, least: number, most: number])[] = [
  // lengths
  ['na64-vis-2018', 0.015, 0.021, 1.1, 1.6],
  ['na64-vis-2019', 0.0013, 0.025, 1.3, 2.8],
  ['foresee-bl-na64-ee', 0.0013, 0.017, 1.3, 2.8],
  ['proj-yemilab-100kw', 0.001, 0.1, 1, 1.8],
  // ρ, ω and φ that the source does not show
  ['proj-ship-2015-brem', 0.777, 0.777, 1, 1.4],
  ['proj-ship-2015-brem', 1.021, 1.021, 5, 6],
  ['foresee-dp-proj-ship', 0.65, 0.78, 1, 2.8],
  ['foresee-dp-proj-ship', 1.018, 1.018, 6, 7],
  ['foresee-bl-proj-ship', 1.24, 1.7, 1, 1.13],
  ['proj-na62-dump', 0.76, 0.775, 1, 1.13],
  ['proj-faser2-hllhc', 0.78393, 0.78393, 1, 1.2],
  // the ends of curves
  ['e137-bjorken', 0.249, 0.42, 1, 1.31],
  ['proj-na62-dump', 0.003, 0.004, 0.025, 0.04],
  ['foresee-dp-na62-ee', 0.005, 0.00505, 0.002, 0.01],
]

describe('the shield and the edges of a beam dump', () => {
  const dumps = CATALOGUE.filter(
    ({ experiment, window }) =>
      typeof window !== 'string' && window.kind === 'displaced' && Number.isFinite(window.volume_m) && experiment in BEAMS_GEV,
  )
  it.each(dumps.map((limit) => [limit.id, limit] as const))('%s: bosons have a momentum that the beam can give', (id, limit) => {
    const { shield_m, volume_m } = limit.window as Extract<Window, { kind: 'displaced' }>
    const inside = publishedIntervals(limit.bound as Exclude<Bound, { shape: 'islands' }>, 'geometric-mean')
    let compared = 0
    for (const mass of new Set(limit.bound.rows.map((row) => row[0]))) {
      const intervals = inside(mass)
      const { unit } = couplingRay(resolveModel(limit.model), mass, assume())
      if (!('length' in intervals) || unit === undefined || mass < 2 * M_ELECTRON) continue
      for (const [lower, upper] of intervals) {
        const lifetimes = fiducialLifetimes((upper / lower) ** 2, volume_m / shield_m)
        const momentum = (shield_m * mass * partialWidths(unit).total * lower ** 2) / (HBARC_GEV_M * lifetimes)
        const named = NOT_SO.find(([name, from, to]) => name === id && mass >= from && mass <= to)
        const [least, most] = named === undefined ? SHARES_OF_BEAM : [named[3], named[4]]
        const share = momentum / BEAMS_GEV[limit.experiment]
        expect(share, `at ${mass} GeV`).toBeGreaterThan(least)
        expect(share, `at ${mass} GeV`).toBeLessThan(most)
        compared++
      }
    }
    expect(compared).toBeGreaterThan(0)
  })
})

describe('flight', () => {
  it('conserves energy in two-body decays', () => {
    for (const [total, a, b] of [
      [M_PHI, 0, 0.3],
      [M_PHI, 0.547862, 0.4],
      [1, 0, 0],
    ]) {
      const p = twoBodyMomentum(total, a, b)
      expect(Math.hypot(p, a) + Math.hypot(p, b)).toBeCloseTo(total, 12)
    }
    expect(twoBodyMomentum(1, 0.4, 0.6)).toBe(0)
  })

  it('takes as long as light, shortened by the boost', () => {
    expect(flightTime(HBARC_GEV_M / HBAR_GEV_S, 50, 0.05)).toBeCloseTo(1e-3, 15)
    expect(flightTime(2, 50, 0.05)).toBeCloseTo(2 * flightTime(1, 50, 0.05), 20)
  })

  it('gives bosons near the threshold more time at LHCb', () => {
    expect(longestAtLHCb(2 * M_MUON + 0.004)).toBeCloseTo(1.1e-12, 18)
    expect(longestAtLHCb(50)).toBeCloseTo(1e-13, 15)
  })
})
