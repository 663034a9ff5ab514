import { type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions.ts'

/**
 * Things by their keys, of which those asked for last are kept.
 *
 * @example
 * const recent = new Recent<number>(1)
 * recent.of('a', () => 1) + recent.of('a', () => 2) // 2
 */
export class Recent<T> {
  readonly #known = new Map<string, T>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** @param make what is not known */
  of(key: string, make: () => T): T {
    const kept = this.#known.has(key) ? this.#known.get(key)! : make()
    // The last is the newest.
    this.#known.delete(key)
    this.#known.set(key, kept)
    if (this.#known.size > this.#most) this.#known.delete(this.#known.keys().next().value!)
    return kept
  }

  /** Makes it anew the next time, unless that was done already. */
  forget(key: string, value: T): void {
    if (this.#known.get(key) === value) this.#known.delete(key)
  }
}

/** Values are kept of two sets of assumptions: one may be compared with another. */
const MOST = 2

/**
 * What depends on a few assumptions alone, shared by all that agree on these: a slider may bring new assumptions with every move, and the same Sun. Everything else is as
 * by default where it is made, so that nothing unnamed finds its way in.
 *
 * @param make may give a promise; one that fails is asked for again
 * @example
 * let made = 0
 * const shared = sharedBy(['solarModel'], () => ++made)
 * const again = shared(assume()) + shared(assume('default', { gMinus2: 'fnal-2021' })) // 2
 */
export function sharedBy<T>(keys: readonly (keyof Assumptions)[], make: (assumptions: Assumptions) => T): (assumptions: Assumptions) => T {
  const recent = new Recent<T>(MOST)
  return (assumptions) => {
    const key = keys.map((name) => assumptions[name]).join()
    return recent.of(key, () => {
      const made = make({ ...DEFAULT_ASSUMPTIONS, ...Object.fromEntries(keys.map((name) => [name, assumptions[name]])) })
      if (made instanceof Promise) made.catch(() => recent.forget(key, made))
      return made
    })
  }
}
