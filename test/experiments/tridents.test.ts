import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { genericIntervals } from '../../src/constraints/intervals.ts'
import { couplingRay } from '../../src/couplings/index.ts'
import { TRIDENT_BEAMS, type TridentBeamName } from '../../src/data/trident-beams.ts'
import { TRIDENT_TABLES } from '../../src/data/trident-coefficients.ts'
import { ccfr1991 } from '../../src/experiments/tridents/ccfr-1991.ts'
import { charm2Trident } from '../../src/experiments/tridents/charm2-trident.ts'
import { duneTrident, duneTridents } from '../../src/experiments/tridents/dune-trident.ts'
import { TRIDENTS } from '../../src/experiments/tridents/index.ts'
import { nutevTrident } from '../../src/experiments/tridents/nutev-trident.ts'
import { tabulatedCoefficients } from '../../src/experiments/tridents/trident.ts'
import { resolveModel } from '../../src/models/index.ts'
import { couplingForMoment } from '../../src/processes/g-minus-2.ts'
import { type TridentCoefficients, tridentCoefficients, tridentCrossSection } from '../../src/processes/trident.ts'
import { ask, only, relative } from './limits.ts'

const OPEN = Number.POSITIVE_INFINITY
const NAMES = Object.keys(TRIDENT_BEAMS) as TridentBeamName[]

/** The same numbers in [0, 1) every time. */
function sequence(seed: number): () => number {
  let state = seed
  return () => (state = (state * 16807) % 2147483647) / 2147483647
}
const numbers = ({ vector, axial }: TridentCoefficients) => [vector.interference, vector.square, axial.interference, axial.square]

describe('the tables of trident coefficients', () => {
  it.each(NAMES)('%s holds what the integrals give, at entries drawn at random', (name) => {
    const random = sequence(20)
    const { rows, crossSection } = TRIDENT_TABLES[name]
    expect(rows).toHaveLength(65)
    for (let n = 0; n < 12; n++) {
      const [mass, vector, vectorSquare, axial, axialSquare] = rows[Math.floor(random() * rows.length)]
      const computed = numbers(tridentCoefficients(TRIDENT_BEAMS[name], mass))
      for (const [i, value] of [vector, vectorSquare, -axial, axialSquare].entries())
        expect(relative(value, computed[i])).toBeLessThan(1e-6)
    }
    expect(relative(crossSection, tridentCrossSection(TRIDENT_BEAMS[name]))).toBeLessThan(1e-6)
  })

  it.each(NAMES)('%s is interpolated to 3·10⁻⁴ between them', (name) => {
    const random = sequence(21)
    const interpolated = tabulatedCoefficients(TRIDENT_TABLES[name])
    for (let n = 0; n < 15; n++) {
      const mass = 10 ** (-6 + 8 * random())
      const computed = numbers(tridentCoefficients(TRIDENT_BEAMS[name], mass))
      numbers(interpolated(mass)).forEach((value, i) => {
        expect(relative(value, computed[i])).toBeLessThan(3e-4)
      })
    }
  })

  it('goes on as a contact interaction above, and never beyond what is true below', () => {
    const interpolated = tabulatedCoefficients(TRIDENT_TABLES['iron-160'])
    const heavy = numbers(tridentCoefficients(TRIDENT_BEAMS['iron-160'], 2000))
    numbers(interpolated(2000)).forEach((value, i) => {
      expect(relative(value, heavy[i])).toBeLessThan(2e-3)
    })
    const light = numbers(tridentCoefficients(TRIDENT_BEAMS['iron-160'], 1e-7))
    numbers(interpolated(1e-7)).forEach((value, i) => {
      expect(Math.abs(value)).toBeLessThan(Math.abs(light[i]) * (1 + 1e-4))
    })
    expect(relative(interpolated(1e-7).vector.interference, light[0])).toBeLessThan(1e-4)
  })
})

describe('CCFR', () => {
  it.each([
    [0.001, 0.0008231546816092979],
    [0.002, 0.0008488713352254032],
    [0.005, 0.0008910326893378217],
    [0.01, 0.0009322440983193874],
    [0.02, 0.0009863968631889384],
    [0.05, 0.0010932541835800892],
    [0.1, 0.001224225464561135],
    [0.2, 0.0014392663553379577],
    [0.3, 0.001631777721960172],
    [0.4, 0.001814165910870007],
    [0.5, 0.0019908797581214637],
    [0.7, 0.0023350635759234206],
    [1, 0.0028410505181218227],
    [2, 0.0045217066790855165],
    [3, 0.0062337805100948045],
    [5, 0.009748113764099673],
    [10, 0.018788713779377676],
    [20, 0.03716381101526426],
    [50, 0.09260430677569159],
  ])('excludes Lμ−Lτ at %d GeV above the g of an independent integration', async (mass, expected) => {
    const [lo, hi] = await only(ccfr1991, 'mu-tau', mass)
    expect(relative(lo, expected)).toBeLessThan(1e-3)
    expect(hi).toBe(OPEN)
  })

  it('is 1.96σ from 0.82 ± 0.28, and says so', async () => {
    const { constraint } = await ask(ccfr1991, 'mu-tau', 0.1)
    expect(constraint.statement).toBe('σ/σ_SM of ν_μ N → ν_μ N μ⁺μ⁻ from 0.271 to 1.37')
    expect(constraint).toMatchObject({ kind: 'exclusion', confidence: 0.95 })
    expect(constraint.unverified).toMatch(/160 GeV/)
  })

  it.each([
    ['the anomalous moment of 2021', 251e-11, 0.202],
    ['its −1σ', 192e-11, 0.279],
    ['its −2σ', 133e-11, 0.433],
  ])('crosses %s', async (_, moment, crossing) => {
    const gap = async (mass: number) => (await only(ccfr1991, 'mu-tau', mass))[0] / couplingForMoment(mass, moment) - 1
    expect(await gap(0.98 * crossing)).toBeGreaterThan(0)
    expect(await gap(1.02 * crossing)).toBeLessThan(0)
  })

  it('goes with the geometric mean of the two couplings', async () => {
    const [alike] = await only(ccfr1991, 'mu-tau', 0.05)
    expect(relative((await only(ccfr1991, 'muon-nu:ratio=0.04', 0.05))[0], 5 * alike)).toBeLessThan(1e-9)
    expect(relative((await only(ccfr1991, 'b-3mu', 0.05))[0], alike / 3)).toBeLessThan(1e-9)
    // left-handed leptons of the second family alone: half the vector coupling, and an axial one that adds to C_A
    expect((await only(ccfr1991, 'muon-nu:ratio=0.5', 0.05))[0]).toBeGreaterThan((await only(ccfr1991, 'Lmu_L', 0.05))[0])
  })

  it('is silent of a boson that misses muons or their neutrinos', async () => {
    for (const model of ['mu_R', 'e-tau', 'muon-nu:ratio=0']) {
      expect((await ask(ccfr1991, model, 0.05)).silent).toBe('does not couple to both muons and muon neutrinos')
    }
  })

  it('without interference keeps the square', async () => {
    const { square } = tridentCoefficients(TRIDENT_BEAMS['iron-160'], 0.05).vector
    const [lo] = await only(ccfr1991, 'mu-tau', 0.05, { interference: 'none' })
    expect(relative(lo, (0.3688 / square) ** 0.25)).toBeLessThan(3e-4)
  })
})

describe('signs', () => {
  it('opposite couplings first take from the cross section: two stretches, with an island between', async () => {
    const { intervals } = await ask(charm2Trident, 'muon-nu:ratio=-1', 1)
    expect(intervals).toHaveLength(2)
    const { interference, square } = tridentCoefficients(TRIDENT_BEAMS['glass-20'], 1).vector
    const ratio = (g: number) => 1 - interference * g * g + square * g ** 4
    const bounds = [1.58 - 1.96 * 0.57, 1.58 - 1.96 * 0.57, 1.58 + 1.96 * 0.57]
    const edges = intervals.flat().slice(0, 3)
    edges.forEach((edge, i) => {
      expect(relative(ratio(edge), bounds[i])).toBeLessThan(2e-3)
    })
  })

  it.each(TRIDENTS.map((entry) => [entry.id, entry] as const))(
    '%s: strength is 1 on every edge, and scans find the same edges',
    async (_, entry) => {
      for (const [model, mass] of [
        ['mu-tau', 0.01],
        ['muon-nu:ratio=-0.3', 0.3],
        ['muon-nu:ratio=-1', 3],
        ['Lmu_L', 1],
      ] as const) {
        const { constraint, intervals } = await ask(entry, model, mass)
        const ray = couplingRay(resolveModel(model), mass, assume())
        for (const edge of intervals.flat())
          if (edge < 3) expect(relative(constraint.strength(ray.at(edge)) as number, 1)).toBeLessThan(1e-9)
        const scanned = genericIntervals(constraint.strength, ray) as readonly (readonly [number, number])[]
        expect(scanned).toHaveLength(intervals.length)
        scanned.forEach(([lo], i) => {
          expect(relative(lo, intervals[i][0])).toBeLessThan(1e-9)
        })
      }
    },
  )
})

describe('the weaker measurements and the future', () => {
  it('CHARM-II and NuTeV exclude less than CCFR does', async () => {
    for (const mass of [0.005, 0.1, 2]) {
      const [ccfr] = await only(ccfr1991, 'mu-tau', mass)
      const [charm] = await only(charm2Trident, 'mu-tau', mass)
      const [nutev] = await only(nutevTrident, 'mu-tau', mass)
      expect(charm).toBeGreaterThan(ccfr)
      expect(nutev).toBeGreaterThan(charm)
    }
    expect((await ask(nutevTrident, 'mu-tau', 1)).constraint.statement).toMatch(/below 4\.11$/)
  })

  it('DUNE collects some 900 pairs and reaches four times below CCFR', async () => {
    const pairs = duneTridents(TRIDENT_TABLES['argon-dune'])
    expect(relative(pairs, 908)).toBeLessThan(2e-3)
    const [lo] = await only(duneTrident, 'mu-tau', 0.01)
    const { interference, square } = tridentCoefficients(TRIDENT_BEAMS['argon-dune'], 0.01).vector
    const reached = interference * lo ** 2 + square * lo ** 4
    expect(relative(reached, 1.645 * Math.hypot(0.05, 1 / Math.sqrt(pairs)))).toBeLessThan(1e-3)
    expect((await only(ccfr1991, 'mu-tau', 0.01))[0] / lo).toBeGreaterThan(3.5)
    expect((await ask(duneTrident, 'mu-tau', 0.01)).constraint.kind).toBe('projection')
  })
})
