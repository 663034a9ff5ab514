import type { Assumptions } from '../assumptions.ts'
import { couplingRay } from '../couplings/index.ts'
import { InputError } from '../errors.ts'
import { type Combination, combine, type Heard, heard, heardAt, likelihoodTable, modelSpace, type Parameter } from '../inference/index.ts'
import type { Model } from '../models/index.ts'
import { silencesJson } from '../reports/silences.ts'
import { parsePositive } from '../units.ts'
import { VERSION } from '../version.ts'
import type { ServedLikelihood } from './likelihood-lines.ts'
import { chosenMeasurements, chosenOthers, type MeasurementOptions } from './measurements.ts'
import { type CommonOptions, chosenAssumptions, chosenCoupling, chosenModel, warnAbout } from './options.ts'
import { range } from './ranges.ts'

type Range = readonly [lo: number, hi: number]

export interface LikelihoodOptions extends CommonOptions, MeasurementOptions {
  model?: string
  mass: string
  coupling: string
  vary?: string
}

/** One value, or `lo:hi`. */
const valueOrRange = (text: string, field: string, parse: (text: string) => number, example: string): Range | readonly [number] =>
  text.includes(':') ? range(text, parse, example, field)! : [parse(text)]

/** What is asked for by `--model --constraint --approximate --mass --coupling --vary` under the chosen assumptions. */
export async function chosenLikelihood(options: LikelihoodOptions) {
  const assumptions = await chosenAssumptions(options)
  const masses = valueOrRange(options.mass, 'mass', (text) => parsePositive(text, 'energy', 'mass'), '1MeV:1GeV')
  const couplings = valueOrRange(options.coupling, 'coupling', chosenCoupling, '1e-6:1e-2')
  const others = chosenOthers(options.vary)
  const model = await chosenModel(options.model)
  const { measured, approximate } = await chosenMeasurements(options, assumptions)
  const { combination, silences, likelihood } = served(combine(measured, approximate), model, masses, couplings, others)
  warnAbout(model, assumptions)
  return { assumptions, model, combination, silences, likelihood }
}

/** The likelihood of what is given as a range: from tables over the masses, or along the couplings of one mass. */
function served(
  given: Combination,
  model: Model,
  masses: Range | readonly [number],
  couplings: Range | readonly [number],
  others: readonly Omit<Parameter, 'label'>[],
): Heard & { readonly likelihood: ServedLikelihood } {
  const varied = [
    { name: 'mass', unit: 'GeV', range: masses },
    { name: 'coupling', unit: '', range: couplings },
    ...others.map(({ name, range }) => ({ name, unit: '', range })),
  ]
  const isRange = <T extends { range: readonly number[] }>(one: T): one is T & { range: Range } => one.range.length === 2
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
    const rays = [(own: Assumptions) => couplingRay(model, lightest, own)]
    const { combination, silences } = heardAt(given, [{ mass: lightest, rays }])
    const line = combination.along(rays[0])
    const likelihood = {
      parameters,
      minus2LogL(values: ArrayLike<number>) {
        fill(values)
        return line.profiled(point[1])
      },
    }
    return { combination, silences, likelihood }
  }
  const [feeblest, strongest = 2 * feeblest] = couplings
  const space = modelSpace(model, { masses: [lightest, heaviest], couplings: [feeblest, strongest], others })
  const { combination, silences } = heard(given, space)
  const table = likelihoodTable(combination, space)
  const likelihood = {
    parameters,
    minus2LogL(values: ArrayLike<number>) {
      fill(values)
      return table.profiled(point)
    },
  }
  return { combination, silences, likelihood }
}

/** The first line of `zest serve-likelihood`: what is served, by whom. */
export function greeting({ assumptions, model, combination, silences, likelihood }: Awaited<ReturnType<typeof chosenLikelihood>>) {
  return {
    zest: VERSION,
    protocol: 1,
    model: { id: model.id, title: model.title },
    parameters: likelihood.parameters,
    constraints: combination.constraints.map(({ entry }) => entry.id),
    approximations: combination.approximations.map(({ constraint, statement }) => ({ id: constraint.entry.id, statement })),
    silent: silencesJson(silences),
    profiled: combination.nuisances.map(({ id }) => id),
    minus2LogL_standard_model: combination.standard(),
    assumptions,
  }
}
