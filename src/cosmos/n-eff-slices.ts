import type { Axis, NEffShares, NEffTable, Slice } from '../data/n-eff-nodes.ts'
import { decodeGrid } from './grid-text.ts'
import type { NeutrinoTemperatures } from './n-eff.ts'

/** Slices that the interpolating polynomial passes through, at most; fewer where their weights, together this large in size, would add up what each was rounded by. */
const [MOST_POINTS, LARGEST_WEIGHTS] = [8, 8]
/** Shares this near a tabulated one, relative to it and to the others' share, are that one: moves $N_{\rm eff}$ by less than 0.0005. */
const SAME_SHARE = 1e-3
/** Shares this near have one slice. */
const SAME_SLICE = 1e-12
/** Widths into electron neutrinos and into the others, over the expansion at T = m, below which $N_{\rm eff}$ is about linear in them, above which in their logarithms. */
const [LINEAR_OWN, LINEAR_OTHERS] = [0.3, 0.4]

/** The coordinate of a node. */
export const nodeAt = ({ from, to, nodes }: Axis, i: number): number => from + ((to - from) * i) / (nodes - 1)

/** The width over the expansion at T = m at a node. */
export const ratioAt = (rates: NEffTable['rates'], i: number): number => 10 ** (rates.centre + rates.spread * Math.sinh(nodeAt(rates, i)))

const BLOCKS = ['light', 'heavy', 'fast'] as const

/** The numbers of a slice. */
export interface Values {
  readonly light: Float64Array
  readonly heavy: Float64Array
  readonly fast: Float64Array
}

interface Known extends Values {
  readonly share: number | null
}

/** The numbers of the slices of a table, and of `more`, of one kind of temperatures. */
export function valuesOf(
  { slices, rates, fast, resolution }: NEffTable,
  temperatures: NeutrinoTemperatures,
  more?: NEffShares,
): readonly Known[] {
  const all = [...slices, ...(more?.slices ?? [])]
  const columns = { light: rates.nodes, heavy: rates.nodes, fast: fast.nodes }
  const known = new Map<Slice, Known>()
  function read(slice: Slice): Known {
    let found = known.get(slice)
    if (found !== undefined) return found
    const other = slice.less === null ? undefined : all.find(({ share }) => share === slice.less)
    const base = other && read(other)
    const [light, heavy, together] = BLOCKS.map((block) => decodeGrid(slice[block], resolution, columns[block], base?.[block]))
    known.set(slice, (found = { share: slice.share, light, heavy, fast: together }))
    return found
  }
  return all.filter((slice) => slice.temperatures === temperatures).map(read)
}

/** What $N_{\rm eff}$ is smooth in at a width into neutrinos over the expansion at T = m, from none to electron neutrinos to all. */
function shareCoordinate(share: number, ratio: number): number {
  return Math.asinh((share * ratio) / LINEAR_OWN) - Math.asinh(((1 - share) * ratio) / LINEAR_OTHERS)
}

/** The slice of a share between those of a table, from the nearest of them: at every node by Lagrange's polynomial in `shareCoordinate`. */
function sliceBetween({ rates, fast }: NEffTable, slices: readonly (Values & { readonly share: number })[], share: number): Values {
  const above = slices.findIndex((slice) => slice.share > share)
  const weights = (ratio: number) => {
    const here = shareCoordinate(share, ratio)
    const at = slices.map((slice) => shareCoordinate(slice.share, ratio))
    const lagrange = (first: number, end: number) =>
      at.map((a, k) =>
        k < first || k >= end ? 0 : at.slice(first, end).reduce((product, b) => (b === a ? product : (product * (here - b)) / (a - b)), 1),
      )
    for (let points = MOST_POINTS; points > 2; points -= 1) {
      const first = Math.max(0, Math.min(slices.length - points, above - Math.floor(points / 2)))
      const found = lagrange(first, Math.min(slices.length, first + points))
      if (found.reduce((sum, weight) => sum + Math.abs(weight), 0) < LARGEST_WEIGHTS) return found
    }
    return lagrange(above - 1, above + 1)
  }
  const widthWeights = Array.from({ length: rates.nodes }, (_, n) => weights(ratioAt(rates, n)))
  const fastWeights = Array.from({ length: fast.nodes }, (_, n) => weights(2 * 10 ** nodeAt(fast, n)))
  const mixed = (block: keyof Values, weightsAt: (i: number) => readonly number[]) =>
    slices[0][block].map((_, i) => {
      const byShare = weightsAt(i)
      let sum = 0
      for (let k = 0; k < slices.length; k++) sum += byShare[k] * slices[k][block][i]
      return sum
    })
  return {
    light: mixed('light', (i) => widthWeights[i % rates.nodes]),
    heavy: mixed('heavy', (i) => widthWeights[Math.floor(i / rates.nodes) % rates.nodes]),
    fast: mixed('fast', (i) => fastWeights[i % fast.nodes]),
  }
}

/** The slices of a table, for any share of electron neutrinos. */
export interface Slices<T = Values> {
  /** One that the table holds, or one between two of them but none and all, made in some milliseconds (the last is kept); undefined nearer to none or all. */
  of(share: number): T | undefined
  /** The least share of a slice but none, and the largest but all. */
  readonly ends: readonly [least: number, most: number]
}

/** The slices of a table and `more`. */
export function slicesOf(table: NEffTable, temperatures: NeutrinoTemperatures, more?: NEffShares): Slices {
  const all = valuesOf(table, temperatures, more)
  if (temperatures === 'common') return { of: () => all[0], ends: [0, 1] }
  const slices = all.map((values) => ({ ...values, share: values.share ?? 0 })).sort((a, b) => a.share - b.share)
  const [least, most] = [slices[1].share, slices[slices.length - 2].share]
  let last: Values | undefined
  let lastShare = Number.NaN
  return {
    ends: [least, most],
    of(share) {
      const known = slices.find((slice) => Math.abs(slice.share - share) <= SAME_SHARE * Math.min(slice.share, 1 - slice.share))
      if (known !== undefined) return known
      if (!(share > least && share < most)) return undefined
      if (Math.abs(share - lastShare) > SAME_SLICE || last === undefined) {
        last = sliceBetween(table, slices, share)
        lastShare = share
      }
      return last
    },
  }
}
