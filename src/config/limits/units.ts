import { InputError, unknownWord } from '../../errors.ts'
import type { Model } from '../../models/index.ts'
import { parseQuantity } from '../../units.ts'
import type { Convert } from './rows.ts'

/** What a column of couplings may be, and how to turn it into the coupling. */
const COUPLING_UNITS = {
  epsilon: { of: 'mixing', from: (value: number) => value },
  'epsilon^2': { of: 'mixing', from: Math.sqrt },
  'alpha-ratio': { of: 'mixing', from: Math.sqrt },
  g: { of: 'charge', from: (value: number) => value },
  'g^2': { of: 'charge', from: Math.sqrt },
} as const satisfies Record<string, { of: 'mixing' | 'charge'; from: Convert }>

const LOG = /^\s*log10\(\s*(.*?)\s*\)\s*$/

/** A unit, or `log10(unit)` for a column of logarithms. */
function throughLog(unit: string, make: (unit: string) => Convert): Convert {
  const inner = LOG.exec(unit)?.[1]
  const convert = make(inner ?? unit.trim())
  return inner === undefined ? convert : (value) => convert(10 ** value)
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
  if (!Object.hasOwn(COUPLING_UNITS, name)) throw unknownWord('unit', name, Object.keys(COUPLING_UNITS), 'units.coupling')
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
  const { of } = couplingUnit(LOG.exec(unit)?.[1] ?? unit.trim())
  if (of === wanted) return
  const allowed = Object.entries(COUPLING_UNITS).flatMap(([name, one]) => (one.of === wanted ? [name] : []))
  throw new InputError(`'${unit}' is not the coupling of ${model.id}; use ${allowed.join(', ')} or log10 of it`, 'units.coupling')
}
