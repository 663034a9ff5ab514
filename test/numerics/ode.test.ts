import { describe, expect, it } from 'vitest'
import { type StiffSystem, solveStiff } from '../../src/numerics/index.ts'

const system = (error: number, derivative: StiffSystem['derivative']): StiffSystem => ({
  derivative,
  scales(_, __, tolerance, displacement) {
    tolerance.fill(error)
    displacement.fill(1)
  },
})

describe('solveStiff', () => {
  it('converges as the fourth power of the step', () => {
    // y = tan t, y′ = 1 + y², with the explicit time of z′ = −2 t z beside it
    const errors = [0.1, 0.05, 0.025].map((step) => {
      const { y } = solveStiff(
        system(1e9, (t, [a, b], out) => {
          out[0] = 1 + a * a
          out[1] = -2 * t * b
        }),
        [0, 1],
        0,
        1,
        step,
        step,
      )
      return [Math.abs(y[0] - Math.tan(1)), Math.abs(y[1] - Math.exp(-1))]
    })
    for (let i = 0; i < 2; i++) {
      expect(errors[1][i]).toBeLessThan(errors[0][i] / 10)
      expect(errors[2][i]).toBeLessThan(errors[1][i] / 10)
      expect(errors[2][i]).toBeLessThan(1e-6)
    }
  })

  it('keeps the error of the whole near that of its steps', () => {
    for (const error of [1e-5, 1e-7, 1e-9]) {
      const { y } = solveStiff(
        system(error, (_, [a, b], out) => {
          out[0] = b
          out[1] = -a
        }),
        [1, 0],
        0,
        2 * Math.PI,
        1e-3,
      )
      expect(Math.hypot(y[0] - 1, y[1])).toBeLessThan(100 * error)
    }
  })

  it('follows an equilibrium that attracts a million times faster than it moves, in few steps', () => {
    for (const rate of [1e3, 1e6, 1e12]) {
      const { y, steps } = solveStiff(
        system(1e-6, (t, [a], out) => out.fill(-rate * (a - Math.cos(t)))),
        [0],
        0,
        3,
        1e-3,
      )
      const settled = (rate * rate * Math.cos(3) + rate * Math.sin(3)) / (1 + rate * rate)
      expect(Math.abs(y[0] - settled)).toBeLessThan(1e-5)
      expect(steps).toBeLessThan(250)
    }
  })

  it('solves the reactions of Robertson', () => {
    const { y, steps } = solveStiff(
      {
        derivative(_, [a, b, c], out) {
          out[0] = -0.04 * a + 1e4 * b * c
          out[2] = 3e7 * b * b
          out[1] = -out[0] - out[2]
        },
        scales(_, __, tolerance, displacement) {
          tolerance.set([1e-8, 1e-12, 1e-8])
          displacement.set([1, 1e-4, 1])
        },
      },
      [1, 0, 0],
      0,
      40,
      1e-5,
    )
    // Hairer and Wanner, test problem ROBER
    expect(Math.abs(y[0] - 0.7158270688)).toBeLessThan(1e-6)
    expect(Math.abs(y[1] / 9.185534765e-6 - 1)).toBeLessThan(1e-5)
    expect(Math.abs(y[0] + y[1] + y[2] - 1)).toBeLessThan(1e-9)
    expect(steps).toBeLessThan(2000)
  })

  it('ends exactly where asked, and stays where it is for no time at all', () => {
    const seen: number[] = []
    const { y } = solveStiff(
      system(1e9, (t, _, out) => {
        seen.push(t)
        out[0] = 1
      }),
      [0],
      0,
      1,
      0.3,
      0.3,
    )
    expect(y[0]).toBeCloseTo(1, 12)
    expect(Math.max(...seen)).toBeLessThan(1 + 1e-6)
    expect(
      solveStiff(
        system(1, (_, __, out) => out.fill(1)),
        [5],
        2,
        2,
        0.1,
      ),
    ).toEqual({ y: Float64Array.of(5), steps: 0 })
  })

  it('says so where the solution runs away', () => {
    const blowUp = system(1e-8, (_, [a], out) => out.fill(a * a))
    expect(() => solveStiff(blowUp, [1], 0, 2, 1e-3)).toThrow(/^no solution beyond (0\.99|1)/)
  })
})
