import { type Answer, askedIn, idOfKey, keyOf } from './columns.ts'
import type { FromHelper, ToHelper } from './protocol.ts'
import { sceneOf, specsById } from './recompute.ts'
import { sessions } from './sessions.ts'
import { Overtaken, turnTaker } from './turns.ts'

const sessionFor = sessions()
const nextTurn = turnTaker()
/** Newer questions are let in, and answers out, after so much work [ms]. */
const TURN_MS = 8

let newest = 0

/** Asks constraints in columns; ends early where there is a newer question. */
async function help(port: MessagePort, { id, query, strides }: ToHelper): Promise<void> {
  const session = sessionFor(query.assumptions)
  const { plane } = await sceneOf(query, session)
  let ready: [string, Answer][] = []
  const tell = (isLast: boolean): void => {
    port.postMessage({ id, answers: ready, isLast } satisfies FromHelper)
    ready = []
  }
  let turned = performance.now()
  async function turn(): Promise<void> {
    if (ready.length > 0) tell(false)
    await nextTurn()
    turned = performance.now()
    if (newest !== id) throw new Overtaken()
  }
  const pause = (): Promise<void> | undefined => (performance.now() - turned < TURN_MS ? undefined : turn())
  const specs = specsById(session, query)
  for (const [key, stride] of strides) {
    for (const spec of specs.get(idOfKey(key)) ?? []) {
      const one = await session.constraint(spec)
      await pause()
      if (keyOf(one, session) !== key) continue
      const answer = await askedIn(plane, one, stride, pause)
      ready.push([key, answer])
    }
  }
  tell(true)
}

/** Takes the line to the worker that computes, and says that it is there. What goes wrong here is computed, and told, there. */
export function take({ data: { port } }: MessageEvent<{ readonly port: MessagePort }>): void {
  port.onmessage = ({ data }: MessageEvent<ToHelper>) => {
    newest = data.id
    help(port, data).catch(() => port.postMessage({ id: data.id, answers: [], isLast: true } satisfies FromHelper))
  }
  port.postMessage({ id: 0, answers: [], isLast: false } satisfies FromHelper)
}
