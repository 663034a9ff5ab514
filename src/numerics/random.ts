import { InputError } from '../errors.ts'

/** Numbers drawn at random, the same ones whenever the seed is the same. */
export interface Random {
  /** From 0 to 1, 1 left out, in steps of $2^{-53}$. */
  uniform(): number
  /** Of mean 0 and standard deviation 1. */
  normal(): number
  /** A whole number from 0 to n − 1; n up to $2^{32}$. */
  below(n: number): number
}

const rotate = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits))

/**
 * The generator xoshiro128** (Blackman and Vigna 2021, ACM Trans. Math. Softw. 47, 36): 32 bits a call, period $2^{128} - 1$.
 *
 * @param state four words of 32 bits, not all zero; changed by every call
 * @example
 * xoshiro128(Uint32Array.of(1, 2, 3, 4))() // 11520
 */
export function xoshiro128(state: Uint32Array): () => number {
  let [a, b, c, d] = state
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
}

/** The finaliser of MurmurHash3: one word onto one word, every bit of which hangs on every bit. */
function mixed(word: number): number {
  let x = word
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return x ^ (x >>> 16)
}

/** Each word is replaced in turn by a one-to-one map that depends on the word before: no two seeds or streams share a state. */
function stateOf(seed: number, stream: number): Uint32Array {
  const words = Uint32Array.of(seed, seed / 2 ** 32, stream, stream / 2 ** 32)
  for (let step = 1; step <= 16; step++) words[step % 4] = mixed(words[step % 4] + words[(step + 3) % 4] + Math.imul(step, 0x9e3779b9))
  return words
}

function checkWhole(value: number, field: string): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new InputError(`${value} is not allowed; allowed: whole numbers from 0 to ${Number.MAX_SAFE_INTEGER}`, field)
  }
}

/**
 * Random numbers of a seed; streams of one seed have nothing to do with each other, one for every worker or toy.
 *
 * @param seed a whole number from 0 to $2^{53} - 1$, and so the stream
 * @throws InputError (fields `seed`, `stream`) for any other
 * @example
 * randomStream(1).below(6) // 0
 */
export function randomStream(seed: number, stream = 0): Random {
  checkWhole(seed, 'seed')
  checkWhole(stream, 'stream')
  const word = xoshiro128(stateOf(seed, stream))
  const uniform = (): number => {
    const high = word() >>> 5
    return (high * 2 ** 26 + (word() >>> 6)) * 2 ** -53
  }
  let spare: number | undefined
  return {
    uniform,
    /** Two at a time, by the polar method of Marsaglia. */
    normal() {
      if (spare !== undefined) {
        const known = spare
        spare = undefined
        return known
      }
      for (;;) {
        const x = 2 * uniform() - 1
        const y = 2 * uniform() - 1
        const square = x * x + y * y
        if (square >= 1 || square === 0) continue
        const factor = Math.sqrt((-2 * Math.log(square)) / square)
        spare = y * factor
        return x * factor
      }
    },
    below: (n) => Math.floor(uniform() * n),
  }
}
