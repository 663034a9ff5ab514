import { InputError, type Kind } from '../src/index.ts'

/** A part of a text that is not too long to be shown. */
export const shown = (text: string, longest = 60): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

/** The number that a text is in plain digits. */
export function readNumber(text: string): number {
  const value = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN
  if (!Number.isFinite(value)) throw new InputError(`'${shown(text)}' is not a number`)
  return value
}

/** Numbers as a reader can copy them into anything: plain digits, `4.6e-4`. */
export function number(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return '–'
  if (value === 0) return '0'
  const size = Math.abs(value)
  const text = size >= 1e-3 && size < 1e5 ? String(Number(value.toPrecision(digits))) : value.toExponential(digits - 1)
  return text.replace(/\.?0+e/, 'e').replace('e+', 'e')
}

/** Smaller strengths are nothing at all. */
const LEAST_STRENGTH = 1e-9

/** How strongly a constraint speaks about a boson; of a band, where the boson lies: strengths of bands are 1 at their edges and 0 in their middle. */
export function strengthText(kind: Kind, strength: number, digits = 3): string {
  if (kind === 'preferred') return strength <= 1 ? 'in the band' : `outside, ${number(strength, digits)} half-widths from its middle`
  return strength > 0 && strength < LEAST_STRENGTH ? `< ${number(LEAST_STRENGTH)}` : number(strength, digits)
}

const UNITS = [
  [1e3, 'TeV'],
  [1, 'GeV'],
  [1e-3, 'MeV'],
  [1e-6, 'keV'],
  [1e-9, 'eV'],
] as const

/** A mass with the unit that suits it, as the command line takes it: `15 MeV`. */
export function mass(value_GeV: number, digits = 3): string {
  if (!Number.isFinite(value_GeV)) return '–'
  const [size, unit] = UNITS.find(([one]) => value_GeV >= one * (1 - 1e-9)) ?? UNITS[UNITS.length - 1]
  return `${number(value_GeV / size, digits)} ${unit}`
}
