import { describe, expect, it } from 'vitest'
import { type Assumptions, assume } from '../../src/assumptions.ts'
import { type BeamDump, beamDump, type DumpSetup, prepareDump } from '../../src/constraints/beam-dump.ts'
import { publishedIntervals } from '../../src/constraints/bound.ts'
import { type Interval, isSilent } from '../../src/constraints/constraint.ts'
import type { Bound } from '../../src/constraints/published.ts'
import { couplingRay } from '../../src/couplings/boson.ts'
import { faser2 } from '../../src/experiments/dumps/faser2.ts'
import { DUMPS } from '../../src/experiments/dumps/index.ts'
import { seaquest } from '../../src/experiments/dumps/seaquest.ts'
import { ship } from '../../src/experiments/dumps/ship.ts'
import { EXPERIMENTS } from '../../src/experiments/index.ts'
import { LIMITS } from '../../src/experiments/limits/index.ts'
import { foresee_dp_proj_seaquest } from '../../src/experiments/projections/foresee-dp-proj-seaquest.ts'
import { proj_faser2_hllhc } from '../../src/experiments/projections/proj-faser2-hllhc.ts'
import { proj_ship_2020_brem_dipole } from '../../src/experiments/projections/proj-ship-2020-brem-dipole.ts'
import { proj_ship_2020_brem_vmd } from '../../src/experiments/projections/proj-ship-2020-brem-vmd.ts'
import { resolveModel } from '../../src/models/index.ts'
import { logGrid } from '../../src/units.ts'

const off = (value: number, expected: number): number => Math.abs(value / expected - 1)
const PAPER = assume('coy-2021')

async function excluded(dump: BeamDump, model: string, masses: readonly number[], assumptions: Assumptions = assume()) {
  const constraint = await beamDump(dump).prepare(assumptions)
  return masses.map((mass): readonly Interval[] => {
    const found = constraint.intervals(couplingRay(resolveModel(model), mass, assumptions))
    return isSilent(found) ? [] : found
  })
}

/** Edges over those of a published curve of the dark photon: the extremes over some masses. */
async function againstCurve(dump: BeamDump, bound: Exclude<Bound, { shape: 'islands' }>, masses: readonly number[]) {
  const curve = publishedIntervals(bound, 'geometric-mean')
  const found = await excluded(dump, 'dark-photon', masses)
  const ratios = masses.map((mass, i) => {
    const [[lower, upper]] = curve(mass) as readonly Interval[]
    return [found[i][0][0] / lower, found[i][0][1] / upper] as const
  })
  const extremes = (edge: 0 | 1) => [Math.min(...ratios.map((ratio) => ratio[edge])), Math.max(...ratios.map((ratio) => ratio[edge]))]
  return { lower: extremes(0), upper: extremes(1) }
}

const rowsOf = ({ rows }: Bound, from: number, to: number) => rows.map(([mass]) => mass).filter((mass) => mass >= from && mass <= to)

describe('the reduced rate that SHiP needs', () => {
  // eq. (3.15) at ε = 5.28e-8 and 100 MeV; the paper prints 1.5, 0.75 and 0.5 of 1e-20, each 0.3415 of this.
  it.each([
    [100, 4.39149e-20, 1.5e-20],
    [200, 2.19606e-20, 0.75e-20],
    [300, 1.46411e-20, 0.5e-20],
    [400, 1.09811e-20, 0.375e-20],
  ])('for bosons of %d GeV is %f, not %f', (momentum_GeV, expected, printed) => {
    const { reducedRate } = prepareDump({ ...ship.dump, momentum_GeV })
    expect(off(reducedRate, expected)).toBeLessThan(1e-4)
    expect(off(printed / reducedRate, 0.3415)).toBeLessThan(1e-3)
  })

  it('of 0.75e-20 would put the lower edge at 4.04e-8 instead of 5.28e-8', async () => {
    const dump = { ...ship.dump, momentum_GeV: 200, reach: { reducedRate: 0.75e-20 } }
    const [[[lower]]] = await excluded(dump, 'dark-photon', [0.1])
    expect(off(lower, 4.04e-8)).toBeLessThan(2e-3)
  })
})

describe('SHiP', () => {
  it('is the curve of the collaboration: its lower edge within 2 % from 5 MeV to 0.4 GeV', async () => {
    const { lower } = await againstCurve(
      ship.dump,
      proj_ship_2020_brem_dipole.bound as never,
      rowsOf(proj_ship_2020_brem_dipole.bound, 0.005, 0.4),
    )
    expect(lower[0]).toBeGreaterThan(0.98)
    expect(lower[1]).toBeLessThan(1.02)
  })

  it('its upper edge within 3 % from 50 MeV to 0.55 GeV for bosons of 300 GeV, and a fifth lower for 200 GeV', async () => {
    const masses = rowsOf(proj_ship_2020_brem_dipole.bound, 0.05, 0.55)
    const { upper } = await againstCurve(ship.dump, proj_ship_2020_brem_dipole.bound as never, masses)
    expect(upper[0]).toBeGreaterThan(0.97)
    expect(upper[1]).toBeLessThan(1.03)
    const slower = await againstCurve({ ...ship.dump, momentum_GeV: 200 }, proj_ship_2020_brem_dipole.bound as never, masses)
    expect(slower.upper[0]).toBeGreaterThan(0.75)
    expect(slower.upper[1]).toBeLessThan(0.83)
  })

  it('with vector mesons is its other curve', async () => {
    const dump: BeamDump = { ...ship.dump, beam: { particle: 'proton', energy_GeV: 400, formFactor: 'vmd' } }
    const { bound } = proj_ship_2020_brem_vmd
    const light = await againstCurve(dump, bound as never, rowsOf(bound, 0.05, 0.5))
    expect(light.lower[0]).toBeGreaterThan(0.97)
    expect(light.lower[1]).toBeLessThan(1.03)
    const heavy = await againstCurve(dump, bound as never, rowsOf(bound, 0.5, 1.5))
    expect(heavy.lower[0]).toBeGreaterThan(0.89)
    expect(heavy.upper[0]).toBeGreaterThan(0.95)
    expect(heavy.upper[1]).toBeLessThan(1.08)
  })

  // Root finding elsewhere: R̄ = 0.75e-20, p = 200 GeV, the same cross section at all masses.
  it.each([
    [0.05, 0, [3.9549210196e-6, 0.00354399142885]],
    [0.05, 0.2, [4.0003486127e-6, 6.79752484671e-5]],
    [0.05, 2, undefined],
    [0.1, 0, [2.79658126595e-6, 0.00171813803036]],
    [0.1, 0.2, [2.86273412883e-6, 3.09909061882e-5]],
    [0.1, 2, undefined],
    [0.25, 0, [1.28057419479e-7, 2.27839692949e-6]],
    [0.25, 0.2, [1.28095704819e-7, 2.24039760121e-6]],
    [0.25, 2, [1.32194976497e-7, 9.69139181599e-7]],
  ] as const)('of figure 3.2 at %f GeV, g_ν = %f g_μ', async (mass, ratio, expected) => {
    const [[found]] = await excluded(FLAT, `muon-nu:ratio=${ratio}`, [mass], PAPER)
    if (expected === undefined) expect(found).toBeUndefined()
    else for (const edge of [0, 1]) expect(off(found[edge], expected[edge])).toBeLessThan(1e-6)
  })

  // Closed form elsewhere: (2.12), and three times it.
  it.each([
    [0.0084867, 1],
    [0.0763741, 3],
  ])('for g_ν = 2 g_μ ends at %f GeV, if g_e is %d times the loop’s', async (mass, times) => {
    const mixing = times === 1 ? 'loop-contact' : `fixed:${(-4.3706 / 0.302822) * 1e-3 * times}`
    const under = { ...PAPER, kineticMixing: mixing }
    const [below, above] = await excluded(FLAT, 'muon-nu:ratio=2', [mass * 0.998, mass * 1.002], under)
    expect(below).toHaveLength(1)
    expect(above).toEqual([])
  })
})

/** SHiP with the same cross section at all masses, as printed. */
const FLAT: BeamDump = {
  ...ship.dump,
  momentum_GeV: 200,
  reach: { reducedRate: 0.75e-20 },
  asPrinted: {
    beam: {
      particle: 'proton',
      energy_GeV: 400,
      formFactor: [
        [1e-3, 1],
        [10, 1],
      ],
    },
  },
}

describe('SeaQuest and FASER', () => {
  it('need, for bremsstrahlung alone, R̄ = 2.99e-18 and 6.55e-19', () => {
    const protonsOnly = ({ dump }: typeof ship): DumpSetup => ({
      ...dump,
      beam: { ...dump.beam, formFactor: 'none', mesons: undefined } as DumpSetup['beam'],
    })
    expect(off(prepareDump(protonsOnly(seaquest)).reducedRate, 2.99e-18)).toBeLessThan(2e-3)
    expect(off(prepareDump(protonsOnly(faser2)).reducedRate, 6.548e-19)).toBeLessThan(2e-4)
  })

  // Model over line at the upper edge, found elsewhere for bremsstrahlung alone.
  it.each([
    [0.014283, 3.22e-4],
    [0.05389, 7.98e-5],
    [0.092936, 4.49e-5],
    [0.191, 2.08e-5],
    [0.29596, 9.27e-6],
  ])('reach at the upper edge of SeaQuest at %f GeV %f', async (mass, upper) => {
    const dump: BeamDump = { ...seaquest.dump, beam: { particle: 'proton', energy_GeV: 120, formFactor: 'dipole-step' } }
    const [[found]] = await excluded(dump, 'dark-photon', [mass])
    expect(off(found[1], upper)).toBeLessThan(0.01)
  })

  it('are the published lines: SeaQuest’s', async () => {
    const low = await againstCurve(seaquest.dump, foresee_dp_proj_seaquest.bound as never, logGrid(0.0103, 0.22, 40))
    expect(low.lower[0]).toBeGreaterThan(0.88)
    expect(low.lower[1]).toBeLessThan(1.11)
    const high = await againstCurve(seaquest.dump, foresee_dp_proj_seaquest.bound as never, logGrid(0.22, 0.7, 40))
    expect(high.lower[0]).toBeGreaterThan(0.83)
    expect(high.upper[0]).toBeGreaterThan(0.92)
    expect(high.upper[1]).toBeLessThan(1.02)
  })

  it('and FASER’s', async () => {
    const { lower, upper } = await againstCurve(faser2.dump, proj_faser2_hllhc.bound as never, logGrid(0.0103, 0.2, 40))
    expect(lower[0]).toBeGreaterThan(0.9)
    expect(lower[1]).toBeLessThan(1.02)
    expect(upper[0]).toBeGreaterThan(0.96)
    expect(upper[1]).toBeLessThan(1.1)
  })

  it('hardly care how long FASER’s volume is, once calibrated', async () => {
    const [[long], [short]] = await Promise.all(
      [15, 5].map(async (volume_m) => (await excluded({ ...faser2.dump, volume_m }, 'dark-photon', [0.05]))[0]),
    )
    expect(off(long[1], short[1])).toBeLessThan(0.015)
  })
})

describe('first principles', () => {
  const counted = { particles: 2e20, decays: 2.3, efficiency: 1 }

  it('give SHiP’s curve from the number of protons, within 20 % at its lower and 15 % at its upper edge', async () => {
    const dump: BeamDump = { ...ship.dump, momentum_GeV: 'spectrum', reach: counted }
    const masses = rowsOf(proj_ship_2020_brem_dipole.bound, 0.005, 1.5)
    const { lower, upper } = await againstCurve(dump, proj_ship_2020_brem_dipole.bound as never, masses)
    expect(lower[0]).toBeGreaterThan(1.05)
    expect(lower[1]).toBeLessThan(1.21)
    expect(upper[0]).toBeGreaterThan(0.85)
    expect(upper[1]).toBeLessThan(1.15)
  })

  // Beam [GeV], shield and volume [m], electrons and decays (andreas-2012, from memory); what the lower edge comes to without acceptance.
  it.each([
    ['e774', 275, 'tungsten', 0.3, 2, 5.2e9, 17, [0.002, 0.007], [0.95, 1.05]],
    ['orsay', 1.6, 'tungsten', 1, 2, 2e16, 3, [0.002, 0.02], [0.75, 0.9]],
    ['kek', 2.5, 'tungsten', 2.4, 2.2, 1.69e17, 3, [0.002, 0.01], [0.7, 0.9]],
    ['e137-andreas', 20, 'aluminium', 179, 204, 1.87e20, 3, [0.002, 0.05], [0.75, 0.9]],
  ] as const)(
    'give %s from the number of electrons',
    async (id, energy_GeV, target, shield_m, volume_m, particles, decays, [from, to], bounds) => {
      const dump: BeamDump = {
        ...ship.dump,
        shield_m,
        volume_m,
        beam: { particle: 'electron', energy_GeV, target },
        momentum_GeV: 'spectrum',
        finalState: ['ee'],
        reach: { particles, decays, efficiency: 1 },
      }
      const published = LIMITS.find((limit) => limit.id === id)!
      const { lower, upper } = await againstCurve(dump, published.bound as never, logGrid(from, to, 5))
      expect(lower[0]).toBeGreaterThan(bounds[0])
      expect(lower[1]).toBeLessThan(bounds[1])
      expect(upper[0]).toBeGreaterThan(0.97)
      expect(upper[1]).toBeLessThan(1.06)
    },
  )
})

describe('every dump', () => {
  it('has an id of its own', () => {
    const ids = DUMPS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const others = EXPERIMENTS.filter((entry) => !DUMPS.includes(entry as never)).map(({ id }) => id)
    expect(others.filter((id) => ids.includes(id))).toEqual([])
  })

  it('says what it was compared with', async () => {
    const { statement } = await ship.prepare(assume())
    expect(statement).toContain('R̄ = 1.46e-20, calibrated with a dark photon of ε = 5.28e-8 at 100 MeV')
    expect((await seaquest.prepare(assume())).statement).toContain('per boson of bremsstrahlung, most coming from mesons')
    expect((await ship.prepare(PAPER)).statement).toContain('bosons of 200 GeV; R̄ = 7.5e-21')
  })
})
