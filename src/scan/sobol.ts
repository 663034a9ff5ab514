import { InputError } from '../errors.ts'

/**
 * For every dimension but the first: the degree s and the inner coefficients a of a primitive polynomial over GF(2), and the initial direction
 * numbers m₁ … m_s: the first rows of new-joe-kuo-6.21201, of S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008) 2635, doi:10.1137/070709359.
 */
const DIRECTIONS: readonly (readonly [s: number, a: number, m: readonly number[]])[] = [
  [1, 0, [1]],
  [2, 1, [1, 3]],
  [3, 1, [1, 3, 1]],
  [3, 2, [1, 1, 1]],
  [4, 1, [1, 1, 3, 3]],
  [4, 4, [1, 3, 5, 13]],
  [5, 2, [1, 1, 5, 5, 17]],
  [5, 4, [1, 1, 5, 5, 5]],
  [5, 7, [1, 1, 7, 11, 19]],
  [5, 11, [1, 1, 5, 1, 1]],
  [5, 13, [1, 1, 1, 3, 11]],
]

/** Dimensions there are directions for. */
export const SOBOL_DIMENSIONS = DIRECTIONS.length + 1
/** Points there are before the sequence repeats. */
export const SOBOL_POINTS = 2 ** 32

/** The 32 direction numbers of a dimension, as fractions of 2³². */
function directionNumbers(dimension: number): Uint32Array {
  const v = new Uint32Array(32)
  const [s, a, m] = dimension === 0 ? [0, 0, []] : DIRECTIONS[dimension - 1]
  for (let i = 0; i < 32; i++) {
    if (s === 0) v[i] = 2 ** (31 - i)
    else if (i < s) v[i] = m[i] * 2 ** (31 - i)
    else {
      v[i] = v[i - s] ^ (v[i - s] >>> s)
      for (let k = 1; k < s; k++) if ((a >>> (s - 1 - k)) & 1) v[i] ^= v[i - k]
    }
  }
  return v
}

const NUMBERS = Array.from({ length: SOBOL_DIMENSIONS }, (_, dimension) => directionNumbers(dimension))

/**
 * One coordinate of point `index` of the Sobol sequence, from the binary digits of the index,
 * $$x_i = \bigoplus_k i_k v_k,$$
 * in the middle of its cell of width 2⁻³², so that no point lies on an end: of every 2ᵏ points that begin at a multiple of 2ᵏ, each of the 2ᵏ equal parts of
 * an axis holds one.
 *
 * @param index from 0 to 2³² − 1
 * @param dimension from 0 to 11
 * @throws InputError for more dimensions or points
 * @example
 * [1, 2, 3].map((index) => sobol(index, 1)) // [0.5, 0.75, 0.25]
 */
export function sobol(index: number, dimension: number): number {
  if (!(dimension < SOBOL_DIMENSIONS)) throw new InputError(`a Sobol sequence has at most ${SOBOL_DIMENSIONS} dimensions here`, 'samples')
  if (!(index < SOBOL_POINTS)) throw new InputError(`a Sobol sequence has at most ${SOBOL_POINTS} points`, 'samples')
  const v = NUMBERS[dimension]
  let x = 0
  for (let rest = index >>> 0, k = 0; rest !== 0; rest >>>= 1, k++) if (rest & 1) x ^= v[k]
  return ((x >>> 0) + 0.5) / 2 ** 32
}
