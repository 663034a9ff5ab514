const M0 = 0xd2511f53
const M1 = 0xcd9e8d57
const W0 = 0x9e3779b9
const W1 = 0xbb67ae85
const ROUNDS = 10

/** The upper 32 bits of the product of two 32-bit numbers. */
function upper(a: number, b: number): number {
  const [a0, a1, b0, b1] = [a & 0xffff, a >>> 16, b & 0xffff, b >>> 16]
  const middle = a1 * b0 + ((a0 * b0) >>> 16)
  return (a1 * b1 + Math.floor(middle / 0x10000) + ((a0 * b1 + (middle & 0xffff)) >>> 16)) >>> 0
}

/**
 * Philox 4×32 with ten rounds, the counter-based generator of Salmon et al., SC11 (2011), doi:10.1145/2063384.2063405: four random words of 32 bits for every counter and
 * key, without a state, so that the numbers of point i are a formula in i.
 *
 * @param counter four words
 * @param key two words
 * @example
 * philox4x32([0, 0, 0, 0], [0, 0]).map((word) => word.toString(16)) // ['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8']
 */
export function philox4x32(counter: readonly [number, number, number, number], key: readonly [number, number]): number[] {
  let [c0, c1, c2, c3] = counter
  let [k0, k1] = key
  for (let round = 0; round < ROUNDS; round++) {
    const [high0, low0] = [upper(M0, c0), Math.imul(M0, c0)]
    const [high1, low1] = [upper(M1, c2), Math.imul(M1, c2)]
    ;[c0, c1, c2, c3] = [high1 ^ c1 ^ k0, low1, high0 ^ c3 ^ k1, low0]
    k0 = (k0 + W0) | 0
    k1 = (k1 + W1) | 0
  }
  return [c0 >>> 0, c1 >>> 0, c2 >>> 0, c3 >>> 0]
}

/**
 * A uniform number of (0, 1), never one of the ends: 52 bits of {@link philox4x32} in the middle of their cell.
 *
 * @param seed of the sequence, a whole number from 0 to 2⁵³ − 1
 * @param index of the point, a whole number from 0 to 2⁵³ − 1
 * @param dimension from 0
 */
export function randomUniform(seed: number, index: number, dimension: number): number {
  const [a, b] = philox4x32([index >>> 0, Math.floor(index / 2 ** 32), dimension, 0], [seed >>> 0, Math.floor(seed / 2 ** 32)])
  return ((a >>> 6) * 2 ** 26 + (b >>> 6) + 0.5) / 2 ** 52
}
