import type { BinnedData } from '../statistics/binned-model.ts'
import { jointLikelihood } from '../statistics/joint.ts'
import type { CountsModel, Likelihood } from './constraint.ts'

/**
 * The likelihood of counts, or of values with Gaussian errors, that a boson changes. A boson that the data know nothing of leaves them as they are without it.
 *
 * @example
 * const { counts, data } = (await new Session(assume()).constraint('g-2-muon')).likelihood!.binned!
 * const better = binnedLikelihood(counts, { ...data, model: { ...data.model, sigmas: Float64Array.of(1e-10) } })
 * better.minus2LogL(bosonAt(resolveModel('mu-tau'), 0.02, 3e-4, assume()), []) // 12.31
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
