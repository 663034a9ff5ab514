import { couplingRay } from '../couplings/index.ts'
import { InputError } from '../errors.ts'
import { type Combination, combine } from '../inference/combine.ts'
import { modelSpace, type Parameter } from '../inference/space.ts'
import { likelihoodTable } from '../inference/table.ts'
import type { Model } from '../models/index.ts'
import { Session } from '../session.ts'
import { parsePositive } from '../units.ts'
import { VERSION } from '../version.ts'
import type { ServedLikelihood } from './likelihood-lines.ts'
import { type CommonOptions, chosenAssumptions, chosenModel, positiveNumber, warnAbout } from './options.ts'
import { chosenConstraints } from './own-limits.ts'

export interface LikelihoodOptions extends CommonOptions {
  model?: string
  constraint?: string[]
  approximate?: string[]
  mass: string
  coupling: string
  vary?: string[]
}

/** One value, or `lo:hi`. */
function valueOrRange(
  text: string,
  field: string,
  parse: (text: string) => number,
  example: string,
): readonly [number] | readonly [number, number] {
  const parts = text.split(':')
  if (parts.length > 2) throw new InputError(`'${text}' is not a range; write lo:hi, such as ${example}`, field)
  const [lo, hi] = parts.map(parse)
  if (hi === undefined) return [lo]
  if (!(hi > lo)) throw new InputError(`range '${text}' is reversed or empty; write the smaller end first`, field)
  return [lo, hi]
}

/** `name=lo:hi`, or `name=lo:hi:log` for one that is tabulated evenly in its logarithm. */
function variedParameter(text: string): Omit<Parameter, 'label'> {
  const [, name, lo, hi, log] = /^\s*(\w+)=([^:]+):([^:]+?)(:log)?\s*$/.exec(text) ?? []
  const [from, to] = [Number(lo), Number(hi)]
  if (name === undefined || !Number.isFinite(to - from))
    throw new InputError(`'${text}' is not name=lo:hi, such as ratio=0.1:1 or ratio=0.01:1:log`, 'vary')
  return { name, range: [from, to], scale: log === undefined ? 'linear' : 'log' }
}

/** What is asked for by `--model --constraint --approximate --mass --coupling --vary` under the chosen assumptions. */
export async function chosenLikelihood(options: LikelihoodOptions) {
  const assumptions = await chosenAssumptions(options)
  const masses = valueOrRange(options.mass, 'mass', (text) => parsePositive(text, 'energy', 'mass'), '1MeV:1GeV')
  const couplings = valueOrRange(options.coupling, 'coupling', (text) => positiveNumber(text, 'coupling', 'a coupling'), '1e-6:1e-2')
  const others = (options.vary ?? []).map(variedParameter)
  const model = await chosenModel(options.model)
  const { constraint: measured = [], approximate = [] } = options
  const words = [...measured, ...approximate]
  if (words.length === 0 || words.includes('all'))
    throw new InputError('name those with a likelihood, such as borexino-2017,g-2-muon', 'constraint')
  const { own, specs = [] } = await chosenConstraints(words)
  const session = new Session(assumptions, own)
  const constraints = await Promise.all(specs.map((spec) => session.constraint(spec)))
  const combination = combine(constraints.slice(0, measured.length), constraints.slice(measured.length))
  const likelihood = served(combination, model, masses, couplings, others)
  warnAbout(model, assumptions)
  return { assumptions, model, combination, likelihood }
}

/** The likelihood of what is given as a range: from tables over the masses, or along the couplings of one mass. */
function served(
  combination: Combination,
  model: Model,
  masses: readonly [number] | readonly [number, number],
  couplings: readonly [number] | readonly [number, number],
  others: readonly Omit<Parameter, 'label'>[],
): ServedLikelihood {
  const varied = [
    { name: 'mass', unit: 'GeV', range: masses },
    { name: 'coupling', unit: '', range: couplings },
    ...others.map(({ name, range }) => ({ name, unit: '', range })),
  ]
  const isRange = <T extends { range: readonly number[] }>(one: T): one is T & { range: readonly [number, number] } =>
    one.range.length === 2
  const parameters = varied.filter(isRange)
  const point = Float64Array.from(varied, ({ range }) => range[0])
  const places = parameters.map((one) => varied.indexOf(one))
  const fill = (values: ArrayLike<number>): void => {
    for (let k = 0; k < places.length; k++) point[places[k]] = values[k]
  }
  if (parameters.length === 0) throw new InputError('nothing is free; give a range for --mass, --coupling or both', 'mass')
  const [lightest, heaviest] = masses
  if (heaviest === undefined) {
    if (others.length > 0) throw new InputError('needs a range of masses; give --mass one, however narrow', 'vary')
    const line = combination.along((own) => couplingRay(model, lightest, own))
    return {
      parameters,
      minus2LogL(values) {
        fill(values)
        return line.profiled(point[1])
      },
    }
  }
  const [feeblest, strongest = 2 * feeblest] = couplings
  const space = modelSpace(model, { masses: [lightest, heaviest], couplings: [feeblest, strongest], others })
  const table = likelihoodTable(combination, space)
  return {
    parameters,
    minus2LogL(values) {
      fill(values)
      return table.profiled(point)
    },
  }
}

/** The first line of `zest serve-likelihood`: what is served, by whom. */
export function greeting({ assumptions, model, combination, likelihood }: Awaited<ReturnType<typeof chosenLikelihood>>) {
  return {
    zest: VERSION,
    protocol: 1,
    model: { id: model.id, title: model.title },
    parameters: likelihood.parameters,
    constraints: combination.constraints.map(({ entry }) => entry.id),
    approximations: combination.approximations.map(({ constraint, statement }) => ({ id: constraint.entry.id, statement })),
    profiled: combination.nuisances.map(({ id }) => id),
    minus2LogL_standard_model: combination.standard(),
    assumptions,
  }
}
