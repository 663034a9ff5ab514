import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { HBARC_GEV_CM, YEAR_S } from '../../src/constants.ts'
import { electronTarget, nuclearTarget } from '../../src/detectors/index.ts'
import { buildDensityMoments, type Complex3x3, loadSun, type Sun } from '../../src/neutrinos/index.ts'
import { integrate } from '../../src/numerics/index.ts'
import {
  type DensityTails,
  eigenstateTails,
  electronRecoilRates,
  electronRecoilRatesOfStates,
  minimumEnergy,
  nuclearRecoilRates,
  nuclearRecoilTerms,
  nuclearRecoilTermsOfState,
  recoilTerms,
  recoilTermsOfState,
  type ScatteringOptions,
  stateCouplings,
} from '../../src/processes/index.ts'
import { expectClose } from '../numerics/close.ts'

const OPTIONS: ScatteringOptions = { weakMixing: 0.23122, interference: 'full' }
const VARIANTS: readonly ScatteringOptions[] = [OPTIONS, { ...OPTIONS, antineutrino: true }, { ...OPTIONS, interference: 'none' }]
const [ARGON] = nuclearTarget('Ar').nuclei.slice(-1)

/** Hermitian, from nine numbers: ee, eμ, eτ, μμ, μτ, ττ, and the imaginary parts of eμ, eτ, μτ. */
const hermitian = (x: readonly number[]): Complex3x3 => ({
  re: Float64Array.of(x[0], x[1], x[2], x[1], x[3], x[4], x[2], x[4], x[5]),
  im: Float64Array.of(0, x[6], x[7], -x[6], 0, x[8], -x[7], -x[8], 0),
})
const diagonal = (e: number, mu: number, tau: number): Complex3x3 => hermitian([e, 0, 0, mu, 0, tau, 0, 0, 0])
const numbers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 })
const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0)

/** |ψ⟩⟨ψ| from three complex numbers. */
function pure(re: readonly number[], im: readonly number[]): Complex3x3 {
  const state = { re: new Float64Array(9), im: new Float64Array(9) }
  for (let n = 0; n < 9; n++) {
    const [a, b] = [Math.floor(n / 3), n % 3]
    state.re[n] = re[a] * re[b] + im[a] * im[b]
    state.im[n] = im[a] * re[b] - re[a] * im[b]
  }
  return state
}

describe('couplings that change flavour', () => {
  it('diagonal ones are sums over flavours', () => {
    fc.assert(
      fc.property(numbers, numbers, (p, c) => {
        const { mean, meanSquare } = stateCouplings(hermitian(p), diagonal(c[0], c[1], c[2]))
        expect(Math.abs(mean - (p[0] * c[0] + p[3] * c[1] + p[5] * c[2]))).toBeLessThan(1e-14)
        expect(Math.abs(meanSquare - (p[0] * c[0] ** 2 + p[3] * c[1] ** 2 + p[5] * c[2] ** 2))).toBeLessThan(1e-14)
      }),
    )
  })

  it('a pure state: ⟨ψ|C|ψ⟩ and the norm of C|ψ⟩', () => {
    fc.assert(
      fc.property(numbers, numbers, (v, c) => {
        const [re, im] = [v.slice(0, 3), v.slice(3, 6)]
        const state = pure(re, im)
        const matrix = hermitian(c)
        let [mean, square] = [0, 0]
        for (let a = 0; a < 3; a++) {
          let [x, y] = [0, 0]
          for (let b = 0; b < 3; b++) {
            x += matrix.re[3 * a + b] * re[b] - matrix.im[3 * a + b] * im[b]
            y += matrix.re[3 * a + b] * im[b] + matrix.im[3 * a + b] * re[b]
          }
          mean += re[a] * x + im[a] * y
          square += x * x + y * y
        }
        const found = stateCouplings(state, matrix)
        expect(Math.abs(found.mean - mean)).toBeLessThan(1e-13)
        expect(Math.abs(found.meanSquare - square)).toBeLessThan(1e-13)
      }),
    )
  })
})

describe('one recoil of a state', () => {
  const boson = { left: 3e-4, right: -1e-4 }
  const nucleons = { proton: 2e-4, neutron: 1e-4 }

  it('of one flavour, with diagonal couplings, is that of the flavour', () => {
    for (const options of VARIANTS) {
      for (const flavour of [0, 1, 2] as const) {
        const state = diagonal(flavour === 0 ? 1 : 0, flavour === 1 ? 1 : 0, flavour === 2 ? 1 : 0)
        const [c, C] = [[1e-3, -2e-3, 5e-4] as const, diagonal(1e-3, -2e-3, 5e-4)]
        const electron = recoilTermsOfState(state, 5e-3, 1e-3, 0.02, C, boson, options)
        const nucleus = nuclearRecoilTermsOfState(state, 0.03, 1e-5, ARGON, 0.02, C, nucleons, options)
        recoilTerms(flavour, 5e-3, 1e-3, 0.02, { neutrinos: c, ...boson }, options).forEach(
          (term, n) => void expectClose(electron[n], term, 1e-12),
        )
        nuclearRecoilTerms(flavour, 0.03, 1e-5, ARGON, 0.02, { neutrinos: c, ...nucleons }, options).forEach(
          (term, n) => void expectClose(nucleus[n], term, 1e-12),
        )
      }
    }
  })

  it('is the sum over flavours of the outgoing neutrino, |⟨β|G₁|ψ⟩|² and so on', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.constantFrom(...VARIANTS.slice(0, 2)), (v, c, options) => {
        const [energy, recoil, mass] = [2e-3, 0.9e-3, 5e-4]
        const [re, im, C] = [v.slice(0, 3), v.slice(3, 6), hermitian(c.map((x) => 1e-5 * x))]
        const unit = 1 / (2 * Math.SQRT2 * 1.1663787e-5 * (2 * 0.51099895069e-3 * recoil + mass ** 2))
        const [slow, flip] = [(1 - recoil / energy) ** 2, (0.51099895069e-3 * recoil) / energy ** 2]
        const s = 0.23122
        let expected = 0
        for (let b = 0; b < 3; b++) {
          let [x, y] = [0, 0]
          for (let a = 0; a < 3; a++) {
            x += C.re[3 * b + a] * re[a] - C.im[3 * b + a] * im[a]
            y += C.re[3 * b + a] * im[a] + C.im[3 * b + a] * re[a]
          }
          const d = s - 0.5 + (b === 0 ? 1 : 0)
          const g1 = [d * re[b] + unit * boson.left * x, d * im[b] + unit * boson.left * y]
          const g2 = [s * re[b] + unit * boson.right * x, s * im[b] + unit * boson.right * y]
          const [first, second] = options.antineutrino ? [g2, g1] : [g1, g2]
          expected += first[0] ** 2 + first[1] ** 2 + (second[0] ** 2 + second[1] ** 2) * slow - (g1[0] * g2[0] + g1[1] * g2[1]) * flip
        }
        const found = recoilTermsOfState(pure(re, im), energy, recoil, mass, C, boson, options)
        const prefactor = (2 * 1.1663787e-5 ** 2 * 0.51099895069e-3) / Math.PI
        expect(Math.abs(sum(found) - prefactor * expected)).toBeLessThan(1e-12 * prefactor * (1 + expected))
        expect(sum(found)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('ν_e that turn into ν_μ do not interfere, on nuclei or electrons', () => {
    const C = hermitian([0, 3e-4, 0, 0, 0, 0, 4e-4, 0, 0])
    const nucleus = nuclearRecoilTermsOfState(diagonal(1, 0, 0), 0.03, 1e-5, ARGON, 0.03, C, nucleons, OPTIONS)
    const electron = recoilTermsOfState(diagonal(1, 0, 0), 5e-3, 1e-3, 0.03, C, boson, OPTIONS)
    expect([Math.abs(nucleus[1]), Math.abs(electron[1])]).toEqual([0, 0])
    const alike = { neutrinos: [5e-4, 0, 0] as const, ...boson, ...nucleons }
    expectClose(nucleus[2], nuclearRecoilTerms(0, 0.03, 1e-5, ARGON, 0.03, alike, OPTIONS)[2], 1e-12)
    expectClose(electron[2], recoilTerms(0, 5e-3, 1e-3, 0.03, alike, OPTIONS)[2], 1e-12)
  })

  it('beyond the greatest recoil is nothing', () => {
    expect(recoilTermsOfState(diagonal(1, 0, 0), 1e-3, 0.9e-3, 1, diagonal(1, 1, 1), boson, OPTIONS)).toEqual([0, 0, 0])
    expect(() => recoilTermsOfState(diagonal(1, 0, 0), 1e-3, 1e-4, 0, diagonal(1, 1, 1), boson, OPTIONS)).toThrow('mass')
  })
})

describe('recoils of solar neutrinos by couplings that change flavour', () => {
  let sun: Sun
  let density: DensityTails
  let boron: DensityTails
  beforeAll(async () => {
    sun = await loadSun(assume())
    const { diagonal: d, real, imaginary } = buildDensityMoments(sun)
    density = { diagonal: d.total, real: real.total, imaginary: imaginary.total }
    const only = (one: typeof d) => (least: number, out: Float64Array) => one.tail('8B', least, out)
    boron = { diagonal: only(d), real: only(real), imaginary: only(imaginary) }
  })
  const C = hermitian([1e-3, 4e-4, -7e-4, -5e-4, 3e-4, 8e-4, 2e-4, -1e-4, 6e-4])
  const electrons = { left: 2e-5, right: -1e-5 }
  const nucleons = { proton: 3e-5, neutron: 1e-5 }

  it('are those of flavours where the couplings are diagonal', () => {
    const recoils = Float64Array.of(0.5, 6, 100)
    const [found, expected] = [new Float64Array(9), new Float64Array(9)]
    for (const options of VARIANTS) {
      for (const counting of ['recoil-step', 'neutrino-step'] as const) {
        const target = electronTarget('Xe', counting)
        electronRecoilRatesOfStates(target, density, diagonal(1e-3, -2e-3, 5e-4), recoils, options).terms(electrons, 0.003, found)
        electronRecoilRates(target, density.diagonal, recoils, options).terms(
          { neutrinos: [1e-3, -2e-3, 5e-4], ...electrons },
          0.003,
          expected,
        )
        found.forEach((term, n) => void expectClose(term, expected[n], 1e-11, n))
      }
    }
    const { tails, neutrinos } = eigenstateTails(density, diagonal(1e-3, -2e-3, 5e-4))
    nuclearRecoilRates(nuclearTarget('Xe'), tails, recoils, OPTIONS).terms({ neutrinos, ...nucleons }, 0.003, found)
    nuclearRecoilRates(nuclearTarget('Xe'), density.diagonal, recoils, OPTIONS).terms(
      { neutrinos: [1e-3, -2e-3, 5e-4], ...nucleons },
      0.003,
      expected,
    )
    found.forEach((term, n) => void expectClose(term, expected[n], 1e-11, n))
  })

  it('are integrals of the cross section over the spectrum and the density matrix', () => {
    const spectrum = sun.spectrum('8B')
    if (spectrum.kind === 'lines') throw new Error('lines')
    const edges = [...spectrum.edges_MeV]
    const rho = { re: new Float64Array(9), im: new Float64Array(9) }
    const integral = (least: number, section: (energy_GeV: number) => number) =>
      integrate(
        (energy) => {
          sun.densityInto('8B', energy, { perElectron: [0, 0, 0], perNeutron: [0, 0, 0] }, rho)
          return spectrum.density(energy) * section(1e-3 * energy)
        },
        least * (1 + 1e-15),
        edges[edges.length - 1],
        { relTol: 1e-11, breaks: edges, maxIntervals: 5000 },
      ) *
      sun.flux('8B') *
      HBARC_GEV_CM ** 2 *
      1e-6 *
      YEAR_S
    const found = new Float64Array(3)
    const { tails, neutrinos } = eigenstateTails(boron, C)
    nuclearRecoilRates({ material: 'Ar', nuclei: [ARGON] }, tails, Float64Array.of(2), OPTIONS).terms(
      { neutrinos, ...nucleons },
      0.01,
      found,
    )
    for (const n of [0, 1, 2]) {
      const section = (energy: number) => nuclearRecoilTermsOfState(rho, energy, 2e-6, ARGON, 0.01, C, nucleons, OPTIONS)[n]
      expectClose(found[n], ARGON.perTonne * integral(1e3 * minimumEnergy(2e-6, ARGON.mass_GeV), section), 1e-8, n)
    }
    const target = electronTarget('Ar', 'free')
    const perTonne = target.shells.reduce((all, shell) => all + shell.electronsPerTonne, 0)
    electronRecoilRatesOfStates(target, boron, C, Float64Array.of(500), OPTIONS).terms(electrons, 0.01, found)
    for (const n of [0, 1, 2]) {
      const section = (energy: number) => recoilTermsOfState(rho, energy, 5e-4, 0.01, C, electrons, OPTIONS)[n]
      expectClose(found[n], perTonne * integral(1e3 * minimumEnergy(5e-4), section), 1e-8, n)
    }
  })
})
