import type { Boson, Ray } from './boson.ts'

/** $q(g) = \text{constant} + \text{linear}\,g + \text{square}\,g^2$. */
export interface Quadratic {
  readonly constant: number
  readonly linear: number
  readonly square: number
}

/** A quadratic at a coupling. */
export const quadraticAt = ({ constant, linear, square }: Quadratic, coupling: number): number =>
  constant + coupling * (linear + coupling * square)

/**
 * What is quadratic in the couplings of a boson, a width or a rate of production, along a ray: couplings are lines in g, so that three bosons say it of all, to rounding in
 * its largest terms. Undefined where loops absorb beside absolute mixing.
 *
 * @param form of couplings, their products or squares alone, given the boson
 * @example
 * quadraticAlong(couplingRay(resolveModel('b-l'), 0.1, assume()), (boson) => boson.couplings.e.vector ** 2) // { constant: 0, linear: 0, square: 1 }
 */
export function quadraticAlong({ unit, span }: Ray, form: (boson: Boson) => number): Quadratic | undefined {
  if (unit !== undefined) return { constant: 0, linear: 0, square: form(unit) }
  if (span === undefined) return undefined
  const [constant, grown, sum] = [form(span.fixed), form(span.growing), form(span.sum)]
  return { constant, linear: (sum - grown - constant) / span.scale, square: grown / span.scale ** 2 }
}

/** Quadratics times weights, added up. */
export function weightedSum(parts: readonly (readonly [weight: number, part: Quadratic])[]): Quadratic {
  let [constant, linear, square] = [0, 0, 0]
  for (const [weight, part] of parts) {
    constant += weight * part.constant
    linear += weight * part.linear
    square += weight * part.square
  }
  return { constant, linear, square }
}
