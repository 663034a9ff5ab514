import { type Chunk, type Column, cell } from './chunk.ts'
import type { ScanSpec } from './spec.ts'

/** The column that names those of a likelihood which have nothing to say at a point. */
export const SILENT = 'silent.likelihood'

/** How many have a part in the likelihood of a scan. */
export const partsOfLikelihood = ({ compute }: Pick<ScanSpec, 'compute'>): number => compute.likelihood.length + compute.approximate.length

/**
 * Whether all of a likelihood has nothing to say.
 *
 * @param silent those that have nothing, as the column names them
 * @param parts how many there are
 * @example
 * isSilence('borexino-2017, cenns10-2020', 2) // true
 */
export const isSilence = (silent: string, parts: number): boolean => silent !== '' && silent.split(', ').length === parts

/** At how many points of a chunk nobody of the likelihood has anything to say. */
export function silencesIn({ rows, columns }: Pick<Chunk, 'rows' | 'columns'>, names: readonly Column[], parts: number): number {
  const at = names.findIndex(({ name }) => name === SILENT)
  if (at < 0) return 0
  let count = 0
  for (let row = 0; row < rows; row++) if (isSilence(String(cell(columns[at], row) ?? ''), parts)) count++
  return count
}

/** What is said of points at which nobody of a likelihood has anything to say; nothing where there are none. */
export function silenceText(silent: number, points: number): string | undefined {
  if (silent === 0) return undefined
  if (silent === points) return 'the likelihood has nothing to say at any point (column silent.likelihood)'
  return `the likelihood has nothing to say at ${silent} of ${points} points, which count as without the boson`
}
