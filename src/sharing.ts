import { type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions.ts'

/** Of what was asked for last so many are kept. */
const MOST = 4

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
  const known = new Map<string, T>()
  return (assumptions) => {
    const key = keys.map((name) => assumptions[name]).join()
    let kept = known.get(key)
    if (kept === undefined) {
      kept = make({ ...DEFAULT_ASSUMPTIONS, ...Object.fromEntries(keys.map((name) => [name, assumptions[name]])) })
      if (kept instanceof Promise) kept.catch(() => known.delete(key))
    }
    // The last is the newest.
    known.delete(key)
    known.set(key, kept)
    if (known.size > MOST) known.delete(known.keys().next().value!)
    return kept
  }
}
