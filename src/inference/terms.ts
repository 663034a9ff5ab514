import { type Constraint, isSilent, type Silent } from '../constraints/index.ts'
import type { Boson } from '../couplings/index.ts'
import { InputError } from '../errors.ts'
import { normalQuantile } from '../numerics/index.ts'
import type { DataSet } from './expectations.ts'

/** A part of $-2\ln L$ that is a function of the boson alone. */
export interface Penalty {
  readonly constraint: Constraint
  /** What stands in for a likelihood that was not published; undefined where the constraint has one. */
  readonly approximation: string | undefined
  value(boson: Boson): Silent | number
}

/** What a constraint adds to a combination. */
export type Term = { readonly constraint: Constraint; readonly set: DataSet } | Penalty

export const isPenalty = (term: Term): term is Penalty => 'value' in term

/** Entries whose data are wholly or in part the same: of each line only one may enter a combination. */
const SAME_DATA: readonly (readonly string[])[] = [
  ['coherent-csi-2017', 'coherent-csi-2021'],
  ['na64mu-2024', 'na64mu-1e11', 'na64mu-1e12'],
  ['darwin-er', 'darwin-nr-er', 'darwin-10-30kev', 'darwin-1kev', 'darwin-5kev', 'darwin-400t-yr'],
  ['darwin-nr', 'darwin-nr-er', 'darwin-1kev', 'darwin-5kev', 'darwin-400t-yr'],
  ['lz-er', 'lz-nr-er'],
  ['lz-nr', 'lz-nr-er'],
  ['darkside-er', 'darkside-nr-er'],
]

/** Refuses data that would count twice. */
export function refuseSameData(constraints: readonly Constraint[]): void {
  const ids = constraints.map(({ entry }) => entry.id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (twice !== undefined) throw new InputError(`${twice} is given twice; its data count once`, 'constraint')
  for (const same of SAME_DATA) {
    const [first, second] = ids.filter((id) => same.includes(id))
    if (second !== undefined) throw new InputError(`${first} and ${second} are the same data, or share them; give one`, 'constraint')
  }
}

/**
 * What a constraint with a likelihood adds.
 *
 * @throws InputError (field `constraint`) for one without, by its name
 */
export function termOf(constraint: Constraint): Term {
  const { likelihood, entry } = constraint
  if (likelihood?.binned !== undefined) return { constraint, set: likelihood.binned }
  if (likelihood === undefined) {
    const hint =
      whyNot(constraint) === undefined
        ? '; ask for it to be approximated (--approximate, Δχ² = t·strength²), or leave it out'
        : '; leave it out'
    throw new InputError(`${entry.id} has no likelihood, only a limit${hint}`, 'constraint')
  }
  if (likelihood.nuisances.length > 0) {
    throw new InputError(`the likelihood of ${entry.id} has nuisances but does not tell its data, so they cannot be profiled`, 'constraint')
  }
  return { constraint, approximation: undefined, value: (boson) => likelihood.minus2LogL(boson, []) }
}

/** Why a limit cannot stand in for a likelihood, if it cannot. */
function whyNot({ kind, confidence }: Constraint): string | undefined {
  if (kind === 'preferred') return 'a preferred band without a likelihood has no shape'
  return confidence === null ? 'a bound without a confidence level has no scale' : undefined
}

/**
 * A published limit in place of its likelihood: the rate of a boson measured as zero with a Gaussian error such that the one-sided limit at its confidence level
 * is the published one,
 * $$\Delta\chi^2 = z^2\,s^2, \qquad z = \Phi^{-1}({\rm CL}),\quad s = \text{signal}/\text{signal at the limit} ,$$
 * 1.642 s² at 90 % and 2.706 s² at 95 %. It knows nothing of an excess or a deficit in the data, nor of how their likelihood falls beyond the limit.
 *
 * @throws InputError (field `approximate`) for a preferred band and for a bound without a confidence level, by name
 */
export function approximated(constraint: Constraint): Penalty {
  const { entry, confidence } = constraint
  const reason = whyNot(constraint)
  if (reason !== undefined) throw new InputError(`${entry.id} cannot be: ${reason}`, 'approximate')
  if (constraint.likelihood !== undefined) throw new InputError(`${entry.id} has a likelihood of its own`, 'approximate')
  const threshold = normalQuantile(confidence!) ** 2
  return {
    constraint,
    approximation: `Δχ² = ${threshold.toPrecision(4)} (signal/limit)²: a rate measured as zero, Gaussian, whose one-sided ${100 * confidence!} % limit is the published one`,
    value(boson) {
      const strength = constraint.strength(boson)
      return isSilent(strength) ? strength : threshold * strength * strength
    },
  }
}
