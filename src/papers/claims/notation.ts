import type { CitationKey } from '../../citations.ts'
import type { Claim } from '../recipe.ts'

type Printed = Pick<Claim, 'printed' | 'tolerance' | 'side'>

/** A claim as its paper's file writes it: paper and preset are the file's, the id is completed with the paper. */
export type Draft = Omit<Claim, 'paper' | 'assume'> & Partial<Pick<Claim, 'assume'>>

/** The claims of one paper, checked under the preset of its name unless one says otherwise. */
export function claimsOf(paper: CitationKey, drafts: readonly Draft[]): readonly Claim[] {
  return drafts.map((draft) => ({ assume: paper, ...draft, paper, id: `${paper}-${draft.id}` }))
}

/**
 * A number as the paper prints it; it stands for everything within half a unit of its last digit.
 * Zeros that end a whole number are no digits: '70' means 65 to 75.
 *
 * @example
 * printed('4.5e-4') // { printed: 4.5e-4, tolerance: 0.0111 }
 */
export function printed(text: string): Printed {
  const match = /^-?(\d+)(?:\.(\d+))?(?:e(-?\d+))?$/.exec(text)
  if (match === null) throw new TypeError(`'${text}' is not a number as papers print them`)
  const [, whole, decimals, exponent = '0'] = match
  const lastDigit = decimals === undefined ? /0*$/.exec(whole)![0].length % whole.length : -decimals.length
  const value = Number(text)
  return { printed: value, tolerance: (0.5 * 10 ** (lastDigit + Number(exponent))) / Math.abs(value) }
}

/** A number that a formula fixes: a coefficient, a power, a fraction. */
export const exactly = (value: number): Printed => ({ printed: value, tolerance: 1e-6 })

/** "More than" and "less than". */
export const above = (value: number): Printed => ({ printed: value, tolerance: 0, side: 'above' })
export const below = (value: number): Printed => ({ printed: value, tolerance: 0, side: 'below' })
