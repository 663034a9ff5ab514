import { InputError } from '../../errors.ts'
import { fitFigure } from '../../figures/fit.ts'
import {
  combine,
  type Fit,
  fit as fitOf,
  fitRegions,
  GRID_PRIORS,
  type MockOptions,
  modelSpace,
  posteriorOf,
} from '../../inference/index.ts'
import { allIntervals, type FitReport, fitJson, fitText } from '../../reports/fit.ts'
import { mockText } from '../../reports/mock.ts'
import { parsePositive } from '../../units.ts'
import { during } from '../busy.ts'
import { writeFiles } from '../io.ts'
import { chosenLevels } from '../levels.ts'
import { chosenMeasurements, chosenOthers } from '../measurements.ts'
import { chosenMock, type MockWords, measuredOr, mockBoson } from '../mock.ts'
import {
  type CommonOptions,
  chosenAssumptions,
  chosenCoupling,
  chosenModel,
  jsonText,
  oneOf,
  print,
  printJson,
  warnAbout,
  wholeNumber,
} from '../options.ts'
import { chosenOutputs, chosenTheme, FIGURE_FORMATS, figureFiles } from '../outputs.ts'
import { range } from '../ranges.ts'

interface Options extends CommonOptions, MockWords {
  model?: string
  constraint?: string[]
  approximate?: string[]
  mass: string
  coupling: string
  vary?: string
  level: string
  seed?: string
  posterior?: string
  out?: string
  theme: string
}

/** Of mock data. */
function chosenSeed({ mock, seed }: Options): MockOptions {
  if (seed === undefined) return {}
  if (mock === undefined) throw new InputError('goes with --mock, such as --mock 20MeV,5e-4', 'seed')
  return { seed: wholeNumber(seed, 'seed') }
}

export async function fit(options: Options): Promise<void> {
  const assumptions = await chosenAssumptions(options)
  const levels = chosenLevels(options.level)
  const theme = chosenTheme(options.theme)
  const prior = options.posterior === undefined ? undefined : oneOf('posterior', options.posterior, GRID_PRIORS)
  const masses = range(options.mass, (text) => parsePositive(text, 'energy', 'mass'), '1MeV:1GeV', 'mass')!
  const couplings = range(options.coupling, chosenCoupling, '1e-6:1e-1', 'coupling')!
  const model = await chosenModel(options.model)
  const space = modelSpace(model, { masses, couplings, others: chosenOthers(options.vary) })
  if (prior !== undefined && options.vary !== undefined) {
    throw new InputError('goes with mass and coupling alone; leave --vary out, or sample instead', 'posterior')
  }
  const mock = await chosenMock(options, model)
  const drawing = chosenSeed(options)
  const outputs = options.out === undefined ? [] : await chosenOutputs(options.out, 'fit.svg', [...FIGURE_FORMATS, 'json'])
  const { measured, approximate } = await chosenMeasurements(options, assumptions)
  const combination = combine(measuredOr(mock, measured, drawing), approximate)
  const about = combination.constraints.map(({ entry }) => entry.id).join(', ')
  const found = during(`fitting ${about}`, () => fitOf(combination, space))
  const regions = fitRegions(found, levels)
  const posterior = prior && posteriorReport(found, prior, levels)
  const report: FitReport = {
    found,
    assumptions,
    intervals: allIntervals(found, levels),
    regions,
    ...(posterior && { posterior }),
    ...(mock && { mock: { boson: mockBoson(mock, assumptions), ...drawing } }),
  }
  const figures = outputs.filter(({ format }) => format !== 'json')
  const spec = fitFigure(found, posterior?.regions ?? regions, {
    ...(mock && { truth: mock }),
    ...(report.mock && { remarks: [mockText(report.mock, space)] }),
    ...(posterior && { about: `posterior, ${prior} prior` }),
  })
  const drawn = figures.length === 0 ? [] : await figureFiles(spec, theme, figures)
  const tables = outputs.flatMap(({ path, format }) => (format === 'json' ? [{ path, content: jsonText(fitJson(report)) }] : []))
  await writeFiles([...drawn, ...tables])
  const files = outputs.map(({ path }) => path)
  warnAbout(model, assumptions)
  if (options.json) printJson({ ...fitJson(report), files })
  else print(fitText(report, files))
}

function posteriorReport(found: Fit, prior: (typeof GRID_PRIORS)[number], levels: readonly number[]) {
  const of = posteriorOf(found, prior)
  return { of, regions: levels.map((share) => of.region(share)) }
}
