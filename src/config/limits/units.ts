import { InputError, unknownWord } from '../../errors.ts'
import type { Model } from '../../models/index.ts'
import { parseQuantity } from '../../units.ts'
import { type Convert, quoted } from './rows.ts'

/** What a column of couplings may be, and how to turn it into the coupling. */
const COUPLING_UNITS = {
  epsilon: { of: 'mixing', from: (value: number) => value },
  'epsilon^2': { of: 'mixing', from: Math.sqrt },
  'alpha-ratio': { of: 'mixing', from: Math.sqrt },
  g: { of: 'charge', from: (value: number) => value },
  'g^2': { of: 'charge', from: Math.sqrt },
} as const satisfies Record<string, { of: 'mixing' | 'charge'; from: Convert }>

const MASS_UNITS = ['eV', 'keV', 'MeV', 'GeV', 'TeV'] as const

const LOG = /^\s*log10\(\s*(.*?)\s*\)\s*$/

/** The unit of which a column may hold the logarithm. */
const withoutLog = (unit: string): string => LOG.exec(unit)?.[1] ?? unit.trim()

/** A unit, or `log10(unit)` for a column of logarithms. */
function throughLog(unit: string, make: (unit: string) => Convert): Convert {
  const convert = make(withoutLog(unit))
  return LOG.test(unit) ? (value) => convert(10 ** value) : convert
}

function strange(unit: string, known: readonly string[], field: string): InputError {
  const { message } = unknownWord('unit', unit, known)
  return new InputError(`${message} (logarithms: log10(…) of one)`, field)
}

/**
 * Turns a column of masses into GeV.
 *
 * @param unit `eV`, `keV`, `MeV`, `GeV`, `TeV`, or `log10(…)` of one
 * @throws InputError for another unit
 * @example
 * massConversion('log10(MeV)')(1) // 0.01
 */
export function massConversion(unit: string): Convert {
  return throughLog(unit, (name) => {
    if (!(MASS_UNITS as readonly string[]).includes(name)) throw strange(name, MASS_UNITS, 'units.mass')
    const factor = parseQuantity(`1${name}`, 'energy', 'units.mass')
    return (value) => value * factor
  })
}

/**
 * Turns a column of couplings into the coupling of the published model: `epsilon`, `epsilon^2` or `alpha-ratio` ($\alpha'/\alpha = \varepsilon^2$) where that is the
 * mixing itself, `g` or `g^2` for every other model; or `log10(…)` of one.
 *
 * @throws InputError for another unit, or one of the other kind of model
 * @example
 * couplingConversion('epsilon^2')(1e-6) // 1e-3
 */
export function couplingConversion(unit: string): Convert {
  return throughLog(unit, (name) => couplingUnit(name).from)
}

function couplingUnit(name: string): (typeof COUPLING_UNITS)[keyof typeof COUPLING_UNITS] {
  if (!Object.hasOwn(COUPLING_UNITS, name)) throw strange(name, Object.keys(COUPLING_UNITS), 'units.coupling')
  return COUPLING_UNITS[name as keyof typeof COUPLING_UNITS]
}

/**
 * Refuses couplings that are not those of the model.
 *
 * @throws InputError
 */
export function checkCouplingUnit(unit: string, model: Model): void {
  const charged = Object.values(model.charges).some(({ left, right }) => left !== 0 || right !== 0)
  const wanted = charged ? 'charge' : 'mixing'
  const { of } = couplingUnit(withoutLog(unit))
  if (of === wanted) return
  const allowed = Object.entries(COUPLING_UNITS).flatMap(([name, one]) => (one.of === wanted ? [name] : []))
  throw new InputError(`'${unit}' is not the coupling of ${model.id}; use ${allowed.join(', ')} or log10 of it`, 'units.coupling')
}

/** Words that tables write where a quantity has no unit. */
const UNITLESS = new Set(['', '1', '-', 'none', 'dimensionless'])

/** A unit without the ways there are to write it: TeX, brackets, blanks, and the speed of light of masses. Only meV is not MeV. */
const plain = (unit: string): string =>
  unit
    .replaceAll(/\\(?:mathrm|text|rm|var(?=epsilon)|[,;])|[\\${}\s[\]]/g, '')
    .replaceAll('ε', 'epsilon')
    .replaceAll('**', '^')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/\/c\^?2(?=\)?$)/i, '')
    .replace(/^log_?10/i, 'log10')
    .replace(/^meV/, 'milli-eV')
    .toLowerCase()

/**
 * What a table itself says of its unit, where that is not what its header file says: `MEV` and `GeV/c^2` are spellings of MeV and GeV.
 *
 * @param own the unit in the table
 * @param declared the unit in the header file
 * @returns the contradiction, in words
 * @example
 * unitConflict('MEV', 'MeV') // undefined
 * unitConflict('MEV', 'keV') // "in 'MEV', but its header file says keV"
 */
export function unitConflict(own: string | undefined, declared: string): string | undefined {
  const unit = plain(own ?? '')
  if (UNITLESS.has(unit) || unit === plain(declared) || unit === plain(withoutLog(declared))) return undefined
  return `in ${quoted((own ?? '').trim())}, but its header file says ${declared}`
}

/**
 * The same for the name of a column of masses, as in `mass_GeV`, `m [GeV]` or `log10(m/GeV)`.
 *
 * @example
 * unitConflictInName('mass_GeV', 'MeV') // "in 'GeV', but its header file says MeV"
 */
export function unitConflictInName(name: string, declared: string): string | undefined {
  return unitConflict(/(?:^|[\s_([{$/])([kMGT]?eV)(?:\/c(?:\^|\*\*)?2)?[)\]}$]*\s*$/i.exec(name)?.[1], declared)
}
