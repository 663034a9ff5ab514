import type { BinnedModel } from './binned-model.ts'
import { type JointLikelihood, jointLikelihood } from './joint.ts'

/** What {@link profileLikelihood} gives. */
export interface ProfileLikelihood extends JointLikelihood {
  readonly model: BinnedModel
}

/**
 * The likelihood of one data set: `jointLikelihood` of it alone.
 *
 * Differences of two minima are test statistics: $q_\mu = -2\ln\lambda(\mu)$.
 *
 * @throws InputError for a nuisance whose central value or sigma is not above zero, or a component that names one that is not there
 * @example
 * const likelihood = profileLikelihood({ bins: 1, components: [[], [0]], nuisances: [{ id: 'background', central: 1, sigma: 0.1 }] })
 * likelihood.minimum(Float64Array.of(110), Float64Array.of(0, 100)) // 0.484: half of 0.968 is taken up by the background
 */
export const profileLikelihood = (model: BinnedModel): ProfileLikelihood => ({ ...jointLikelihood([model]), model })
