import { InputError } from '../../errors.ts'
import { normalLogPdf, normalQuantile } from '../../numerics/index.ts'

/** What is known of a parameter before the data: a density, given by the transform from the unit interval that makes it. */
export interface Prior {
  /** The coordinate in which a density of the parameter x is meant and a sampler moves: x itself or $\ln x$. */
  readonly scale: 'linear' | 'log'
  /** Where it is above zero; ±Infinity where open. */
  readonly range: readonly [lo: number, hi: number]
  /** The value below which a share u of the prior lies, u from 0 to 1. */
  quantile(u: number): number
  /** Logarithm of the density at x per unit of the coordinate; −Infinity outside the range. */
  logDensity(x: number): number
}

function checkRange(lo: number, hi: number, lowest: number): void {
  if (!(lo > lowest && hi > lo && hi < Infinity)) {
    const allowed = lowest === 0 ? 'two numbers above zero, the smaller first' : 'two finite numbers, the smaller first'
    throw new InputError(`${lo} to ${hi} is not allowed; allowed: ${allowed}`, 'prior')
  }
}

/**
 * Every value between two is as probable as any other, $p(x) = 1/(b - a)$.
 *
 * @throws InputError for a range that is empty or not finite
 * @example
 * uniformPrior(-1, 3).quantile(0.25) // 0
 */
export function uniformPrior(lo: number, hi: number): Prior {
  checkRange(lo, hi, -Infinity)
  const logDensity = -Math.log(hi - lo)
  return {
    scale: 'linear',
    range: [lo, hi],
    quantile: (u) => Math.min(hi, lo + u * (hi - lo)),
    logDensity: (x) => (x >= lo && x <= hi ? logDensity : -Infinity),
  }
}

/**
 * Every order of magnitude between two values is as probable as any other, $p(\ln x) = 1/\ln(b/a)$: for scales that are not known.
 *
 * @throws InputError for a range that is empty, not finite or not above zero
 * @example
 * logUniformPrior(1e-3, 10).quantile(0.5) // 0.1
 */
export function logUniformPrior(lo: number, hi: number): Prior {
  checkRange(lo, hi, 0)
  const decades = Math.log(hi / lo)
  return {
    scale: 'log',
    range: [lo, hi],
    quantile: (u) => (u === 1 ? hi : Math.min(hi, lo * Math.exp(u * decades))),
    logDensity: (x) => (x >= lo && x <= hi ? -Math.log(decades) : -Infinity),
  }
}

/**
 * A measurement made elsewhere: normal of mean $\mu$ and standard deviation $\sigma$.
 *
 * @throws InputError for a sigma that is not above zero
 * @example
 * normalPrior(2, 0.5).quantile(0.841344746) // 2.5
 */
export function normalPrior(mean: number, sigma: number): Prior {
  if (!(Number.isFinite(mean) && sigma > 0 && sigma < Infinity)) {
    throw new InputError(`${mean} ± ${sigma} is not allowed; allowed: a finite mean, a sigma above zero`, 'prior')
  }
  return {
    scale: 'linear',
    range: [-Infinity, Infinity],
    quantile: (u) => mean + sigma * normalQuantile(u),
    logDensity: (x) => normalLogPdf((x - mean) / sigma) - Math.log(sigma),
  }
}
