import { describe, expect, it } from 'vitest'
import { assume } from '../../../src/assumptions.ts'
import { bosonAt, couplingForMediumNsi, couplingRay, matterPotentialRatio } from '../../../src/couplings/index.ts'
import { resolveModel } from '../../../src/models/index.ts'
import { bosonPotential, loadSun, type OscillationParameters, type SolarSource } from '../../../src/neutrinos/index.ts'

const degrees = (sin2: number): number => (Math.asin(Math.sqrt(sin2)) * 180) / Math.PI
const parameters = (sin2Theta12: number): OscillationParameters => ({
  theta12_deg: degrees(sin2Theta12),
  theta13_deg: degrees(0.0222),
  theta23_deg: 45,
  deltaCP_deg: 0,
  dm21_eV2: 7.42e-5,
  dm31_eV2: 2.515e-3,
})

const POINTS: readonly (readonly [SolarSource, number])[] = [
  ['pp', 0.267],
  ['7Be', 0.862],
  ['pep', 1.44],
  ['8B', 3],
  ['8B', 6],
  ['8B', 8.1],
  ['8B', 10],
  ['8B', 12],
]

/** P_ee at the points for a boson whose potential is `ratio` times V_CC where there are 0.54 neutrons to the proton. */
async function survival(ratio: number, sin2Theta12: number, mass = 0.02, moreNeutrons = 0): Promise<number[]> {
  const sun = await loadSun(assume(), parameters(sin2Theta12))
  if (ratio === 0) return POINTS.map(([source, energy]) => sun.probabilities(source, energy)[0])
  const ray = couplingRay(resolveModel(`bernal:c=${ratio > 0 ? -0.1 : 2 / 3},tanEta=-0.75`), mass, assume())
  const boson = ray.at(couplingForMediumNsi(ray, 'mu', ratio, 0.54))
  const { perElectron, perNeutron } = bosonPotential(boson.couplingsAt(0), mass)
  const [e, mu, tau] = [0, 1, 2].map((a) => perElectron[a] + moreNeutrons * perNeutron[a])
  const potential = { perElectron: [e, mu, tau] as const, perNeutron }
  return POINTS.map(([source, energy]) => sun.probabilities(source, energy, potential)[0])
}

/**
 * The values follow neutrons from the density of the solar model, rounded there to three decimals; Zest's are from its composition, fewer by this
 * many per proton: 0.41 against 0.42 averaged over ⁸B, 0.37 against 0.38 over ⁷Be.
 */
const MORE_NEUTRONS = 0.009

describe('P_ee with the potential of a boson', () => {
  it.each([
    ['Standard Model', 0, 0.304, [0.547, 0.528, 0.518, 0.45, 0.369, 0.339, 0.323, 0.313]],
    ['ε_medium = +1 of bernal-2022, V = 2 V_CC', 2, 0.304, [0.556, 0.568, 0.572, 0.605, 0.631, 0.641, 0.647, 0.652]],
    ['V = V_CC', 1, 0.304, [0.551, 0.55, 0.548, 0.545, 0.538, 0.533, 0.529, 0.524]],
    ['V = −V_CC', -1, 0.304, [0.542, 0.504, 0.485, 0.374, 0.315, 0.303, 0.298, 0.295]],
    ['V = −1.4 V_CC', -1.4, 0.304, [0.54, 0.494, 0.471, 0.354, 0.308, 0.299, 0.295, 0.293]],
    ['LMA-Dark, V = 2 V_CC', 2, 0.696, [0.548, 0.533, 0.527, 0.467, 0.39, 0.357, 0.338, 0.325]],
    ['LMA-Dark, V = 4 V_CC', 4, 0.696, [0.539, 0.485, 0.462, 0.341, 0.305, 0.299, 0.297, 0.296]],
    ['LMA-Dark, V = 6 V_CC', 6, 0.696, [0.529, 0.437, 0.407, 0.31, 0.297, 0.295, 0.295, 0.295]],
  ] as const)('%s', async (_, ratio, sin2, expected) => {
    const [found, asThere] = [await survival(ratio, sin2), await survival(ratio, sin2, 0.02, MORE_NEUTRONS)]
    expected.forEach((value, i) => {
      expect(Math.abs(found[i] - value), `${POINTS[i].join(' ')} MeV`).toBeLessThan(0.002)
      expect(Math.abs(asThere[i] - value), `${POINTS[i].join(' ')} MeV`).toBeLessThan(0.001)
    })
  })

  it.each([
    [
      -1,
      0.304,
      [
        0.541980396141656, 0.5044146521217825, 0.48460009574818774, 0.3735741498022496, 0.3151379152697212, 0.3034351514638445,
        0.29832421693129346, 0.2952147141726178,
      ],
    ],
    [
      2,
      0.696,
      [
        0.5482596832383253, 0.5333692789915777, 0.5274641786157755, 0.4670827634502895, 0.3904558706983113, 0.3571110131750847,
        0.3380177321071988, 0.3250780488686582,
      ],
    ],
    [
      6,
      0.696,
      [
        0.5288237314879525, 0.4371491839365706, 0.40730445620197187, 0.3100705771926276, 0.29684093222831837, 0.2952410466841423,
        0.29474686645979, 0.2945798382731893,
      ],
    ],
  ] as const)('in more digits, V = %f V_CC, sin²θ₁₂ = %f', async (ratio, sin2, expected) => {
    const found = await survival(ratio, sin2)
    expected.forEach((value, i) => void expect(Math.abs(found[i] - value), POINTS[i].join(' ')).toBeLessThan(0.0013))
  })

  it('depends on g/m alone', async () => {
    const [light, heavy] = [await survival(1.3, 0.304, 0.005), await survival(1.3, 0.304, 0.2)]
    light.forEach((value, i) => void expect(Math.abs(value - heavy[i])).toBeLessThan(1e-6))
  })

  it('at 10 MeV speaks for the sign of the LMA interval: 0.32 is measured', async () => {
    const at10 = async (ratio: number) => (await survival(ratio, 0.304))[6]
    expect(await at10(1)).toBeGreaterThan(0.5)
    expect(await at10(-1)).toBeLessThan(0.32)
    expect(await at10(-1)).toBeGreaterThan(0.29)
  })

  it('sinks most at 3 MeV for V < 0, by 17 to 21 %; for V = 2 V_CC it doubles at 10 MeV', async () => {
    const standard = await survival(0, 0.304)
    const change = async (ratio: number) => (await survival(ratio, 0.304)).map((value, i) => value / standard[i] - 1)
    for (const [ratio, low] of [
      [-1, -0.17],
      [-1.4, -0.21],
    ]) {
      const changes = await change(ratio)
      expect(changes[3]).toBeCloseTo(low, 2)
      expect(Math.min(...changes)).toBe(changes[3])
    }
    expect((await change(2))[6]).toBeCloseTo(1, 1)
  })

  it('LMA-Dark differs from LMA through the neutrons: +4 % at 3 MeV', async () => {
    const [light, dark] = [await survival(0, 0.304), await survival(2, 0.696)]
    expect(dark[3] / light[3] - 1).toBeCloseTo(0.04, 2)
  })
})

describe('the neutrons of a boson’s potential', () => {
  it('are 0.487 of the protons at the centre of the Sun, where bernal-2022 has 0.54', async () => {
    const sun = await loadSun(assume())
    expect(Math.abs(sun.centralNeutronsPerProton - 0.49223819057398077)).toBeLessThan(0.02 * 0.492)
    expect((await loadSun(assume('bernal-2022'))).centralNeutronsPerProton).toBe(0.54)
  })

  it.each([
    ['8B', 0.42],
    ['7Be', 0.38],
    ['pp', 0.3],
  ] as const)('averaged over the production of %s are %f', async (source, expected) => {
    const { weights, neutrons, electrons } = (await loadSun(assume())).zone(source)
    const mean = weights.reduce((sum, weight, i) => sum + (weight * neutrons[i]) / electrons[i], 0)
    expect(Math.abs(mean - expected)).toBeLessThan(0.015)
  })

  it('make the potential follow (1 + n/p), whatever the mixing with the photon', () => {
    for (const eta of [-0.75, 0.5, 3]) {
      const boson = bosonAt(resolveModel(`bernal:c=-0.1,tanEta=${eta}`), 0.02, 1e-4, assume())
      const ratio = matterPotentialRatio(boson, 'mu', 0.2) / matterPotentialRatio(boson, 'mu', 0.54)
      expect(Math.abs(ratio / (1.2 / 1.54) - 1)).toBeLessThan(1e-5)
    }
  })
})
