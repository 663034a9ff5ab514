import { describe, expect, it } from 'vitest'
import { E_CHARGE, M_Z, SIN2_WEINBERG } from '../../src/constants.ts'
import { left, right } from '../../src/couplings/coupling.ts'
import { kineticMixingCoupling, massMixingCoupling } from '../../src/couplings/mass-mixing.ts'
import { ELECTRIC, FERMIONS } from '../../src/models/index.ts'
import { hermitianEigen3 } from '../../src/numerics/index.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const COS2 = 1 - SIN2_WEINBERG
const COS = Math.sqrt(COS2)
const G_Z = E_CHARGE / Math.sqrt(SIN2_WEINBERG * COS2)

/**
 * Exact mixing of (B, W₃, X): kinetic matrix with an off-diagonal ε_Y, mass matrix of the standard Higgs and m_X. Returns the mass of the X-like
 * state and what it couples to: weights of hypercharge and of T₃.
 */
function diagonalise(mX: number, epsilonY: number) {
  const [gPrime, g] = [E_CHARGE / COS, E_CHARGE / Math.sqrt(SIN2_WEINBERG)]
  const scale = M_Z ** 2 / (g * g + gPrime * gPrime)
  const m = [scale * gPrime * gPrime, -scale * g * gPrime, 0, -scale * g * gPrime, scale * g * g, 0, 0, 0, mX * mX]
  // fields = T (canonical ones) with Tᵀ K T = 1
  const root = Math.sqrt(1 - epsilonY * epsilonY)
  const t = [1, 0, -epsilonY / root, 0, 1, 0, 0, 0, 1 / root]
  const at = (a: readonly number[], i: number, j: number) => a[3 * i + j]
  const canonical = Float64Array.from({ length: 9 }, (_, n) => {
    let sum = 0
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) sum += at(t, i, Math.floor(n / 3)) * at(m, i, j) * at(t, j, n % 3)
    return sum
  })
  const [values, vectors] = [new Float64Array(3), new Float64Array(9)]
  hermitianEigen3(canonical, new Float64Array(9), values, vectors, new Float64Array(9))
  let k = 0
  for (let i = 1; i < 3; i++) if (Math.abs(vectors[6 + i]) > Math.abs(vectors[6 + k])) k = i
  const field = (i: number) => Math.sign(vectors[6 + k]) * [0, 1, 2].reduce((sum, j) => sum + at(t, i, j) * vectors[3 * j + k], 0)
  return { mass: Math.sqrt(values[k]), hypercharge: gPrime * field(0), isospin: g * field(1) }
}

describe('mixing with photon and Z', () => {
  it.each([10, 50, 80, 105, 200, 1000])('at %f GeV is the first order of the exact diagonalisation, for every fermion', (mX) => {
    const epsilonY = 1e-5
    const { mass, hypercharge, isospin } = diagonalise(mX, epsilonY)
    for (const fermion of FERMIONS) {
      const { charge, isospin: t3 } = ELECTRIC[fermion]
      const coupling = kineticMixingCoupling(fermion, mass)
      const exactLeft = hypercharge * (charge - t3) + isospin * t3
      const isNeutrino = fermion.startsWith('nu')
      expect(relative(epsilonY * COS * (isNeutrino ? coupling.vector : left(coupling)), exactLeft)).toBeLessThan(1e-6)
      if (!isNeutrino) expect(relative(epsilonY * COS * right(coupling), hypercharge * charge)).toBeLessThan(1e-6)
    }
  })

  // e_L, e_R, ν_L for ε_Y = 1e-5
  it.each([
    [0.1, 2.655149e-6, 2.655146e-6, -2.076756e-12],
    [10, 2.666447e-6, 2.645427e-6, -2.102033e-8],
    [50, 3.054228e-6, 2.311835e-6, -7.423924e-7],
    [200, 1.483243e-6, 3.663287e-6, 2.180044e-6],
  ])('at %f GeV reproduces coy-2021 eqs. (2.4)–(2.6)', (mass, eL, eR, nuL) => {
    const epsilon = 1e-5 * COS
    const e = kineticMixingCoupling('e', mass)
    expect(relative(epsilon * left(e), eL)).toBeLessThan(1e-6)
    expect(relative(epsilon * right(e), eR)).toBeLessThan(1e-6)
    expect(relative(epsilon * kineticMixingCoupling('nu_e', mass).vector, nuL)).toBeLessThan(1e-6)
  })

  it('equals eqs. (2.4)–(2.6) as printed, mass mixing included', () => {
    const [epsilon, sine, mass] = [2e-4, 3e-4, 37]
    const r = (mass / M_Z) ** 2
    const total = (f: 'mu' | 'nu_mu', side: typeof left) =>
      epsilon * side(kineticMixingCoupling(f, mass)) + sine * side(massMixingCoupling(f))
    const printed = {
      left: (epsilon * E_CHARGE * (1 - r / (2 * COS2))) / (1 - r) + 0.5 * G_Z * (2 * SIN2_WEINBERG - 1) * sine,
      right: (epsilon * E_CHARGE * (1 - r / COS2)) / (1 - r) + G_Z * SIN2_WEINBERG * sine,
      neutrino: (epsilon * E_CHARGE * (-r / (2 * COS2))) / (1 - r) + 0.5 * G_Z * sine,
    }
    expect(relative(total('mu', left), printed.left)).toBeLessThan(1e-13)
    expect(relative(total('mu', right), printed.right)).toBeLessThan(1e-13)
    expect(relative(total('nu_mu', left), printed.neutrino)).toBeLessThan(1e-13)
  })

  it('is photon-like for light bosons and couples heavy ones to hypercharge', () => {
    for (const fermion of ['e', 'u', 'b'] as const) {
      const light = kineticMixingCoupling(fermion, 1e-3)
      expect(relative(light.vector, -E_CHARGE * ELECTRIC[fermion].charge)).toBeLessThan(1e-8)
      expect(Math.abs(light.axial)).toBeLessThan(1e-9)
    }
    const e = kineticMixingCoupling('e', 1e6)
    const nu = kineticMixingCoupling('nu_e', 1e6).vector
    expect(relative(right(e) / nu, 2)).toBeLessThan(1e-7)
    expect(relative(left(e) / nu, 1)).toBeLessThan(1e-7)
  })

  it('with the Z is vector–axial like the Z', () => {
    const { vector, axial } = massMixingCoupling('u')
    expect(relative(vector, G_Z * (0.25 - (2 / 3) * SIN2_WEINBERG))).toBeLessThan(1e-13)
    expect(relative(axial, -G_Z / 4)).toBeLessThan(1e-13)
  })
})
