import { InputError, unknownWord } from '../../errors.ts'
import { defaultConstraints, drawnByDefault, exclusionFigure } from '../../figures/exclusion.ts'
import { overlaid, scanAside } from '../../figures/overlaid.ts'
import type { FigureSpec } from '../../figures/spec.ts'
import { PLANES, type PlaneName, planeOf } from '../../regions/index.ts'
import { exclusionText } from '../../reports/exclusion-text.ts'
import { limitsCsv, limitsJson } from '../../reports/limits.ts'
import { planeCsv, planeCurves, planeJson, planeText } from '../../reports/plane.ts'
import { type ConstraintSpec, Session } from '../../session.ts'
import { logGrid, parseGrid, parsePositive } from '../../units.ts'
import { writeFiles } from '../io.ts'
import {
  type CommonOptions,
  chosenAssumptions,
  chosenCoupling,
  chosenMass,
  chosenModel,
  jsonText,
  print,
  printJson,
  warnAbout,
} from '../options.ts'
import { chosenOutputs, chosenTheme, FIGURE_FORMATS, figureFiles } from '../outputs.ts'
import { chosenConstraints } from '../own-limits.ts'
import { checkOrder, range, signedNumber } from '../ranges.ts'
import { chosenOverlay } from '../scan-overlay.ts'

interface Options extends CommonOptions {
  model?: string
  constraint?: string[]
  projections?: boolean
  without?: string[]
  apart?: boolean
  mass?: string
  coupling?: string
  eps?: string
  tanEta?: string
  scan?: string
  out?: string
  theme: string
  plane: string
}

const MASSES = '1MeV:10GeV:200'
/** What `--constraint` calls all that is drawn where none is named. */
const EVERYTHING = 'all'
const TAN_ETAS = '-2:2'
const DEFAULT_POINTS = 200

/** `lo:hi` with a default number of points, or `lo:hi:n`. */
function massGrid(text: string): number[] {
  const parts = text.split(':')
  if (parts.length === 2) {
    const [lo, hi] = parts.map((part) => parsePositive(part, 'energy', 'mass'))
    checkOrder(lo, hi, text, 'mass')
    return logGrid(lo, hi, DEFAULT_POINTS)
  }
  if (parts.length === 3) return parseGrid(text, 'energy', 'mass')
  throw new InputError(`'${text}' is not a range; write lo:hi, such as 1MeV:10GeV`, 'mass')
}

/** The axes asked for; what another plane than the chosen one would need is refused. */
function chosenAxes(options: Options) {
  if (!(PLANES as readonly string[]).includes(options.plane)) throw unknownWord('plane', options.plane, PLANES, 'plane')
  const plane = options.plane as PlaneName
  const refuse = (field: string, text: string | undefined, planes: string): void => {
    if (text !== undefined) throw new InputError(`is no axis of the plane ${plane}; it goes with --plane ${planes}`, field)
  }
  if (plane === 'mass,coupling') refuse('eps', options.eps, PLANES.slice(1).join(' or '))
  else refuse('coupling', options.coupling, PLANES[0])
  if (plane !== 'epsMedium,tanEta') refuse('tan-eta', options.tanEta, PLANES[2])
  const masses = plane === 'epsMedium,tanEta' ? [chosenMass(options.mass)] : massGrid(options.mass ?? MASSES)
  const couplings = range(options.coupling, chosenCoupling, '1e-5:1', 'coupling')
  const epsMedium = range(options.eps, signedNumber('eps'), '-1:3', 'eps')
  const [lo, hi] = range(options.tanEta ?? TAN_ETAS, signedNumber('tan-eta'), TAN_ETAS, 'tan-eta') as [number, number]
  const tanEtas = Array.from({ length: DEFAULT_POINTS + 1 }, (_, i) => lo + ((hi - lo) * i) / DEFAULT_POINTS)
  return { plane, masses, couplings, epsMedium, tanEtas }
}

/** Which of everything is not left out. */
function leftBy({ without = [] }: Options, isDefault: boolean, { catalogue }: Session): (spec: ConstraintSpec) => boolean {
  if (without.length > 0 && !isDefault) {
    throw new InputError(`goes with every constraint; leave them out of --constraint, or write --constraint ${EVERYTHING},…`, 'without')
  }
  const ids = catalogue.map(({ id }) => id)
  const strange = without.find((id) => !ids.includes(id))
  if (strange !== undefined) throw unknownWord('constraint', strange, ids, 'without')
  return (spec) => !without.includes(typeof spec === 'string' ? spec.split('@')[0] : spec.id)
}

/** Says on stderr which of the constraints that were named share a region, for they are too many to stand apart. */
function tellOfJoined({ panels }: FigureSpec): void {
  const joined = panels.flatMap(({ layers }) => layers.flatMap(({ kind, id = '' }) => (kind === 'region' && id.includes(' ') ? [id] : [])))
  if (joined.length === 0) return
  const names = joined.map((ids) => ids.replaceAll(' ', ', ')).join('; ')
  process.stderr.write(`note: more than ten constraints: those of one experiment are one region, unless --apart is given: ${names}\n`)
}

export async function plot(options: Options): Promise<void> {
  const assumptions = await chosenAssumptions(options)
  const axes = chosenAxes(options)
  const theme = chosenTheme(options.theme)
  const model = await chosenModel(options.model)
  const outputs = await chosenOutputs(options.out, `${model.id.replaceAll(/[^A-Za-z0-9.+-]+/g, '_')}.svg`, [
    ...FIGURE_FORMATS,
    'csv',
    'json',
  ])
  const under = { model: model.spec, assumptions }
  const over = await chosenOverlay(options.scan, axes.plane, under)
  const { projections, apart } = options
  const named = options.constraint?.filter((word) => word !== EVERYTHING)
  const { own, specs = [] } = await chosenConstraints(named?.length === 0 ? undefined : named)
  const session = new Session(assumptions, own)
  const isDefault = named === undefined || named.length < (options.constraint?.length ?? 0)
  if (projections && !isDefault) {
    throw new InputError(
      `goes with every constraint; name the projections that are meant, or write --constraint ${EVERYTHING},…`,
      'projections',
    )
  }
  const isLeft = leftBy(options, isDefault, session)
  const chosen = [...(isDefault ? defaultConstraints(session, projections).filter(isLeft) : []), ...specs]
  const drawnOnes = [...(isDefault ? drawnByDefault(session, projections).filter(isLeft) : []), ...specs]
  const constraints = await session.constraints(chosen)
  const plane = await planeOf(model, axes, assumptions)

  const figures = outputs.filter(({ format }) => (FIGURE_FORMATS as readonly string[]).includes(format))
  const limits = figures.length === 0 ? undefined : await exclusionFigure(session, model, { ...axes, constraints: drawnOnes, apart })
  const figure = limits === undefined || over === undefined ? limits : overlaid(limits, over.overlay, under)
  const drawn = figure === undefined ? [] : await figureFiles(figure, theme, figures)
  const report = plane.name === PLANES[0] ? await ofCouplings() : ofPlane()
  const tables = outputs.flatMap(({ path, format }) => {
    if (format === 'csv') return [{ path, content: report.csv() }]
    return format === 'json' ? [{ path, content: jsonText(report.json()) }] : []
  })
  await writeFiles([...drawn, ...tables])
  const files = outputs.map(({ path }) => path)
  warnAbout(model, assumptions)
  if (over?.warning !== undefined) process.stderr.write(`warning: ${over.warning}\n`)
  if (!isDefault && figure !== undefined) tellOfJoined(figure)
  if (limits !== undefined && over !== undefined) {
    for (const said of scanAside(limits, over.overlay)) process.stderr.write(`note: ${said}\n`)
  }
  if (options.json) printJson({ ...report.json(), files })
  else print(report.text(files))

  async function ofCouplings() {
    const curves = await session.limits(model, chosen, axes.masses)
    return {
      csv: () => limitsCsv(assumptions, curves),
      json: () => limitsJson(model, assumptions, curves),
      text: (files: readonly string[]) => exclusionText(model, assumptions, curves, files),
    }
  }

  function ofPlane() {
    const curves = planeCurves(plane, constraints)
    return {
      csv: () => planeCsv(plane, assumptions, curves),
      json: () => planeJson(plane, assumptions, curves),
      text: (files: readonly string[]) => planeText(plane, assumptions, curves, files),
    }
  }
}
