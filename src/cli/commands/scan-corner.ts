import { basename } from 'node:path'
import { InputError } from '../../errors.ts'
import { cornerFigure } from '../../figures/corner.ts'
import { intervalOfPoints, type PointInterval } from '../../figures/points.ts'
import { notesOf, scanRemarks } from '../../figures/scan.ts'
import { bestPoint, type Samples } from '../../inference/index.ts'
import { trim } from '../../reports/text.ts'
import { SCAN_PRIORS, type ScanPrior, type ScanSamples, scanSamples } from '../../scan/index.ts'
import { openScanFile } from '../../scan/node/index.ts'
import { chainRemarks, openChain } from '../chain.ts'
import { writeFiles } from '../io.ts'
import { chosenLevels } from '../levels.ts'
import { oneOf, print, printJson } from '../options.ts'
import { chosenOutputs, chosenTheme, FIGURE_FORMATS, figureFiles } from '../outputs.ts'
import { columnNamed, valuesText } from '../scan-text.ts'

interface Options {
  parameters?: string
  profile?: boolean
  prior?: string
  level: string
  out?: string
  theme: string
  json?: boolean
}

/** What a corner figure is drawn of. */
interface Source {
  /** As the answer names it. */
  readonly from: { readonly scan: string } | { readonly chain: string }
  readonly title: string
  readonly remarks: readonly string[]
  readonly samples: Samples & Partial<Pick<ScanSamples, 'grids' | 'leftOut' | 'silent'>>
}

async function scanSource(path: string, asked: readonly string[], prior: ScanPrior | undefined): Promise<Source> {
  const { path: file, table } = await openScanFile(path)
  const own = table.spec.parameters.map(({ name }) => name)
  const derived = asked.filter((name) => !own.includes(name))
  const samples = await scanSamples(table, { ...(prior && { prior }), derived })
  return { from: { scan: file }, title: table.spec.title, remarks: scanRemarks(table), samples }
}

async function chainSource(path: string, prior: ScanPrior | undefined): Promise<Source | undefined> {
  const chain = await openChain(path)
  if (chain === undefined) return undefined
  if (prior !== undefined) throw new InputError('does not go with a chain, whose weights have theirs', 'prior')
  const { root, samples, properties } = chain
  return { from: { chain: root }, title: basename(root), remarks: chainRemarks(root, properties), samples }
}

/** `zest scan corner`: every pair of parameters of a merged scan or of a chain, and each by itself. */
export async function corner(path: string, options: Options): Promise<void> {
  const levels = chosenLevels(options.level)
  const theme = chosenTheme(options.theme)
  const prior = options.prior === undefined ? undefined : oneOf('prior', options.prior, SCAN_PRIORS)
  const view = options.profile ? 'profile' : 'marginal'
  if (options.profile && prior !== undefined) throw new InputError('does not go with --profile, which has none', 'prior')
  const outputs = await chosenOutputs(options.out, 'corner.svg', FIGURE_FORMATS)
  const asked = options.parameters?.split(',').map(columnNamed)
  const { from, title, remarks, samples } = (await chainSource(path, prior)) ?? (await scanSource(path, asked ?? [], prior))
  const names = asked ?? samples.parameters.map(({ name }) => name)
  const about = { view, levels, grids: samples.grids } as const
  const notes = notesOf(samples)
  const spec = cornerFigure(samples, { ...about, id: 'corner', title, names, remarks: [...remarks, ...notes] })
  await writeFiles(await figureFiles(spec, theme, outputs))
  const files = outputs.map((output) => output.path)
  const { point, logLikelihood } = bestPoint(samples)
  const best = { ...Object.fromEntries(samples.parameters.map(({ name }, k) => [name, point[k]])), minus2LogL: -2 * logLikelihood }
  const intervals = names.map((name) => intervalOfPoints(samples, name, about))
  if (options.json)
    printJson({ ...from, remarks, view, parameters: intervals, best, ...(samples.leftOut && { leftOut: samples.leftOut }), files })
  else
    print(
      [
        `${title}: ${names.join(', ')}`,
        ...remarks,
        `best: ${valuesText(best)}`,
        ...intervals.map(intervalLine),
        ...notes,
        `wrote ${files.join(', ')}`,
      ].join('\n'),
    )
}

/** `coupling: 2.1e-5, 2.7e-6 to 1.8e-4`, or the limit that it has. */
function intervalLine({ name, middle, low, high, isOpen: [isOpenBelow, isOpenAbove] }: PointInterval): string {
  if (isOpenBelow && isOpenAbove) return `${name}: all of its range`
  if (isOpenBelow) return `${name}: below ${trim(high)}`
  return isOpenAbove ? `${name}: above ${trim(low)}` : `${name}: ${trim(middle)}, ${trim(low)} to ${trim(high)}`
}
