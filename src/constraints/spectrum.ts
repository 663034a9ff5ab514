import type { RecoilSpectrum } from './constraint.ts'
import type { CountsModel } from './counts.ts'

/** What a {@link CountsModel} does not know of its bins. */
export type Recorded = Pick<RecoilSpectrum, 'channel' | 'unit' | 'bins' | 'observed' | 'errors'>

/** Counts whose first component is neutrinos, as a spectrum. */
export function countsSpectrum(recorded: Recorded, counts: CountsModel): RecoilSpectrum {
  const bins = recorded.bins.length
  const background = new Float64Array(bins)
  for (let i = bins; i < counts.standard.length; i++) background[i % bins] += counts.standard[i]
  return {
    ...recorded,
    neutrinos: counts.standard.slice(0, bins),
    background,
    withBoson(boson) {
      const silence = counts.silence(boson.ray)
      if (silence !== undefined) return silence
      const out = counts.standard.slice()
      counts.counts(boson, out)
      return out.slice(0, bins)
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
