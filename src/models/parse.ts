import { closest, InputError } from '../errors.ts'
import { mapFields, NEUTRAL } from './fields.ts'
import type { FieldCharges } from './model.ts'
import type { Rational } from './rational.ts'
import { abs, add, compare, div, equal, isZero, mul, ONE, parseRational, rational, sub, toFraction, ZERO } from './rational.ts'

const QUARKS = ['Q', 'u', 'd'] as const
const LEPTONS = ['L', 'e', 'nuR'] as const
const THIRD = rational(1, 3)

interface ChargeSymbol {
  readonly name: string
  readonly tex: string
  readonly charges: FieldCharges
}

/** Charges of one value on the given fields and families, zero elsewhere. */
function unit(fields: readonly (keyof FieldCharges)[], families: readonly number[], value: Rational): FieldCharges {
  return mapFields((field, family) => (fields.includes(field) && families.includes(family) ? value : ZERO))
}

const ALL = [0, 1, 2] as const
const FLAVOURS = ['e', 'mu', 'tau'] as const
const FLAVOUR_TEX = ['e', String.raw`\mu`, String.raw`\tau`] as const
const UP = ['u', 'c', 't'] as const
const DOWN = ['d', 's', 'b'] as const

/** Baryon and lepton numbers, in the order the canonical form lists them. */
const NUMBERS: readonly ChargeSymbol[] = [
  { name: 'B', tex: 'B', charges: unit(QUARKS, ALL, THIRD) },
  ...ALL.map((i) => ({ name: `B${i + 1}`, tex: `B_${i + 1}`, charges: unit(QUARKS, [i], THIRD) })),
  ...ALL.map((i) => ({ name: `L${FLAVOURS[i]}`, tex: `L_${FLAVOUR_TEX[i]}`, charges: unit(LEPTONS, [i], ONE) })),
  { name: 'L', tex: 'L', charges: unit(LEPTONS, ALL, ONE) },
]

const RIGHT_HANDED: readonly (ChargeSymbol & { field: keyof FieldCharges; family: 0 | 1 | 2 })[] = ALL.flatMap((i) =>
  [
    { field: 'u', name: `${UP[i]}_R`, tex: `${UP[i]}_R` } as const,
    { field: 'd', name: `${DOWN[i]}_R`, tex: `${DOWN[i]}_R` } as const,
    { field: 'e', name: `${FLAVOURS[i]}_R`, tex: i === 0 ? 'e_R' : `${FLAVOUR_TEX[i]}_R` } as const,
    { field: 'nuR', name: `nu${FLAVOURS[i]}_R`, tex: String.raw`\nu_{${FLAVOUR_TEX[i]} R}` } as const,
  ].map((symbol) => ({ ...symbol, family: i, charges: unit([symbol.field], [i], ONE) })),
)

const DOUBLETS: readonly ChargeSymbol[] = [
  { name: 'Q_L', tex: 'Q_L', charges: unit(['Q'], ALL, ONE) },
  ...ALL.map((i) => ({ name: `Q${i + 1}_L`, tex: `Q_{${i + 1} L}`, charges: unit(['Q'], [i], ONE) })),
  { name: 'L_L', tex: 'L_L', charges: unit(['L'], ALL, ONE) },
  ...ALL.map((i) => ({ name: `L${FLAVOURS[i]}_L`, tex: `L_{${FLAVOUR_TEX[i]} L}`, charges: unit(['L'], [i], ONE) })),
]

const SYMBOLS = [...NUMBERS, ...DOUBLETS, ...RIGHT_HANDED]
const GREEK: Readonly<Record<string, string>> = { μ: 'mu', µ: 'mu', τ: 'tau', ν: 'nu' }
const plain = (name: string): string =>
  name
    .replaceAll(/[μµτν]/g, (letter) => GREEK[letter])
    .replaceAll(/[\\_{}]/g, '')
    .toLowerCase()

/** Every spelling, without underscores and case. */
const BY_SPELLING: ReadonlyMap<string, ChargeSymbol> = new Map([
  ...SYMBOLS.map((symbol) => [plain(symbol.name), symbol] as const),
  ...ALL.map((i) => [`q${i + 1}`, DOUBLETS[i + 1]] as const),
  ...ALL.map((i) => [`nur${i + 1}`, RIGHT_HANDED[4 * i + 3]] as const),
  ['q', DOUBLETS[0]],
])

/** Spellings that could mean two things, and what to write instead. */
const UNCLEAR: ReadonlyMap<string, string> = new Map([
  ...ALL.map((i) => {
    const flavour = `L${FLAVOURS[i]}`
    return [`l${i + 1}`, `write ${flavour} for the lepton number or ${flavour}_L for the doublet alone`] as const
  }),
  ...ALL.flatMap((i) => [UP[i], DOWN[i]].map((quark) => [`${quark}l`, `left-handed quarks come in doublets: write Q${i + 1}_L`] as const)),
  ...ALL.flatMap((i) =>
    [FLAVOURS[i], `nu${FLAVOURS[i]}`].map(
      (lepton) => [`${lepton}l`, `left-handed leptons come in doublets: write L${FLAVOURS[i]}_L`] as const,
    ),
  ),
])

interface Token {
  readonly kind: 'number' | 'name' | 'sign'
  readonly text: string
  /** Where it stands, counted from 1. */
  readonly at: number
}

const TOKEN = /\s*(?:(\d+\.?\d*|\.\d+)|([A-Za-zμµτν\\][A-Za-z0-9_{}\\μµτν]*)|([-+*/()−·×]))/y
const SIGNS: Readonly<Record<string, string>> = { '−': '-', '·': '*', '×': '*' }
const LONGEST = 400

function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  const scan = new RegExp(TOKEN)
  const end = text.trimEnd().length
  while (scan.lastIndex < end) {
    const from = scan.lastIndex
    const match = scan.exec(text)
    if (match === null) {
      const at = from + text.slice(from).search(/\S/)
      throw new InputError(
        `'${String.fromCodePoint(text.codePointAt(at)!)}' at character ${at + 1} of '${text}' has no meaning in a charge expression`,
        'model',
      )
    }
    const [, number, name, sign] = match
    const token = number ?? name ?? sign
    const kind = number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign'
    tokens.push({ kind, text: SIGNS[token] ?? token, at: scan.lastIndex - token.length + 1 })
  }
  return tokens
}

/** A number, or charges: the two kinds of value an expression is made of. */
type Value = { readonly number: Rational } | { readonly charges: FieldCharges }

const scale = (charges: FieldCharges, factor: Rational): FieldCharges => mapFields((field, i) => mul(charges[field][i], factor))
const addCharges = (a: FieldCharges, b: FieldCharges): FieldCharges => mapFields((field, i) => add(a[field][i], b[field][i]))

/**
 * Charges of a written-out U(1)′: sums of baryon and lepton numbers and of Weyl fields with exact coefficients.
 *
 * - `B`, `L`, `B1` `B2` `B3` (one family each), `Le` `Lmu` `Ltau`: act on left- and right-handed fields alike; lepton numbers include ν_R.
 * - One chirality alone: doublets `Q_L` `Q1_L` … `L_L` `Le_L` `Lmu_L` `Ltau_L` (`Q1` for short), right-handed fields
 *   `u_R` `d_R` `s_R` `c_R` `b_R` `t_R` `e_R` `mu_R` `tau_R` `nue_R` `numu_R` `nutau_R` (`nuR1` … `nuR3`).
 * - Coefficients: `3`, `1.5`, `3/2`, `(1-0.1)`; brackets group; `*` may be left out; `B/3` divides. `0` is the neutral model.
 *
 * Case and underscores do not matter, Greek letters and the TeX spellings `L_\mu` are understood.
 *
 * @throws InputError naming the token, where it stands, and what may have been meant.
 * @example
 * expression(parseCharges('Lμ + Lτ + 0.1(B1+B2) - 2.2 B3')) // '1/10B1+1/10B2-11/5B3+Lmu+Ltau'
 */
export function parseCharges(text: string): FieldCharges {
  if (text.length > LONGEST) throw new InputError(`a charge expression may have at most ${LONGEST} characters`, 'model')
  const tokens = tokenise(text)
  let next = 0

  const fail = (message: string): InputError => new InputError(message, 'model')
  const place = (token: Token): string => `'${token.text}' at character ${token.at} of '${text}'`
  const peek = (...signs: string[]): boolean => next < tokens.length && tokens[next].kind === 'sign' && signs.includes(tokens[next].text)

  function sum(): Value {
    let value = product()
    while (peek('+', '-')) {
      const sign = tokens[next++]
      const term = product()
      const signed = sign.text === '-' ? multiply({ number: rational(-1) }, term, sign) : term
      value = plus(value, signed, sign)
    }
    return value
  }

  function plus(a: Value, b: Value, sign: Token): Value {
    if ('number' in a && 'number' in b) return { number: add(a.number, b.number) }
    if ('charges' in a && 'charges' in b) return { charges: addCharges(a.charges, b.charges) }
    throw fail(`${place(sign)} joins a bare number and charges; every term names a charge, such as 2Lmu`)
  }

  function product(): Value {
    let value = factor()
    while (next < tokens.length) {
      const token = tokens[next]
      if (peek('*', '/')) {
        next++
        const right = factor()
        value = token.text === '*' ? multiply(value, right, token) : divide(value, right, token)
      } else if (token.kind === 'name' || peek('(')) {
        value = multiply(value, factor(), token)
      } else break
    }
    return value
  }

  function multiply(a: Value, b: Value, token: Token): Value {
    if ('number' in a) return 'number' in b ? { number: mul(a.number, b.number) } : { charges: scale(b.charges, a.number) }
    if ('number' in b) return { charges: scale(a.charges, b.number) }
    throw fail(`${place(token)} multiplies two charges; join them with + or -`)
  }

  function divide(a: Value, b: Value, token: Token): Value {
    if (!('number' in b)) throw fail(`${place(token)} divides by a charge; only a number can stand there`)
    if (isZero(b.number)) throw fail(`${place(token)} divides by zero`)
    return multiply(a, { number: div(ONE, b.number) }, token)
  }

  function factor(): Value {
    const token = tokens[next++]
    if (token === undefined) throw fail(`'${text}' ends where a charge or number should stand`)
    if (token.kind === 'number') return { number: parseRational(token.text) }
    if (token.kind === 'name') return { charges: symbol(token).charges }
    if (token.text === '-') return multiply({ number: rational(-1) }, factor(), token)
    if (token.text === '+') return factor()
    if (token.text !== '(') throw fail(`${place(token)} stands where a charge or number should`)
    const inner = sum()
    if (!peek(')')) throw fail(`${place(token)} is never closed`)
    next++
    return inner
  }

  function symbol(token: Token): ChargeSymbol {
    const spelling = plain(token.text)
    const known = BY_SPELLING.get(spelling)
    if (known !== undefined) return known
    const unclear = UNCLEAR.get(spelling)
    if (unclear !== undefined) throw fail(`${place(token)} is not clear; ${unclear}`)
    const names = SYMBOLS.map(({ name }) => name)
    const guess =
      names.find((name) => plain(name).startsWith(`l${spelling}`) || plain(name).startsWith(spelling)) ?? closest(token.text, names)
    throw fail(`unknown charge ${place(token)}; ${guess === undefined ? `known: ${names.join(', ')}` : `did you mean '${guess}'?`}`)
  }

  if (tokens.length === 0) throw fail('empty charge expression; write a combination of charges such as B-3Lmu')
  const value = sum()
  if (next < tokens.length) throw fail(`${place(tokens[next])} stands where +, -, * or the end should`)
  if ('charges' in value) return value.charges
  if (isZero(value.number)) return NEUTRAL
  throw fail(`'${text}' is only a number; name charges, such as B-3Lmu`)
}

/** The charges as a sum of symbols: baryon and lepton numbers from the doublets, then what right-handed fields add to them. */
function terms(fields: FieldCharges): { symbol: ChargeSymbol; coefficient: Rational }[] {
  const baryon = fields.Q.map((charge) => mul(charge, rational(3)))
  const lepton = fields.L
  const [B, B1, B2, B3, Le, Lmu, Ltau, L] = NUMBERS
  const numbers = [
    ...(allEqual(baryon) ? [{ symbol: B, coefficient: baryon[0] }] : [B1, B2, B3].map((symbol, i) => ({ symbol, coefficient: baryon[i] }))),
    ...(allEqual(lepton)
      ? [{ symbol: L, coefficient: lepton[0] }]
      : [Le, Lmu, Ltau].map((symbol, i) => ({ symbol, coefficient: lepton[i] }))),
  ]
  const right = RIGHT_HANDED.map((symbol) => {
    const doublet = symbol.field === 'u' || symbol.field === 'd' ? fields.Q : fields.L
    return { symbol, coefficient: sub(fields[symbol.field][symbol.family], doublet[symbol.family]) }
  })
  return [...numbers, ...right].filter(({ coefficient }) => !isZero(coefficient))
}

const allEqual = (charges: readonly Rational[]): boolean => charges.every((charge) => equal(charge, charges[0]))

function write(fields: FieldCharges, number: (magnitude: Rational) => string, name: (symbol: ChargeSymbol) => string): string {
  const text = terms(fields).map(({ symbol, coefficient }, i) => {
    const sign = compare(coefficient, ZERO) < 0 ? '-' : i === 0 ? '' : '+'
    const magnitude = abs(coefficient)
    return `${sign}${equal(magnitude, ONE) ? '' : number(magnitude)}${name(symbol)}`
  })
  return text.length === 0 ? '0' : text.join('')
}

/**
 * The canonical charge expression, read back exactly by {@link parseCharges}.
 *
 * @example
 * expression(parseCharges('Lμ-Lτ')) // 'Lmu-Ltau'
 */
export const expression = (fields: FieldCharges): string => write(fields, toFraction, (symbol) => symbol.name)

/**
 * The charges in TeX, without dollars.
 *
 * @example
 * texExpression(parseCharges('B-3Lmu')) // 'B-3L_\\mu'
 */
export const texExpression = (fields: FieldCharges): string =>
  write(
    fields,
    ({ numerator, denominator }) => (denominator === 1n ? `${numerator}` : String.raw`\tfrac{${numerator}}{${denominator}}`),
    (symbol) => symbol.tex,
  )
