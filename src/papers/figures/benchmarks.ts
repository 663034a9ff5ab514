import { InputError } from '../../errors.ts'
import type { Benchmark } from '../recipe.ts'

/** Assumed: light to heavy, about where (g−2)_μ of 2021 wants them. The slides' BP1 to BP4 stand in pictures only. */
export const ASSUMED_BENCHMARKS: readonly Benchmark[] = [
  { mass_GeV: 0.01, coupling: 4.5e-4 },
  { mass_GeV: 0.03, coupling: 5.5e-4 },
  { mass_GeV: 0.06, coupling: 7e-4 },
  { mass_GeV: 0.15, coupling: 1.2e-3 },
]

/** Mass and coupling, with TeX between dollars. */
export const benchmarkText = ({ mass_GeV, coupling }: Benchmark): string =>
  `${Number((1e3 * mass_GeV).toPrecision(3))} MeV, $${texOf(coupling)}$`

/** 4.5e-4 as TeX. */
function texOf(value: number): string {
  const [digits, power] = value.toExponential(1).split('e')
  return `${Number(digits)}\\times 10^{${Number(power)}}`
}

type Range = readonly [lo: number, hi: number]

/** Where bosons of a figure may lie. */
interface Ranges {
  readonly masses: Range
  readonly couplings: Range
  readonly others?: Readonly<Record<string, Range>>
}

/** @throws InputError (field `benchmark`) for a boson beyond the ranges of a figure */
export function checkOnFigure({ mass_GeV, coupling, others = {} }: Benchmark, { masses, couplings, others: ranges = {} }: Ranges): void {
  const isIn = (value: number, [lo, hi]: Range): boolean => value >= lo && value <= hi
  const names = Object.keys(ranges)
  if (isIn(mass_GeV, masses) && isIn(coupling, couplings) && names.every((name) => isIn(others[name], ranges[name]))) return
  const given = [`${mass_GeV} GeV`, coupling, ...names.map((name) => `${name} ${others[name]}`)].join(', ')
  const allowed = [
    `masses of ${masses.join(' to ')} GeV`,
    `couplings of ${couplings.join(' to ')}`,
    ...names.map((name) => `${name} ${ranges[name].join(' to ')}`),
  ]
  throw new InputError(`${given} is not on the figure; allowed: ${allowed.join(', ')}`, 'benchmark')
}
