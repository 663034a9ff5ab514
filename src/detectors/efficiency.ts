import { column, type Table } from '../data/table.ts'
import { InputError } from '../errors.ts'
import { linearInterpolator } from '../numerics/index.ts'

/** The chance that a recoil is kept, against its energy (or what stands for it in the table). */
export interface Efficiency {
  at(energy: number): number
  /** Energies where it has kinks or steps, ascending: integrals break there. */
  readonly breaks: readonly number[]
}

/**
 * The same chance at all energies.
 *
 * @throws InputError (field `efficiency`) outside 0 to 1
 */
export function constantEfficiency(value: number): Efficiency {
  if (!(value >= 0 && value <= 1)) throw new InputError(`${value} is not allowed; allowed: 0 to 1`, 'efficiency')
  return { at: () => value, breaks: [] }
}

/** How a table of efficiencies is read. */
export interface EfficiencyReading {
  /** Straight lines in the energy, unless they are in its logarithm. */
  readonly logarithmic?: boolean
  /** Beyond the last point: zero, unless it stays as it is up to this energy. */
  readonly flatUpTo?: number
}

/**
 * Straight lines between the points of a published efficiency; zero below the first.
 *
 * @param table its first column is the energy
 * @throws InputError where the table cannot be interpolated
 * @example
 * tabulatedEfficiency(efficiencyXenon1tEr, { flatUpTo: 210 }).at(2) // 0.725
 */
export function tabulatedEfficiency<Column extends string>(
  table: Table<Column | 'efficiency'>,
  { logarithmic = false, flatUpTo }: EfficiencyReading = {},
): Efficiency {
  const energies = column(table, table.columns[0])
  const scale = logarithmic ? Math.log : (energy: number): number => energy
  const line = linearInterpolator(energies.map(scale), column(table, 'efficiency'), 'clamp')
  const [first, last] = [energies[0], energies[energies.length - 1]]
  const end = flatUpTo ?? last
  return {
    at: (energy) => (energy < first || energy > end ? 0 : line(scale(energy))),
    breaks: [...energies.filter((energy) => energy < end), end],
  }
}

/**
 * An efficiency that rises as $\frac{h}{1 + e^{-s(x - x_0)}} + c$, and is zero where that is negative.
 *
 * @param height h, above zero
 * @param slope s, above zero
 * @param middle $x_0$
 * @param offset c, zero unless given
 * @throws InputError (field `efficiency`) where it is no chance
 * @example
 * sigmoidEfficiency(1.3204, 0.28598, 10.865, -0.33332).at(20) // 0.895: COHERENT's CsI of 2021 at 20 photoelectrons
 */
export function sigmoidEfficiency(height: number, slope: number, middle: number, offset = 0): Efficiency {
  if (!(height > 0 && slope > 0 && height + offset <= 1 && offset <= 0)) {
    throw new InputError(`a rise of ${height} from ${offset} is not allowed; allowed: up to at most 1, from zero or below`, 'efficiency')
  }
  const start = offset === 0 ? [] : [middle - Math.log(-height / offset - 1) / slope]
  return { at: (x) => Math.max(0, height / (1 + Math.exp(-slope * (x - middle))) + offset), breaks: start }
}
