import { describe, expect, it } from 'vitest'
import { type Assumptions, assume } from '../../src/assumptions.ts'
import { type CountsModel, type Interval, isSilent } from '../../src/constraints/index.ts'
import { genericIntervals } from '../../src/constraints/intervals.ts'
import { couplingRay, type Ray } from '../../src/couplings/boson.ts'
import { cenns10Energy } from '../../src/data/cenns10-energy.ts'
import { coherentCsi2017Photoelectrons } from '../../src/data/coherent-csi-2017-photoelectrons.ts'
import { COHERENT_CSI_2021_ANALYSIS } from '../../src/data/coherent-csi-2021.ts'
import { coherentCsi2021Photoelectrons } from '../../src/data/coherent-csi-2021-photoelectrons.ts'
import { coherentCsi2021Time } from '../../src/data/coherent-csi-2021-time.ts'
import { coherentPlans, spallationProjections } from '../../src/data/spallation-projections.ts'
import { column } from '../../src/data/table.ts'
import { nuclearTarget } from '../../src/detectors/index.ts'
import { cenns10Counts, cenns10Spectrum } from '../../src/experiments/spallation/cenns10.ts'
import { csi2017Counts } from '../../src/experiments/spallation/csi-2017.ts'
import { csi2021Counts, csi2021Photoelectrons, neutrinosBetween } from '../../src/experiments/spallation/csi-2021.ts'
import { SPALLATION } from '../../src/experiments/spallation/index.ts'
import { projectionCounts } from '../../src/experiments/spallation/planned.ts'
import { defineModel, resolveModel } from '../../src/models/index.ts'
import { michelSpectrum, PROMPT_ENERGY_MeV, stoppedPionFlux } from '../../src/neutrinos/index.ts'
import { nuclearRecoilTerms, nuclearScattering } from '../../src/processes/index.ts'
import { maximumRecoil, scatteringOptions } from '../../src/processes/neutrino-electron.ts'
import { PER_KEV_YEAR } from '../../src/processes/recoil-rates.ts'
import { poissonDeviance } from '../../src/statistics/index.ts'
import { CENNS10_LIMITS } from './spallation.reference.ts'

const MIXING = { '4pi2': 'amaral-2020-v1', '6pi2': 'loop-contact' } as const
const DEFAULT = assume()
const muTau = (mass: number, assumptions: Assumptions = DEFAULT): Ray => rayOf('mu-tau', mass, assumptions)
const rayOf = (model: string, mass: number, assumptions: Assumptions = DEFAULT): Ray => couplingRay(resolveModel(model), mass, assumptions)
const entryOf = (id: string) => SPALLATION.find((entry) => entry.id === id)!
const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0)

function expectClose(found: number, expected: number, relative: number, note?: unknown): void {
  expect(Math.abs(found / expected - 1), `${found} against ${expected}, ${note}`).toBeLessThan(relative)
}

async function excluded(id: string, ray: Ray): Promise<readonly Interval[]> {
  const result = (await entryOf(id).prepare(ray.at(1e-3).assumptions)).intervals(ray)
  if (isSilent(result)) throw new Error(result.silent)
  return result
}

/** N₀, N₁, N₂ of the first bin, the couplings at g = 1. */
function terms(counts: CountsModel, ray: Ray): readonly [number, number, number] {
  const { linear, quadratic } = counts.growth(ray)!
  return [counts.standard[0], linear[0], quadratic[0]]
}

describe('CENNS-10 in one bin', () => {
  it('expects 128.2 counts of the Standard Model, or 113.9 with the yield that amaral-2020 prints', () => {
    expect(cenns10Counts(DEFAULT).standard[0].toFixed(1)).toBe('128.2')
    expect(cenns10Counts(assume('amaral-2020')).standard[0].toFixed(1)).toBe('113.9')
  })

  it.each(CENNS10_LIMITS)('is what an independent calculation finds at $mass GeV, $r, $mixing', async (reference) => {
    const { r, mass, mixing, counts, chi2, least, couplingOfLeast, edges } = reference
    const settings = { cenns10: r, kineticMixing: MIXING[mixing] }
    const [n0, n1, n2] = terms(cenns10Counts(assume('default', settings)), muTau(mass, assume('default', settings)))
    expectClose(n0, counts, 5e-5)
    expectClose((n0 - 159) ** 2 / (159 + 563 + (0.085 * n0) ** 2), chi2, 2e-4)
    expectClose(Math.sqrt(-n1 / (2 * n2)), couplingOfLeast, 1e-4)
    expectClose(n0 - n1 ** 2 / (4 * n2), least, 2e-4)
    for (const [threshold, origin, expected] of edges) {
      const assumptions = assume('default', { ...settings, 'statistic.threshold': threshold, 'statistic.reference': origin })
      const found = (await excluded('cenns10-2020', muTau(mass, assumptions))).flat()
      expect(found).toHaveLength(expected.length + 1)
      expect(found.at(-1)).toBe(Number.POSITIVE_INFINITY)
      // The reference has four digits.
      for (const [i, edge] of expected.entries()) {
        if (edge === 0) expect(found[i]).toBe(0)
        else expectClose(found[i], edge, 6e-4, `${threshold} ${origin}`)
      }
    }
  })

  it('excludes the Standard Model itself as amaral-2020 prints it, one-sided and from the best coupling', async () => {
    const assumptions = assume('amaral-2020')
    const [[first]] = await excluded('cenns10-2020', muTau(0.01, assumptions))
    expect(first).toBe(0)
    const fromSm = assume('amaral-2020', { 'statistic.reference': 'sm' })
    const edges = (await excluded('cenns10-2020', muTau(0.01, fromSm))).flat()
    // Relative to the Standard Model: 6.04e-4, 1.864e-3, 2.315e-3, of 4π² at q² → 0, two-sided
    const twoSided = assume('amaral-2020', { 'statistic.reference': 'sm', 'statistic.threshold': 'two-sided-90' })
    const wider = (await excluded('cenns10-2020', muTau(0.01, twoSided))).flat()
    for (const [i, edge] of [6.04e-4, 1.864e-3, 2.315e-3].entries()) expectClose(wider[i], edge, 1e-3)
    expect(edges[0]).toBeLessThan(wider[0])
    expect(edges[2]).toBeLessThan(wider[2])
  })

  it('is the χ² of amaral-2020, its scale found by trying', async () => {
    const constraint = await entryOf('cenns10-2020').prepare(DEFAULT)
    const ray = muTau(0.01)
    const [n0, n1, n2] = terms(cenns10Counts(DEFAULT), ray)
    for (const coupling of [1e-4, 7e-4, 1.5e-3, 2.6e-3, 5e-3]) {
      const n = n0 + n1 * coupling ** 2 + n2 * coupling ** 4
      let least = Number.POSITIVE_INFINITY
      for (let alpha = -1; alpha < 2; alpha += 2e-5) {
        least = Math.min(least, (159 - n * (1 + alpha)) ** 2 / (159 + 563) + (alpha / 0.085) ** 2)
      }
      expectClose(constraint.strength(ray.at(coupling)) as number, least / 2.706, 1e-5)
    }
  })

  it('counts the error of a fixed expectation where asked to', async () => {
    const ray = muTau(0.01, assume('default', { 'statistic.theoryError': 'fixed' }))
    const [n0, n1, n2] = terms(cenns10Counts(DEFAULT), ray)
    const half = Math.sqrt(2.706 * (159 + 563 + (0.085 * n0) ** 2))
    const edges = (await excluded('cenns10-2020', ray)).flat()
    const countsAt = edges.slice(0, 3).map((g) => n0 + n1 * g ** 2 + n2 * g ** 4)
    for (const [i, expected] of [159 - half, 159 - half, 159 + half].entries()) expectClose(countsAt[i], expected, 1e-9)
  })

  it('tells excess from deficit, and does without interference', async () => {
    const edges = async (settings: Record<string, string>) => excluded('cenns10-2020', muTau(0.01, assume('default', settings)))
    const [deficit, excess] = await edges({})
    for (const [direction, edge] of Object.entries({ excess, deficit })) {
      const [alone] = await edges({ 'statistic.direction': direction })
      expect(edge.every((end, i) => alone[i] === end || Math.abs(alone[i] / end - 1) < 1e-12)).toBe(true)
    }
    expect(await edges({ 'statistic.direction': 'deficit', interference: 'none' })).toEqual([])
    expect((await edges({ interference: 'none' }))[0][0]).toBeLessThan(excess[0])
  })
})

describe('a boson at a source of stopped pions', () => {
  it('takes away counts of muon neutrinos where mixing makes them scatter, adds them with the mixing reversed', async () => {
    const [, linear, quadratic] = terms(cenns10Counts(DEFAULT), muTau(0.01))
    expect(linear).toBeLessThan(0)
    expect(quadratic).toBeGreaterThan(0)
    expect(await excluded('cenns10-2020', muTau(0.01))).toHaveLength(2)
    expect(await excluded('cenns10-2020', muTau(0.01, assume('default', { kineticMixing: 'fixed:0.0144' })))).toHaveLength(1)
  })

  it('does not know the sign of the gauge charge', async () => {
    expect(await excluded('cenns10-2020', rayOf('Ltau-Lmu', 0.02))).toEqual(await excluded('cenns10-2020', muTau(0.02)))
  })

  it('mixes less at larger momentum transfer: half a percent of the amplitude on average', () => {
    const contact = terms(cenns10Counts(DEFAULT), muTau(0.01, assume('default', { kineticMixing: 'loop-contact' })))
    const full = terms(cenns10Counts(DEFAULT), muTau(0.01))
    expect(full[1] / contact[1]).toBeGreaterThan(0.993)
    expect(full[1] / contact[1]).toBeLessThan(0.996)
    expectClose(full[2] / contact[2], (full[1] / contact[1]) ** 2, 5e-3)
  })

  it.each(SPALLATION)('is a contact interaction when heavy, a Coulomb force when light: $id', async ({ id }) => {
    const contact = assume('default', { kineticMixing: 'loop-contact' })
    const [heavy, heavier] = [await excluded(id, muTau(10, contact)), await excluded(id, muTau(20, contact))].map((x) => x.flat())
    expect(heavier).toHaveLength(heavy.length)
    for (const [i, edge] of heavy.entries()) if (edge < Infinity) expectClose(heavier[i], 2 * edge, 2e-4)
    const [light, lighter] = [await excluded(id, muTau(1e-6, contact)), await excluded(id, muTau(1e-7, contact))].map((x) => x.flat())
    for (const [i, edge] of light.entries()) if (edge < Infinity) expectClose(lighter[i], edge, 1e-5)
  })

  it('is silent where it meets none of the neutrinos, or no nucleus', async () => {
    for (const { prepare } of SPALLATION) {
      const constraint = await prepare(DEFAULT)
      for (const model of ['B-3Ltau', 'B', 'e_R - mu_R']) {
        const silence = { silent: 'no coupling to the electron and muon neutrinos of stopped pions' }
        expect(constraint.intervals(rayOf(model, 0.01))).toEqual(silence)
        expect(constraint.strength(rayOf(model, 0.01).at(1e-3))).toEqual(silence)
      }
    }
    const unmixed = assume('default', { kineticMixing: 'none' })
    const constraint = await entryOf('cenns10-2020').prepare(unmixed)
    expect(constraint.intervals(muTau(0.01, unmixed))).toEqual({ silent: 'no coupling to quarks, nor mixing with the photon' })
    expect(isSilent(constraint.intervals(rayOf('mu', 0.01)))).toBe(true)
  })

  it('is not seen where its charge of the nucleus vanishes: tan η = −Z/N of argon, in the model of bernal-2022', () => {
    const counts = cenns10Counts(DEFAULT)
    const [, , seen] = terms(counts, rayOf('bernal:c=-0.1,tanEta=0.6', 0.04))
    const [, , hidden] = terms(counts, rayOf(`bernal:c=-0.1,tanEta=${-18 / 22}`, 0.04))
    expect(hidden / seen).toBeLessThan(1e-12)
    // on either side of it the interference changes its sign
    expect(terms(counts, rayOf('bernal:c=-0.1,tanEta=-0.75', 0.04))[1]).toBeGreaterThan(0)
    expect(terms(counts, rayOf('bernal:c=-0.1,tanEta=-0.9', 0.04))[1]).toBeLessThan(0)
  })

  it('is found wherever it hides: next to where its charge vanishes, and in an island at the end of what is asked about', async () => {
    // ε = 10⁻⁴ at tree level and the loops cancel each other here.
    const contact = assume('default', { kineticMixing: 'loop-contact' })
    const unmixed = 1e-4 / 0.0144329
    const ray = couplingRay(defineModel({ id: 'mixed', charges: 'Lmu-Ltau', kineticMixing: { epsilon: 1e-4 } }), 0.01, contact)
    const constraint = await entryOf('cenns10-2020').prepare(contact)
    const found = constraint.intervals(ray) as readonly Interval[]
    expect(found).toHaveLength(3)
    expect(found[0][1]).toBeLessThan(unmixed)
    expect(found[1][0]).toBeGreaterThan(unmixed)
    expectClose(constraint.strength(ray.at(unmixed)) as number, constraint.strength(ray.at(1e-12)) as number, 1e-2)
    for (const edge of found.flat()) if (edge < Infinity) expectClose(constraint.strength(ray.at(edge)) as number, 1, 1e-8)

    const photon = rayOf('dark-photon', 0.01)
    const ess10 = await entryOf('ess10').prepare(DEFAULT)
    const bracketed = genericIntervals(ess10.strength, photon) as readonly Interval[]
    const closed = ess10.intervals(photon) as readonly Interval[]
    expect(bracketed).toHaveLength(2)
    for (const [i, edge] of closed.flat().entries()) if (edge < Infinity) expectClose(bracketed.flat()[i], edge, 1e-9)
  })

  it('is seen twice as well by muon neutrinos, of which there are twice as many', () => {
    const counts = cenns10Counts(DEFAULT)
    const electron = terms(counts, rayOf('B-3Le', 10))
    const muon = terms(counts, rayOf('B-3Lmu', 10))
    // 36.5 of 113.9 counts are of ν_e, 77.4 of ν_μ and its antineutrino
    for (const i of [1, 2]) expectClose(muon[i] / electron[i], 77.4 / 36.5, 5e-3)
    expect(terms(counts, rayOf('B-3Le', 10))[1]).toBeGreaterThan(0)
  })
})

describe('CENNS-10, the spectrum of its release', () => {
  const release = assume('default', { cenns10: 'release' })

  it('expects 131.2 counts, in the bins in which the collaboration has them', () => {
    const { standard } = cenns10Spectrum(release)
    const signal = standard.subarray(0, 12)
    expectClose(sum(signal), 131.2, 2e-3)
    const fitted = column(cenns10Energy, 'signal')
    const scale = sum(fitted) / sum(signal)
    for (const [b, n] of fitted.entries()) expect(Math.abs(scale * signal[b] - n)).toBeLessThan(2.5)
    expectClose(sum(standard.subarray(12)), 530, 1e-12)
  })

  it('agrees with the 159 ± 43 counts of the collaboration, which knows time and pulse shape too', async () => {
    const { likelihood } = await entryOf('cenns10-2020').prepare(release)
    const faint = muTau(0.01, release).at(1e-12)
    const at = (scale: number): number => {
      let least = Number.POSITIVE_INFINITY
      for (let neutrons = 0.8; neutrons < 1.3; neutrons += 2e-3) {
        least = Math.min(least, likelihood!.minus2LogL(faint, Float64Array.of(1, scale, neutrons)) + ((neutrons - 1) / 0.31) ** 2)
      }
      return least
    }
    const scales = Array.from({ length: 60 }, (_, i) => 0.5 + 0.03 * i)
    const values = scales.map(at)
    const best = values.indexOf(Math.min(...values))
    const inside = scales.filter((_, i) => values[i] - values[best] < 1)
    expect(Math.abs(131.2 * scales[best] - 159)).toBeLessThan(1.5 * 43)
    const half = (131.2 * (inside[inside.length - 1] - inside[0])) / 2
    expect(half).toBeGreaterThan(30)
    expect(half).toBeLessThan(60)
  })
})

describe('COHERENT on CsI', () => {
  it('2017: 173 ± 48 counts expected, photoelectron by photoelectron', () => {
    const { standard } = csi2017Counts(DEFAULT)
    expectClose(sum(standard), 173, 0.03)
    const signal = coherentCsi2017Photoelectrons.rows.slice(3, 15).map((row) => row[4])
    expectClose(sum(standard), sum(signal), 1e-2)
    for (const [b, n] of signal.entries()) expect(Math.abs(standard[b] - n)).toBeLessThan(3)
  })

  it('2017: no boson is wanted', async () => {
    const constraint = await entryOf('coherent-csi-2017').prepare(DEFAULT)
    expect(constraint.strength(muTau(0.01).at(1e-9))).toBeLessThan(0.5)
    expect(constraint.unverified).toBeUndefined()
  })

  it('2021: some 333 counts expected, as many as the publications say', () => {
    const { standard } = csi2021Counts(DEFAULT)
    const signal = sum(standard.subarray(0, 16))
    expect(signal).toBeGreaterThan(325)
    expect(signal).toBeLessThan(342)
    const [beam, induced, steady] = ['beamNeutrons', 'inducedNeutrons', 'steady'].map(
      (key) => COHERENT_CSI_2021_ANALYSIS[key as 'steady'][0],
    )
    expectClose(sum(standard.subarray(16, 32)), beam + induced, 1e-12)
    expectClose(sum(standard.subarray(32)), steady, 1e-12)
  })

  it('2021: the photoelectrons seen are those expected', () => {
    const { rows } = coherentCsi2021Photoelectrons
    const { standard } = csi2021Photoelectrons(DEFAULT)
    const bins = rows.length
    expectClose(sum(standard.subarray(0, bins)), sum(csi2021Counts(DEFAULT).standard.subarray(0, 16)), 1e-6)
    expectClose(sum(standard.subarray(bins, 2 * bins)), sum(csi2021Counts(DEFAULT).standard.subarray(16, 32)), 1e-12)
    const chi2 = (scale: number): number =>
      sum(rows.map(([, , on, off], b) => (on - off - standard[bins + b] - scale * standard[b]) ** 2 / (on + off)))
    expect(chi2(1)).toBeLessThan(22)
    expect(chi2(0) - chi2(1)).toBeGreaterThan(25)
  })

  it('2021: neutrinos come when the neutrons they make do', () => {
    // Times [μs] and counts of neutrons made by neutrinos in the shield, as released.
    const released = [
      [0.305, 0.00327486],
      [0.405, 0.00953405],
      [0.505, 0.0182129],
      [0.605, 0.0261589],
      [0.705, 0.0307566],
      [0.805, 0.0319766],
      [1.005, 0.0294027],
      [1.505, 0.0235597],
      [2.005, 0.0186291],
      [3.005, 0.0117578],
      [5.005, 0.00489311],
    ]
    for (const [time, density] of released) {
      const share = neutrinosBetween('delayed', 1e3 * time - 5, 1e3 * time + 5)
      expect(Math.abs(8.166 * share - density)).toBeLessThan(0.015 * 0.032)
    }
    expectClose(neutrinosBetween('prompt', -1e5, 1e6), 1, 1e-12)
  })

  it('2021: without coherent scattering the times cannot be understood, with it they can', () => {
    const observed = column(coherentCsi2021Time, 'coincidence')
    const { standard } = csi2021Counts(DEFAULT)
    const deviance = (scale: number): number =>
      sum(observed.map((n, b) => poissonDeviance(n, scale * standard[b] + standard[16 + b] + standard[32 + b])))
    expect(deviance(1)).toBeLessThan(25)
    expect(deviance(0) - deviance(1)).toBeGreaterThan(55)
  })

  it('the SNS has one flux: its error is shared', async () => {
    const release = assume('default', { cenns10: 'release' })
    for (const id of ['coherent-csi-2017', 'coherent-csi-2021', 'cenns10-2020']) {
      const { likelihood } = await entryOf(id).prepare(release)
      expect(likelihood!.nuisances.filter((nuisance) => nuisance.id === 'flux.sns')).toEqual([{ id: 'flux.sns', central: 1, sigma: 0.1 }])
    }
  })
})

describe('plans', () => {
  const PLANS = [...spallationProjections.rows, ...coherentPlans.rows]

  it.each(PLANS)('$id counts what a double integral over neutrinos and recoils gives', (about) => {
    const ray = muTau(0.01)
    const scattering = nuclearScattering(ray.at(1))
    const options = scatteringOptions(DEFAULT)
    const flux = stoppedPionFlux(about)
    const threshold = 1e-6 * about.threshold_keV
    const found = [0, 0, 0]
    for (const nucleus of nuclearTarget(about.material).nuclei) {
      const recoils = (flavour: 0 | 1, energy_MeV: number, weight: number): void => {
        const energy = 1e-3 * energy_MeV
        const span = Math.log(maximumRecoil(energy, nucleus.mass_GeV) / threshold)
        if (!(span > 0)) return
        const steps = 400
        for (let i = 0; i < steps; i++) {
          const recoil = threshold * Math.exp((span * (i + 0.5)) / steps)
          const [n0, n1, n2] = nuclearRecoilTerms(flavour, energy, recoil, nucleus, 0.01, scattering, options)
          const unit = weight * nucleus.perTonne * about.exposure_t_yr * PER_KEV_YEAR * 1e6 * ((recoil * span) / steps)
          found[0] += unit * n0
          found[1] += unit * n1
          found[2] += unit * n2
        }
      }
      recoils(1, PROMPT_ENERGY_MeV, flux)
      const steps = 500
      for (let i = 0; i < steps; i++) {
        const energy = (52.8292 * (i + 0.5)) / steps
        recoils(1, energy, (flux * michelSpectrum('anti-nu_mu', energy) * 52.8292) / steps)
        recoils(0, energy, (flux * michelSpectrum('nu_e', energy) * 52.8292) / steps)
      }
    }
    const expected = terms(projectionCounts(about, DEFAULT), ray)
    for (const i of [0, 1, 2]) expectClose(expected[i], found[i], 1e-3, i)
  })

  it.each(PLANS)('$id expects the Standard Model, and says what it has left out', async ({ id, systematic }) => {
    const constraint = await entryOf(id).prepare(DEFAULT)
    expect(constraint.kind).toBe('projection')
    expect(constraint.statement).toContain('no backgrounds')
    const ray = muTau(0.02)
    expect(constraint.strength(ray.at(1e-9))).toBeLessThan(1e-9)
    // An excess and a deficit of the same counts are as far away, but for the error that grows with the rate.
    const [[from]] = constraint.intervals(ray) as readonly Interval[]
    const [n0, n1, n2] = terms(projectionCounts(PLANS.find((plan) => plan.id === id)!, DEFAULT), ray)
    const n = n0 + n1 * from ** 2 + n2 * from ** 4
    expectClose((n - n0) ** 2 / (n0 + (systematic * n) ** 2), 2.706, 1e-8)
  })

  it('all record what they count: in bins, with the boson and without', async () => {
    for (const entry of SPALLATION) {
      const constraint = await entry.prepare(assume('default', { cenns10: 'release' }))
      const [spectrum] = constraint.spectra!()
      const { bins, neutrinos, background } = spectrum
      expect(neutrinos).toHaveLength(bins.length)
      expect(background).toHaveLength(bins.length)
      const counts = Number(/(\d[\d.]*)(?: ±| counts| and)/.exec(constraint.statement.replace(/^.*against /, ''))![1])
      expectClose(sum(neutrinos), counts, 0.08, entry.id)
      const coupling = muTau(0.03).at(1e-3)
      const withBoson = spectrum.withBoson(coupling)
      if (isSilent(withBoson)) throw new Error(withBoson.silent)
      expect(sum(withBoson)).toBeLessThan(sum(neutrinos))
      expect(isSilent(spectrum.withBoson(rayOf('B-3Ltau', 0.03).at(1e-3)))).toBe(true)
    }
  })

  it('what is from memory is said to be', async () => {
    for (const entry of SPALLATION) {
      const { unverified } = await entry.prepare(DEFAULT)
      const isRemembered = ['coherent-csi-2021', 'coherent-nai-10t', 'coherent-lar-10t'].includes(entry.id)
      if (isRemembered) expect(unverified).toContain('from memory')
      else expect(unverified).toBeUndefined()
    }
  })
})
