import { type Assumptions, InputError, parseAssumption } from '../../src/index.ts'
import { resolveModel } from '../../src/models/index.ts'
import { SOLAR_SOURCES } from '../../src/neutrinos/index.ts'
import { PLANES, type PlaneName } from '../../src/regions/index.ts'
import { readNumber, shown } from '../format.ts'
import { inPageWords } from '../model/mixed.ts'
import { fitted } from '../model/planes.ts'
import { allowedCoupling, allowedMass } from './bounds.ts'
import { DEFAULT_VIEW, GRAPHS, isSame, type Range, type View } from './view.ts'

/** What an address said that could not be used: the rest of it holds. */
export interface Problem {
  readonly field: string
  readonly message: string
}

export interface Address {
  readonly view: View
  readonly problems: readonly Problem[]
  /** Fields of later versions, kept as they came. */
  readonly unknown: readonly (readonly [key: string, value: string])[]
}

const VERSION = '1'
/** Longer addresses are not read: no view needs them. */
const LONGEST = 20_000
const LONGEST_MODEL = 1000
/** Of the catalogue, or of a limit of the reader's own. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]*$/
const FIGURE = /^[a-z0-9][A-Za-z0-9.-]{0,79}$/
const SET = 'set.'

/** A number as text that `Number` reads back to the same, as short as it can be. */
const write = (value: number): string => String(value).replace('e+', 'e')

const massOf = (text: string): number => allowedMass(readNumber(text))

function range(text: string, parse: (text: string) => number): Range {
  const ends = text.split(':')
  if (ends.length !== 2) throw new InputError(`'${shown(text)}' is not a range lo:hi`)
  const [lo, hi] = ends.map(parse)
  if (!(lo < hi)) throw new InputError(`range '${shown(text)}' is reversed or empty`)
  return [lo, hi]
}

/** The names in a list; what is none is told, and the others hold. */
function ids(text: string, tell: (message: string) => void): string[] {
  const names = [...new Set(text.split(','))]
  const [wrong, ...more] = names.filter((name) => !ID.test(name))
  if (wrong !== undefined) {
    tell(`'${shown(wrong)}'${more.length > 0 ? ` (and ${more.length} more)` : ''} is not the name of a constraint`)
  }
  return names.filter((name) => ID.test(name))
}

function wordOf<T extends string>(text: string, words: readonly T[]): T {
  const word = words.find((one) => one === text)
  if (word === undefined) throw new InputError(`'${shown(text)}' is not one of ${words.join(' · ')}`)
  return word
}

/** What a field says; what of it cannot be used while the rest can is told. */
type Field = (text: string, tell: (message: string) => void) => Partial<View>

const FIELDS: Readonly<Record<string, Field>> = {
  model: (text) => {
    if (text.trim() === '' || text.length > LONGEST_MODEL) throw new InputError(`a model takes 1 to ${LONGEST_MODEL} characters`)
    const model = text.trim()
    try {
      resolveModel(model)
    } catch (error) {
      if (error instanceof InputError) throw new InputError(shown(inPageWords(error.message.replace(/^model: /, '')), 240))
      throw error
    }
    return { model }
  },
  plane: (text) => ({ plane: wordOf<PlaneName>(text, PLANES) }),
  mass: (text) => ({ mass_GeV: range(text, massOf) }),
  coupling: (text) => ({ coupling: range(text, (end) => allowedCoupling(readNumber(end))) }),
  eps: (text) => ({ epsMedium: range(text, readNumber) }),
  tanEta: (text) => ({ tanEta: range(text, readNumber) }),
  at: (text) => ({ fixedMass_GeV: massOf(text) }),
  projections: (text) => ({ projections: wordOf(text, ['0', '1']) === '1' }),
  off: (text, tell) => ({ hidden: ids(text, tell) }),
  only: (text, tell) => ({ only: ids(text, tell) }),
  pin: (text) => {
    const place = text.split(',')
    if (place.length !== 2) throw new InputError(`'${shown(text)}' is not a place x,y`)
    return { pin: [readNumber(place[0]), readNumber(place[1])] }
  },
  graph: (text) => ({ graph: wordOf(text, GRAPHS) }),
  spectrum: (text) => {
    if (!ID.test(text)) throw new InputError(`'${shown(text)}' is not the name of an experiment`)
    return { spectrum: text }
  },
  solar: (text) => ({ solar: wordOf(text, SOLAR_SOURCES) }),
  figure: (text) => {
    if (!FIGURE.test(text)) throw new InputError(`'${shown(text)}' is not the name of a figure`)
    return { figure: text }
  },
  theme: (text) => ({ theme: wordOf<View['theme']>(text, ['auto', 'light', 'dark']) }),
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new InputError('is not a well-formed address')
  }
}

/**
 * A view from the part of an address behind `#` (or `?`). What cannot be used is told, field by field, and left at its default.
 * Nothing in it is ever taken for markup: the page writes it as text.
 */
export function readAddress(text: string): Address {
  const query = text.replace(/^[#?]/, '')
  if (query.length > LONGEST) {
    return { view: DEFAULT_VIEW, problems: [{ field: 'address', message: 'is too long to be one of this page' }], unknown: [] }
  }
  let view: View = DEFAULT_VIEW
  const problems: Problem[] = []
  const unknown: [string, string][] = []
  for (const part of query.split('&')) {
    if (part === '') continue
    const equals = part.indexOf('=')
    let field = equals < 0 ? part : part.slice(0, equals)
    try {
      field = decoded(field)
      const value = decoded(equals < 0 ? '' : part.slice(equals + 1))
      if (field === 'v') {
        if (value !== VERSION) throw new InputError(`'${shown(value)}' is a version this page does not know; it reads what it can`)
      } else if (field.startsWith(SET)) {
        const assumptions: Partial<Assumptions> = { ...view.assumptions, ...parseAssumption(field.slice(SET.length), value) }
        view = { ...view, assumptions }
      } else if (Object.hasOwn(FIELDS, field)) {
        const tell = (message: string): void => void problems.push({ field, message })
        view = { ...view, ...FIELDS[field](value, tell) }
      } else if (equals < 0) throw new InputError('says nothing to this page: parts of its links are name=value')
      else unknown.push([field, value])
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push({ field: shown(field), message: error.message })
    }
  }
  const drawable = fitted(view)
  if (drawable !== view) problems.push({ field: 'plane', message: `${shown(view.model)} has no tan η to draw; bernal:c=-0.1 has` })
  return { ...withSoundPin(drawable, problems), unknown }
}

/** What of a view no boson can lie at is left out: which values a pin takes depends on the plane. */
function withSoundPin(view: View, problems: readonly Problem[]): Pick<Address, 'view' | 'problems'> {
  if (view.pin === undefined || view.plane === 'epsMedium,tanEta') return { view, problems }
  const [x, y] = view.pin
  try {
    allowedMass(x)
    if (view.plane === 'mass,coupling') allowedCoupling(y)
    return { view, problems }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { view: { ...view, pin: undefined }, problems: [...problems, { field: 'pin', message: error.message }] }
  }
}

/** As little is escaped as an address allows: `bernal:c=-0.1,tanEta=-0.75` stays readable. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/%(3A|3D|2C|2B|2F|40|20)/g, (code, hex: string) => (hex === '20' ? code : decodeURIComponent(`%${hex}`)))

const rangeText = ([lo, hi]: Range): string => `${write(lo)}:${write(hi)}`

/** The part of an address behind `#` that gives a view back; what is as in the default is left out. */
export function writeAddress(view: View, unknown: Address['unknown'] = []): string {
  const parts: (readonly [string, string])[] = [
    ['v', VERSION],
    ['model', view.model],
  ]
  const add = (key: string, isDefault: boolean, text: () => string): void => {
    if (!isDefault) parts.push([key, text()])
  }
  add('plane', view.plane === DEFAULT_VIEW.plane, () => view.plane)
  add('mass', isSame(view.mass_GeV, DEFAULT_VIEW.mass_GeV), () => rangeText(view.mass_GeV))
  add('coupling', view.coupling === undefined, () => rangeText(view.coupling!))
  add('eps', view.epsMedium === undefined, () => rangeText(view.epsMedium!))
  add('tanEta', isSame(view.tanEta, DEFAULT_VIEW.tanEta), () => rangeText(view.tanEta))
  add('at', view.fixedMass_GeV === DEFAULT_VIEW.fixedMass_GeV, () => write(view.fixedMass_GeV))
  for (const [key, value] of Object.entries(view.assumptions)) parts.push([`${SET}${key}`, value])
  add('projections', !view.projections, () => '1')
  add('off', view.hidden.length === 0, () => view.hidden.join(','))
  add('only', view.only.length === 0, () => view.only.join(','))
  add('pin', view.pin === undefined, () => view.pin!.map(write).join(','))
  add('graph', view.graph === DEFAULT_VIEW.graph, () => view.graph)
  add('spectrum', view.spectrum === undefined, () => view.spectrum!)
  add('solar', view.solar === undefined, () => view.solar!)
  add('figure', view.figure === undefined, () => view.figure!)
  add('theme', view.theme === DEFAULT_VIEW.theme, () => view.theme)
  return [...parts, ...unknown].map(([key, value]) => `${escaped(key)}=${escaped(value)}`).join('&')
}
