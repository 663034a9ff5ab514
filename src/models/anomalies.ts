import type { FieldCharges, Triple } from './model.ts'
import { abs, add, compare, equal, isZero, mul, ONE, type Rational, rational, sub, sum, ZERO } from './rational.ts'

/** The six conditions, in the order of foldenauer-2021's table. */
export const ANOMALIES = ['U(1)_X^3', 'U(1)_X^2 U(1)_Y', 'U(1)_X U(1)_Y^2', 'SU(3)^2 U(1)_X', 'SU(2)^2 U(1)_X', 'grav^2 U(1)_X'] as const
export type Anomaly = (typeof ANOMALIES)[number]
export type AnomalyTable = Readonly<Record<Anomaly, Rational>>

/** How many family charges differ: none, one, all. */
export type FamilyClass = 'aaa' | 'aab' | 'abc'

/** A pair of families, counted from 1, the smaller first. */
export type FamilyPair = readonly [number, number]

export interface AnomalyReport {
  readonly withNuR: AnomalyTable
  readonly withoutNuR: AnomalyTable
  /** All six vanish, with ν_R or without. */
  readonly anomalyFree: boolean
  /** The cubic or the gravitational condition fails without ν_R. */
  readonly needsNuR: boolean
  /** The non-zero ν_R charges of the model, where it needs ν_R. */
  readonly nuRCharges: readonly Rational[]
  readonly class: { readonly quarks: FamilyClass; readonly leptons: FamilyClass }
  /**
   * What the light neutrinos may be: `free` (no lepton charge), `dirac-or-majorana`, `majorana` (Dirac masses alone would disconnect the PMNS matrix),
   * or `unexplained`: with these ν_R charges, singlet scalars of any charge leave the flavours unmixed or two neutrinos massless.
   */
  readonly neutrinos: 'free' | 'dirac-or-majorana' | 'majorana' | 'unexplained'
  /** Charges of the fewest (and then smallest) singlet scalars whose vevs give an invertible M_R and a connected m_ν. Empty where none do, or none are needed. */
  readonly minimalSinglets: readonly Rational[]
  /** Zeros of M_R with those singlets. */
  readonly majoranaZeros: readonly FamilyPair[]
  /** Zeros of m_ν = m_D M_R⁻¹ m_Dᵀ with those singlets. */
  readonly lightNeutrinoZeros: readonly FamilyPair[]
  /** $\sum_f N_c Q_f Q'_f$ over all charged fermions, $Q'$ the vector charge; the loop mixing with the photon is finite only where it vanishes. */
  readonly loopMixingCoefficient: Rational
}

const HYPERCHARGE = { Q: rational(1, 6), u: rational(2, 3), d: rational(-1, 3), L: rational(-1, 2), e: rational(-1), nuR: ZERO }
/** Left-handed states minus right-handed ones, colours and doublet members counted. */
const MULTIPLICITY = { Q: 6, u: -3, d: -3, L: 2, e: -1, nuR: -1 }
const STANDARD_MODEL = ['Q', 'u', 'd', 'L', 'e'] as const
const WITH_NU_R = [...STANDARD_MODEL, 'nuR'] as const

type Field = keyof FieldCharges

function power(base: Rational, exponent: number): Rational {
  return exponent === 0 ? ONE : mul(base, power(base, exponent - 1))
}

/** $\sum_\psi \pm n_\psi Y_\psi^y X_\psi^x$ over left- minus right-handed fields. */
function trace(charges: FieldCharges, fields: readonly Field[], x: number, y: number): Rational {
  const weight = (field: Field) => mul(rational(MULTIPLICITY[field]), power(HYPERCHARGE[field], y))
  return sum(fields.map((field) => mul(weight(field), sum(charges[field].map((charge) => power(charge, x))))))
}

function table(charges: FieldCharges, fields: readonly Field[]): AnomalyTable {
  const total = (field: Field) => sum(charges[field])
  return {
    'U(1)_X^3': trace(charges, fields, 3, 0),
    'U(1)_X^2 U(1)_Y': trace(charges, fields, 2, 1),
    'U(1)_X U(1)_Y^2': trace(charges, fields, 1, 2),
    'SU(3)^2 U(1)_X': sub(mul(rational(2), total('Q')), add(total('u'), total('d'))),
    'SU(2)^2 U(1)_X': add(mul(rational(2), total('L')), mul(rational(6), total('Q'))),
    'grav^2 U(1)_X': trace(charges, fields, 1, 0),
  }
}

const cancels = (conditions: AnomalyTable): boolean => Object.values(conditions).every(isZero)

function familyClass([a, b, c]: Triple<Rational>): FamilyClass {
  const pairs = [equal(a, b), equal(a, c), equal(b, c)].filter(Boolean).length
  return pairs === 3 ? 'aaa' : pairs === 1 ? 'aab' : 'abc'
}

/** Which entries of a 3×3 matrix may be non-zero. */
type Pattern = Triple<Triple<boolean>>

function pattern(allowed: (i: number, j: number) => boolean): Pattern {
  const row = (i: number): Triple<boolean> => [allowed(i, 0), allowed(i, 1), allowed(i, 2)]
  return [row(0), row(1), row(2)]
}

/** The two families other than i. */
const others = (i: number): readonly [number, number] => (i === 0 ? [1, 2] : i === 1 ? [0, 2] : [0, 1])

/** Generic minor without row i and column j: the two products of a symmetric matrix never cancel, so one non-zero product is enough. */
function cofactor(m: Pattern, i: number, j: number): boolean {
  const [[a, b], [c, d]] = [others(i), others(j)]
  return (m[a][c] && m[b][d]) || (m[a][d] && m[b][c])
}

const invertible = (m: Pattern): boolean => [0, 1, 2].some((j) => m[0][j] && cofactor(m, 0, j))

/** Whether the flavours mix, all three. */
const connected = (m: Pattern): boolean => [m[0][1], m[0][2], m[1][2]].filter(Boolean).length >= 2

/** Generic zero pattern of m_D M⁻¹ m_Dᵀ, M invertible. */
const seesaw = (dirac: Pattern, heavy: Pattern): Pattern =>
  pattern((i, k) => [0, 1, 2].some((j) => dirac[i][j] && [0, 1, 2].some((l) => dirac[k][l] && cofactor(heavy, j, l))))

/** Generic rank of the Dirac mass matrix, block by block of equal charge. */
function diracRank({ L, nuR }: FieldCharges): number {
  const distinct = L.filter((charge, i) => L.findIndex((other) => equal(charge, other)) === i)
  const count = (charges: Triple<Rational>, value: Rational) => charges.filter((charge) => equal(charge, value)).length
  return distinct.reduce((rank, value) => rank + Math.min(count(L, value), count(nuR, value)), 0)
}

function zeros(m: Pattern): FamilyPair[] {
  const pairs = [0, 1, 2].flatMap((i) => [0, 1, 2].filter((j) => j >= i).map((j) => [i, j] as const))
  return pairs.filter(([i, j]) => !m[i][j]).map(([i, j]) => [i + 1, j + 1])
}

/** Subsets in order of size, then of their (ascending) members. */
function subsets<T>(items: readonly T[]): T[][] {
  const ofSize = (size: number, from: number): T[][] =>
    size === 0 ? [[]] : items.slice(from).flatMap((item, k) => ofSize(size - 1, from + k + 1).map((rest) => [item, ...rest]))
  return Array.from({ length: items.length + 1 }, (_, size) => ofSize(size, 0)).flat()
}

interface Texture {
  readonly singlets: readonly Rational[]
  readonly heavy: Pattern
  readonly light: Pattern
}

/** The fewest singlet scalars that make the type-I seesaw work; M_R(i, j) needs a total charge of 0 or ± that of a singlet. */
function minimalTexture(fields: FieldCharges): Texture | undefined {
  if (diracRank(fields) < 2) return undefined
  const { L, nuR } = fields
  const dirac = pattern((i, j) => equal(L[i], nuR[j]))
  const total = (i: number, j: number) => abs(add(nuR[i], nuR[j]))
  const candidates = [0, 1, 2]
    .flatMap((i) => [0, 1, 2].map((j) => total(i, j)))
    .filter((charge) => !isZero(charge))
    .sort(compare)
    .filter((charge, k, all) => k === 0 || !equal(charge, all[k - 1]))
  for (const singlets of subsets(candidates)) {
    const heavy = pattern((i, j) => isZero(total(i, j)) || singlets.some((charge) => equal(charge, total(i, j))))
    if (!invertible(heavy)) continue
    const light = seesaw(dirac, heavy)
    if (connected(light)) return { singlets, heavy, light }
  }
  return undefined
}

function neutrinoNature(fields: FieldCharges, texture: Texture | undefined): AnomalyReport['neutrinos'] {
  if ([...fields.L, ...fields.nuR].every(isZero)) return 'free'
  if (familyClass(fields.L) === 'aaa' && diracRank(fields) >= 2) return 'dirac-or-majorana'
  return texture === undefined ? 'unexplained' : 'majorana'
}

/** $\sum_f N_c Q_f (Q'_L + Q'_R)/2$. */
function loopMixingCoefficient({ Q, u, d, L, e }: FieldCharges): Rational {
  const families = [0, 1, 2].map((i) =>
    sub(sub(add(Q[i], u[i]), mul(rational(1, 2), add(Q[i], d[i]))), mul(rational(1, 2), add(L[i], e[i]))),
  )
  return sum(families)
}

/**
 * Gauge anomalies of a U(1)′, exactly, and what they and the charges imply for neutrinos.
 *
 * With $X_\psi^n = \sum_i Q'^n_{\psi_i}$ the six conditions are, as in foldenauer-2021 (left- minus right-handed fields),
 * $2X_L^3 + 6X_Q^3 - X_\ell^3 - X_\nu^3 - 3(X_u^3 + X_d^3)$,
 * $2Y_LX_L^2 + 6Y_QX_Q^2 - Y_\ell X_\ell^2 - Y_\nu X_\nu^2 - 3(Y_uX_u^2 + Y_dX_d^2)$,
 * $2Y_L^2X_L + 6Y_Q^2X_Q - Y_\ell^2X_\ell - Y_\nu^2X_\nu - 3(Y_u^2X_u + Y_d^2X_d)$,
 * $2X_Q - X_u - X_d$, $2X_L + 6X_Q$ and $2X_L + 6X_Q - X_\ell - X_\nu - 3(X_u + X_d)$, with $Y_Q = 1/6$.
 *
 * Textures are generic: an entry counts as zero only where charges forbid it. They ask for an invertible M_R and mixing of all
 * flavours, not for a fit to oscillation data.
 *
 * @example
 * anomalies(parseCharges('B-3Lmu')).nuRCharges.map(toFraction) // ['-3']
 */
export function anomalies(fields: FieldCharges): AnomalyReport {
  const [withNuR, withoutNuR] = [table(fields, WITH_NU_R), table(fields, STANDARD_MODEL)]
  const needsNuR = !isZero(withoutNuR['U(1)_X^3']) || !isZero(withoutNuR['grav^2 U(1)_X'])
  const texture = minimalTexture(fields)
  return {
    withNuR,
    withoutNuR,
    anomalyFree: cancels(withNuR) || cancels(withoutNuR),
    needsNuR,
    nuRCharges: needsNuR ? fields.nuR.filter((charge) => !isZero(charge)) : [],
    class: { quarks: familyClass(fields.Q), leptons: familyClass(fields.L) },
    neutrinos: neutrinoNature(fields, texture),
    minimalSinglets: texture?.singlets ?? [],
    majoranaZeros: texture === undefined ? [] : zeros(texture.heavy),
    lightNeutrinoZeros: texture === undefined ? [] : zeros(texture.light),
    loopMixingCoefficient: loopMixingCoefficient(fields),
  }
}
