import { type Assumptions, assume, Session } from '../../src/index.ts'

/** Sessions kept ready: what sliders and switches go back and forth between. */
const MOST = 6

/** A session for every set of assumptions asked for lately. */
export function sessions(): (departures: Partial<Assumptions>) => Session {
  const known = new Map<string, Session>()
  return (departures) => {
    const assumptions = assume({ ...departures })
    const key = JSON.stringify(Object.entries(assumptions))
    const session = known.get(key) ?? new Session(assumptions)
    known.delete(key)
    known.set(key, session)
    if (known.size > MOST) known.delete(known.keys().next().value!)
    return session
  }
}
