import { type Assumptions, assume, type Entry, Session } from '../../src/index.ts'

/** Sessions kept ready: what sliders and switches go back and forth between. */
const MOST = 6

/** A session for every set of assumptions asked for lately, with entries of the user's own; others than before make all of them anew. */
export function sessions(): (departures: Partial<Assumptions>, own?: readonly Entry[]) => Session {
  const known = new Map<string, Session>()
  let before: readonly Entry[] = NONE
  return (departures, own = NONE) => {
    if (own !== before) known.clear()
    before = own
    const assumptions = assume({ ...departures })
    const key = JSON.stringify(Object.entries(assumptions))
    const session = known.get(key) ?? new Session(assumptions, own)
    known.delete(key)
    known.set(key, session)
    if (known.size > MOST) known.delete(known.keys().next().value!)
    return session
  }
}

const NONE: readonly Entry[] = []
