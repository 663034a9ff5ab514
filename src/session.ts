import { type Assumptions, assume } from './assumptions.ts'
import { type Constraint, type Entry, type Interval, isSilent, type Kind, type Silent, type Verdict } from './constraints/constraint.ts'
import { intervalsAt } from './constraints/intervals.ts'
import { type Boson, bosonAt, couplingRay, couplingRays, type Ray } from './couplings/boson.ts'
import { FailureError, InputError, unknownWord } from './errors.ts'
import { EXPERIMENTS, refuseMissing } from './experiments/index.ts'
import { type Model, type ModelSpec, resolveModel } from './models/index.ts'

/**
 * A constraint by name, with assumptions of its own where it must differ from the rest: `g-2-muon` or `g-2-muon@gMinus2=fnal-2021`.
 * A user's own entry object is as good as a name.
 */
export type ConstraintSpec = string | Entry

export interface LimitPoint {
  readonly mass: number
  readonly result: Silent | readonly Interval[]
}

/** What one constraint says along a range of masses. */
export interface LimitCurve {
  readonly constraint: Constraint
  readonly points: readonly LimitPoint[]
}

export interface PointResult {
  readonly constraint: Constraint
  readonly verdict: Verdict
  readonly status: Status
}

export type Status = 'excluded' | 'allowed' | 'preferred' | 'disfavoured' | 'detected' | 'beyond-reach' | 'silent'

/** What a verdict means for each kind of constraint. */
export function statusOf(kind: Kind, verdict: Verdict): Status {
  if (isSilent(verdict)) return 'silent'
  if (Number.isNaN(verdict)) throw new FailureError('a strength is not a number: please report this')
  if (kind === 'exclusion') return verdict >= 1 ? 'excluded' : 'allowed'
  if (kind === 'preferred') return verdict <= 1 ? 'preferred' : 'disfavoured'
  return verdict >= 1 ? 'detected' : 'beyond-reach'
}

/**
 * The one door to results: a set of assumptions, and every constraint prepared under them at most once.
 *
 * @example
 * const session = new Session(assume())
 * const [curve] = await session.limits('mu-tau', ['borexino-2017'], [0.01, 0.02])
 * curve.points[1].result // [[8.5e-4, Infinity]]
 */
export class Session {
  readonly assumptions: Assumptions
  readonly #catalogue: readonly Entry[]
  readonly #prepared = new Map<ConstraintSpec, Promise<Constraint>>()

  /** @param own entries of the user's, beside the catalogue's */
  constructor(assumptions: Assumptions = assume(), own: readonly Entry[] = []) {
    this.assumptions = assumptions
    this.#catalogue = [...EXPERIMENTS, ...own]
  }

  get catalogue(): readonly Entry[] {
    return this.#catalogue
  }

  /** The constraints asked for, each once, in the order asked; all of the catalogue where none is named. */
  async constraints(specs: readonly ConstraintSpec[] = this.#catalogue): Promise<Constraint[]> {
    return [...new Set(await Promise.all(specs.map((spec) => this.constraint(spec))))]
  }

  constraint(spec: ConstraintSpec): Promise<Constraint> {
    let prepared = this.#prepared.get(spec)
    if (prepared === undefined) {
      this.#prepared.set(spec, (prepared = this.#prepare(spec)))
      // A table that did not load may load the next time.
      prepared.catch(() => this.#prepared.delete(spec))
    }
    return prepared
  }

  async #prepare(spec: ConstraintSpec): Promise<Constraint> {
    if (typeof spec !== 'string') return spec.prepare(this.assumptions)
    const [id, ...settings] = spec.split('@')
    const ids = this.#catalogue.map((entry) => entry.id)
    const entry = this.#catalogue[ids.indexOf(id)]
    refuseMissing(id, 'constraint')
    if (entry === undefined) throw unknownWord('constraint', id, ids, 'constraint')
    if (settings.length === 0) return this.constraint(entry)
    return entry.prepare(assume({ ...this.assumptions }, Object.fromEntries(settings.flatMap((text) => text.split(',')).map(keyAndValue))))
  }

  model(spec: ModelSpec | Model): Model {
    return typeof spec === 'object' && 'treeMixing' in spec ? spec : resolveModel(spec)
  }

  boson(spec: ModelSpec | Model, mass_GeV: number, coupling: number): Boson {
    return bosonAt(this.model(spec), mass_GeV, coupling, this.assumptions)
  }

  ray(spec: ModelSpec | Model, mass_GeV: number): Ray {
    return couplingRay(this.model(spec), mass_GeV, this.assumptions)
  }

  /** What every constraint asked for says about one boson; one with assumptions of its own sees the boson under those. */
  async point(boson: Boson, specs?: readonly ConstraintSpec[]): Promise<PointResult[]> {
    const constraints = await this.constraints(specs)
    const { model, mass, coupling } = boson
    return constraints.map((constraint) => {
      const isOwn = constraint.assumptions !== this.assumptions
      const verdict = constraint.strength(isOwn ? bosonAt(model, mass, coupling, constraint.assumptions) : boson)
      return { constraint, verdict, status: statusOf(constraint.kind, verdict) }
    })
  }

  /** What the constraints exclude or prefer at each mass; the ray of a mass is shared by all that share assumptions. */
  async limits(
    spec: ModelSpec | Model,
    specs: readonly ConstraintSpec[] | undefined,
    masses_GeV: readonly number[],
  ): Promise<LimitCurve[]> {
    const model = this.model(spec)
    const constraints = await this.constraints(specs)
    const shared = onePerMass(couplingRays(model, this.assumptions))
    return constraints.map((constraint) => {
      const rayAt = constraint.assumptions === this.assumptions ? shared : couplingRays(model, constraint.assumptions)
      return { constraint, points: masses_GeV.map((mass) => ({ mass, result: intervalsAt(constraint, rayAt, mass) })) }
    })
  }
}

/** The same rays, each built once. */
function onePerMass(rayAt: (mass: number) => Ray): (mass: number) => Ray {
  const known = new Map<number, Ray>()
  return (mass) => {
    let ray = known.get(mass)
    if (ray === undefined) known.set(mass, (ray = rayAt(mass)))
    return ray
  }
}

/** One setting after the @ of a constraint. */
function keyAndValue(text: string): [key: string, value: string] {
  const equals = text.indexOf('=')
  if (equals < 0) throw new InputError(`'${text}' after @ is not key=value`, 'constraint')
  return [text.slice(0, equals), text.slice(equals + 1)]
}
