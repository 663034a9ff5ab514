import { ALLOWED_MASSES_GeV } from '../../src/couplings/index.ts'
import { InputError } from '../../src/index.ts'
import type { Range } from './view.ts'

/** Masses [GeV] that axes may end at. */
export const MASSES_GeV: Range = ALLOWED_MASSES_GeV

/** Couplings that axes may end at: from the feeblest that is computed with to where the plane zooms out no further. */
export const COUPLINGS: Range = [1e-40, 1e16]

/** 1.2e19 rather than 12000000000000000000. */
const scientific = (value: number): string => value.toExponential().replace('+', '')

const within =
  ([least, most]: Range, unit = '') =>
  (value: number): number => {
    if (value >= least && value <= most) return value
    throw new InputError(`'${scientific(value)}' is out of range; allowed: ${[least, most].map(scientific).join(' to ')}${unit}`)
  }

/** A mass [GeV] that axes may end at. */
export const allowedMass = within(MASSES_GeV, ' GeV')

/** A coupling that axes may end at. */
export const allowedCoupling = within(COUPLINGS)
