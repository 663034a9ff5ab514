import type { NEffTable, RateAxis } from '../data/n-eff-nodes.ts'
import { lagrange, rateCoordinate, ratioAt, weightsFor } from './n-eff-axes.ts'
import type { Values } from './n-eff-slices.ts'

/** Shares that what few neutrinos do is interpolated between. */
const POINTS = 4

/** What few neutrinos of one kind add to $N_{\rm eff}$ among all others of one kind, at a share of them. */
export interface Few {
  /** Their share of the width into neutrinos, at most a half. */
  readonly share: number
  /** Mass outermost, then the width into the few at the nodes of `rates`. */
  readonly light: Float64Array
  /** Mass outermost, then the width into the few, then that into electrons. */
  readonly heavy: Float64Array
}

/** Weights by which the rows of a table give those at other widths, one for each node of `rates` times a factor. */
function rowWeights(rates: RateAxis, factor: number): { readonly first: number; readonly weights: Float64Array }[] {
  return Array.from({ length: rates.nodes }, (_, i) => {
    const weights = weightsFor(rates.nodes)
    return { first: lagrange(rates, rateCoordinate(rates, factor * ratioAt(rates, i)), weights), weights }
  })
}

/**
 * What few neutrinos add, by their own width: where they begin to matter that is near the expansion at T = m, and nodes lie close, while the width into all is far above, where they
 * do not. So a slice gives only how it differs from one with more of them, which varies little from node to node.
 *
 * @param slices with a share of the few each, and `none` without them
 * @returns one for each slice, the largest share first
 */
export function fewOf(
  table: Pick<NEffTable, 'rates'>,
  none: Values,
  slices: readonly (Pick<Values, 'light' | 'heavy'> & { readonly share: number })[],
): readonly Few[] {
  const add = (
    block: 'light' | 'heavy',
    columns: number,
    share: number,
    values: Float64Array,
    more: Float64Array | undefined,
  ): Float64Array => {
    const rates = table.rates[block]
    const at = (from: Float64Array, { first, weights }: { first: number; weights: Float64Array }, m: number, column: number): number => {
      let sum = 0
      for (let j = 0; j < weights.length; j++) sum += weights[j] * from[(m * rates.nodes + first + j) * columns + column]
      return sum
    }
    const each = (from: (m: number, row: number, column: number, i: number) => number): Float64Array =>
      Float64Array.from(values, (_, i) =>
        from(Math.floor(i / columns / rates.nodes), Math.floor(i / columns) % rates.nodes, i % columns, i),
      )
    const [down, up] = [rowWeights(rates, share), rowWeights(rates, 1 / share)]
    const rest = each((m, row, column, i) => values[i] - none[block][i] - (more === undefined ? 0 : at(more, down[row], m, column)))
    return each((m, row, column, i) => (more?.[i] ?? 0) + at(rest, up[row], m, column))
  }
  const found: Few[] = []
  for (const { share, light, heavy } of [...slices].sort((a, b) => b.share - a.share)) {
    const more = found.at(-1)
    found.push({
      share,
      light: add('light', 1, share, light, more?.light),
      heavy: add('heavy', table.rates.heavy.nodes, share, heavy, more?.heavy),
    })
  }
  return found
}

/**
 * Lagrange's weights in the logarithm of a share, of those in falling order from the returned one on; all on the least where it is below that.
 *
 * @param weights filled, as many as returned
 */
export function lagrangeInShare(
  few: readonly { readonly share: number }[],
  share: number,
  weights: Float64Array,
): { first: number; count: number } {
  const below = few.findIndex((one) => one.share <= share)
  const count = below < 0 ? 1 : Math.min(POINTS, few.length)
  const first = below < 0 ? few.length - 1 : Math.max(0, Math.min(few.length - count, below - (count >> 1)))
  for (let i = 0; i < count; i++) {
    weights[i] = 1
    for (let k = 0; k < count; k++)
      if (k !== i) weights[i] *= Math.log(share / few[first + k].share) / Math.log(few[first + i].share / few[first + k].share)
  }
  return { first, count }
}

/** Room for the weights of `lagrangeInShare`. */
export const shareWeights = (): Float64Array => new Float64Array(POINTS)
