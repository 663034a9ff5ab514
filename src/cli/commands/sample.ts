import { chainFiles, combine, ensemble, likelihoodTable, logUniformPrior, modelSpace, nested, uniformPrior } from '../../inference/index.ts'
import { sampleJson, sampleText } from '../../reports/sample.ts'
import { parsePositive } from '../../units.ts'
import { checkWritable, writeFiles } from '../io.ts'
import { chosenMeasurements, chosenOthers, type MeasurementOptions } from '../measurements.ts'
import {
  type CommonOptions,
  chosenAssumptions,
  chosenCoupling,
  chosenModel,
  oneOf,
  print,
  printJson,
  warnAbout,
  wholeNumber,
} from '../options.ts'
import { range } from '../ranges.ts'

interface Options extends CommonOptions, MeasurementOptions {
  model?: string
  mass: string
  coupling: string
  vary?: string
  method: string
  seed: string
  out?: string
}

const METHODS = ['nested', 'ensemble'] as const
/** Of an ensemble one step out of so many is kept: steps are as alike as that. */
const THIN = 5

/** Samples of the posterior of a model's parameters, and chains of them. */
export async function sample(options: Options): Promise<void> {
  const assumptions = await chosenAssumptions(options)
  const method = oneOf('method', options.method, METHODS)
  const seed = wholeNumber(options.seed, 'seed')
  const masses = range(options.mass, (text) => parsePositive(text, 'energy', 'mass'), '1MeV:1GeV', 'mass')!
  const couplings = range(options.coupling, chosenCoupling, '1e-6:1e-1', 'coupling')!
  const model = await chosenModel(options.model)
  const space = modelSpace(model, { masses, couplings, others: chosenOthers(options.vary) })
  const parameters = space.parameters.map(({ name, label, scale, range: [lo, hi] }) => ({
    name,
    label,
    prior: scale === 'log' ? logUniformPrior(lo, hi) : uniformPrior(lo, hi),
  }))
  if (options.out !== undefined) await checkWritable(options.out)
  const { measured, approximate } = await chosenMeasurements(options, assumptions)
  const combination = combine(measured, approximate)
  const { profiled } = likelihoodTable(combination, space)
  const target = { parameters, logLikelihood: (point: Float64Array) => -0.5 * profiled(point) }
  const run = method === 'nested' ? nested(target, { seed }) : ensemble(target, { seed, thin: THIN })
  const files = options.out === undefined ? [] : chainFiles(options.out, run)
  await writeFiles(files)
  const report = { combination, space, assumptions, seed, run }
  warnAbout(model, assumptions)
  const paths = files.map(({ path }) => path)
  if (options.json) printJson({ ...sampleJson(report), files: paths })
  else print(sampleText(report, paths))
}
