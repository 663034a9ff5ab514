import { M_MUON } from '../../src/constants.ts'
import { gaussLegendre } from '../../src/numerics/index.ts'

/** A complex 4×4 matrix: real parts, then imaginary parts. */
type Matrix = Float64Array

const zero = (): Matrix => new Float64Array(32)
const matrix = (real: readonly number[], imaginary: readonly number[] = new Array(16).fill(0)): Matrix =>
  Float64Array.from([...real, ...imaginary])
/** Dirac matrices in the Dirac representation. */
const GAMMA = [
  matrix([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0, 0, 0, 0, -1]),
  matrix([0, 0, 0, 1, 0, 0, 1, 0, 0, -1, 0, 0, -1, 0, 0, 0]),
  matrix(new Array(16).fill(0), [0, 0, 0, -1, 0, 0, 1, 0, 0, 1, 0, 0, -1, 0, 0, 0]),
  matrix([0, 0, 1, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0, 1, 0, 0]),
]
const GAMMA5 = matrix([0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0])
const ONE = matrix([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])

function times(a: Matrix, b: Matrix): Matrix {
  const c = zero()
  for (let i = 0; i < 4; i++)
    for (let k = 0; k < 4; k++) {
      const [re, im] = [a[4 * i + k], a[16 + 4 * i + k]]
      if (re === 0 && im === 0) continue
      for (let j = 0; j < 4; j++) {
        c[4 * i + j] += re * b[4 * k + j] - im * b[16 + 4 * k + j]
        c[16 + 4 * i + j] += re * b[16 + 4 * k + j] + im * b[4 * k + j]
      }
    }
  return c
}
const product = (...matrices: readonly Matrix[]): Matrix => matrices.reduce(times)
const combine = (...terms: readonly (readonly [number, Matrix])[]): Matrix => {
  const sum = zero()
  for (const [factor, term] of terms) for (let i = 0; i < 32; i++) sum[i] += factor * term[i]
  return sum
}
const adjoint = (m: Matrix): Matrix => {
  const a = zero()
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < 4; j++) {
      a[4 * i + j] = m[4 * j + i]
      a[16 + 4 * i + j] = -m[16 + 4 * j + i]
    }
  return product(GAMMA[0], a, GAMMA[0])
}
const trace = (m: Matrix): number => m[0] + m[5] + m[10] + m[15]

type Vector = readonly [number, number, number, number]
const slash = (p: Vector): Matrix => combine([p[0], GAMMA[0]], [-p[1], GAMMA[1]], [-p[2], GAMMA[2]], [-p[3], GAMMA[3]])
const dot = (p: Vector, q: Vector): number => p[0] * q[0] - p[1] * q[1] - p[2] * q[2] - p[3] * q[3]
const minus = (p: Vector, q: Vector): Vector => [p[0] - q[0], p[1] - q[1], p[2] - q[2], p[3] - q[3]]

interface Tensor {
  transverse: number
  longitudinal: number
}

/**
 * Spin sums of $\gamma V^*\to\mu^+\mu^-$ over e², with explicit matrices in the pair's rest frame, over the two-body phase space: the mean over
 * transverse photons of what transverse (mean) and longitudinal currents of virtuality Q² give. For a test of closed forms.
 */
export function pairTensors(squaredMass: number, virtuality: number, points: number): { vector: Tensor; axial: Tensor } {
  const w = Math.sqrt(squaredMass)
  const photon = (squaredMass + virtuality) / (2 * w)
  const q: Vector = [photon, 0, 0, photon]
  const l: Vector = [w - photon, 0, 0, -photon]
  const [ex, ey]: Vector[] = [
    [0, 1, 0, 0],
    [0, 0, 1, 0],
  ]
  const [root, ql] = [Math.sqrt(virtuality), dot(q, l)]
  const long = q.map((value, i) => (value * root) / ql + l[i] / root) as unknown as Vector
  const beta = Math.sqrt(1 - (4 * M_MUON ** 2) / squaredMass)
  const { nodes, weights } = gaussLegendre(points)
  const rapidity = Math.atanh(beta)
  const result = { vector: { transverse: 0, longitudinal: 0 }, axial: { transverse: 0, longitudinal: 0 } }
  for (let i = 0; i < points; i++) {
    const t = Math.tanh(rapidity * nodes[i])
    const cosine = t / beta
    const sine = Math.sqrt(1 - cosine * cosine)
    const weight = (weights[i] * ((rapidity * (1 - t * t)) / beta) * beta) / (16 * Math.PI)
    const minusMuon: Vector = [w / 2, (w * beta * sine) / 2, 0, (w * beta * cosine) / 2]
    const plusMuon: Vector = [w / 2, (-w * beta * sine) / 2, 0, (-w * beta * cosine) / 2]
    const first = combine([1, slash(minus(minusMuon, q))], [M_MUON, ONE])
    const second = combine([1, slash(minus(q, plusMuon))], [M_MUON, ONE])
    const [outMinus, outPlus] = [combine([1, slash(minusMuon)], [M_MUON, ONE]), combine([1, slash(plusMuon)], [-M_MUON, ONE])]
    for (const [name, vertex] of [
      ['vector', ONE],
      ['axial', GAMMA5],
    ] as const) {
      const squared = (polarisation: Vector, current: Vector): number => {
        const amplitude = combine(
          [-0.5 / dot(minusMuon, q), product(slash(polarisation), first, slash(current), vertex)],
          [-0.5 / dot(plusMuon, q), product(slash(current), vertex, second, slash(polarisation))],
        )
        return trace(product(outMinus, amplitude, outPlus, adjoint(amplitude)))
      }
      for (const polarisation of [ex, ey]) {
        result[name].transverse += (weight * (squared(polarisation, ex) + squared(polarisation, ey))) / 4
        result[name].longitudinal += (weight * squared(polarisation, long)) / 2
      }
    }
  }
  return result
}
