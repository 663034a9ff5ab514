import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { efficiencyCoherentCsi2017 } from '../../src/data/efficiency-coherent-csi-2017.ts'
import { efficiencyLzEr } from '../../src/data/efficiency-lz-er.ts'
import { efficiencyXenon1tEr } from '../../src/data/efficiency-xenon1t-er.ts'
import {
  addCounts,
  buildResponse,
  cenns10Quenching,
  constantEfficiency,
  electronEquivalent,
  gammaSpread,
  gaussian,
  photoelectrons,
  type ResponseOptions,
  sharp,
  sigmoidEfficiency,
  smeared,
  tabulatedEfficiency,
} from '../../src/detectors/index.ts'
import { gammaP, integrate, normalCdf, poissonCdf } from '../../src/numerics/index.ts'
import { expectClose } from '../numerics/close.ts'

/** Counts that a spectrum gives. */
function counts(options: ResponseOptions, rate: (recoil_keV: number) => number): Float64Array {
  const response = buildResponse(options)
  const out = new Float64Array(response.bins)
  addCounts(response, response.recoils_keV.map(rate), out)
  return out
}

describe('efficiencies', () => {
  it('follow their table, linearly or in the logarithm', () => {
    const xenon1t = tabulatedEfficiency(efficiencyXenon1tEr, { flatUpTo: 210 })
    expectClose(xenon1t.at(2.1021), 0.75997, 1e-12)
    expectClose(xenon1t.at((2.1021 + 2.3123) / 2), (0.75997 + 0.80468) / 2, 1e-12)
    expect(xenon1t.at(100)).toBe(0.88927)
    expect(xenon1t.at(211)).toBe(0)
    const lz = tabulatedEfficiency(efficiencyLzEr, { logarithmic: true })
    expectClose(lz.at(Math.sqrt(2.002 * 2.1556)), (0.82358 + 0.88442) / 2, 1e-12)
    expect([lz.at(0.3), lz.at(28)]).toEqual([0, 0])
    expect(lz.breaks).toHaveLength(efficiencyLzEr.rows.length)
  })

  it('rise as COHERENT’s do', () => {
    const { at, breaks } = sigmoidEfficiency(1.3204, 0.28598, 10.865, -0.33332)
    expect(breaks).toHaveLength(1)
    expect([at(breaks[0] - 1), Math.abs(at(breaks[0]))]).toEqual([0, expect.closeTo(0, 12)])
    expectClose(at(200), 0.98708, 1e-12)
    expect(at(20)).toBeGreaterThan(at(19))
    // The data release and the points of the figure, above 6 photoelectrons
    const early = sigmoidEfficiency(0.6655, 0.4942, 10.8507)
    const points = tabulatedEfficiency(efficiencyCoherentCsi2017)
    for (const pe of [8, 10, 13, 16, 20, 30]) expect(Math.abs(early.at(pe) - points.at(pe))).toBeLessThan(0.015)
    expect(() => sigmoidEfficiency(1.5, 1, 10)).toThrow(expect.objectContaining({ field: 'efficiency' }))
  })

  it('are chances', () => {
    expect(constantEfficiency(0.75).at(3)).toBe(0.75)
    expect(() => constantEfficiency(1.5)).toThrow(expect.objectContaining({ field: 'efficiency' }))
  })
})

describe('a detector of perfect resolution', () => {
  const falling = (recoil: number) => 3 / (recoil + 0.4) ** 2

  it('counts what lies in its bins, kinks of the efficiency and steps of the rate included', () => {
    const efficiency = tabulatedEfficiency(efficiencyLzEr, { logarithmic: true })
    const breaks_keV = [4.8356, 5.1615, 5.5098]
    const stepping = (recoil: number) => falling(recoil) * (1 + breaks_keV.filter((edge) => recoil > edge).length)
    const edges = [1, 3, 4.9, 12, 30]
    const found = counts({ edges, observable: sharp(undefined, efficiency), recoils_keV: [1, 30], exposure_t_yr: 15, breaks_keV }, stepping)
    for (let b = 0; b < 4; b++) {
      const expected = integrate((recoil) => stepping(recoil) * efficiency.at(recoil), edges[b], edges[b + 1], {
        relTol: 1e-12,
        breaks: [...breaks_keV, ...efficiency.breaks],
      })
      expectClose(found[b], 15 * expected, 1e-10, `bin ${b}`)
    }
  })

  it('turns recoils into electron equivalents first', () => {
    const keVee = (recoil: number) => electronEquivalent(cenns10Quenching, recoil)
    const edges = [5, 10, 20]
    const found = counts({ edges, observable: sharp(keVee), recoils_keV: [1, 120], exposure_t_yr: 1 }, falling)
    // E_ee = 0.246 E + 7.8e-4 E² solved for E
    const recoil = (energy: number) => (-0.246 + Math.sqrt(0.246 ** 2 + 4 * 7.8e-4 * energy)) / (2 * 7.8e-4)
    const area = (lo: number, hi: number) => 3 / (lo + 0.4) - 3 / (hi + 0.4)
    for (let b = 0; b < 2; b++) expectClose(found[b], area(recoil(edges[b]), recoil(edges[b + 1])), 1e-11)
  })

  it('follows propagators of any mass: those of electrons and of xenon', () => {
    for (const target of [0.511e-3, 122]) {
      for (let exponent = -8; exponent <= 1; exponent++) {
        const knee_keV = 10 ** (2 * exponent) / (2e-6 * target)
        const [found] = counts({ edges: [0.3, 100], observable: sharp(), recoils_keV: [0.3, 100], exposure_t_yr: 1 }, (recoil) => {
          return 1 / (1 + recoil / knee_keV) ** 2
        })
        expectClose(found, 99.7 / ((1 + 0.3 / knee_keV) * (1 + 100 / knee_keV)), 1e-11, exponent)
      }
    }
  })

  it('keeps what an acceptance of the recoil energy keeps', () => {
    const options = { edges: [2, 30], observable: sharp(), recoils_keV: [2, 30] as const, exposure_t_yr: 1 }
    const [all] = counts(options, falling)
    expectClose(counts({ ...options, acceptance: constantEfficiency(0.75) }, falling)[0], 0.75 * all, 1e-14)
    const acceptance = tabulatedEfficiency(efficiencyXenon1tEr, { flatUpTo: 210 })
    const expected = integrate((recoil) => falling(recoil) * acceptance.at(recoil), 2, 30, { relTol: 1e-12, breaks: acceptance.breaks })
    expectClose(counts({ ...options, acceptance }, falling)[0], expected, 1e-10)
  })

  it('is linear, and adds to what is there', () => {
    const response = buildResponse({ edges: [2, 5, 30], observable: sharp(), recoils_keV: [2, 30], exposure_t_yr: 1 })
    const spectra = new Float64Array(2 * response.recoils_keV.length)
    response.recoils_keV.forEach((recoil, i) => {
      spectra[2 * i] = 1
      spectra[2 * i + 1] = falling(recoil)
    })
    const out = Float64Array.of(100, 0, 0, 0)
    addCounts(response, spectra, out, 2)
    expectClose(out[0], 103, 1e-13)
    expectClose(out[2], 25, 1e-13)
    expectClose(out[3], 3 / 5.4 - 3 / 30.4, 1e-11)
  })

  it('refuses what is no detector', () => {
    const options = { edges: [2, 30], observable: sharp(), recoils_keV: [2, 30] as const, exposure_t_yr: 1 }
    expect(() => buildResponse({ ...options, edges: [2] })).toThrow(expect.objectContaining({ field: 'edges' }))
    expect(() => buildResponse({ ...options, edges: [2, 2] })).toThrow(expect.objectContaining({ field: 'edges' }))
    expect(() => buildResponse({ ...options, recoils_keV: [0, 30] })).toThrow(expect.objectContaining({ field: 'recoils' }))
    expect(() => buildResponse({ ...options, exposure_t_yr: Number.NaN })).toThrow(expect.objectContaining({ field: 'exposure' }))
  })
})

describe('resolution', () => {
  // XENON1T's, in keV
  const sigma = (recoil: number) => 0.31 * Math.sqrt(recoil) + 0.0037 * recoil
  const blurred = gaussian((recoil) => recoil, sigma)

  it('Gaussian: shares are differences of the normal distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 100, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true }), (recoil, z) => {
        const low = recoil + z * sigma(recoil)
        const expected = normalCdf(z + 1.7) - normalCdf(z)
        expect(Math.abs(smeared(blurred).share(recoil, low, low + 1.7 * sigma(recoil)) - expected)).toBeLessThan(1e-12)
      }),
    )
  })

  it('Gaussian, with an efficiency: a double integral', () => {
    const efficiency = tabulatedEfficiency(efficiencyXenon1tEr, { flatUpTo: 210 })
    const rate = (recoil: number) => (recoil > 4.8356 ? 3 : 2) * (1 + 0.01 * recoil)
    const breaks_keV = [4.8356]
    const options = {
      edges: [1, 2, 3, 8],
      observable: smeared(blurred, efficiency),
      recoils_keV: [0.05, 30] as const,
      exposure_t_yr: 0.65,
      breaks_keV,
    }
    const found = counts(options, rate)
    for (let b = 0; b < 3; b++) {
      const inner = (seen: number) =>
        efficiency.at(seen) *
        integrate((recoil) => rate(recoil) * blurred.density(seen, recoil), 0.05, 30, {
          relTol: 1e-11,
          breaks: [0.2, 0.5, 1, 2, 4, ...breaks_keV, 8, 16],
        })
      const expected = integrate(inner, options.edges[b], options.edges[b + 1], { relTol: 1e-10, breaks: efficiency.breaks })
      expectClose(found[b], 0.65 * expected, 1e-8, `bin ${b}`)
    }
  })

  it('moves counts without losing them', () => {
    const edges = [0.5, 4, 5, 6, 7, 8, 40]
    const found = counts({ edges, observable: smeared(blurred), recoils_keV: [5, 7], exposure_t_yr: 1 }, () => 10)
    expectClose(
      found.reduce((sum, count) => sum + count),
      20,
      1e-10,
    )
    // symmetric but for σ, which grows with the energy
    expectClose(found[2], found[3], 0.1)
    expect(found[1]).toBeLessThan(found[2])
  })

  it('of one width everywhere loses no counts in a long window', () => {
    const observable = smeared(
      gaussian(
        (recoil) => recoil,
        () => 0.3,
      ),
    )
    const response = buildResponse({ edges: [40, 41, 42, 50], observable, recoils_keV: [0.5, 100], exposure_t_yr: 1 })
    const out = new Float64Array(3)
    addCounts(
      response,
      response.recoils_keV.map((recoil) => 1 + 0.1 * recoil),
      out,
    )
    // a straight line stays what it is
    ;[1 + 4.05, 1 + 4.15, 8 + 36.8].forEach((expected, b) => void expectClose(out[b], expected, 1e-9, b))
  })

  it('tends to a sharp detector', () => {
    const options = { edges: [2, 3, 30], recoils_keV: [1, 40] as const, exposure_t_yr: 1 }
    const rate = (recoil: number) => 1 / recoil
    const exact = counts({ ...options, observable: sharp() }, rate)
    const fine = counts(
      {
        ...options,
        observable: smeared(
          gaussian(
            (recoil) => recoil,
            (recoil) => 0.005 * recoil,
          ),
        ),
      },
      rate,
    )
    expectClose(fine[0], exact[0], 1e-4)
    expectClose(fine[1], exact[1], 1e-4)
  })

  it('photoelectrons: whole numbers, shares that sum to one, Poisson’s distribution', () => {
    const observable = photoelectrons((recoil) => 1.17 * recoil)
    for (const recoil of [0.5, 8, 30, 400]) {
      const mean = 1.17 * recoil
      expectClose(observable.share(recoil, 0, 1e4), 1, 1e-12)
      expect(Math.abs(observable.share(recoil, 6, 8) - (poissonCdf(7, mean) - poissonCdf(5, mean)))).toBeLessThan(1e-14)
      expectClose(observable.share(recoil, 5.5, 7.5), observable.share(recoil, 6, 8), 1e-15)
    }
    const half = photoelectrons((recoil) => 1.17 * recoil, { at: (pe) => (pe < 6 ? 0 : 0.5), breaks: [6] })
    expectClose(half.share(10, 0, 1e3), 0.5 * (1 - poissonCdf(5, 11.7)), 1e-12)
    // A flat spectrum of one per photoelectron fills every bin alike.
    const found = counts({ edges: [20, 21, 22, 30], observable, recoils_keV: [1e-3, 100], exposure_t_yr: 1 }, () => 1.17)
    expectClose(found[0], 1, 1e-9)
    expectClose(found[1], 1, 1e-9)
    expectClose(found[2], 8, 1e-9)
  })

  it('the gamma distribution of CsI: mean, width, incomplete gamma functions', () => {
    const energy = (recoil: number) => 0.09 * recoil
    const shape = (recoil: number) => 1 + 9.56 * energy(recoil)
    const spread = gammaSpread((recoil) => energy(recoil) / 0.0749, shape)
    const observable = smeared(spread)
    for (const recoil of [8, 15, 40]) {
      const [mean, k] = [energy(recoil) / 0.0749, shape(recoil)]
      const expected = gammaP(k, (k * 20) / mean) - gammaP(k, (k * 8) / mean)
      expect(Math.abs(observable.share(recoil, 8, 20) - expected)).toBeLessThan(1e-10)
      expectClose(
        integrate((x) => x * spread.density(x, recoil), 1e-9, 20 * mean, { relTol: 1e-10, breaks: [mean / 2, mean, 2 * mean] }),
        mean,
        1e-8,
      )
      expectClose(spread.sigma(recoil), mean / Math.sqrt(k), 1e-14)
    }
    expect(spread.density(-1, 10)).toBe(0)
  })
})
