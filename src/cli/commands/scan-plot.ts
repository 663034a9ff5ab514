import { InputError } from '../../errors.ts'
import { notesOf, scanCurveFigure, scanFigure, scanMapFigure, scanRemarks } from '../../figures/scan.ts'
import type { FigureSpec } from '../../figures/spec.ts'
import { bestPoint, EXTREMES } from '../../inference/index.ts'
import { SCAN_PRIORS, type ScanTable, scanColumns, scanSamples, variedNames } from '../../scan/index.ts'
import { openScanFile } from '../../scan/node/index.ts'
import { writeFiles } from '../io.ts'
import { chosenLevels } from '../levels.ts'
import { oneOf, print, printJson } from '../options.ts'
import { chosenOutputs, chosenTheme, FIGURE_FORMATS, figureFiles } from '../outputs.ts'
import { columnNamed, valuesText } from '../scan-text.ts'

interface Options {
  x: string
  y: string
  value?: string
  take?: string
  marginal?: boolean
  prior?: string
  level: string
  out?: string
  theme: string
  json?: boolean
}

const LIKELIHOOD = 'minus2LogL'

/** `zest scan plot`: two columns of a merged scan, whatever the others are. */
export async function plot(path: string, options: Options): Promise<void> {
  const { marginal = false } = options
  const [x, y, value] = [options.x, options.y, options.value ?? LIKELIHOOD].map(columnNamed)
  const levels = chosenLevels(options.level)
  const theme = chosenTheme(options.theme)
  const prior = options.prior === undefined ? undefined : oneOf('prior', options.prior, SCAN_PRIORS)
  const take = options.take === undefined ? undefined : oneOf('take', options.take, EXTREMES)
  if (x === y) throw new InputError(`'${y}' is on the other axis too; name another column`, 'y')
  if (marginal && options.value !== undefined) throw new InputError('does not go with --marginal, which is of the likelihood', 'value')
  if (!marginal && prior !== undefined) throw new InputError('goes with --marginal; a profile has none', 'prior')
  if (value === LIKELIHOOD && take !== undefined)
    throw new InputError('goes with --value; a likelihood is taken where it is largest', 'take')
  const outputs = await chosenOutputs(options.out, 'scan.svg', FIGURE_FORMATS)
  const { path: file, table } = await openScanFile(path)
  const about = { title: table.spec.title, remarks: scanRemarks(table, value === LIKELIHOOD) }

  const [along, ...more] = variedNames(table)
  const isCurve = along !== undefined && more.length === 0
  if (isCurve) checkCurve(table, along, { x, y, ...(options.value !== undefined && { value }), marginal })
  let spec: FigureSpec
  let leftOut: string | undefined
  let notes: string[] = []
  let best: Record<string, number> | undefined
  if (isCurve) {
    spec = scanCurveFigure(await scanColumns(table, [x, y]), about)
  } else if (value === LIKELIHOOD) {
    const samples = await scanSamples(table, { ...(prior && { prior }), derived: [x, y].filter((name) => !isParameter(table, name)) })
    const { point, logLikelihood } = bestPoint(samples)
    notes = notesOf(samples)
    leftOut = samples.leftOut
    best = { ...Object.fromEntries(samples.parameters.map(({ name }, k) => [name, point[k]])), [LIKELIHOOD]: -2 * logLikelihood }
    spec = scanFigure(samples, [x, y], { ...about, view: marginal ? 'marginal' : 'profile', levels })
  } else {
    const found = await scanColumns(table, [x, y, value])
    const which = take ?? (value.startsWith('strength.') ? 'largest' : 'smallest')
    spec = scanMapFigure(found, found.columns[2], { x, y, value: found.parameters[2], which }, about)
  }
  await writeFiles(await figureFiles(spec, theme, outputs))
  const files = outputs.map((output) => output.path)
  if (options.json) {
    printJson({
      scan: file,
      x,
      y,
      remarks: about.remarks,
      value: isCurve ? y : value,
      view: value === LIKELIHOOD && !isCurve ? (marginal ? 'marginal' : 'profile') : 'values',
      ...(best && { best }),
      ...(leftOut && { leftOut }),
      files,
    })
    return
  }
  print(
    [
      `${table.spec.title}: ${x} and ${y}`,
      ...about.remarks,
      ...(best ? [`best: ${valuesText(best)}`] : []),
      ...notes,
      `wrote ${files.join(', ')}`,
    ].join('\n'),
  )
}

const isParameter = ({ spec }: ScanTable, name: string): boolean => spec.parameters.some((parameter) => parameter.name === name)

/** So many columns are named. */
const NAMED = 6

/** Of a scan of one parameter a column is a curve; refused is what wants two. */
function checkCurve(table: ScanTable, along: string, asked: { x: string; y: string; value?: string; marginal: boolean }): void {
  const computed = table.columns.flatMap(({ name, type }) => (type === 'number' && !isParameter(table, name) ? [name] : []))
  const named = `${computed.slice(0, NAMED).join(', ')}${computed.length > NAMED ? ', …' : ''}`
  const alone = `this scan varies ${along} alone`
  if (asked.value !== undefined)
    throw new InputError(`${alone}, so that there is no plane; --y ${asked.value} draws it as a curve`, 'value')
  if (asked.marginal) throw new InputError(`${alone}; zest scan corner draws its posterior`, 'marginal')
  if (computed.includes(asked.x) || computed.includes(asked.y)) return
  const likelihood = computed.includes(LIKELIHOOD) ? '; zest scan corner draws the likelihood' : ''
  throw new InputError(`${alone}; name what is computed along it (${named})${likelihood}`, 'y')
}
