import type { Silence } from '../inference/index.ts'
import { formatEnergy } from './text.ts'

/** Who has nothing to say of a boson, where and why, in JSON. */
export const silencesJson = (silences: readonly Silence[]) =>
  silences.map(({ constraint, reasons, masses, isThroughout }) => ({
    id: constraint.entry.id,
    reasons: [...reasons],
    masses_GeV: masses.map(([lo, hi]): [number, number] => [lo, hi]),
    left_out: isThroughout,
  }))

const stretch = ([lo, hi]: readonly [number, number]): string =>
  lo === hi ? `at ${formatEnergy(lo)}` : `from ${formatEnergy(lo)} to ${formatEnergy(hi)}`

/** The same in words, a line for each. */
export const silenceLines = (silences: readonly Silence[]): string[] =>
  silences.map(({ constraint, reasons, masses, isThroughout }) => {
    const where = isThroughout ? 'has nothing to say and is left out' : `has nothing to say ${masses.map(stretch).join(', ')}`
    return `  ${constraint.entry.id} ${where}: ${reasons.join('; ')}`
  })
