import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { hermitianEigen3 } from '../../src/numerics/index.ts'
import { expectClose } from './close.ts'

interface Matrix {
  readonly re: Float64Array
  readonly im: Float64Array
}

/** A Hermitian matrix from its diagonal and upper triangle. */
function hermitian(diagonal: readonly number[], upper: readonly (readonly [number, number])[]): Matrix {
  const [[ar, ai], [br, bi], [cr, ci]] = upper
  return {
    re: Float64Array.of(diagonal[0], ar, br, ar, diagonal[1], cr, br, cr, diagonal[2]),
    im: Float64Array.of(0, ai, bi, -ai, 0, ci, -bi, -ci, 0),
  }
}

function solve({ re, im }: Matrix): { values: Float64Array; vectors: Matrix } {
  const values = new Float64Array(3)
  const vectors = { re: new Float64Array(9), im: new Float64Array(9) }
  hermitianEigen3(re, im, values, vectors.re, vectors.im)
  return { values, vectors }
}

/** A B†, or A diag(d) B†. */
function timesDagger(a: Matrix, b: Matrix, d: ArrayLike<number> = [1, 1, 1]): Matrix {
  const out = { re: new Float64Array(9), im: new Float64Array(9) }
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      for (let k = 0; k < 3; k++) {
        out.re[3 * i + j] += d[k] * (a.re[3 * i + k] * b.re[3 * j + k] + a.im[3 * i + k] * b.im[3 * j + k])
        out.im[3 * i + j] += d[k] * (a.im[3 * i + k] * b.re[3 * j + k] - a.re[3 * i + k] * b.im[3 * j + k])
      }
    }
  }
  return out
}

const IDENTITY = { re: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), im: new Float64Array(9) }

function distance(a: Matrix, b: Matrix): number {
  let worst = 0
  for (let i = 0; i < 9; i++) worst = Math.max(worst, Math.abs(a.re[i] - b.re[i]), Math.abs(a.im[i] - b.im[i]))
  return worst
}

/** Ascending eigenvalues, unitary eigenvectors, A = V diag(λ) V†. */
function expectSolved(matrix: Matrix): Float64Array {
  const { values, vectors } = solve(matrix)
  const size = Math.max(...matrix.re.map(Math.abs), ...matrix.im.map(Math.abs))
  expect(values[0]).toBeLessThanOrEqual(values[1])
  expect(values[1]).toBeLessThanOrEqual(values[2])
  expect(distance(timesDagger(vectors, vectors), IDENTITY)).toBeLessThan(4e-15)
  expect(distance(timesDagger(vectors, vectors, values), matrix)).toBeLessThanOrEqual(1e-14 * size)
  return values
}

/** Numbers of either sign, zero and small ones included, whose products with 1e-14 and 1e-40 do not underflow. */
const entry = fc.double({ min: -1, max: 1, noNaN: true }).map((x) => (Math.abs(x) < 1e-200 ? 0 : x))
const pair = fc.tuple(entry, entry)
const anyHermitian = fc.tuple(fc.tuple(entry, entry, entry), fc.tuple(pair, pair, pair)).map(([d, u]) => hermitian(d, u))

describe('hermitianEigen3', () => {
  it('solves any matrix: V unitary, A = V diag(λ) V†, λ ascending, trace kept', () => {
    fc.assert(
      fc.property(anyHermitian, (matrix) => {
        const values = expectSolved(matrix)
        expect(Math.abs(values[0] + values[1] + values[2] - matrix.re[0] - matrix.re[4] - matrix.re[8])).toBeLessThan(1e-14)
      }),
      { numRuns: 500 },
    )
  })

  it('solves matrices whose elements span many decades', () => {
    const exponent = fc.integer({ min: -20, max: 20 })
    fc.assert(
      fc.property(anyHermitian, fc.tuple(exponent, exponent, exponent), (matrix, powers) => {
        const scaled = { re: matrix.re.slice(), im: matrix.im.slice() }
        for (let i = 0; i < 9; i++) {
          const scale = 10 ** (powers[Math.floor(i / 3)] + powers[i % 3])
          scaled.re[i] *= scale
          scaled.im[i] *= scale
        }
        expectSolved(scaled)
      }),
      { numRuns: 500 },
    )
  })

  it('solves degenerate and nearly degenerate matrices', () => {
    expect([
      ...expectSolved(
        hermitian(
          [2, 2, 2],
          [
            [0, 0],
            [0, 0],
            [0, 0],
          ],
        ),
      ),
    ]).toEqual([2, 2, 2])
    expect([
      ...expectSolved(
        hermitian(
          [0, 0, 0],
          [
            [0, 0],
            [0, 0],
            [0, 0],
          ],
        ),
      ),
    ]).toEqual([0, 0, 0])
    // A projector: eigenvalues 0, 0, 1.
    const third = 1 / 3
    const projector = expectSolved(
      hermitian(
        [third, third, third],
        [
          [third, 0],
          [third, 0],
          [third, 0],
        ],
      ),
    )
    expect(Math.abs(projector[0])).toBeLessThan(1e-15)
    expect(Math.abs(projector[1])).toBeLessThan(1e-15)
    expectClose(projector[2], 1, 1e-15)
    // Two levels split by 2e-12.
    const split = expectSolved(
      hermitian(
        [1, 1, 5],
        [
          [0, 1e-12],
          [0, 0],
          [0, 0],
        ],
      ),
    )
    expect(Math.abs(split[1] - split[0] - 2e-12)).toBeLessThan(1e-15)
    for (const gap of [1e-15, 1e-10, 1e-5])
      expectSolved(
        hermitian(
          [1, 1 + gap, 1 - gap],
          [
            [gap, gap],
            [0, -gap],
            [gap, 0],
          ],
        ),
      )
  })

  it('agrees with the closed form of two levels, whichever pair mixes', () => {
    const upper = (pair: number): [number, number][] => [0, 1, 2].map((i) => (i === pair ? [0.3, -0.4] : [0, 0]))
    const root = Math.sqrt(0.25 + 0.25)
    for (const [pair, lone, diagonal] of [
      [0, 2, [1, 2, 7]],
      [1, 1, [1, 7, 2]],
      [2, 0, [7, 1, 2]],
    ] as const) {
      const { values, vectors } = solve(hermitian(diagonal, upper(pair)))
      expectClose(values[0], 1.5 - root, 1e-15, pair)
      expectClose(values[1], 1.5 + root, 1e-15, pair)
      expect(values[2]).toBe(7)
      expectClose(Math.hypot(vectors.re[3 * lone + 2], vectors.im[3 * lone + 2]), 1, 1e-15, pair)
    }
  })

  it('returns the spectrum a matrix was built from', () => {
    fc.assert(
      fc.property(anyHermitian, fc.tuple(entry, entry, entry), (matrix, spectrum) => {
        const { vectors } = solve(matrix)
        const { values } = solve(timesDagger(vectors, vectors, spectrum))
        const sorted = [...spectrum].sort((a, b) => a - b)
        for (let k = 0; k < 3; k++) expect(Math.abs(values[k] - sorted[k])).toBeLessThan(5e-15)
      }),
    )
  })

  it('keeps small eigenvalues of a graded matrix: the oscillation splittings next to a matter potential', () => {
    // Determinant 2e-26 and trace 1 + 2e-13 to leading order: the middle eigenvalue is 2e-13.
    const values = expectSolved(
      hermitian(
        [1, 2e-13, 1e-13],
        [
          [1e-10, 0],
          [0, 1e-10],
          [0, 0],
        ],
      ),
    )
    expectClose(values[0] * values[1] * values[2], 2e-26 - 1e-20 * 3e-13, 1e-12)
    expectClose(values[0], 1e-13 - 1e-20, 1e-6)
  })

  it('holds at the ends of the range of doubles', () => {
    for (const scale of [1e-300, 1e-150, 1e150, 1e300]) {
      const matrix = hermitian(
        [scale, -2 * scale, 0.5 * scale],
        [
          [0.3 * scale, scale],
          [0, 0.1 * scale],
          [scale, -scale],
        ],
      )
      const values = expectSolved(matrix)
      const reference = solve(
        hermitian(
          [1, -2, 0.5],
          [
            [0.3, 1],
            [0, 0.1],
            [1, -1],
          ],
        ),
      ).values
      for (let k = 0; k < 3; k++) expectClose(values[k] / scale, reference[k], 1e-14, scale)
    }
  })

  it('stays unitary when elements are too small to hold digits', () => {
    for (const tiny of [5e-324, 1e-310, 1e-301, 1e-299]) {
      for (const large of [0, 1e-320, 1e-100, 1]) {
        const { vectors } = solve(
          hermitian(
            [0, -large, 0],
            [
              [tiny, tiny],
              [0, tiny],
              [-tiny, tiny],
            ],
          ),
        )
        expect(distance(timesDagger(vectors, vectors), IDENTITY)).toBeLessThan(4e-15)
      }
    }
  })

  it('reads the upper triangle alone and leaves the matrix as it was', () => {
    const matrix = hermitian(
      [1, 2, 3],
      [
        [0.1, 0.2],
        [0.3, 0.4],
        [0.5, 0.6],
      ],
    )
    const copy = { re: matrix.re.slice(), im: matrix.im.slice() }
    const values = solve(matrix).values
    expect(matrix).toEqual(copy)
    for (const i of [3, 6, 7]) matrix.re[i] = matrix.im[i] = 99
    expect(solve(matrix).values).toEqual(values)
  })

  it('refuses what is not finite', () => {
    for (const bad of [Number.NaN, Infinity]) {
      expect(() =>
        solve(
          hermitian(
            [1, bad, 1],
            [
              [0, 0],
              [0, 0],
              [0, 0],
            ],
          ),
        ),
      ).toThrow(InputError)
      expect(() =>
        solve(
          hermitian(
            [1, 1, 1],
            [
              [0, 0],
              [0, bad],
              [0, 0],
            ],
          ),
        ),
      ).toThrow(InputError)
    }
  })
})
