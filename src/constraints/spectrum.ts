import type { EventSpectrum } from './constraint.ts'
import type { CountsModel } from './counts.ts'

/** What a {@link CountsModel} does not know of its bins. */
export type Recorded = Pick<EventSpectrum, 'channel' | 'about' | 'unit' | 'bins' | 'observed' | 'errors'>

/**
 * Counts whose first component is neutrinos, as a spectrum.
 *
 * @param isUsed tells of each bin whether it is; those that are not leave a gap. All are unless given
 */
export function countsSpectrum(
  { bins, observed, errors, ...recorded }: Recorded,
  counts: CountsModel,
  isUsed: (bin: number) => boolean = () => true,
): EventSpectrum {
  const background = new Float64Array(bins.length)
  for (let i = bins.length; i < counts.standard.length; i++) background[i % bins.length] += counts.standard[i]
  const used = (values: Float64Array): Float64Array => values.subarray(0, bins.length).filter((_, b) => isUsed(b))
  return {
    ...recorded,
    bins: bins.filter((_, b) => isUsed(b)),
    ...(observed === undefined ? {} : { observed: used(observed) }),
    ...(errors === undefined ? {} : { errors: used(errors) }),
    neutrinos: used(counts.standard),
    background: used(background),
    withBoson(boson) {
      const silence = counts.silence(boson.ray)
      if (silence !== undefined) return silence
      const out = counts.standard.slice()
      counts.counts(boson, out)
      return used(out)
    },
  }
}

/**
 * Neighbouring bins between edges.
 *
 * @example
 * binsBetween([1, 2, 4]) // [[1, 2], [2, 4]]
 */
export const binsBetween = (edges: ArrayLike<number>): (readonly [number, number])[] =>
  Array.from({ length: edges.length - 1 }, (_, b) => [edges[b], edges[b + 1]] as const)

/**
 * Edges of bins of the same width.
 *
 * @example
 * evenEdges([0, 1], 4) // [0, 0.25, 0.5, 0.75, 1]
 */
export const evenEdges = ([from, to]: readonly [number, number], bins: number): number[] =>
  Array.from({ length: bins + 1 }, (_, b) => from + ((to - from) * b) / bins)
