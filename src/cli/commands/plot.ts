import { InputError, unknownWord } from '../../errors.ts'
import { exclusionFigure } from '../../figures/exclusion.ts'
import { exclusionText } from '../../reports/exclusion-text.ts'
import { limitsCsv, limitsJson } from '../../reports/limits.ts'
import { Session } from '../../session.ts'
import { logGrid, parseGrid, parsePositive } from '../../units.ts'
import { writeFiles } from '../io.ts'
import { type CommonOptions, chosenAssumptions, chosenCoupling, chosenModel, jsonText, print, printJson, warnAbout } from '../options.ts'
import { chosenOutputs, chosenTheme, FIGURE_FORMATS, figureFiles } from '../outputs.ts'
import { chosenConstraints } from '../own-limits.ts'

interface Options extends CommonOptions {
  model?: string
  constraint?: string[]
  mass: string
  coupling?: string
  out?: string
  theme: string
  plane: string
}

/** The one plane there is. */
const PLANE = 'mass,coupling'
const DEFAULT_POINTS = 200

/** `lo:hi` with a default number of points, or `lo:hi:n`. */
function massGrid(text: string): number[] {
  const parts = text.split(':')
  if (parts.length === 2) {
    const [lo, hi] = parts.map((part) => parsePositive(part, 'energy', 'mass'))
    if (!(hi > lo)) throw new InputError(`range '${text}' is reversed or empty; write the smaller end first`, 'mass')
    return logGrid(lo, hi, DEFAULT_POINTS)
  }
  if (parts.length === 3) return parseGrid(text, 'energy', 'mass')
  throw new InputError(`'${text}' is not a range; write lo:hi, such as 1MeV:10GeV`, 'mass')
}

function couplingRange(text: string | undefined): [number, number] | undefined {
  if (text === undefined) return undefined
  const parts = text.split(':')
  if (parts.length !== 2) throw new InputError(`'${text}' is not a range; write lo:hi, such as 1e-5:1`, 'coupling')
  const [lo, hi] = parts.map(chosenCoupling)
  if (!(hi > lo)) throw new InputError(`range '${text}' is reversed or empty; write the smaller end first`, 'coupling')
  return [lo, hi]
}

export async function plot(options: Options): Promise<void> {
  const assumptions = await chosenAssumptions(options)
  const masses = massGrid(options.mass)
  const couplings = couplingRange(options.coupling)
  const theme = chosenTheme(options.theme)
  if (options.plane !== PLANE) throw unknownWord('plane', options.plane, [PLANE], 'plane')
  const model = await chosenModel(options.model)
  const outputs = await chosenOutputs(options.out, `${model.id.replaceAll(/[^A-Za-z0-9.+-]+/g, '_')}.svg`, [
    ...FIGURE_FORMATS,
    'csv',
    'json',
  ])
  const { own, specs: constraints } = await chosenConstraints(options.constraint)
  const session = new Session(assumptions, own)
  await session.constraints(constraints)

  const curves = await session.limits(model, constraints, masses)
  const figures = outputs.filter(({ format }) => (FIGURE_FORMATS as readonly string[]).includes(format))
  const drawn =
    figures.length === 0 ? [] : await figureFiles(await exclusionFigure(session, model, { masses, couplings, constraints }), theme, figures)
  const tables = outputs.flatMap(({ path, format }) => {
    if (format === 'csv') return [{ path, content: limitsCsv(assumptions, curves) }]
    return format === 'json' ? [{ path, content: jsonText(limitsJson(model, assumptions, curves)) }] : []
  })
  await writeFiles([...drawn, ...tables])
  const files = outputs.map(({ path }) => path)
  warnAbout(model, assumptions)
  if (options.json) printJson({ ...limitsJson(model, assumptions, curves), files })
  else print(exclusionText(model, assumptions, curves, files))
}
