import type { Assumptions } from '../assumptions.ts'
import { interestingCouplings } from '../constraints/counts.ts'
import { type Constraint, type CountsGrowth, type CountsModel, isSilent, type Silent } from '../constraints/index.ts'
import { type Boson, couplingRay, type Ray } from '../couplings/index.ts'
import { InputError } from '../errors.ts'
import type { Nuisance } from '../statistics/index.ts'
import { type Expectations, expectationsOf } from './expectations.ts'
import { approximated, isPenalty, type Penalty, refuseSameData, termOf } from './terms.ts'

/** The couplings of one model at one mass, under the assumptions that a constraint asks for. */
export type RayUnder = (assumptions: Assumptions) => Ray

/** $-2\ln L$ of all data along the couplings of one model at one mass. */
export interface LikelihoodLine {
  /** With the nuisances profiled; at coupling 0 that of the Standard Model. */
  profiled(coupling: number): number
  /** At given nuisances, their constraints included, in the order of the combination's. */
  at(coupling: number, nuisances: ArrayLike<number>): number
  /** Couplings that may be asked about. */
  readonly range: readonly [number, number]
  /** ln g where something happens, and the ends of the range: close enough to find minima between. */
  readonly grid: readonly number[]
}

/** Data sets whose counts a boson changes, where they begin among all, and how their errors are. */
export interface Member {
  readonly constraint: Constraint
  readonly counts: CountsModel
  readonly offset: number
  readonly bins: number
  readonly sigmas: Float64Array | undefined
}

/** The joint likelihood of constraints; see {@link combine}. */
export interface Combination {
  readonly constraints: readonly Constraint[]
  /** Limits that enter by an approximation, and which. */
  readonly approximations: readonly { readonly constraint: Constraint; readonly statement: string }[]
  /** Of all data, each once. */
  readonly nuisances: readonly Nuisance[]
  /** How many numbers were measured. */
  readonly bins: number
  /** The nuisances at the last profile, whatever was asked. */
  readonly best: Float64Array
  along(rayUnder: RayUnder): LikelihoodLine
  /** Constraints with nothing to say about the bosons of a ray, and why: their data are those without a boson. */
  silentAt(rayUnder: RayUnder): readonly (readonly [Constraint, string])[]
  /** $-2\ln L$ over that of a perfect description, the constraints of the nuisances included. */
  minus2LogL(boson: Boson, nuisances: ArrayLike<number>): number
  /** The same, least over the nuisances. */
  profiled(boson: Boson): number
  /** $-2\ln L$ without a boson, profiled. */
  standard(): number
  /** What tables of it are made of. */
  readonly members: readonly Member[]
  readonly penalties: readonly Penalty[]
  readonly expectations: Expectations
}

/** Points per decade of g. */
const POINTS_PER_DECADE = 12

/**
 * The joint likelihood of constraints: the sum of their $-2\ln L$, nuisances that share an id (`flux.sns`, `flux.7Be`) profiled as one, constrained once.
 *
 * Nothing is allocated where it is evaluated along a line whose counts have a closed form. One instance keeps what it evaluates in place, and so belongs to one
 * thread of work.
 *
 * @param constraints that have a likelihood
 * @param approximate limits that enter by {@link approximated}
 * @throws InputError (field `constraint` or `approximate`) for a constraint without a likelihood, for data that would count twice, for nuisances that two
 * constraints disagree about, and where there is nothing to combine
 * @example
 * const session = new Session(assume())
 * const joint = combine(await session.constraints(['borexino-2017', 'cenns10-2020', 'g-2-muon']))
 * joint.nuisances.map(({ id }) => id) // ['flux.7Be', 'cenns10.scale']
 * joint.profiled(session.boson('mu-tau', 0.02, 3e-4)) // 1.703
 */
export function combine(constraints: readonly Constraint[], approximate: readonly Constraint[] = []): Combination {
  const all = [...constraints, ...approximate]
  if (all.length === 0) throw new InputError('nothing to combine; give one or more', 'constraint')
  refuseSameData(all)
  const terms = constraints.map(termOf)
  const penalties = [...terms.filter(isPenalty), ...approximate.map(approximated)]
  const data = terms.flatMap((term) => (isPenalty(term) ? [] : [term]))
  const expectations = expectationsOf(data.map(({ set }) => set))
  const { expected, offsets, best } = expectations
  const members = data.map(({ constraint, set: { counts, data } }, i): Member => {
    const { bins, sigmas } = data.model
    return { constraint, counts, offset: offsets[i], bins, sigmas }
  })

  const silenceOf = ({ value }: Penalty, ray: Ray): Silent | undefined => {
    const own = value(ray.at(ray.range[1]))
    return isSilent(own) ? own : undefined
  }
  function silentAt(rayUnder: RayUnder): (readonly [Constraint, string])[] {
    const of = (constraint: Constraint, silence: Silent | undefined): (readonly [Constraint, string])[] =>
      silence === undefined ? [] : [[constraint, silence.silent]]
    return [
      ...members.flatMap(({ constraint, counts }) => of(constraint, counts.silence(rayUnder(constraint.assumptions)))),
      ...penalties.flatMap((penalty) => of(penalty.constraint, silenceOf(penalty, rayUnder(penalty.constraint.assumptions)))),
    ]
  }

  function along(rayUnder: RayUnder): LikelihoodLine {
    const speaking = members.flatMap((member) => {
      const ray = rayUnder(member.constraint.assumptions)
      return member.counts.silence(ray) === undefined ? [{ ...member, ray, growth: member.counts.growth(ray) }] : []
    })
    const bound = penalties.flatMap((penalty) => {
      const ray = rayUnder(penalty.constraint.assumptions)
      return silenceOf(penalty, ray) === undefined ? [{ ...penalty, ray }] : []
    })
    const closed = speaking.flatMap(({ offset, counts: { standard }, growth }) =>
      growth === undefined ? [] : [{ offset, standard, growth }],
    )
    const open = speaking.flatMap(({ offset, counts, growth, ray }) => {
      return growth === undefined ? [{ counts, ray, out: expected.subarray(offset, offset + counts.standard.length) }] : []
    })
    const { range } = rayUnder(all[0].assumptions)

    function fill(coupling: number): void {
      expected.set(expectations.standard)
      if (coupling === 0) return
      const square = coupling * coupling
      for (let m = 0; m < closed.length; m++) write(closed[m], square, expected)
      for (let m = 0; m < open.length; m++) open[m].counts.counts(open[m].ray.at(coupling), open[m].out)
    }
    function penaltiesAt(coupling: number): number {
      let sum = 0
      if (coupling === 0) return sum
      for (const { value, ray } of bound) {
        const own = value(ray.at(coupling))
        if (!isSilent(own)) sum += own
      }
      return sum
    }
    return {
      range,
      grid: gridOf(speaking, bound.length > 0, range),
      profiled(coupling) {
        fill(coupling)
        return expectations.minimum() + penaltiesAt(coupling)
      },
      at(coupling, nuisances) {
        fill(coupling)
        return expectations.at(nuisances) + penaltiesAt(coupling)
      },
    }
  }

  // Keyed by the ray object, which carries all that a line depends on besides what this closure holds.
  const lines = new WeakMap<Ray, LikelihoodLine>()
  function lineOf({ ray, model, mass, assumptions }: Boson): LikelihoodLine {
    let line = lines.get(ray)
    if (line === undefined) lines.set(ray, (line = along((own) => (own === assumptions ? ray : couplingRay(model, mass, own)))))
    return line
  }
  return {
    constraints: all,
    approximations: penalties.flatMap(({ constraint, approximation }) =>
      approximation === undefined ? [] : [{ constraint, statement: approximation }],
    ),
    nuisances: expectations.nuisances,
    bins: expectations.bins,
    best,
    along,
    silentAt,
    minus2LogL: (boson, nuisances) => lineOf(boson).at(boson.coupling, nuisances),
    profiled: (boson) => lineOf(boson).profiled(boson.coupling),
    standard() {
      expected.set(expectations.standard)
      return expectations.minimum()
    },
    members,
    penalties,
    expectations,
  }
}

/** Writes counts that grow as $N_0 + g^2N_1 + g^4N_2$. */
function write(
  { offset, standard, growth }: { readonly offset: number; readonly standard: Float64Array; readonly growth: CountsGrowth },
  square: number,
  expected: Float64Array,
): void {
  const { linear, quadratic } = growth
  for (let i = 0; i < standard.length; i++) expected[offset + i] = standard[i] + square * (linear[i] + square * quadratic[i])
}

/** Couplings worth looking at, in ln g: from where no data feel the boson to where all that do are lost, evenly; and the ends. */
function gridOf(
  speaking: readonly (Member & { readonly ray: Ray; readonly growth: CountsGrowth | undefined })[],
  hasPenalties: boolean,
  range: readonly [number, number],
): readonly number[] {
  let [from, to] = hasPenalties ? range : [range[1], range[0]]
  for (const { counts, ray, growth = counts.rough?.(ray), bins, sigmas } of speaking) {
    const isKnown = growth !== undefined && 'linear' in growth
    const [lo, hi] = isKnown ? interestingCouplings(counts.standard, growth, bins, range, sigmas) : range
    from = Math.min(from, lo)
    to = Math.max(to, hi)
  }
  if (!(from < to)) return range.map(Math.log)
  const steps = Math.max(8, Math.ceil(Math.log10(to / from) * POINTS_PER_DECADE))
  const grid = Array.from({ length: steps + 1 }, (_, i) => Math.log(from) + (Math.log(to / from) * i) / steps)
  if (from > range[0]) grid.unshift(Math.log(range[0]))
  if (to < range[1]) grid.push(Math.log(range[1]))
  return grid
}
