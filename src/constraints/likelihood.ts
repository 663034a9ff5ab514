import type { BinnedData } from '../statistics/binned-model.ts'
import { jointLikelihood } from '../statistics/joint.ts'
import type { CountsModel, Likelihood } from './constraint.ts'

/**
 * The likelihood of counts, or of values with Gaussian errors, that a boson changes. A boson that the data know nothing of leaves them as they are without it.
 *
 * @example
 * const growth = { linear: Float64Array.of(2e6), quadratic: Float64Array.of(0) }
 * const counts = { standard: Float64Array.of(100), silence: () => undefined, growth: () => growth, counts: (_, out) => out.fill(120) }
 * const data = { observed: Float64Array.of(110), model: { bins: 1, components: [[]], nuisances: [], sigmas: Float64Array.of(5) } }
 * binnedLikelihood(counts, data).minus2LogL(bosonAt(resolveModel('b-l'), 0.01, 1e-3, assume()), []) // 4
 */
export function binnedLikelihood(counts: CountsModel, data: BinnedData): Likelihood {
  const { observed, model } = data
  const joint = jointLikelihood([model])
  const expected = new Float64Array(counts.standard.length)
  return {
    nuisances: model.nuisances,
    binned: { counts, data },
    minus2LogL(boson, nuisances) {
      if (counts.silence(boson.ray) === undefined) counts.counts(boson, expected)
      else expected.set(counts.standard)
      return joint.minus2LogL(observed, expected, nuisances)
    },
  }
}
