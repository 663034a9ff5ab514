import { reference } from '../citations.ts'
import type { Constraint } from '../constraints/constraint.ts'

/** The publications a constraint rests on; for one of the user's own, which has no citation keys, its source as the user tells it. */
export function sourcesOf({ citations, entry }: Constraint): readonly string[] {
  return citations.length === 0 ? [entry.source.where] : citations.map(reference)
}

/** Numbers the publications of a report in the order they are first cited. */
export function numberedSources(): { cite(constraint: Constraint): string; lines(): string[] } {
  const cited: string[] = []
  return {
    /** `[1,3]` */
    cite(constraint) {
      const sources = sourcesOf(constraint)
      for (const source of sources) if (!cited.includes(source)) cited.push(source)
      return `[${sources.map((source) => cited.indexOf(source) + 1).join(',')}]`
    },
    lines: () => cited.map((source, i) => `  [${i + 1}] ${source}`),
  }
}

/** In JSON: citation keys, and the source in words where there are none. */
export const sourceJson = ({ citations, entry }: Constraint) => ({
  citations,
  ...(citations.length === 0 ? { source: entry.source.where } : {}),
})
