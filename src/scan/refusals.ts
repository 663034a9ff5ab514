import { type Chunk, NO_WORD, type Words } from './chunk.ts'

/** Points that cannot be computed, for reasons of one kind. */
export interface Refusal {
  /** One of these reasons; the others differ from it in their numbers. */
  readonly reason: string
  readonly points: number
}

/** What the kind of a reason is: its words, whatever the numbers between them. */
const kindOf = (reason: string): string => reason.replaceAll(/-?\d[\d.]*(?:e[-+]?\d+)?/gi, '#')

/**
 * Refusals of several stretches of a scan together, the most frequent kind first. The order of the stretches does not matter.
 *
 * @example
 * sumOfRefusals([[{ reason: 'coupling: 1e-50 is not allowed', points: 2 }], [{ reason: 'coupling: 2e-50 is not allowed', points: 1 }]])
 * // [{ reason: 'coupling: 1e-50 is not allowed', points: 3 }]
 */
export function sumOfRefusals(lists: Iterable<readonly Refusal[]>): Refusal[] {
  const kinds = new Map<string, Refusal>()
  for (const list of lists) {
    for (const { reason, points } of list) {
      const kind = kindOf(reason)
      const known = kinds.get(kind) ?? { reason, points: 0 }
      kinds.set(kind, { reason: reason < known.reason ? reason : known.reason, points: known.points + points })
    }
  }
  return [...kinds.values()].sort((a, b) => b.points - a.points || (a.reason < b.reason ? -1 : 1))
}

/** The refusals in a chunk that an evaluator computed: its last column is `problem`. */
export function refusalsIn({ columns }: Pick<Chunk, 'columns'>): Refusal[] {
  const { words, codes } = columns[columns.length - 1] as Words
  if (words.length === 0) return []
  const points = new Float64Array(words.length)
  for (const code of codes) if (code !== NO_WORD) points[code]++
  const refused = words.map((reason, code) => ({ reason, points: points[code] })).filter((one) => one.points > 0)
  return sumOfRefusals([refused])
}
