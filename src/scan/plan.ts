import { closest, InputError, unknownWord } from '../errors.ts'
import { EXPERIMENTS } from '../experiments/index.ts'
import { type ModelSpec, resolveModel } from '../models/index.ts'
import type { ConstraintSpec } from '../session.ts'
import { VERSION } from '../version.ts'
import { canonicalJson, contentHash } from './canonical.ts'
import { pointFormula } from './points.ts'
import { CONSTRAINT_LISTS, type Compute, type ConstraintList, QUANTITIES, type ScanSpec } from './spec.ts'
import { filledModel, placesIn } from './template.ts'

/** What a scan is asked for: a spec, but a constraint of the user's own may still turn out to be an object with functions. */
export interface ScanRequest extends Omit<ScanSpec, 'compute'> {
  readonly compute: Partial<Pick<Compute, 'quantities'> & Record<ConstraintList, readonly ConstraintSpec[]>>
}

/** All that the numbers of a scan depend on: what its hash is of. */
export interface PlanContent {
  readonly spec: ScanSpec
  /** Of Zest. */
  readonly version: string
  /** Digest of its code and tables: what `buildDigest` of `zest-hep/scan/node` gives. */
  readonly build: string
}

/** How a scan is cut; its results do not depend on that. */
export interface Layout {
  readonly shards: number
  /** Points in a chunk, the unit that is stored whole or not at all. */
  readonly chunk: number
}

/** A scan that can be computed piece by piece, anywhere: plain data. */
export interface ScanPlan extends PlanContent, Layout {
  /** SHA-256 of the content. */
  readonly hash: string
  /** How many points it has. */
  readonly points: number
}

const LARGEST_LAYOUT = 1_000_000

function named(specs: readonly ConstraintSpec[], field: string): readonly string[] {
  return specs.map((spec) => {
    if (typeof spec === 'string') return spec
    const why = 'is an object with functions of its own, which no other thread or machine can be sent'
    throw new InputError(`'${spec.id}' ${why}; describe it in YAML (docs/limit-files.md, docs/dump-files.md)`, field)
  })
}

/**
 * Checks what a scan asks for, as far as that needs no computing: the model is resolved at the first point alone.
 *
 * @throws InputError for a parameter that the model does not name, one that is missing, or one with a value that is listed twice; a constraint that there is none of, or that is an object with
 *   functions rather than data; a model that is refused at the first point; samples that are missing or without a use; or nothing to compute
 */
export function scanSpec(request: ScanRequest): ScanSpec {
  const { parameters, model, own } = request
  const { quantities = [] } = request.compute
  const lists = CONSTRAINT_LISTS.map((list) => [list, named(request.compute[list] ?? [], `compute.${list}`)] as const)
  const compute: Compute = { quantities, ...(Object.fromEntries(lists) as Record<ConstraintList, readonly string[]>) }
  const { constraints, limits, likelihood, approximate } = compute
  const names = parameters.map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw new InputError(`'${twice}' is given twice`, 'parameters')
  checkParameterNames(names, model)
  for (const { name, axis } of parameters) if (axis.kind === 'list') checkOnce(axis.values, `parameters.${name}`)
  for (const name of quantities) {
    if (!QUANTITIES.includes(name)) throw unknownWord('quantity', name, QUANTITIES, 'compute.quantities')
  }
  const atPoints = constraints.length + quantities.length + likelihood.length
  if (atPoints + limits.length === 0)
    throw new InputError('nothing is computed; write constraints, limits, likelihood or quantities', 'compute')
  if (approximate.length > 0 && likelihood.length === 0) {
    throw new InputError('there is no likelihood for them to enter; write likelihood: [borexino-2017]', 'compute.approximate')
  }
  if (!names.includes('mass'))
    throw new InputError('missing; write mass: 15 MeV or mass: {logGrid: [1 MeV, 10 GeV], points: 100}', 'parameters')
  if (!names.includes('coupling') && atPoints > 0) {
    throw new InputError('missing; write coupling: {logGrid: [1e-6, 1], points: 100}. Only limits need none', 'parameters')
  }
  const ids = [...EXPERIMENTS.map(({ id }) => id), ...own.map((one) => ('dump' in one ? one.dump.id : one.published.id))]
  for (const [field, list] of lists) {
    for (const [i, name] of list.entries()) {
      const id = name.split('@')[0]
      if (!ids.includes(id)) throw unknownWord('constraint', id, ids, `compute.${field}[${i + 1}]`)
      if (list.indexOf(name) !== i) throw new InputError(`'${name}' is named twice`, `compute.${field}[${i + 1}]`)
    }
  }
  firstModel(request)
  return { ...request, compute }
}

/** Values that are there twice would be points that count twice. */
function checkOnce(values: readonly number[], field: string): void {
  const twice = values.findIndex((value, i) => values.indexOf(value) !== i)
  if (twice < 0) return
  const which = values.indexOf(values[twice]) + 1
  throw new InputError(`it is the same as value ${which}; give each once`, `${field}[${twice + 1}]`)
}

/** @throws InputError (field of its name) for a parameter that is neither mass nor coupling, and that the model does not name */
export function checkParameterNames(names: readonly string[], model: ModelSpec): void {
  const known = ['mass', 'coupling', ...placesIn(model)]
  const unused = names.find((name) => !known.includes(name))
  if (unused === undefined) return
  const guess = closest(
    unused,
    known.filter((name) => !names.includes(name)),
  )
  const hint = guess === undefined ? 'write' : `did you mean '${guess}'? Else write`
  throw new InputError(`the model does not name it; ${hint} {${unused}} where it stands in model`, `parameters.${unused}`)
}

/** @throws InputError (field `model`) where there is no such model */
function firstModel({ model, parameters, samples }: ScanRequest): void {
  const { names, at } = pointFormula(parameters, samples)
  const first = at(0, new Float64Array(names.length))
  try {
    resolveModel(filledModel(model, Object.fromEntries(names.map((name, i) => [name, first[i]]))))
  } catch (error) {
    throw error instanceof InputError && error.field !== 'model' ? new InputError(error.message, 'model') : error
  }
}

/**
 * The plan of a scan: a spec, checked, and cut into shards of chunks.
 *
 * @param build digest of the code and tables of Zest; `buildDigest` of `zest-hep/scan/node` where there are files
 * @throws InputError as `scanSpec` does, and for a layout with more shards than chunks
 * @example
 * const points = [{ name: 'mass', axis: { kind: 'grid', scale: 'log', from: 1e-3, to: 1, points: 100 } }] as const
 * const compute = { limits: ['borexino-2017'] }
 * const spec = { title: 'one limit', model: 'mu-tau', parameters: points, compute, assumptions: assume(), own: [] }
 * const plan = await scanPlan(spec, { shards: 2, chunk: 16 }, 'unknown')
 * plan.points // 100
 */
export async function scanPlan(request: ScanRequest, { shards, chunk }: Layout, build: string): Promise<ScanPlan> {
  const spec = scanSpec(request)
  const { count } = pointFormula(spec.parameters, spec.samples)
  checkWhole(shards, 'shards')
  checkWhole(chunk, 'chunk')
  const chunks = Math.ceil(count / chunk)
  if (shards > chunks) throw new InputError(`${shards} are more than the ${chunks} chunks there are to share; take fewer`, 'shards')
  const content: PlanContent = { spec, version: VERSION, build }
  return { hash: await contentHash(content), ...content, shards, chunk, points: count }
}

function checkWhole(value: number, field: string): void {
  if (!Number.isInteger(value) || value < 1 || value > LARGEST_LAYOUT) {
    throw new InputError(`${value} is not allowed; allowed: a whole number from 1 to ${LARGEST_LAYOUT}`, field)
  }
}

/** A plan as text, and back. */
export const planText = (plan: ScanPlan): string => `${canonicalJson(plan)}\n`

/**
 * Reads a plan back.
 *
 * @throws InputError where the text is no plan, or not as it was planned
 */
export async function parsePlan(text: string): Promise<ScanPlan> {
  let plan: ScanPlan
  try {
    plan = JSON.parse(text)
    if (plan.hash === undefined || plan.spec === undefined) throw new InputError('')
  } catch {
    throw new InputError('it is no plan of a scan; write one with zest scan plan', 'plan.json')
  }
  const { spec, version, build } = plan
  const found = await contentHash({ spec, version, build })
  if (found !== plan.hash || pointFormula(spec.parameters, spec.samples).count !== plan.points) {
    throw new InputError('it was changed after zest scan plan wrote it; plan the changed scan in a folder of its own', 'plan.json')
  }
  return plan
}

/** Chunks there are in all. */
export const chunkCount = ({ points, chunk }: Pick<ScanPlan, 'points' | 'chunk'>): number => Math.ceil(points / chunk)

/** The points of a chunk: from where, and how many. */
export function chunkRange({ points, chunk }: Pick<ScanPlan, 'points' | 'chunk'>, index: number): { first: number; rows: number } {
  const first = index * chunk
  return { first, rows: Math.min(chunk, points - first) }
}

/**
 * The chunks of a shard, ascending: every `shards`-th, so that all shards get their part of what is dear.
 *
 * @example
 * shardChunks({ points: 100, chunk: 10, shards: 4 }, 1) // [1, 5, 9]
 */
export function shardChunks(plan: Pick<ScanPlan, 'points' | 'chunk' | 'shards'>, shard: number): number[] {
  const chunks = chunkCount(plan)
  return Array.from({ length: Math.ceil((chunks - shard) / plan.shards) }, (_, i) => shard + i * plan.shards)
}

/**
 * Points of a shard, those of all its chunks.
 *
 * @example
 * shardPoints({ points: 95, chunk: 10, shards: 4 }, 1) // 25
 */
export function shardPoints({ points, chunk, shards }: Pick<ScanPlan, 'points' | 'chunk' | 'shards'>, shard: number): number {
  const last = Math.ceil(points / chunk) - 1
  const chunks = Math.floor((last - shard) / shards) + 1
  return chunks * chunk - (last % shards === shard ? (last + 1) * chunk - points : 0)
}
