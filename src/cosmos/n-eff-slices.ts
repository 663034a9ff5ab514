import type { NEffShares, NEffTable, Slice } from '../data/n-eff-nodes.ts'
import { decodeGrid } from './grid-text.ts'
import type { NeutrinoTemperatures } from './n-eff.ts'
import { nodeAt, ratioAt } from './n-eff-axes.ts'

/** Slices that the interpolating polynomial passes through, at most; fewer where their weights, together this large in size, would add up what each was rounded by. */
const [MOST_POINTS, LARGEST_WEIGHTS] = [8, 8]
/** Shares this near a tabulated one, relative to it and to the others' share, are that one: moves $N_{\rm eff}$ by less than 0.0005. */
const SAME_SHARE = 1e-3
/** Shares nearer to none or all than these have no slice unless they are tabulated. */
export const [FEW, MOST] = [0.01, 0.98]
/** Widths into electron neutrinos and into the others, over the expansion at T = m, below which $N_{\rm eff}$ is about linear in them, above which in their logarithms. */
const [LINEAR_OWN, LINEAR_OTHERS] = [0.3, 0.4]

const BLOCKS = ['light', 'heavy', 'fast'] as const

/** The numbers of a slice. */
export interface Values {
  readonly light: Float64Array
  readonly heavy: Float64Array
  readonly fast: Float64Array
  readonly fastElectrons: Float64Array
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
  const columns = { light: rates.light.nodes, heavy: rates.heavy.nodes, fast: fast.nodes }
  const known = new Map<Slice, Known>()
  function read(slice: Slice): Known {
    let found = known.get(slice)
    if (found !== undefined) return found
    const other = slice.less === null ? undefined : all.find(({ share }) => share === slice.less)
    const base = other && read(other)
    const [light, heavy, together] = BLOCKS.map((block) => decodeGrid(slice[block], resolution, columns[block], base?.[block]))
    const fastElectrons = decodeGrid(slice.fastElectrons, resolution, fast.nodes, together)
    known.set(slice, (found = { share: slice.share, light, heavy, fast: together, fastElectrons }))
    return found
  }
  return all.filter((slice) => slice.temperatures === temperatures).map(read)
}

/** What $N_{\rm eff}$ is smooth in at a width into neutrinos over the expansion at T = m, from none to electron neutrinos to all. */
function shareCoordinate(share: number, ratio: number): number {
  return Math.asinh((share * ratio) / LINEAR_OWN) - Math.asinh(((1 - share) * ratio) / LINEAR_OTHERS)
}

/** Weights of the slices of a table in one between them, at a node of `rates` and at one of `fast`, computed when first asked for. */
export interface SliceWeights {
  atWidth(block: 'light' | 'heavy', node: number): readonly number[]
  atFast(node: number): readonly number[]
}

/** The weights of a share between those of a table, from the nearest of them: at every node Lagrange's polynomial in `shareCoordinate`. */
function weightsBetween({ rates, fast }: NEffTable, shares: readonly number[], share: number): SliceWeights {
  const above = shares.findIndex((one) => one > share)
  const weights = (ratio: number) => {
    const here = shareCoordinate(share, ratio)
    const at = shares.map((one) => shareCoordinate(one, ratio))
    const lagrange = (first: number, end: number) =>
      at.map((a, k) =>
        k < first || k >= end ? 0 : at.slice(first, end).reduce((product, b) => (b === a ? product : (product * (here - b)) / (a - b)), 1),
      )
    for (let points = MOST_POINTS; points > 2; points -= 1) {
      const first = Math.max(0, Math.min(shares.length - points, above - Math.floor(points / 2)))
      const found = lagrange(first, Math.min(shares.length, first + points))
      if (found.reduce((sum, weight) => sum + Math.abs(weight), 0) < LARGEST_WEIGHTS) return found
    }
    return lagrange(above - 1, above + 1)
  }
  const byWidth: Record<'light' | 'heavy', (readonly number[])[]> = { light: [], heavy: [] }
  const byFast: (readonly number[])[] = []
  return {
    atWidth: (block, node) => (byWidth[block][node] ??= weights(ratioAt(rates[block], node))),
    atFast: (node) => (byFast[node] ??= weights(2 * 10 ** nodeAt(fast, node))),
  }
}

/** The slices of a table, for shares of electron neutrinos. */
export interface Slices {
  /** One that the table holds. */
  of(share: number): Values | undefined
  /** How one between two of them is made of `inner`; undefined below 0.01 and above 0.98. */
  between(share: number): SliceWeights | undefined
  /** Those that others are made of. */
  readonly inner: readonly Values[]
  /** Shares that the table holds, from none to all. */
  readonly shares: readonly number[]
}

/** The slices of a table and `more`. */
export function slicesOf(table: NEffTable, temperatures: NeutrinoTemperatures, more?: NEffShares): Slices {
  const all = valuesOf(table, temperatures, more)
  if (temperatures === 'common') return { of: () => all[0], between: () => undefined, inner: [], shares: [0] }
  const slices = all.map((values) => ({ ...values, share: values.share ?? 0 })).sort((a, b) => a.share - b.share)
  const middle = slices.filter(({ share }) => share >= FEW && share <= MOST)
  const inner = [slices[0], ...middle, slices[slices.length - 1]]
  const shares = inner.map(({ share }) => share)
  return {
    inner,
    shares: slices.map(({ share }) => share),
    of: (share) => slices.find((slice) => Math.abs(slice.share - share) <= SAME_SHARE * Math.min(slice.share, 1 - slice.share)),
    between: (share) =>
      share > middle[0].share && share < middle[middle.length - 1].share ? weightsBetween(table, shares, share) : undefined,
  }
}
