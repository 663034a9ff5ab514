import { beforeAll, describe, expect, it } from 'vitest'
import { ASSUMPTION_PRESETS, assume } from '../../src/assumptions.ts'
import { CITATIONS } from '../../src/citations.ts'
import { InputError } from '../../src/errors.ts'
import { CLAIMS, type ClaimResult, type ClaimVerdict, paperAssumptions, validateClaims } from '../../src/papers/index.ts'

const [yes, assumed, no] = ['reproduced', 'reproduced under assumptions', 'not reproduced'] as const satisfies ClaimVerdict[]

/** Every claim's verdict: whoever changes one has to say so here. */
const VERDICTS: Readonly<Record<string, ClaimVerdict>> = {
  'gninenko-2020-delta-a': assumed,
  'gninenko-2020-delta-a-error': assumed,
  'gninenko-2020-significance': assumed,
  'gninenko-2020-eq-2': assumed,
  'gninenko-2020-eq-5': yes,
  'gninenko-2020-weakening': no,
  'gninenko-2020-share': yes,
  'gninenko-2020-survival-error': yes,
  'gninenko-2020-allowed-excess': yes,
  'gninenko-2020-eq-6': no,
  'gninenko-2020-na64-plus': yes,
  'gninenko-2020-na64-cross': yes,
  'amaral-2020-eq-8': assumed,
  'amaral-2020-delta-a': assumed,
  'amaral-2020-delta-a-error': assumed,
  'amaral-2020-significance': assumed,
  'amaral-2020-cno': no,
  'amaral-2020-pp-chain': no,
  'amaral-2020-be7': yes,
  'amaral-2020-precision-2011': yes,
  'amaral-2020-eight-percent': yes,
  'amaral-2020-precision-2017': yes,
  'amaral-2020-theory-error': yes,
  'amaral-2020-eq-33': assumed,
  'amaral-2020-eq-34': assumed,
  'amaral-2020-2011-over-2017': assumed,
  'amaral-2020-excluded-mass': assumed,
  'amaral-2020-bp1-g-2': assumed,
  'amaral-2020-bp1-borexino': yes,
  'amaral-2020-bp2-borexino': yes,
  'amaral-2020-figure-8-most-stringent': assumed,
  'amaral-2020-figure-8-low-metallicity': yes,
  'amaral-2020-bp1-xenon1t': yes,
  'amaral-2020-bp2-xenon1t': no,
  'amaral-2020-xenon1t-borexino': yes,
  'amaral-2020-cenns10-borexino': yes,
  'amaral-2020-end-xenon': yes,
  'amaral-2020-end-germanium': yes,
  'amaral-2020-lz-mass': no,
  'amaral-2020-darwin-mass': no,
  'amaral-2020-supercdms-borexino': yes,
  'amaral-2020-nuclear-recoils': yes,
  'amaral-2020-bp1-hubble': yes,
  'amaral-2020-overlap-borexino': assumed,
  'amaral-2020-overlap-borexino-low': yes,
  'amaral-2020-overlap-lz': yes,
  'amaral-2020-overlap-darwin': yes,
  'amaral-2020-overlap-coherent': no,
  'amaral-2020-overlap-dune': yes,
  'amaral-2020-overlap-na62': no,
  'amaral-2020-ccfr-most-stringent': yes,
  'coy-2021-delta-a': assumed,
  'coy-2021-delta-a-error': assumed,
  'coy-2021-significance': assumed,
  'coy-2021-light-coupling': assumed,
  'coy-2021-heavy-coupling': assumed,
  'coy-2021-eq-2.9-left': yes,
  'coy-2021-eq-2.9-neutrino': yes,
  'coy-2021-eq-2.12': yes,
  'coy-2021-eq-2.15': yes,
  'coy-2021-bbn-least': yes,
  'coy-2021-bbn-most': yes,
  'coy-2021-bbn': yes,
  'coy-2021-figure-2.2-babar': yes,
  'coy-2021-footnote-7': yes,
  'coy-2021-footnote-8': yes,
  'coy-2021-footnote-8-loop': no,
  'coy-2021-figure-2.2-leptons': yes,
  'coy-2021-figure-2.2-fermions': yes,
  'coy-2021-muon-threshold': no,
  'coy-2021-ship-rate': no,
  'coy-2021-ship-rate-100': yes,
  'coy-2021-ship-rate-300': yes,
  'coy-2021-ship-curve': yes,
  'coy-2021-seaquest-curve': yes,
  'coy-2021-faser-curve': yes,
  'coy-2021-ship-split': no,
  'coy-2021-ship-split-three-loops': assumed,
  'coy-2021-ship-upper-edge': no,
  'coy-2021-ship-upper-edge-three-loops': assumed,
  'coy-2021-faser-band': no,
  'coy-2021-faser-band-neutrinos': yes,
  'coy-2021-dune-band': yes,
  'coy-2021-dumps-band': yes,
  'coy-2021-neutrino-rescaling': no,
  'foldenauer-2021-delta-a': assumed,
  'foldenauer-2021-delta-a-error': assumed,
  'foldenauer-2021-significance': assumed,
  'foldenauer-2021-mixing': yes,
  'foldenauer-2021-decay-coupling': no,
  'foldenauer-2021-decay-neutrino-mass': yes,
  'foldenauer-2021-decay-boson-mass': yes,
  'foldenauer-2021-anomaly-hypercharge': yes,
  'foldenauer-2021-anomaly-su2-leptons': yes,
  'foldenauer-2021-anomaly-su2-quarks': yes,
  'foldenauer-2021-tau-over-mu': assumed,
  'foldenauer-2021-n-eff': yes,
  'foldenauer-2021-hubble': yes,
  'foldenauer-2021-band-left-dark-photon': yes,
  'foldenauer-2021-band-left-b-l': yes,
  'foldenauer-2021-band-left-b-3lmu': yes,
  'foldenauer-2021-band-left-mu-tau': yes,
  'foldenauer-2021-spallation-deficit': yes,
  'foldenauer-2021-electron-excess': yes,
  'foldenauer-2021-darwin-threshold': assumed,
  'foldenauer-2021-darwin-exposure': yes,
  'foldenauer-2021-na64mu-light': yes,
  'foldenauer-2021-na64mu-reach': yes,
  'foldenauer-2021-na64mu-degenerate-muon': yes,
  'foldenauer-2021-na64mu-degenerate-dark-matter': yes,
  'foldenauer-2021-na64mu-decay-length': yes,
  'bernal-2022-eq-2-anomalies': yes,
  'bernal-2022-eq-2-universal': yes,
  'bernal-2022-neutrino-decay': yes,
  'bernal-2022-eq-12': assumed,
  'bernal-2022-neutrons-per-proton': no,
  'bernal-2022-eq-16-low': assumed,
  'bernal-2022-eq-16-high': assumed,
  'bernal-2022-eq-18-low': assumed,
  'bernal-2022-eq-18-high': assumed,
  'bernal-2022-eq-20-low': no,
  'bernal-2022-eq-20-high': no,
  'bernal-2022-eq-21': yes,
  'bernal-2022-eq-23': yes,
  'bernal-2022-eq-24-invisible': no,
  'bernal-2022-eq-24-electrons': no,
  'bernal-2022-eq-25': yes,
  'bernal-2022-eq-26': yes,
  'bernal-2022-yukawa': yes,
  'bernal-2022-sin-beta': yes,
  'bernal-2022-naturalness': assumed,
  'bernal-2022-eq-31': assumed,
  'bernal-2022-perturbative-mixing': yes,
  'bernal-2022-bbn': no,
  'bernal-2022-eq-32': no,
  'bernal-2022-neutral-pion': assumed,
  'bernal-2022-na64': yes,
  'bernal-2022-eq-33-csi': yes,
  'bernal-2022-eq-33-argon': yes,
  'bernal-2022-eq-33-silicon': yes,
  'bernal-2022-tan-eta-positive': yes,
  'bernal-2022-tan-eta-negative': assumed,
  'bernal-2022-lma-dark-excluded': yes,
  'bernal-2022-benchmark-electrons': yes,
  'bernal-2022-benchmark-g-2': yes,
  'bernal-2022-benchmark-borexino': assumed,
  'bernal-2022-benchmark-lma': assumed,
  'bernal-2022-distortion': no,
  'bernal-2022-eq-35': yes,
  'bernal-2022-eq-35-weaker': no,
  'bernal-2022-eq-38': assumed,
  'bernal-2022-fcnc-universal': yes,
  'bernal-2022-b-to-d': no,
  'bernal-2022-benchmark-flavour': no,
  'bernal-2022-figure-1-allowed': assumed,
  'bernal-2022-figure-1-lma-dark': yes,
  'bernal-2022-figure-1-na64': yes,
  'bernal-2022-figure-1-na64-benchmark': yes,
  'bernal-2022-figure-1-na64-scalar': yes,
  'bernal-2022-figure-1-na48': yes,
  'bernal-2022-figure-1-scalar': yes,
  'bernal-2022-figure-2-lma-dark': yes,
  'bernal-2022-figure-2-no-conflict': yes,
  'bernal-2022-figure-2-lma': assumed,
  'bernal-2022-figure-3-revived': no,
  'bernal-2022-figure-3-lma-dark': yes,
}

/** What the papers' numbers are when computed, found independently: default, and under the paper's assumptions. */
const VALUES: readonly (readonly [id: string, byDefault: number, asPaper: number, tolerance: number])[] = [
  ['amaral-2020-eq-8', -69.286, -46.19, 1e-4],
  ['amaral-2020-eq-33', 0.0424, 0.0365, 2e-3],
  ['amaral-2020-eq-34', 0.0508, 0.043, 2e-3],
  ['amaral-2020-cno', 39.01, 39.01, 1e-3],
  ['gninenko-2020-weakening', 1.1029, 1.1029, 1e-4],
  ['gninenko-2020-share', 0.4737, 0.4737, 1e-3],
  ['gninenko-2020-eq-6', 1.307, 1.307, 1e-3],
  ['gninenko-2020-na64-plus', (5e-4 / 69.286 / 6.068e-6) ** 2, (5e-4 / 69.286 / 6.068e-6) ** 2, 5e-3],
  ['coy-2021-light-coupling', 1.7322e-4, 4.45176e-4, 1e-4],
  ['coy-2021-heavy-coupling', 2.0102e-2, 5.16636e-2, 1e-4],
  ['coy-2021-eq-2.12', -4.3706e-3, -4.3706e-3, 1e-4],
  ['coy-2021-bbn', 4.93, 4.93, 2e-3],
  ['coy-2021-ship-rate', 2.19606e-20, 2.19606e-20, 1e-4],
  // 8.4867 MeV and 76.374 MeV for the same cross section at all masses.
  ['coy-2021-ship-split', 7.495, 8.4867, 1e-2],
  ['coy-2021-ship-split-three-loops', 7.495, 76.374, 5e-3],
  ['coy-2021-ship-upper-edge', 53.74, 1.71813803036e-3 / 3.09909061882e-5, 1e-4],
  ['foldenauer-2021-tau-over-mu', 0.272 / 0.402, 0.33999 / 0.33298, 5e-3],
  ['bernal-2022-eq-16-high', 8.0166e-5 / Math.SQRT2 / Math.sqrt(1.4866 / 1.54), 8.0166e-5, 1e-3],
  ['bernal-2022-eq-18-low', -3.046e-9 / 2 / (1.4866 / 1.54), -3.046e-9, 1e-3],
  ['bernal-2022-eq-20-high', 4.0676e-4, 6.1e-4, 1e-3],
  ['bernal-2022-eq-24-invisible', 4, 4, 1e-6],
  ['bernal-2022-benchmark-g-2', (251 - 304.3 / 2 / (1.4866 / 1.54)) / 118, (304 - 251) / 118, 2e-2],
  ['bernal-2022-benchmark-borexino', 27.0, 1.5152 / 2, 1e-3],
  ['bernal-2022-eq-35', 1.124e-5, 1.124e-5, 1e-3],
  ['bernal-2022-naturalness', 0.4, 4e-4, 1e-9],
  ['bernal-2022-eq-31', 0.0368, 0.026, 2e-3],
  ['bernal-2022-eq-38', -4.263, -2.1314482601823963, 1e-3],
  ['bernal-2022-neutral-pion', 1, 0.2, 1e-6],
  ['bernal-2022-tan-eta-negative', 112.1, -37.5, 1e-3],
  ['bernal-2022-benchmark-electrons', 7 / 3 / 1.4866, 7 / 3 / 1.54, 1e-3],
  ['bernal-2022-benchmark-lma', 1.6705 / 0.7515, 0.3295 / 0.7515, 1e-3],
  ['bernal-2022-b-to-d', 0.00858 / 0.04111, 0.00858 / 0.04111, 2e-3],
  // 20.67 = 14.37 × (4.53/3.78)²: with the limit of 2019 scaled to the exposure of 2022 it is 14.4 without, 0.183 with φ.
  ['bernal-2022-figure-1-na64-benchmark', 20.6697 / 2 / (1.4866 / 1.54), 20.6697, 2e-3],
  ['bernal-2022-figure-1-na64-scalar', 0.26317 / 4 / (1.4866 / 1.54), 0.26317, 1e-2],
  ['bernal-2022-lma-dark-excluded', (2 * 2.25) / 1.4866, (2 * 2.25) / 1.54, 1e-3],
]

const claim = (id: string) => CLAIMS.find((candidate) => candidate.id === id)!
const off = (value: number, expected: number): number => Math.abs(value / expected - 1)

describe('the claims', () => {
  let results: readonly ClaimResult[]
  beforeAll(async () => {
    results = await validateClaims()
  }, 60_000)

  it('have distinct names that begin with their paper, and a known source and preset', () => {
    expect(new Set(CLAIMS.map(({ id }) => id)).size).toBe(CLAIMS.length)
    for (const { id, paper, assume: preset } of CLAIMS) {
      expect(id.startsWith(`${paper}-`)).toBe(true)
      expect(CITATIONS).toHaveProperty([paper])
      expect(ASSUMPTION_PRESETS).toHaveProperty([preset.split('@')[0]])
    }
  })

  it('all come to a finite number, whatever is assumed', () => {
    const bad = results.filter(({ computed, computedAsPaper }) => !Number.isFinite(computed) || !Number.isFinite(computedAsPaper))
    expect(bad.map(({ claim: { id } }) => id)).toEqual([])
  })

  it('have these verdicts', () => {
    expect(Object.fromEntries(results.map(({ claim: { id }, verdict }) => [id, verdict]))).toEqual(VERDICTS)
  })

  it('say why where a number does not come out by itself', () => {
    const silent = results.filter(({ claim: { reason }, verdict }) => verdict !== 'reproduced' && reason === undefined)
    expect(silent.map(({ claim: { id } }) => id)).toEqual([])
    for (const { reason } of CLAIMS) if (reason !== undefined) expect(reason).toMatch(/\.$/)
  })

  it.each(VALUES)('%s: %f by default, %f as the paper', (id, byDefault, asPaper, tolerance) => {
    const { computed, computedAsPaper } = results.find((result) => result.claim.id === id)!
    expect(off(computed, byDefault)).toBeLessThan(tolerance)
    expect(off(computedAsPaper, asPaper)).toBeLessThan(tolerance)
  })
})

describe('Borexino’s limit on g/M of Lμ−Lτ', () => {
  it.each([
    ['amaral-2020', 0.036, 0.043, 0.03],
    ['amaral-2020', 0.0365, 0.043, 2e-3],
    ['default', 0.0424, 0.0508, 2e-3],
    ['default@oscillation=nufit-4.0', 0.0447, 0.0526, 2e-3],
    ['amaral-2020@statistic.threshold=two-sided-90', 0.0386, 0.0444, 2e-3],
    ['amaral-2020@statistic.theoryError=fixed', 0.0359, 0.0423, 2e-3],
    ['amaral-2020@interference=none', 0.0345, 0.0413, 2e-3],
    ['amaral-2020@survival=equal-thirds', 0.0296, 0.0354, 2e-3],
  ])('%s: %f and %f per GeV', async (assumptions, high, low, tolerance) => {
    const chosen = paperAssumptions(assumptions)
    expect(off(await claim('amaral-2020-eq-33').compute(chosen), high)).toBeLessThan(tolerance)
    expect(off(await claim('amaral-2020-eq-34').compute(chosen), low)).toBeLessThan(tolerance)
  })

  it('scales as the square root of the mixing: 4π² for 6π² is a factor √(2/3)', async () => {
    const eq33 = claim('amaral-2020-eq-33')
    const [printed, loop] = await Promise.all([
      eq33.compute(paperAssumptions('amaral-2020')),
      eq33.compute(paperAssumptions('amaral-2020@kineticMixing=loop-contact')),
    ])
    expect(off(printed / loop, Math.sqrt(2 / 3))).toBeLessThan(1e-9)
  })
})

describe('LMA-Dark and (g−2)_μ at 40 MeV', () => {
  it.each([
    ['bernal-2022', 0.311],
    ['bernal-2022@gMinus2=fnal-2021', 0.01],
  ])('%s: overlap in %f of the plane', async (assumptions, expected) => {
    expect(Math.abs((await claim('bernal-2022-figure-2-lma-dark').compute(paperAssumptions(assumptions))) - expected)).toBeLessThan(2e-3)
  })
})

describe('paperAssumptions', () => {
  it('is a preset, with keys changed after @', () => {
    expect(paperAssumptions('gninenko-2020')).toEqual(assume('gninenko-2020'))
    expect(paperAssumptions('gninenko-2020@survival=msw,interference=full')).toEqual(
      assume('gninenko-2020', { survival: 'msw', interference: 'full' }),
    )
  })

  it.each(['gninenko-2021', 'default@survive=msw', 'default@survival=other'])('refuses %s', (text) => {
    expect(() => paperAssumptions(text)).toThrow(InputError)
  })
})

describe('validateClaims', () => {
  it('keeps to one paper', async () => {
    const results = await validateClaims('gninenko-2020')
    expect(results.map(({ claim: { id } }) => id)).toEqual(Object.keys(VERDICTS).filter((id) => id.startsWith('gninenko-2020-')))
  })

  it('refuses a paper it does not know, and guesses', async () => {
    await expect(validateClaims('amaral-2021')).rejects.toThrow(/did you mean 'amaral-2020'/)
  })
})
