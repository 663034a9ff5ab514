import { type CitationKey, reference } from '../citations.ts'

/** Numbers the publications of a report in the order they are first cited. */
export function numberedSources(): { cite(keys: readonly CitationKey[]): string; lines(): string[] } {
  const cited: CitationKey[] = []
  return {
    /** `[1,3]`, or nothing where nothing is cited. */
    cite(keys) {
      for (const key of keys) if (!cited.includes(key)) cited.push(key)
      return keys.length === 0 ? '' : `[${keys.map((key) => cited.indexOf(key) + 1).join(',')}]`
    },
    lines: () => cited.map((key, i) => `  [${i + 1}] ${reference(key)}`),
  }
}
