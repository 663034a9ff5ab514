import { assume } from '../../assumptions.ts'
import type { Bound, FinalState, Gaps, Production, PublishedLimit, Shares, Window } from '../../constraints/published.ts'
import { signalOf } from '../../constraints/signal.ts'
import { bosonAt, couplingRay } from '../../couplings/boson.ts'
import { InputError } from '../../errors.ts'
import { flightTime } from '../../experiments/limits/flight.ts'
import { resolveModel } from '../../models/index.ts'
import type { Mechanism } from '../../processes/index.ts'
import { parsePositive } from '../../units.ts'
import { type Located, parseLocated } from '../yaml.ts'
import { readColumns } from './columns.ts'
import { readCsv } from './csv.ts'
import { readHepData } from './hepdata.ts'
import { boundOf, cellsOf, checkWidth, type RawTable, rolesByPosition } from './rows.ts'
import { type FORMATS, type LimitFile, limitFileSchema } from './schema.ts'
import { checkCouplingUnit, couplingConversion, massConversion } from './units.ts'
import { readZestJson } from './zest-json.ts'

/** The text of a data file, and the name messages call it by. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

/** The longest file that is read. */
const LARGEST_MB = 5

/**
 * A limit of the user's own: a short YAML file that says what was measured, and the data in it or beside it.
 * Every line of the data counts; blank lines and comments are all that is passed over.
 *
 * @param text the YAML
 * @param name its name, for messages
 * @param load gives the data file that `data.file` names, as it is written there; an InputError of its is told where `data.file` stands
 * @throws InputError in one line that begins with `file:line`
 * @example
 * const yaml = [
 *   'id: my-search',
 *   'title: My search',
 *   'source: nowhere, an example',
 *   'confidence: 0.9',
 *   'model: dark-photon',
 *   'production: electron-bremsstrahlung',
 *   'finalState: ee',
 *   'data: {rows: [[10, 1e-3], [20, 2e-3]], units: {mass: MeV, coupling: epsilon}}',
 * ].join('\n')
 * const limit = await parseLimitYaml(yaml, 'mine.yaml', () => ({ name: '', text: '' }))
 * limit.bound.rows // [[0.01, 1e-3], [0.02, 2e-3]]
 */
export async function parseLimitYaml(
  text: string,
  name: string,
  load: (file: string) => NamedText | Promise<NamedText>,
): Promise<PublishedLimit> {
  checkSize({ name, text })
  const header = parseLocated(text, name, limitFileSchema)
  const { value } = header
  at(header, ['data', 'units', 'coupling'], () => checkCouplingUnit(value.data.units.coupling, resolveModel(value.model)))
  const table = value.data.file === undefined ? inlineTable(header, name) : await loadedTable(header, value.data.file, load)
  const bound = boundOf(table, {
    shape: value.data.shape ?? 'curve',
    mass: massConversion(value.data.units.mass),
    coupling: couplingConversion(value.data.units.coupling),
    gaps: value.data.gaps?.map(([from, to]) => [mass(from), mass(to)]),
  })
  const limit = published(value, table.kind, name, bound)
  checkWindow(header, limit)
  checkGaps(header, limit.bound)
  checkReference(header, limit)
  return limit
}

const mass = (text: string): number => parsePositive(text, 'energy', 'mass')
const length = (text: string): number => parsePositive(text, 'length', 'length')
export const line = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

/** What the library refuses, refused where it stands in the file. */
function at<T>(header: Located<LimitFile>, path: readonly PropertyKey[], attempt: () => T): T {
  try {
    return attempt()
  } catch (error) {
    throw told(header, path, error)
  }
}

const told = (header: Located<LimitFile>, path: readonly PropertyKey[], error: unknown): unknown =>
  error instanceof InputError ? header.refusal(path, error.message) : error

/** Refuses a file longer than any limit needs. */
export function checkSize({ name, text }: NamedText): void {
  const size = text.length / 1e6
  if (size > LARGEST_MB) {
    throw new InputError(`${name}: ${size.toFixed(1)} MB are more than a limit needs; thin the curve to ${LARGEST_MB} MB or less`)
  }
}

async function loadedTable(
  header: Located<LimitFile>,
  file: string,
  load: (file: string) => NamedText | Promise<NamedText>,
): Promise<RawTable> {
  const { columns, units, format = formatOf(header, file) } = header.value.data
  if (format === 'json' && columns !== undefined) {
    throw header.refusal(['data', 'columns'], 'data.columns: the JSON of zest limits says itself what is what; leave them out')
  }
  const data = await loaded(header, file, load)
  checkSize(data)
  const { name, text } = data
  if (format === 'hepdata') return readHepData(text, name, columns, units)
  if (format === 'json') return readZestJson(text, name, units.mass)
  return format === 'csv' ? readCsv(text, name, units.mass, columns) : readColumns(text, name, columns)
}

async function loaded(
  header: Located<LimitFile>,
  file: string,
  load: (file: string) => NamedText | Promise<NamedText>,
): Promise<NamedText> {
  try {
    return await load(file)
  } catch (error) {
    throw told(header, ['data', 'file'], error)
  }
}

/** What the name of a data file says of its format. */
function formatOf(header: Located<LimitFile>, file: string): (typeof FORMATS)[number] {
  const extension = /\.(\w+)$/.exec(file)?.[1].toLowerCase() ?? ''
  const formats: Record<string, (typeof FORMATS)[number]> = { csv: 'csv', json: 'json', yaml: 'hepdata', yml: 'hepdata' }
  const known = { ...formats, lmt: 'lmt', txt: 'columns', dat: 'columns' } as const
  if (Object.hasOwn(known, extension)) return known[extension as keyof typeof known]
  throw header.refusal(['data', 'file'], `data.file: '${file}' does not say its format; write format: columns, csv, hepdata or json`)
}

function inlineTable(header: Located<LimitFile>, name: string): RawTable {
  const { rows = [], columns } = header.value.data
  const roles = rolesByPosition(columns, rows[0]?.length ?? 2, name, header.line(['data', 'rows', 0]))
  return {
    name,
    rows: rows.map((row, i) => {
      const place = header.line(['data', 'rows', i])
      checkWidth(name, place, row.length, roles.length)
      return { line: place, cells: cellsOf(roles, row.map(String)) }
    }),
  }
}

function published(file: LimitFile, kindOfData: RawTable['kind'], name: string, bound: Bound): PublishedLimit {
  const title = line(file.title)
  const experiment = line(file.experiment ?? file.title)
  const window = windowOf(file.window)
  return {
    id: file.id,
    experiment,
    label: experiment,
    title,
    group: file.group ?? (typeof window === 'object' && window.kind === 'displaced' ? 'beam dumps' : 'colliders'),
    kind: file.kind ?? kindOfData ?? 'exclusion',
    confidence: file.confidence,
    citations: [],
    where: line(file.source),
    provenance: `via ${name}`,
    ...(file.notes === undefined ? {} : { notes: line(file.notes) }),
    ...(file.unverified === undefined ? {} : { unverified: line(file.unverified) }),
    model: file.model,
    ...(file.decaysUnseen === undefined ? {} : { decaysUnseen: file.decaysUnseen }),
    production: productionOf(file.production),
    finalState: finalStateOf(file.finalState),
    window,
    bound,
  }
}

function productionOf(production: LimitFile['production']): Production {
  if (typeof production === 'string') return production
  if (!Array.isArray(production)) return normalised(production)
  return production.map(({ below, shares }) => ({ ...(below === undefined ? {} : { below: mass(below) }), shares: normalised(shares) }))
}

/** Shares printed to a few digits, so that they add up to 1 exactly. */
function normalised(shares: Readonly<Record<string, number | undefined>>): Shares {
  const given = Object.entries(shares).flatMap(([mechanism, share]) => (share ? [[mechanism, share] as const] : []))
  const sum = given.reduce((total, [, share]) => total + share, 0)
  return Object.fromEntries(given.map(([mechanism, share]) => [mechanism, share / sum]))
}

/** One channel is a list of one. */
export function finalStateOf(state: LimitFile['finalState']): FinalState {
  if (typeof state !== 'string') return state
  return state === 'invisible' || state === 'everything' ? state : [state]
}

function windowOf(window: LimitFile['window'] = 'any'): Window {
  if (window === 'any') return window
  if (window.displaced !== undefined) {
    const { shield, volume } = window.displaced
    return { kind: 'displaced', shield_m: length(shield), volume_m: volume === 'open' ? Number.POSITIVE_INFINITY : length(volume) }
  }
  const { prompt } = window
  if (typeof prompt === 'object') {
    const [flown_m, momentum] = [length(prompt.length), mass(prompt.momentum)]
    return { kind: 'prompt', longest_s: (mass_GeV) => flightTime(flown_m, momentum, mass_GeV) }
  }
  return { kind: 'prompt', longest_s: parsePositive(prompt as string, 'time', 'window') }
}

/** Only a displaced window has an upper edge, and it needs one. */
function checkWindow(header: Located<LimitFile>, { window, bound }: PublishedLimit): void {
  const isDisplaced = typeof window === 'object' && window.kind === 'displaced'
  if (isDisplaced === (bound.shape !== 'upper-limit')) return
  throw header.refusal(
    ['window'],
    isDisplaced
      ? 'window: a search behind a shield has an upper edge too, but the data have none'
      : 'window: the data have an upper edge, which only a window like {displaced: {shield: 10 m, volume: 5 m}} explains; add it, or pass over the column',
  )
}

function checkGaps(header: Located<LimitFile>, bound: Bound): void {
  const declared = header.value.data.gaps ?? []
  const gaps: Gaps = declared.map(([from, to]) => [mass(from), mass(to)])
  const [lightest, heaviest] = [bound.rows[0][0], bound.rows[bound.rows.length - 1][0]]
  const outside = gaps.findIndex(([from, to]) => to <= lightest || from >= heaviest)
  if (outside < 0) return
  const range = `${Number(lightest.toPrecision(4))} to ${Number(heaviest.toPrecision(4))} GeV`
  throw header.refusal(['data', 'gaps', outside], `the gap lies outside the data, which reach from ${range}`)
}

/** At so many masses of the data the published model is tried. */
const TRIED = 16

/** The model a curve was published for must be made, and decay, as the search needs. */
function checkReference(
  header: Located<LimitFile>,
  { model, decaysUnseen, production, finalState, bound: { rows } }: PublishedLimit,
): void {
  if ((decaysUnseen === undefined) === (finalState === 'invisible')) {
    const needed = `finalState: invisible needs decaysUnseen: true where ${model} was taken to decay so always, false where to its own neutrinos`
    throw header.refusal([decaysUnseen === undefined ? 'finalState' : 'decaysUnseen'], `${needed}; no other final state has it`)
  }
  const last = rows.length - 1
  const masses = [...new Set(Array.from({ length: TRIED }, (_, i) => rows[Math.round((i * last) / (TRIED - 1))][0]))]
  const reference = resolveModel(model)
  const signals = at(header, ['model'], () =>
    masses.map((at_GeV) => signalOf(couplingRay(reference, at_GeV, assume()).unit ?? bosonAt(reference, at_GeV, 1, assume()))),
  )
  const steps = Array.isArray(production) ? production.map(({ shares }) => shares) : [production]
  for (const mechanism of new Set(steps.flatMap((step) => (typeof step === 'string' ? [step] : Object.keys(step))))) {
    if (signals.some((signal) => signal.produced(mechanism as Mechanism) > 0)) continue
    throw header.refusal(['production'], `${model} does not couple to what ${mechanism} needs, so that a limit on it cannot rest on that`)
  }
  if (decaysUnseen || signals.some((signal) => signal.widthInto(finalState) > 0)) return
  throw header.refusal(['finalState'], `${model} does not decay so at the masses of the data`)
}
