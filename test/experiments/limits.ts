import { type Assumptions, assume } from '../../src/assumptions.ts'
import { type Entry, type Interval, isSilent } from '../../src/constraints/index.ts'
import { couplingRay } from '../../src/couplings/boson.ts'
import { resolveModel } from '../../src/models/index.ts'

export const relative = (value: number, expected: number): number => Math.abs(value / expected - 1)

/** What an entry says of a model at one mass, or why it is silent. */
export async function ask(entry: Entry, model: string, mass_GeV: number, settings: Partial<Assumptions> = {}) {
  const assumptions = assume('default', settings)
  const constraint = await entry.prepare(assumptions)
  const result = constraint.intervals(couplingRay(resolveModel(model), mass_GeV, assumptions))
  return isSilent(result)
    ? { constraint, intervals: [] as readonly Interval[], silent: result.silent }
    : { constraint, intervals: result, silent: undefined }
}

/** The only interval. */
export async function only(entry: Entry, model: string, mass_GeV: number, settings: Partial<Assumptions> = {}): Promise<Interval> {
  const { intervals, silent } = await ask(entry, model, mass_GeV, settings)
  if (intervals.length !== 1) throw new Error(silent ?? `${intervals.length} intervals`)
  return intervals[0]
}
