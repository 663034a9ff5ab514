import { beforeAll, describe, expect, it } from 'vitest'
import { type Assumptions, assume } from '../../src/assumptions.ts'
import { ATOMIC_MASS_UNIT } from '../../src/constants.ts'
import { couplingRay } from '../../src/couplings/index.ts'
import { efficiencyCenns10 } from '../../src/data/efficiency-cenns10.ts'
import { efficiencyCoherentCsi2017 } from '../../src/data/efficiency-coherent-csi-2017.ts'
import { efficiencyXenon1tEr } from '../../src/data/efficiency-xenon1t-er.ts'
import {
  buildResponse,
  csi2017Quenching,
  csi2021Quenching,
  electronEquivalent,
  electronTarget,
  gammaSpread,
  lindhard,
  lindhardK,
  type Material,
  type NuclearTarget,
  nuclearTarget,
  type Observable,
  phononQuenching,
  photoelectrons,
  sharp,
  smeared,
  tabulatedEfficiency,
} from '../../src/detectors/index.ts'
import { defineModel, resolveModel } from '../../src/models/index.ts'
import { buildMoments, loadSun, PROMPT_ENERGY_MeV, type SolarMoments, sourceTails, stoppedPions } from '../../src/neutrinos/index.ts'
import { integrate } from '../../src/numerics/index.ts'
import {
  type ElectronScattering,
  electronRecoilRate,
  electronRecoilRates,
  electronScattering,
  electronScatteringAlong,
  greatestRecoils,
  type NuclearScattering,
  nuclearRecoilRates,
  nuclearScattering,
  nuclearScatteringAlong,
  POWERS,
  type RecoilCounts,
  recoilCounts,
  type ScatteringLine,
} from '../../src/processes/index.ts'
import { expectClose } from '../numerics/close.ts'

const OPTIONS = { weakMixing: 0.23122, interference: 'full' } as const
const NO_ELECTRONS: ElectronScattering = { neutrinos: [0, 0, 0], left: 0, right: 0 }
const NO_NUCLEI: NuclearScattering = { neutrinos: [0, 0, 0], proton: 0, neutron: 0 }

type Window = readonly [low_keV: number, high_keV: number]

function electronCounts(moments: SolarMoments, material: Material, window: Window, exposure_t_yr: number, boson = NO_ELECTRONS, mass = 1) {
  const target = electronTarget(material)
  const response = buildResponse({ edges: window, observable: sharp(), recoils_keV: window, exposure_t_yr, breaks_keV: target.breaks_keV })
  const out = new Float64Array(3)
  const tails = (least: number, tail: Float64Array) => moments.total(least, tail)
  recoilCounts(response, electronRecoilRates(target, tails, response.recoils_keV, OPTIONS)).add(boson, mass, out)
  return out
}

/** That calculation took A u for the mass of a nucleus, 7e-4 too much. */
function massesOfA(material: Material): NuclearTarget {
  const { nuclei } = nuclearTarget(material)
  return { material, nuclei: nuclei.map((one) => ({ ...one, mass_GeV: (one.protons + one.neutrons) * ATOMIC_MASS_UNIT })) }
}

function nuclearCounts(moments: SolarMoments, target: NuclearTarget, window: Window, exposure_t_yr: number, boson = NO_NUCLEI, mass = 1) {
  const response = buildResponse({ edges: window, observable: sharp(), recoils_keV: window, exposure_t_yr })
  const out = new Float64Array(3)
  const tails = (least: number, tail: Float64Array) => moments.total(least, tail)
  recoilCounts(response, nuclearRecoilRates(target, tails, response.recoils_keV, OPTIONS)).add(boson, mass, out)
  return out
}

describe('Standard Model counts in the detectors of amaral-2020, Table II, against an independent calculation', () => {
  const suns = {} as Record<Assumptions['solarModel'], SolarMoments>
  beforeAll(async () => {
    for (const solarModel of ['b16-gs98', 'b16-agss09'] as const)
      suns[solarModel] = buildMoments(await loadSun(assume('amaral-2020', { solarModel })))
  })

  it.each([
    ['b16-gs98', 'LZ', 'Xe', [2, 30], 15, 1237.7268301065722],
    ['b16-agss09', 'LZ', 'Xe', [2, 30], 15, 1236.0395501200671],
    ['b16-agss09', 'LZ, lower', 'Xe', [0.7, 30], 15, 1285.8667786778599],
    ['b16-agss09', 'DARWIN', 'Xe', [2, 30], 200, 16480.527334934228],
    ['b16-gs98', 'DARWIN, lower', 'Xe', [0.6, 30], 200, 17203.45957237133],
    ['b16-agss09', 'DARWIN, lower', 'Xe', [0.6, 30], 200, 17180.32169055348],
    ['b16-gs98', 'SuperCDMS iZIP', 'Ge', [0.12, 50], 0.75 * 0.056, 6.596928656828952],
    ['b16-gs98', 'DarkSide', 'Ar', [7, 50], 100, 13951.234564576573],
    ['b16-gs98', 'XENON1T', 'Xe', [2, 30], 0.6473, 53.412824],
  ] as const)('electron recoils, %s: %s', (sun, _, material, window, exposure, expected) => {
    expectClose(electronCounts(suns[sun], material, window, exposure)[0], expected, 3e-4)
  })

  it.each([
    ['b16-agss09', 'LZ', 'Xe', [0.7, 100], 15, 2361.1701507795924],
    ['b16-gs98', 'DARWIN', 'Xe', [0.6, 100], 200, 48056.606824817274],
    ['b16-agss09', 'DARWIN', 'Xe', [0.6, 100], 200, 39662.45831005932],
    ['b16-agss09', 'SuperCDMS iZIP', 'Ge', [0.272, 10.4], 0.75 * 0.056, 11.351711057267607],
  ] as const)('nuclear recoils, %s: %s', (sun, _, material, window, exposure, expected) => {
    expectClose(nuclearCounts(suns[sun], massesOfA(material), window, exposure)[0], expected, 1e-3)
    expectClose(nuclearCounts(suns[sun], nuclearTarget(material), window, exposure)[0], expected, 3e-3)
  })

  it('DarkSide and SuperCDMS HV count electrons in windows of nuclear recoils', () => {
    const [argon, germanium] = [lindhard(18, lindhardK(18, 39.948)), lindhard(32, lindhardK(32, 72.63))]
    const [low, high] = [0.6, 15].map((recoil) => electronEquivalent(argon, recoil))
    expectClose(electronCounts(suns['b16-gs98'], 'Ar', [low, high], 100)[0], 1379, 1e-3)
    expectClose(nuclearCounts(suns['b16-gs98'], massesOfA('Ar'), [0.6, 15], 100)[0], 16191, 2e-3)
    const [from, to] = [0.04, 2].map((recoil) => electronEquivalent(phononQuenching(germanium, 100, 2.96), recoil))
    expect(0.85 * electronCounts(suns['b16-gs98'], 'Ge', [from, to], 0.044)[0]).toBeLessThan(0.045)
    expectClose(0.85 * nuclearCounts(suns['b16-gs98'], massesOfA('Ge'), [0.04, 2], 0.044)[0], 18.2, 3e-3)
  })

  it('nuclear recoils above 3 keV in LZ: 0.57', () => {
    expectClose(0.5 * nuclearCounts(suns['b16-gs98'], massesOfA('Xe'), [3, 5.8], 15)[0], 0.5710517469145762, 0.01)
  })

  it('the two benchmarks of XENON1T: 1.6 and 155 events more', () => {
    const ray = couplingRay(resolveModel('mu-tau'), 0.015, assume())
    for (const [coupling, expected] of [
      [4.6e-4, 1.5941031],
      [1.4e-3, 154.5417],
    ]) {
      const boson = electronScattering(ray.at(coupling).couplingsAt(0))
      const [, linear, square] = electronCounts(suns['b16-gs98'], 'Xe', [2, 30], 0.6473, boson, 0.015)
      expectClose(linear + square, expected, 1e-3, coupling)
    }
  })

  it('limits on Lμ − Lτ follow from the three numbers of a mass: DARWIN, NR + ER, 380 events', () => {
    for (const [mass, expected] of [
      [0.001, 2.874779919452692e-5],
      [0.01, 0.0002392204962727847],
      [0.03, 0.000520297106543574],
      [0.1, 0.0015818319635798749],
    ]) {
      const unit = couplingRay(resolveModel('mu-tau'), mass, assume('default', { kineticMixing: 'loop-contact' })).at(1)
      const electrons = electronCounts(suns['b16-gs98'], 'Xe', [0.6, 30], 200, electronScattering(unit.couplingsAt(0)), mass)
      const nuclei = nuclearCounts(suns['b16-gs98'], massesOfA('Xe'), [0.6, 100], 200, nuclearScattering(unit), mass)
      const [linear, square] = [electrons[1] + nuclei[1], electrons[2] + nuclei[2]]
      const g2 = (-linear + Math.sqrt(linear ** 2 + 4 * square * 380.17899312429654)) / (2 * square)
      expectClose(Math.sqrt(g2), expected, 2e-3, mass)
    }
  })
})

describe('at a stopped-pion source', () => {
  const MASS = 37.22472417629867
  const efficiency = tabulatedEfficiency(efficiencyCenns10, { flatUpTo: 400 })
  const argon: NuclearTarget = {
    material: 'Ar',
    nuclei: nuclearTarget('Ar')
      .nuclei.slice(-1)
      .map((one) => ({ ...one, mass_GeV: MASS, perTonne: 1e3 / (MASS * 1.78266192163e-27) })),
  }
  const response = buildResponse({
    edges: [1, 160],
    observable: sharp(undefined, efficiency),
    recoils_keV: [1, 160],
    exposure_t_yr: 0.024,
    breaks_keV: greatestRecoils(argon, [PROMPT_ENERGY_MeV]),
  })
  const countsOf = (components: ReturnType<typeof stoppedPions>[number][]) =>
    recoilCounts(response, nuclearRecoilRates(argon, sourceTails(components), response.recoils_keV, OPTIONS))

  it.each([
    [0.08, 113.9319707260936],
    [0.09, 128.1734670668553],
  ])('CENNS-10 expects, at %f neutrinos of a kind per proton, %f events', (pionsPerProton, expected) => {
    const components = stoppedPions({ protonsPerYear: 1.37e23, pionsPerProton, distance_m: 27.5 })
    const out = new Float64Array(3)
    countsOf([...components]).add(NO_NUCLEI, 1, out)
    // thirty of its eighty points of efficiency
    expectClose(out[0], expected, 5e-4)
    // ν_μ, ν̄_μ and ν_e: 25.3, 52.1 and 36.5 of 113.9
    const parts = components.map((component) => {
      const part = new Float64Array(3)
      countsOf([component]).add(NO_NUCLEI, 1, part)
      return (part[0] * 113.9) / out[0]
    })
    ;[25.3, 52.1, 36.5].forEach((share, i) => void expect(Math.abs(parts[i] - share)).toBeLessThan(0.06))
  })

  it.each([
    [0.001, 0.00158299666533736, 69.89244772020467],
    [0.01, 0.0016972272655985507, 66.3065630968166],
    [0.1, 0.00514327801108438, 42.25064058703306],
  ])('Lμ − Lτ of %f GeV first takes events away: at g = %f, %f are left', (mass, coupling, least) => {
    const ray = couplingRay(resolveModel('mu-tau'), mass, assume('default', { kineticMixing: 'loop-contact' }))
    const [n0, n1, n2] = [new Float64Array(3)].map((out) => {
      countsOf([...stoppedPions({ protonsPerYear: 1.37e23, pionsPerProton: 0.09, distance_m: 27.5 })]).add(
        nuclearScattering(ray.at(1)),
        mass,
        out,
      )
      return out
    })[0]
    const g2 = -n1 / (2 * n2)
    expectClose(Math.sqrt(g2), coupling, 1e-4)
    expectClose(n0 + n1 * g2 + n2 * g2 * g2, least, 5e-4)
  })

  it('CsI: 173 ± 48 photoelectron by photoelectron in 2017, 341 ± 11 (from memory) in 2021', () => {
    const counts = (edges: readonly number[], observable: Observable, pot: number, pionsPerProton: number) => {
      const built = buildResponse({ edges, observable, recoils_keV: [0.5, 60], exposure_t_yr: 0.0146 })
      const tails = sourceTails(stoppedPions({ protonsPerYear: pot, pionsPerProton, distance_m: 19.3 }))
      const out = new Float64Array(3)
      recoilCounts(built, nuclearRecoilRates(nuclearTarget('CsI', 'klein-nystrand'), tails, built.recoils_keV, OPTIONS)).add(
        NO_NUCLEI,
        1,
        out,
      )
      return out[0]
    }
    const early = tabulatedEfficiency(efficiencyCoherentCsi2017, { flatUpTo: 1e3 })
    const light = (recoil: number) => 13.348 * electronEquivalent(csi2017Quenching, recoil)
    expectClose(counts([6, 30], photoelectrons(light, early), 1.76e23, 0.08), 173, 0.12)
    const late = { at: (x: number) => Math.max(0, 1.3204 / (1 + Math.exp(-0.28598 * (x - 10.865))) - 0.33332), breaks: [] }
    const energy = (recoil: number) => electronEquivalent(csi2021Quenching, recoil)
    const spread = gammaSpread(
      (recoil) => energy(recoil) / 0.0749,
      (recoil) => 1 + 9.56 * energy(recoil),
    )
    // Without the efficiency in time, some per cent
    expectClose(counts([8, 60], smeared(spread, late), 3.198e23, 0.0848), 341, 0.1)
  })
})

describe('recoil rates at fixed energies', () => {
  let moments: SolarMoments
  const tails = (least: number, out: Float64Array) => moments.total(least, out)
  beforeAll(async () => {
    moments = buildMoments(await loadSun(assume('amaral-2020')))
  })

  it('electrons: what one energy at a time gives, for every counting and chirality', () => {
    const recoils = Float64Array.of(0.01, 0.7, 5, 5.3, 40, 250, 700)
    const boson: ElectronScattering = { neutrinos: [1e-4, -3e-4, 2e-4], left: 3e-4, right: -2e-4 }
    const out = new Float64Array(21)
    for (const counting of ['free', 'recoil-step', 'neutrino-step'] as const) {
      for (const material of ['Xe', 'Ge', 'CsI', 'NaI', 'Si'] as const) {
        for (const options of [OPTIONS, { ...OPTIONS, antineutrino: true }, { ...OPTIONS, interference: 'none' as const }]) {
          const target = electronTarget(material, counting)
          electronRecoilRates(target, tails, recoils, options).terms(boson, 0.003, out)
          recoils.forEach((recoil, i) => {
            const expected = electronRecoilRate(target, moments, recoil, 0.003, boson, options)
            for (let t = 0; t < 3; t++) expectClose(out[3 * i + t], expected[t], 1e-11, `${material} ${counting} ${recoil} ${t}`)
          })
        }
      }
    }
  })

  it('counts are integrals over recoil energy, across binding energies and kinks of the efficiency', () => {
    const target = electronTarget('Xe')
    const efficiency = tabulatedEfficiency(efficiencyXenon1tEr, { flatUpTo: 210 })
    const edges = [1, 2, 6, 40]
    const response = buildResponse({
      edges,
      observable: sharp(undefined, efficiency),
      recoils_keV: [1, 40],
      exposure_t_yr: 0.65,
      breaks_keV: target.breaks_keV,
    })
    const boson: ElectronScattering = { neutrinos: [0, 1e-3, -1e-3], left: 1e-5, right: 1e-5 }
    for (const mass of [1e-6, 1e-3, 1]) {
      const out = new Float64Array(9)
      recoilCounts(response, electronRecoilRates(target, tails, response.recoils_keV, OPTIONS)).add(boson, mass, out)
      for (let b = 0; b < 3; b++) {
        for (let t = 0; t < 3; t++) {
          const rate = (recoil: number) => efficiency.at(recoil) * electronRecoilRate(target, moments, recoil, mass, boson, OPTIONS)[t]
          const breaks = [...target.breaks_keV, ...efficiency.breaks]
          expectClose(out[3 * b + t], 0.65 * integrate(rate, edges[b], edges[b + 1], { relTol: 1e-11, breaks }), 1e-9, `${mass} ${b} ${t}`)
        }
      }
    }
  })

  it('nuclear counts are integrals over recoil energy, of light and heavy mediators', () => {
    const target = { material: 'Ge', nuclei: nuclearTarget('Ge').nuclei.slice(3, 4) }
    const edges = (['8B', 'hep'] as const).flatMap((source) => {
      const spectrum = moments.sun.spectrum(source)
      return spectrum.kind === 'lines' ? [] : [...spectrum.edges_MeV]
    })
    const breaks = greatestRecoils(target, edges)
    const window = { edges: [0.3, 2, 12], observable: sharp(), recoils_keV: [0.3, 12] as const, exposure_t_yr: 0.05 }
    const [kinked, plain] = [buildResponse({ ...window, breaks_keV: breaks }), buildResponse(window)]
    const boson: NuclearScattering = { neutrinos: [1e-4, -3e-4, 2e-4], proton: 1e-4, neutron: 5e-5 }
    const one = new Float64Array(3)
    for (const mass of [1e-4, 0.02, 1]) {
      const [exact, close] = [kinked, plain].map((response) => {
        const out = new Float64Array(6)
        recoilCounts(response, nuclearRecoilRates(target, tails, response.recoils_keV, OPTIONS)).add(boson, mass, out)
        return out
      })
      for (const [b, [low, high]] of [[0, [0.3, 2]] as const, [1, [2, 12]] as const]) {
        for (let t = 0; t < 3; t++) {
          const rate = (recoil: number) => {
            nuclearRecoilRates(target, tails, Float64Array.of(recoil), OPTIONS).terms(boson, mass, one)
            return one[t]
          }
          const expected = 0.05 * integrate(rate, low, high, { relTol: 1e-12, maxIntervals: 3000, breaks })
          expectClose(exact[3 * b + t], expected, 1e-9, `${mass} ${b} ${t}`)
          expectClose(close[3 * b + t], expected, 1e-6, `${mass} ${b} ${t}, kinks ignored`)
        }
      }
    }
  })

  it('smeared counts do not lose any', () => {
    const target = nuclearTarget('CsI', 'klein-nystrand')
    const common = { recoils_keV: [0.05, 6] as const, exposure_t_yr: 1 }
    const seen = buildResponse({ ...common, edges: [0, 1, 2, 4, 8, 200], observable: photoelectrons((recoil) => 1.17 * recoil) })
    const all = buildResponse({ ...common, edges: [0.05, 6], observable: sharp() })
    const count = (response: typeof seen) => {
      const out = new Float64Array(3 * response.bins)
      recoilCounts(response, nuclearRecoilRates(target, tails, response.recoils_keV, OPTIONS)).add(NO_NUCLEI, 1, out)
      return out.filter((_, n) => n % 3 === 0).reduce((sum, counts) => sum + counts)
    }
    expectClose(count(seen), count(all), 1e-6)
  })

  it('adds electrons and nuclei into the same bins, and refuses another detector’s', () => {
    const window = { edges: [1, 5], recoils_keV: [1, 5] as const, observable: sharp(), exposure_t_yr: 1 }
    const response = buildResponse(window)
    const electrons = recoilCounts(response, electronRecoilRates(electronTarget('Xe'), tails, response.recoils_keV, OPTIONS))
    const rates = nuclearRecoilRates(nuclearTarget('Xe'), tails, response.recoils_keV, OPTIONS)
    const nuclei = recoilCounts(response, rates)
    const [both, first, second] = [new Float64Array(3), new Float64Array(3), new Float64Array(3)]
    electrons.add(NO_ELECTRONS, 1, both)
    nuclei.add(NO_NUCLEI, 1, both)
    electrons.add(NO_ELECTRONS, 1, first)
    nuclei.add(NO_NUCLEI, 1, second)
    expectClose(both[0], first[0] + second[0], 1e-15)
    expect(() => recoilCounts(buildResponse(window), rates)).toThrow(expect.objectContaining({ field: 'response' }))
  })
})

describe('counts along a line of couplings', () => {
  const MODELS = [
    defineModel({ id: 'Le−Lμ with ε', charges: 'Le-Lmu', kineticMixing: { epsilon: 2e-4 } }),
    defineModel({ id: 'B−3Le with sin β', charges: 'B-3Le', massMixing: 1e-4 }),
    resolveModel('bernal:c=-0.1,epsilon=1e-4'),
    resolveModel('b-l'),
  ]
  const COUPLINGS = [1e-9, 1e-6, 1e-5, 1e-4, 3e-3, 0.1]
  const tails = sourceTails(stoppedPions({ protonsPerYear: 1.5e23, pionsPerProton: 0.08, distance_m: 28.4 }))

  it.each(MODELS.flatMap((model) => ([1e-3, 0.05, 10] as const).map((mass) => [model.id, mass, model] as const)))(
    '%s, %d GeV: one polynomial gives those of every coupling, with interference and without',
    (_, mass, model) => {
      const ray = couplingRay(model, mass, assume())
      const expectSame = <Scattering>(
        counts: RecoilCounts<Scattering>,
        line: ScatteringLine<Scattering>,
        scatteringAt: (coupling: number) => Scattering,
      ): void => {
        const polynomials = new Float64Array(POWERS * counts.bins)
        counts.addAlong(line, mass, polynomials)
        for (const coupling of COUPLINGS) {
          const terms = new Float64Array(3 * counts.bins)
          counts.add(scatteringAt(coupling), mass, terms)
          for (let b = 0; b < counts.bins; b++) {
            const found = polynomials.subarray(POWERS * b, POWERS * (b + 1)).reduceRight((sum, n) => sum * coupling + n, 0)
            expectClose(found, terms[3 * b] + terms[3 * b + 1] + terms[3 * b + 2], 1e-11, `${coupling}, bin ${b}`)
          }
        }
      }
      for (const interference of ['full', 'none'] as const) {
        const options = { weakMixing: 0.23122, interference }
        const seen = { edges: [20, 60, 200], observable: sharp(), recoils_keV: [20, 200], exposure_t_yr: 1 } as const
        const response = buildResponse(seen)
        expectSame(
          recoilCounts(response, electronRecoilRates(electronTarget('Xe'), tails, response.recoils_keV, options)),
          electronScatteringAlong(ray),
          (coupling) => electronScattering(ray.at(coupling).couplingsAt(0)),
        )
        expectSame(
          recoilCounts(response, nuclearRecoilRates(nuclearTarget('Ar'), tails, response.recoils_keV, options)),
          nuclearScatteringAlong(ray),
          (coupling) => nuclearScattering(ray.at(coupling)),
        )
      }
    },
  )
})
