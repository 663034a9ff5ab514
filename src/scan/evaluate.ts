import type { Assumptions } from '../assumptions.ts'
import type { CitationKey } from '../citations.ts'
import type { Constraint } from '../constraints/index.ts'
import { ownEntry } from '../constraints/own.ts'
import { type Boson, couplingRays, type Ray } from '../couplings/index.ts'
import { FailureError, InputError } from '../errors.ts'
import { type Combination, combine } from '../inference/index.ts'
import { type Model, resolveModel } from '../models/index.ts'
import { Session } from '../session.ts'
import { type Chunk, type ChunkBuilder, type Column, chunkBuilder } from './chunk.ts'
import { constraintMeasure, likelihoodMeasure, limitsMeasure, quantityMeasure, type ScanPoint } from './measures.ts'
import { pointFormula } from './points.ts'
import { CONSTRAINT_LISTS, type ScanSpec } from './spec.ts'
import { filledModel } from './template.ts'

/** Computes any stretch of the points of a scan. */
export interface Evaluator {
  readonly columns: readonly Column[]
  /** How many points the scan has. */
  readonly count: number
  /** The publications that it rests on. */
  readonly citations: readonly CitationKey[]
  /**
   * The points from `first` on; what they give depends on nothing but the plan.
   *
   * @throws FailureError where something goes wrong that is not the point's own: a point that cannot be computed says so in its row
   */
  chunk(first: number, rows: number): Chunk
}

const PARAMETERS: Readonly<Record<string, Column>> = {
  mass: { name: 'mass_GeV', type: 'number', about: 'mass of the boson in GeV' },
  coupling: { name: 'coupling', type: 'number', about: 'coupling; of the dark photon, ε' },
}

/** The rays of the last model and mass, one for each set of assumptions. */
function rayMemo() {
  const known = new Map<Assumptions, { model: Model; rayAt: (mass: number) => Ray; ray?: Ray }>()
  return (model: Model, mass: number, assumptions: Assumptions): Ray => {
    let last = known.get(assumptions)
    if (last?.model !== model) known.set(assumptions, (last = { model, rayAt: couplingRays(model, assumptions) }))
    if (last.ray?.mass !== mass) last.ray = last.rayAt(mass)
    return last.ray
  }
}

/**
 * The joint likelihood of a scan.
 *
 * @throws InputError that names the entry of the list which cannot be part of it
 */
function jointLikelihood(likelihood: readonly Constraint[], approximate: readonly Constraint[]): Combination {
  try {
    return combine(likelihood, approximate)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    for (const [i, one] of likelihood.entries()) {
      const why = whyRefused(() => combine([one]))
      if (why === undefined) continue
      const { id } = one.entry
      const mayBeApproximated = whyRefused(() => combine([], [one])) === undefined
      const hint = `${id} has no likelihood, only a limit; name it under approximate: [${id}] instead, or leave it out`
      throw new InputError(mayBeApproximated ? hint : why, `compute.likelihood[${i + 1}]`)
    }
    for (const [i, one] of approximate.entries()) {
      const why = whyRefused(() => combine([], [one]))
      if (why !== undefined) throw new InputError(why, `compute.approximate[${i + 1}]`)
    }
    throw new InputError(reasonOf(error), 'compute.likelihood')
  }
}

/** A refusal's words, without the field that a list of the scan takes the place of. */
const reasonOf = ({ message }: InputError): string => message.replace(/^(?:constraint|approximate): /, '')

function whyRefused(attempt: () => unknown): string | undefined {
  try {
    attempt()
    return undefined
  } catch (error) {
    if (error instanceof InputError) return reasonOf(error)
    throw error
  }
}

/** Models by their parameters; the last one is kept. */
function modelMemo(spec: ScanSpec['model'], names: readonly string[]): (values: Float64Array) => Model {
  let last: { key: string; model: Model } | undefined
  return (values) => {
    const key = JSON.stringify(filledModel(spec, Object.fromEntries(names.map((name, i) => [name, values[i]]))))
    if (last?.key !== key) last = { key, model: resolveModel(JSON.parse(key)) }
    return last.model
  }
}

/**
 * Prepares what a scan computes: constraints under its assumptions, once. A point whose mass, coupling or model is refused has the reason in the column
 * `problem`, and nothing but its parameters beside it.
 *
 * @throws InputError for a constraint that there is none of, or that cannot be part of the likelihood
 */
export async function evaluator(spec: ScanSpec): Promise<Evaluator> {
  const { parameters, samples, compute, assumptions } = spec
  const session = new Session(assumptions, spec.own.map(ownEntry))
  const { names, count, at } = pointFormula(parameters, samples)
  const prepared = (names: readonly string[]) => Promise.all(names.map((name) => session.constraint(name)))
  const [constraints, limits, likelihood, approximate] = await Promise.all(CONSTRAINT_LISTS.map((list) => prepared(compute[list])))
  const measures = [
    ...compute.quantities.map((name) => quantityMeasure(name, assumptions)),
    ...constraints.map((constraint, i) => constraintMeasure(compute.constraints[i], constraint)),
    ...limits.map((constraint, i) => limitsMeasure(compute.limits[i], constraint)),
    ...(likelihood.length === 0 ? [] : [likelihoodMeasure(jointLikelihood(likelihood, approximate), assumptions)]),
  ]
  const own = names.map((name) => PARAMETERS[name] ?? ({ name, type: 'number', about: `parameter ${name} of the model` } as const))
  const columns: Column[] = [...own, ...measures.flatMap((measure) => measure.columns)]
  const problem = columns.push({ name: 'problem', type: 'text', about: 'why nothing is computed here' }) - 1
  const modelOf = modelMemo(spec.model, names)
  const rayOf = rayMemo()
  const [massAt, couplingAt] = [names.indexOf('mass'), names.indexOf('coupling')]
  const values = new Float64Array(names.length)

  function point(): ScanPoint {
    const model = modelOf(values)
    const ray = (under: Assumptions): Ray => rayOf(model, values[massAt], under)
    const bosons = new Map<Assumptions, Boson>()
    return {
      ray,
      boson(under) {
        let boson = bosons.get(under)
        if (boson === undefined) bosons.set(under, (boson = ray(under).at(values[couplingAt])))
        return boson
      },
    }
  }

  function writeRow(builder: ChunkBuilder, row: number): void {
    let start = names.length
    const here = point()
    for (const measure of measures) {
      measure.write(here, (column, value) => builder.set(start + column, row, value))
      start += measure.columns.length
    }
  }

  return {
    columns,
    count,
    citations: [...new Set([...constraints, ...limits, ...likelihood, ...approximate].flatMap(({ citations }) => citations))].sort(),
    chunk(first, rows) {
      const builder = chunkBuilder(columns, first, rows)
      for (let row = 0; row < rows; row++) {
        at(first + row, values)
        for (let i = 0; i < names.length; i++) builder.set(i, row, values[i])
        try {
          writeRow(builder, row)
        } catch (error) {
          if (!(error instanceof InputError)) {
            const where = names.map((name, i) => `${name} = ${values[i]}`).join(', ')
            throw new FailureError(`point ${first + row} (${where}): ${(error as Error).message}`, { cause: error })
          }
          builder.clear(row, names.length)
          builder.set(problem, row, error.message)
        }
      }
      return builder.chunk
    },
  }
}
