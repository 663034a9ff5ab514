import { InputError, unknownWord } from '../../errors.ts'
import { limitsCsv, limitsHepData, limitsJson, limitsLmt } from '../../reports/limits.ts'
import { Session } from '../../session.ts'
import { parseGrid } from '../../units.ts'
import { checkWritable, writeFiles } from '../io.ts'
import { type CommonOptions, chosenAssumptions, chosenModel, jsonText, print, warnAbout } from '../options.ts'
import { chosenConstraints } from '../own-limits.ts'

interface Options extends CommonOptions {
  model?: string
  constraint?: string[]
  mass: string
  format?: string
  out?: string
}

const FORMATS = ['json', 'csv', 'lmt', 'hepdata'] as const
type Format = (typeof FORMATS)[number]
const EXTENSIONS: Record<string, Format> = { json: 'json', csv: 'csv', lmt: 'lmt', yaml: 'hepdata', yml: 'hepdata' }

/** The format asked for, or the one the file name means; on a terminal CSV, or with --json JSON. */
function chosenFormat({ format, out, json }: Options): Format {
  if (format !== undefined) {
    const known = FORMATS.find((name) => name === format)
    if (known === undefined) throw unknownWord('format', format, FORMATS, 'format')
    if (json && out === undefined && known !== 'json') throw new InputError(`'${format}' and --json ask for two things; give one`, 'format')
    return known
  }
  if (out === undefined) return json ? 'json' : 'csv'
  const extension = out.slice(out.lastIndexOf('.') + 1).toLowerCase()
  if (!Object.hasOwn(EXTENSIONS, extension)) {
    throw new InputError(`'${out}' does not say its format; end it in .json, .csv, .lmt or .yaml, or give --format`, 'out')
  }
  return EXTENSIONS[extension]
}

export async function limits(options: Options): Promise<void> {
  const format = chosenFormat(options)
  const assumptions = await chosenAssumptions(options)
  const masses = parseGrid(options.mass, 'energy', 'mass')
  if (options.out !== undefined) await checkWritable(options.out)
  const model = await chosenModel(options.model)
  const { own, specs } = await chosenConstraints(options.constraint)
  const curves = await new Session(assumptions, own).limits(model, specs, masses)
  const text = {
    json: () => jsonText(limitsJson(model, assumptions, curves)),
    csv: () => limitsCsv(assumptions, curves),
    lmt: () => limitsLmt(model, curves),
    hepdata: () => limitsHepData(model, curves),
  }
  const content = text[format]()
  if (options.out !== undefined) await writeFiles([{ path: options.out, content }])
  warnAbout(model, assumptions)
  if (options.out === undefined) print(content)
  else {
    process.stderr.write(`wrote ${options.out}\n`)
    if (options.json) print(text.json())
  }
}
