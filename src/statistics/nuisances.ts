import { InputError } from '../errors.ts'
import type { BinnedModel, Nuisance } from './binned-model.ts'

/** The same but for rounding. */
const isAlike = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= 1e-9 * Math.abs(a)

/** The nuisances of several models, each id once; refused where they disagree. */
export function sharedNuisances(models: readonly BinnedModel[]): Nuisance[] {
  const shared = new Map<string, Nuisance>()
  for (const { id, central, sigma } of models.flatMap(({ nuisances }) => nuisances)) {
    if (!(central > 0 && central < Infinity)) throw new InputError(`central value ${central} is not allowed; allowed: above zero`, id)
    if (!(sigma > 0)) throw new InputError(`sigma ${sigma} is not allowed; allowed: above zero, or Infinity`, id)
    const known = shared.get(id)
    if (known !== undefined && !(isAlike(known.central, central) && isAlike(known.sigma, sigma))) {
      throw new InputError(`is ${known.central} ± ${known.sigma} for one data set and ${central} ± ${sigma} for another`, id)
    }
    if (known === undefined) shared.set(id, { id, central, sigma })
  }
  return [...shared.values()]
}

/** Refuses components of nuisances that are not there, and errors that are none. */
export function checkModel({ components, nuisances, sigmas, sigmasBelow }: BinnedModel): void {
  const missing = components.flat().find((k) => !(Number.isInteger(k) && k >= 0 && k < nuisances.length))
  if (missing !== undefined) throw new InputError(`there is no nuisance number ${missing}; there are ${nuisances.length}`, 'components')
  for (const errors of [sigmas, sigmasBelow]) {
    const bad = errors?.find((sigma) => !(sigma > 0 && sigma < Infinity))
    if (bad !== undefined) throw new InputError(`${bad} is not allowed; allowed: finite numbers above zero`, 'sigmas')
  }
}

/** Which component of one bin with a Gaussian error is known to a factor, where it alone is. */
export function scaledAlone({ bins, components, nuisances, sigmas, sigmasBelow }: BinnedModel): number | undefined {
  const scaled = components.flatMap((indices, c) => (indices.length > 0 ? [c] : []))
  const isOne = bins === 1 && nuisances.length === 1 && scaled.length === 1 && new Set(components[scaled[0]]).size === 1
  return isOne && sigmas !== undefined && sigmasBelow === undefined ? scaled[0] : undefined
}
