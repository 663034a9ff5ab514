import { InputError } from '../errors.ts'

/** The smaller end comes first. */
export function checkOrder(lo: number, hi: number, text: string, field: string): void {
  if (!(hi > lo)) throw new InputError(`range '${text}' is reversed or empty; write the smaller end first`, field)
}

/** `lo:hi` of numbers as `parse` reads them. */
export function range(
  text: string | undefined,
  parse: (text: string) => number,
  example: string,
  field: string,
): [number, number] | undefined {
  if (text === undefined) return undefined
  const parts = text.split(':')
  if (parts.length !== 2) throw new InputError(`'${text}' is not a range; write lo:hi, such as ${example}`, field)
  const [lo, hi] = parts.map(parse)
  checkOrder(lo, hi, text, field)
  return [lo, hi]
}

/** A number of either sign. */
export const signedNumber =
  (field: string) =>
  (text: string): number => {
    const value = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN
    if (!Number.isFinite(value)) throw new InputError(`'${text}' is not a number`, field)
    return value
  }
