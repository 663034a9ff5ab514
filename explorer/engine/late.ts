import { SOLAR, THERMAL_HISTORY, TRIDENTS, WITH_SPECTRA } from '../../src/experiments/index.ts'

/** What fetches tables or is profiled at each coupling: a first drawing does without, and it is computed last. */
const LATE: ReadonlySet<string> = new Set([...WITH_SPECTRA, ...TRIDENTS, ...THERMAL_HISTORY, ...SOLAR].map(({ id }) => id))

export const isLate = (id: string): boolean => LATE.has(id)
