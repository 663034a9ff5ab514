import type { CountsModel } from '../constraints/index.ts'
import { type BinnedData, jointLikelihood, type Nuisance } from '../statistics/index.ts'

/** Data of one constraint and what is expected of them. */
export interface DataSet {
  readonly counts: CountsModel
  readonly data: BinnedData
}

/**
 * Several data sets against whatever stands in `expected`: data sets that share nuisances are profiled together, others by themselves.
 */
export interface Expectations {
  /** Counts without a boson, data set after data set, in the order given. */
  readonly standard: Float64Array
  /** To be written before either question: laid out like `standard`. */
  readonly expected: Float64Array
  /** Where a data set begins. */
  readonly offsets: readonly number[]
  readonly nuisances: readonly Nuisance[]
  /** How many bins there are in all. */
  readonly bins: number
  /** $-2\ln L$ with the constraints of the nuisances, each once, at the smallest. */
  minimum(): number
  /** The nuisances there. */
  readonly best: Float64Array
  /** The same at given nuisances. */
  at(nuisances: ArrayLike<number>): number
}

/** The likelihood of data sets that share nuisances, with its own part of all counts and of all nuisances. */
function group(members: readonly DataSet[], expected: Float64Array, slots: readonly number[]) {
  const joint = jointLikelihood(members.map(({ data }) => data.model))
  const observed = Float64Array.from(members.flatMap(({ data }) => [...data.observed]))
  const theta = new Float64Array(slots.length)
  return {
    minimum(best: Float64Array): number {
      const value = joint.minimum(observed, expected)
      for (let k = 0; k < slots.length; k++) best[slots[k]] = joint.best[k]
      return value
    },
    at(nuisances: ArrayLike<number>): number {
      for (let k = 0; k < slots.length; k++) theta[k] = nuisances[slots[k]]
      return joint.minus2LogL(observed, expected, theta) + joint.constraints(theta)
    },
  }
}

/** Data sets that share nuisances, directly or through others, together; in the order of their first. */
function sharing(sets: readonly DataSet[]): number[][] {
  const groups: { members: number[]; ids: Set<string> }[] = []
  for (const [i, { data }] of sets.entries()) {
    const own = new Set(data.model.nuisances.map(({ id }) => id))
    const touched = groups.filter(({ ids }) => [...own].some((id) => ids.has(id)))
    const [first] = touched
    if (first === undefined) {
      groups.push({ members: [i], ids: own })
      continue
    }
    first.members.push(i)
    for (const id of own) first.ids.add(id)
    for (const other of touched.slice(1)) {
      first.members.push(...other.members)
      for (const id of other.ids) first.ids.add(id)
      groups.splice(groups.indexOf(other), 1)
    }
  }
  return groups.map(({ members }) => members.sort((a, b) => a - b))
}

/**
 * Prepares the joint likelihood of data sets.
 *
 * @throws InputError where two of them disagree about a nuisance that they share
 */
export function expectationsOf(sets: readonly DataSet[]): Expectations {
  const groups = sharing(sets)
  const lengths = sets.map(({ counts }) => counts.standard.length)
  const standard = new Float64Array(lengths.reduce((sum, length) => sum + length, 0))
  const expected = standard.slice()
  const offsets = lengths.map(() => 0)
  const nuisances: Nuisance[] = []
  const parts: ReturnType<typeof group>[] = []
  let offset = 0
  for (const members of groups) {
    const start = offset
    for (const i of members) {
      offsets[i] = offset
      standard.set(sets[i].counts.standard, offset)
      offset += lengths[i]
    }
    const own = jointLikelihood(members.map((i) => sets[i].data.model)).nuisances
    const slots = own.map((_, k) => nuisances.length + k)
    nuisances.push(...own)
    parts.push(
      group(
        members.map((i) => sets[i]),
        expected.subarray(start, offset),
        slots,
      ),
    )
  }
  expected.set(standard)
  const best = Float64Array.from(nuisances, ({ central }) => central)
  return {
    standard,
    expected,
    offsets,
    nuisances,
    bins: sets.reduce((sum, { data }) => sum + data.model.bins, 0),
    best,
    minimum() {
      let sum = 0
      for (let p = 0; p < parts.length; p++) sum += parts[p].minimum(best)
      return sum
    },
    at(values) {
      let sum = 0
      for (let p = 0; p < parts.length; p++) sum += parts[p].at(values)
      return sum
    },
  }
}
