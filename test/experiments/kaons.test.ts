import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { M_KAON, M_MUON } from '../../src/constants.ts'
import { genericIntervals } from '../../src/constraints/intervals.ts'
import { bosonAt, couplingRay } from '../../src/couplings/index.ts'
import { MUON_INVISIBLE_LIMITS } from '../../src/data/kaon-invisible.ts'
import { e949Kaon3nu } from '../../src/experiments/kaons/e949-kaon-3nu.ts'
import { KAONS } from '../../src/experiments/kaons/index.ts'
import { na62Kaon3nu } from '../../src/experiments/kaons/na62-kaon-3nu.ts'
import { na62KaonTenfold } from '../../src/experiments/kaons/na62-kaon-tenfold.ts'
import { resolveModel } from '../../src/models/index.ts'
import { leptonicKaonBranching } from '../../src/processes/kaon-leptonic.ts'
import { ask, only, relative } from './limits.ts'

/** The limit on BR(K → μ ν X) that a limit on g stands for, for a boson that decays to neutrinos alone. */
async function branchingLimit(mass: number): Promise<number> {
  const settings = { kineticMixing: 'none' } as const
  const [lo] = await only(na62Kaon3nu, 'mu-tau', mass, settings)
  return leptonicKaonBranching(bosonAt(resolveModel('mu-tau'), mass, lo, assume('default', settings)))
}

describe('K → μ ν Z′ from the limits on three neutrinos', () => {
  it('is of the order 10⁻⁵ at 10 MeV and 10⁻⁷ at 370 MeV, as NA62 has it', async () => {
    expect(relative(await branchingLimit(0.01), 1.833e-5)).toBeLessThan(0.01)
    // half of the bosons decay to muons there
    expect(relative((await branchingLimit(0.37)) / 2, 3.6e-7)).toBeLessThan(0.07)
  })

  it('of a conserved current levels off towards light bosons; of another it goes on linearly', async () => {
    const conserved = await Promise.all([1e-3, 2e-3].map((mass) => only(na62Kaon3nu, 'mu-tau', mass)))
    expect(conserved[1][0] / conserved[0][0]).toBeLessThan(1.3)
    const other = await Promise.all([1e-3, 2e-3].map((mass) => only(na62Kaon3nu, 'muon-nu:ratio=2', mass)))
    expect(relative(other[1][0] / other[0][0], 2)).toBeLessThan(0.01)
  })

  it('of the neutrino alone is fifteen times below the line that bernal-2022 prints', async () => {
    // 37 g² at 5 MeV, a quarter of it with the missing masses counted
    const [lo] = await only(na62Kaon3nu, 'muon-nu:ratio=100', 5e-3)
    expect(relative(100 * lo, Math.sqrt(0.36284e-6 / (37.06 * 0.2647)))).toBeLessThan(0.01)
    expect(relative(0.003 / (100 * lo), 15.5)).toBeLessThan(0.02)
  })

  it('counts invisible decays alone', async () => {
    const [below] = await only(na62Kaon3nu, 'mu-tau', 0.211)
    const [above] = await only(na62Kaon3nu, 'mu-tau', 0.24)
    const branching = (mass: number) =>
      leptonicKaonBranching(bosonAt(resolveModel('mu-tau'), mass, 1, assume()), MUON_INVISIBLE_LIMITS.na62.missingMass_GeV2)
    // g² BR · share is the same at the limit: the share of Lμ−Lτ drops at the muon pair
    const share = (below ** 2 * branching(0.211)) / (above ** 2 * branching(0.24))
    expect(share).toBeGreaterThan(0.55)
    expect(share).toBeLessThan(0.65)
  })

  it('holds for a boson that does not decay at all, and not for one that is seen', async () => {
    const settings = { kineticMixing: 'none' } as const
    expect((await ask(na62Kaon3nu, 'muon-only', 0.05, settings)).intervals).toHaveLength(1)
    expect((await ask(na62Kaon3nu, 'muon-only', 0.25, settings)).silent).toBe('does not decay to what escapes')
    expect((await ask(na62Kaon3nu, 'e_R', 0.25, settings)).silent).toBe('couples neither to muons and their neutrinos nor to kaons')
  })

  it('is silent where the search ends, and of axial quarks', async () => {
    expect((await ask(na62Kaon3nu, 'mu-tau', M_KAON - M_MUON)).silent).toMatch(/^mass above 0\.388 GeV/)
    expect((await ask(na62Kaon3nu, 'mu-tau', 0.37)).intervals).toHaveLength(1)
    // Bosons almost at rest would need couplings beyond perturbation theory.
    expect((await ask(na62Kaon3nu, 'mu-tau', 0.38)).intervals).toEqual([])
    expect((await ask(na62Kaon3nu, 'mu-tau', 0.99e-6)).silent).toMatch(/^mass below 1 keV/)
    const [[lightest], [light]] = await Promise.all([1.01e-6, 1e-4].map((mass) => only(na62Kaon3nu, 'mu-tau', mass)))
    expect(relative(lightest, light)).toBeLessThan(3e-3)
    expect((await ask(e949Kaon3nu, 'mu-tau', 0.3)).silent).toMatch(/^mass above 0\.299 GeV/)
    expect((await ask(na62Kaon3nu, 'Lmu + 3 u_R', 0.05)).silent).toBe('axial couplings of quarks are not described')
  })

  it('E949 looked at muons of 130 to 175 MeV/c, where light bosons are: there it is the stronger one', async () => {
    const squared = (momentum: number) => M_KAON ** 2 + M_MUON ** 2 - 2 * M_KAON * Math.hypot(momentum, M_MUON)
    const [from, to] = MUON_INVISIBLE_LIMITS.e949.missingMass_GeV2
    expect(relative(from, squared(0.175))).toBeLessThan(1e-3)
    expect(relative(to, squared(0.13))).toBeLessThan(1e-3)
    const [light, heavy] = await Promise.all(
      [5e-3, 0.2].map(async (mass) => (await only(e949Kaon3nu, 'mu-tau', mass))[0] / (await only(na62Kaon3nu, 'mu-tau', mass))[0]),
    )
    expect(light).toBeLessThan(1)
    expect(heavy).toBeGreaterThan(1)
  })

  it('ten times the kaons bring the fourth root of ten', async () => {
    const [now] = await only(na62Kaon3nu, 'mu-tau', 0.1)
    const [then] = await only(na62KaonTenfold, 'mu-tau', 0.1)
    expect(relative(now / then, 10 ** 0.25)).toBeLessThan(1e-9)
    expect((await ask(na62KaonTenfold, 'mu-tau', 0.1)).constraint.kind).toBe('projection')
  })

  it.each(KAONS.slice(1).map((entry) => [entry.id, entry] as const))(
    '%s: strength is 1 on the edge, and a scan finds it',
    async (_, entry) => {
      const { constraint, intervals } = await ask(entry, 'mu-tau', 0.03)
      const ray = couplingRay(resolveModel('mu-tau'), 0.03, assume())
      expect(relative(constraint.strength(ray.at(intervals[0][0])) as number, 1)).toBeLessThan(1e-9)
      const [[scanned]] = genericIntervals(constraint.strength, ray) as readonly (readonly [number, number])[]
      expect(relative(scanned, intervals[0][0])).toBeLessThan(1e-9)
      expect(constraint.unverified).toMatch(/from memory/)
    },
  )
})
