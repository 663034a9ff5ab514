import { InputError, unknownWord } from '../../errors.ts'
import { limitsCsv, limitsHepData, limitsJson, limitsLmt } from '../../reports/limits.ts'
import { Session } from '../../session.ts'
import { parseGrid } from '../../units.ts'
import { checkWritable, writeWhole } from '../io.ts'
import { type CommonOptions, chosenAssumptions, chosenModel, print } from '../options.ts'

interface Options extends CommonOptions {
  model?: string
  constraint?: string[]
  mass: string
  format?: string
  out?: string
}

const FORMATS = ['json', 'csv', 'lmt', 'hepdata'] as const
const EXTENSIONS: Record<string, (typeof FORMATS)[number]> = { json: 'json', csv: 'csv', lmt: 'lmt', yaml: 'hepdata', yml: 'hepdata' }

/** The format asked for, or the one the file name means; CSV on a terminal. */
function chosenFormat({ format, out, json }: Options): (typeof FORMATS)[number] {
  if (json) return 'json'
  if (format !== undefined) {
    const known = FORMATS.find((name) => name === format)
    if (known === undefined) throw unknownWord('format', format, FORMATS, 'format')
    return known
  }
  if (out === undefined) return 'csv'
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
  const session = new Session(assumptions)
  const curves = await session.limits(model, options.constraint, masses)
  const text = {
    json: () => `${JSON.stringify(limitsJson(model, assumptions, curves), null, 2)}\n`,
    csv: () => limitsCsv(assumptions, curves),
    lmt: () => limitsLmt(curves),
    hepdata: () => limitsHepData(model, curves),
  }[format]()
  if (options.out === undefined) print(text)
  else {
    await writeWhole(options.out, text)
    process.stderr.write(`wrote ${options.out}\n`)
  }
}
