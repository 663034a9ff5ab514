import { describe, expect, it } from 'vitest'
import { jointLikelihood } from '../../src/statistics/index.ts'
import { toys } from './toys.ts'

const close = (value: number, expected: number, tolerance: number): void =>
  expect(Math.abs(value - expected), `${value} ${expected}`).toBeLessThan(tolerance * (1 + Math.abs(expected)))

const FLUX = { id: 'flux', central: 1, sigma: 0.1 }
const BACKGROUND = { id: 'background', central: 1, sigma: 0.2 }

describe('data sets together', () => {
  it('without a nuisance in common are the sum of their minima', () => {
    const models = [
      { bins: 2, components: [[0], []], nuisances: [FLUX] },
      { bins: 1, components: [[0]], nuisances: [BACKGROUND], sigmas: Float64Array.of(3) },
    ]
    const [observed, expected] = [Float64Array.of(12, 30, 20), Float64Array.of(8, 20, 5, 6, 14)]
    const apart =
      jointLikelihood([models[0]]).minimum(observed.slice(0, 2), expected.slice(0, 4)) +
      jointLikelihood([models[1]]).minimum(observed.slice(2), expected.slice(4))
    close(jointLikelihood(models).minimum(observed, expected), apart, 1e-12)
  })

  it('with all nuisances in common are one data set with the bins of both', () => {
    const one = (bins: number) => ({ bins, components: [[0], [1]], nuisances: [FLUX, BACKGROUND] })
    const { uniform, poisson } = toys(4)
    for (let n = 0; n < 50; n++) {
      const parts = Array.from({ length: 6 }, () => 40 * uniform())
      const observed = Float64Array.from([0, 1, 2], () => poisson(40))
      const [s0, s1, s2, b0, b1, b2] = parts
      const together = jointLikelihood([one(3)])
      const split = jointLikelihood([one(1), { ...one(2), nuisances: [BACKGROUND, FLUX], components: [[1], [0]] }])
      close(split.minimum(observed, Float64Array.of(s0, b0, s1, s2, b1, b2)), together.minimum(observed, Float64Array.from(parts)), 1e-10)
      close(split.best[0], together.best[0], 1e-6)
      // The slope of the minimum is that of its values.
      const change = Float64Array.of(1, 0, 0.5, 2, 0, 0)
      const slope = split.slope(change)
      const at = (t: number): number => split.minimum(observed, Float64Array.of(s0 + t, b0, s1 + 0.5 * t, s2 + 2 * t, b1, b2))
      close(slope, (at(1e-4) - at(-1e-4)) / 2e-4, 1e-5)
    }
  })

  it('with two nuisances that multiply each other come to their minimum however bright the signal', () => {
    const [flux, scale] = [FLUX, { id: 'scale', central: 1, sigma: 0.26 }]
    const sigmas = Float64Array.of(3, 4, 5)
    const observed = Float64Array.of(9, 14, 2)
    const shape = [1, 2, 0.5]
    const joint = jointLikelihood([{ bins: 3, components: [[0, 1]], nuisances: [flux, scale], sigmas }])
    const sum = (of: (b: number) => number): number => shape.reduce((all, _, b) => all + of(b) / sigmas[b] ** 2, 0)
    for (let strength = 1; strength < 1e20; strength *= 7) {
      /** A parabola in the scale, at one flux. */
      const at = (x: number): number => {
        const square = sum((b) => (x * strength * shape[b]) ** 2) + scale.sigma ** -2
        const linear = sum((b) => x * strength * shape[b] * observed[b]) + scale.sigma ** -2
        return sum((b) => observed[b] ** 2) + scale.sigma ** -2 - linear ** 2 / square + ((x - 1) / flux.sigma) ** 2
      }
      let least = Number.POSITIVE_INFINITY
      for (let x = 0.3; x < 1.7; x += 1e-4) least = Math.min(least, at(x))
      const value = joint.minimum(
        observed,
        Float64Array.from(shape, (one) => strength * one),
      )
      close(value, least, 1e-6)
    }
  })

  it('in one bin, known to a factor, have the closed form that Newton finds', () => {
    const sigmas = Float64Array.of(5)
    const { uniform } = toys(11)
    const closed = jointLikelihood([{ bins: 1, components: [[0], []], nuisances: [FLUX], sigmas }])
    // Split in halves it is no longer seen to be simple.
    const newton = jointLikelihood([{ bins: 1, components: [[0], [0], []], nuisances: [FLUX], sigmas }])
    for (let n = 0; n < 100; n++) {
      const [signal, rest] = [200 * uniform(), 50 * uniform()]
      const observed = Float64Array.of(300 * uniform() - 20)
      close(
        closed.minimum(observed, Float64Array.of(signal, rest)),
        newton.minimum(observed, Float64Array.of(0.5 * signal, 0.5 * signal, rest)),
        1e-9,
      )
      if (closed.best[0] > 1e-6) close(closed.best[0], newton.best[0], 1e-6)
      const [value, slope] = [closed.minimum(observed, Float64Array.of(signal, rest)), closed.slope(Float64Array.of(1, 0))]
      close(slope, (closed.minimum(observed, Float64Array.of(signal + 1e-4, rest)) - value) / 1e-4, 2e-4)
    }
  })

  it('compare with the error of the side that they lie on', () => {
    const model = { bins: 1, components: [[]], nuisances: [], sigmas: Float64Array.of(2), sigmasBelow: Float64Array.of(0.5) }
    const likelihood = jointLikelihood([model])
    const at = (expected: number): number => likelihood.minimum(Float64Array.of(10), Float64Array.of(expected))
    close(at(12), 1, 1e-14)
    close(at(9), 4, 1e-14)
    close(likelihood.minus2LogL(Float64Array.of(10), Float64Array.of(9), []), 4, 1e-14)
  })

  it('are refused where they disagree, or make no sense', () => {
    const model = { bins: 1, components: [[0]], nuisances: [FLUX] }
    expect(() => jointLikelihood([model, { ...model, nuisances: [{ ...FLUX, sigma: 0.2 }] }])).toThrow(/flux: is 1 ± 0.1 for one/)
    expect(() => jointLikelihood([{ ...model, components: [[1]] }])).toThrow(/components: there is no nuisance number 1/)
    expect(() => jointLikelihood([{ ...model, sigmasBelow: Float64Array.of(0), sigmas: Float64Array.of(1) }])).toThrow(/sigmas: 0/)
  })
})
