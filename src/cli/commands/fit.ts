import { bosonAt } from '../../couplings/index.ts'
import { InputError } from '../../errors.ts'
import { fitFigure } from '../../figures/fit.ts'
import {
  combine,
  type Fit,
  fit as fitOf,
  fitRegions,
  GRID_PRIORS,
  MIXING,
  type MockOptions,
  mockConstraints,
  modelSpace,
  type Parameter,
  posteriorOf,
} from '../../inference/index.ts'
import type { Model } from '../../models/index.ts'
import { allIntervals, type FitReport, fitJson, fitText } from '../../reports/fit.ts'
import { Session } from '../../session.ts'
import { parsePositive } from '../../units.ts'
import { writeFiles } from '../io.ts'
import {
  type CommonOptions,
  chosenAssumptions,
  chosenCoupling,
  chosenMass,
  chosenModel,
  jsonText,
  oneOf,
  print,
  printJson,
  warnAbout,
} from '../options.ts'
import { chosenOutputs, chosenTheme, FIGURE_FORMATS, figureFiles } from '../outputs.ts'
import { chosenConstraints } from '../own-limits.ts'
import { range, signedNumber } from '../ranges.ts'

interface Options extends CommonOptions {
  model?: string
  constraint?: string[]
  approximate?: string[]
  mass: string
  coupling: string
  vary?: string
  level: string
  mock?: string
  mockModel?: string
  seed?: string
  posterior?: string
  out?: string
  theme: string
}

/** Levels by their names in the field. */
const LEVELS: Readonly<Record<string, number>> = { '1sigma': 0.6827, '2sigma': 0.9545, '3sigma': 0.9973 }

/** `1sigma,2sigma,90%`. */
function chosenLevels(text: string): number[] {
  return text.split(',').map((word) => {
    const name = word.trim()
    const percent = /^(\d+\.?\d*)\s*%$/.exec(name)
    const level = percent === null ? LEVELS[name] : Number(percent[1]) / 100
    if (level === undefined || !(level > 0 && level < 1)) {
      throw new InputError(`'${name}' is no level; write ${Object.keys(LEVELS).join(', ')} or a share such as 90%`, 'level')
    }
    return level
  })
}

/** A parameter over a decade or more, above zero, is looked at in its logarithm. */
const DECADE = 10

/** `ratio=0.01:2,mixing=-0.02:0.02`. */
function chosenOthers(text: string | undefined): Omit<Parameter, 'label'>[] {
  if (text === undefined) return []
  return text.split(',').map((part) => {
    const [name, ends = ''] = part.split('=').map((word) => word.trim())
    if (name === '' || ends === '') {
      throw new InputError(`'${part}' is not name=lo:hi; a parameter of the model's family, or ${MIXING}, such as ratio=0.01:2`, 'vary')
    }
    const [lo, hi] = range(ends, signedNumber('vary'), '0.01:2', 'vary')!
    return { name, range: [lo, hi], scale: lo > 0 && hi / lo >= DECADE ? 'log' : 'linear' }
  })
}

/** The boson that mock data are of: `20MeV,5e-4`. */
async function chosenMock({ mock, mockModel, seed }: Options, model: Model) {
  if (mock === undefined) {
    const stray = mockModel !== undefined ? 'mock-model' : seed !== undefined ? 'seed' : undefined
    if (stray !== undefined) throw new InputError('goes with --mock, such as --mock 20MeV,5e-4', stray)
    return undefined
  }
  const [mass, coupling, ...more] = mock.split(',')
  if (coupling === undefined || more.length > 0) throw new InputError(`'${mock}' is not a mass and a coupling, such as 20MeV,5e-4`, 'mock')
  const options: MockOptions = seed === undefined ? {} : { seed: wholeNumber(seed) }
  return {
    model: mockModel === undefined ? model : await chosenModel(mockModel),
    mass: chosenMass(mass),
    coupling: chosenCoupling(coupling),
    options,
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InputError(`'${text}' is not a whole number from 0 on`, 'seed')
  return Number(text)
}

const HINT = 'name those to combine, such as --constraint borexino-2017,cenns10-2020,g-2-muon; data that overlap are refused'

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
  const outputs = options.out === undefined ? [] : await chosenOutputs(options.out, 'fit.svg', [...FIGURE_FORMATS, 'json'])
  if (options.constraint === undefined && options.approximate === undefined) throw new InputError(`missing; ${HINT}`, 'constraint')
  const named = await chosenConstraints(options.constraint ?? [])
  const alike = await chosenConstraints(options.approximate ?? [])
  if (named.specs === undefined && options.constraint?.length) throw new InputError(`all overlap; ${HINT}`, 'constraint')
  const session = new Session(assumptions, [...named.own, ...alike.own])
  const measured = await session.constraints(named.specs ?? [])
  const approximate = await session.constraints(alike.specs ?? [])
  const combination = combine(
    mock === undefined ? measured : mockConstraints(measured, (own) => bosonAt(mock.model, mock.mass, mock.coupling, own), mock.options),
    approximate,
  )
  const found = fitOf(combination, space)
  const regions = fitRegions(found, levels)
  const posterior = prior && posteriorReport(found, prior, levels)
  const report: FitReport = {
    found,
    assumptions,
    intervals: allIntervals(found, levels),
    regions,
    ...(posterior && { posterior }),
    ...(mock && { mock: { boson: bosonAt(mock.model, mock.mass, mock.coupling, assumptions), ...mock.options } }),
  }
  const figures = outputs.filter(({ format }) => format !== 'json')
  const spec = fitFigure(found, posterior?.regions ?? regions, {
    ...(mock && { truth: mock }),
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
