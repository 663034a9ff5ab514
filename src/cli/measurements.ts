import type { Assumptions } from '../assumptions.ts'
import type { Constraint } from '../constraints/index.ts'
import { InputError } from '../errors.ts'
import { MIXING, type Parameter } from '../inference/index.ts'
import { Session } from '../session.ts'
import { chosenConstraints } from './own-limits.ts'
import { range, signedNumber } from './ranges.ts'

/** What likelihoods are made of, as typed. */
export interface MeasurementOptions {
  constraint?: string[]
  approximate?: string[]
}

const HINT = 'name those to combine, such as --constraint borexino-2017,cenns10-2020,g-2-muon; data that overlap are refused'

/** The constraints of `--constraint`, and those of `--approximate`. */
export async function chosenMeasurements(
  options: MeasurementOptions,
  assumptions: Assumptions,
): Promise<{ measured: Constraint[]; approximate: Constraint[] }> {
  if (options.constraint === undefined && options.approximate === undefined) throw new InputError(`missing; ${HINT}`, 'constraint')
  const named = await chosenConstraints(options.constraint ?? [])
  const alike = await chosenConstraints(options.approximate ?? [])
  if (named.specs === undefined && options.constraint?.length) throw new InputError(`all overlap; ${HINT}`, 'constraint')
  const session = new Session(assumptions, [...named.own, ...alike.own])
  return { measured: await session.constraints(named.specs ?? []), approximate: await session.constraints(alike.specs ?? []) }
}

/** A parameter over a decade or more, above zero, is looked at in its logarithm. */
const DECADE = 10

/** `ratio=0.01:2,mixing=-0.02:0.02`. */
export function chosenOthers(text: string | undefined): Omit<Parameter, 'label'>[] {
  if (text === undefined) return []
  return text.split(',').map((part) => {
    const [name, ends = ''] = part.split('=').map((word) => word.trim())
    if (name === '' || ends === '') {
      throw new InputError(`'${part}' is not name=lo:hi; a parameter of the model's family, or ${MIXING}, such as ratio=0.01:2`, 'vary')
    }
    const [lo, hi] = range(ends, signedNumber('vary'), '0.01:2', 'vary')!
    return { name, range: [lo, hi], scale: lo > 0 && hi / lo >= DECADE ? 'log' : 'linear' }
  })
}
