import { departuresText } from '../../assumptions.ts'
import { InputError } from '../../errors.ts'
import { cornerFigure } from '../../figures/corner.ts'
import { plotTitle, sharedAssumptions } from '../../figures/phrases.ts'
import type { FigureSpec } from '../../figures/spec.ts'
import {
  type ChainProperties,
  chainFiles,
  combine,
  ensemble,
  heard,
  likelihoodTable,
  logUniformPrior,
  modelSpace,
  nested,
  uniformPrior,
} from '../../inference/index.ts'
import { mockText } from '../../reports/mock.ts'
import { type SampleReport, sampleJson, sampleText } from '../../reports/sample.ts'
import { parsePositive } from '../../units.ts'
import { VERSION } from '../../version.ts'
import { during } from '../busy.ts'
import { checkWritable, writeFiles } from '../io.ts'
import { chosenMeasurements, chosenOthers, type MeasurementOptions } from '../measurements.ts'
import { chosenMock, type MockWords, measuredOr, mockBoson } from '../mock.ts'
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
import { chosenOutputs, chosenTheme, FIGURE_FORMATS, figureFiles } from '../outputs.ts'
import { range } from '../ranges.ts'

interface Options extends CommonOptions, MeasurementOptions, MockWords {
  model?: string
  mass: string
  coupling: string
  vary?: string
  method: string
  seed: string
  steps?: string
  live?: string
  out?: string
  corner?: string
  theme: string
}

const METHODS = ['nested', 'ensemble'] as const
/** Of an ensemble one step out of so many is kept: steps are as alike as that. */
const THIN = 5
/** Evaluations between looks at the clock. */
const SHOWN_EVERY = 256
/** Steps of a walker and live points, at least and at most. */
const [STEPS, LIVE] = [
  [100, 1e6],
  [50, 1e5],
] as const
/** Regions of a corner figure: 1σ, 90 %, 2σ. */
const CORNER_LEVELS = [0.6827, 0.9, 0.9545]

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
  const steps = sizeOf(options.steps, 'steps', STEPS, method === 'ensemble')
  const livePoints = sizeOf(options.live, 'live', LIVE, method === 'nested')
  const mock = await chosenMock(options, model)
  const theme = chosenTheme(options.theme)
  const corners = options.corner === undefined ? [] : await chosenOutputs(options.corner, 'corner.svg', FIGURE_FORMATS, 'corner')
  if (options.out !== undefined) await checkWritable(options.out)
  const { measured, approximate } = await chosenMeasurements(options, assumptions)
  const { combination, silences } = heard(combine(measuredOr(mock, measured), approximate), space)
  const run = during(`tabulating ${combination.constraints.map(({ entry }) => entry.id).join(', ')}`, (busy) => {
    const { profiled } = likelihoodTable(combination, space)
    let evaluations = 0
    const logLikelihood = (point: Float64Array): number => {
      if (++evaluations % SHOWN_EVERY === 0) busy.count(() => `sampling: ${evaluations} evaluations`)
      return -0.5 * profiled(point)
    }
    const target = { parameters, logLikelihood }
    return method === 'nested'
      ? nested(target, { seed, ...(livePoints && { livePoints }) })
      : ensemble(target, { seed, thin: THIN, ...(steps && { steps }) })
  })
  const data = mock && { boson: mockBoson(mock, assumptions) }
  const report = { combination, silences, space, assumptions, seed, run, ...(data && { mock: data }) }
  const files = options.out === undefined ? [] : chainFiles(options.out, run, propertiesOf(report, method))
  const drawn = corners.length === 0 ? [] : await figureFiles(cornerOf(report), theme, corners)
  await writeFiles([...files, ...drawn])
  warnAbout(model, assumptions)
  const paths = [...files, ...drawn].map(({ path }) => path)
  if (options.json) printJson({ ...sampleJson(report), files: paths })
  else print(sampleText(report, paths))
}

/** How long a run is, where told. */
function sizeOf(
  text: string | undefined,
  field: string,
  [least, most]: readonly [number, number],
  isOfMethod: boolean,
): number | undefined {
  if (text === undefined) return undefined
  if (!isOfMethod) throw new InputError(`goes with --method ${field === 'steps' ? 'ensemble' : 'nested'}`, field)
  const size = wholeNumber(text, field)
  if (size < least || size > most) throw new InputError(`${size} is not allowed; allowed: ${least} to ${most}`, field)
  return size
}

/** What a chain says of itself beside its rows. */
function propertiesOf({ space, combination, assumptions, mock }: SampleReport, method: (typeof METHODS)[number]): ChainProperties {
  return {
    sampler: method === 'nested' ? method : 'mcmc',
    burn_removed: 'T',
    zest: VERSION,
    model: space.model.id,
    likelihood: combination.constraints.map(({ entry }) => entry.id).join(', '),
    assumptions: departuresText(assumptions),
    ...(mock && { data: mockText(mock, space) }),
  }
}

/** The corner figure of samples of a posterior. */
function cornerOf({ run, space, combination: { constraints }, mock }: SampleReport): FigureSpec {
  const remarks = [
    `likelihood of ${constraints.map(({ entry }) => entry.label).join(', ')}`,
    ...sharedAssumptions(constraints),
    ...(mock === undefined ? [] : [mockText(mock, space)]),
  ]
  return cornerFigure(run, {
    id: `corner-${space.model.id}`,
    title: plotTitle(
      space.model,
      space.parameters.map(({ name }) => name),
    ),
    view: 'marginal',
    levels: CORNER_LEVELS,
    ...(mock && { truth: { mass: mock.boson.mass, coupling: mock.boson.coupling } }),
    remarks,
  })
}
