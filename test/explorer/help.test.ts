import { describe, expect, it } from 'vitest'
import { Helper } from '../../explorer/engine/help.ts'
import { take } from '../../explorer/engine/helping.ts'
import type { FromHelper, ToHelper } from '../../explorer/engine/protocol.ts'
import { prepared, Recomputing, sceneOf } from '../../explorer/engine/recompute.ts'
import { DEFAULT_VIEW, type View } from '../../explorer/state/view.ts'
import { Session } from '../../src/index.ts'
import { sameNumbers } from './same.ts'

/** The helper is in this thread. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
const everything = (): boolean => true
/** Slow ones and quick ones. */
const only = [
  'borexino-2017',
  'coherent-csi-2017',
  'cenns10-2020',
  'na64-inv-2019',
  'babar-inv-2017',
  'e137-bjorken',
  'nucal-tsai',
  'texono-bl-2018',
]
const viewOf = (c: number): View => ({ ...DEFAULT_VIEW, model: `bernal:c=${c},tanEta=-0.75`, only })

/** A helper in this thread, and what it was told. */
async function helped(serve: (port: MessagePort) => void) {
  const { port1, port2 } = new MessageChannel()
  const helper = new Helper(port2)
  serve(port1)
  while (!helper.isThere) await new Promise((resolve) => setTimeout(resolve, 1))
  return {
    helper,
    [Symbol.dispose]() {
      port1.close()
      port2.close()
    },
  }
}
const whole = (port: MessagePort): void => take({ data: { port } } as MessageEvent)
/** One that loads, and then fails whatever it is asked. */
function failing(port: MessagePort): void {
  const reply = (id: number, isLast: boolean): void => port.postMessage({ id, answers: [], isLast } satisfies FromHelper)
  port.onmessage = ({ data }: MessageEvent<ToHelper>) => reply(data.id, true)
  reply(0, false)
}

async function drafted(recomputing: Recomputing, view: View, helper?: Helper) {
  const asked = await prepared(await sceneOf(view, new Session()), turn)
  const strides = recomputing.share(everything)
  const help = helper?.ask(1, view, strides)
  const drafts = []
  for await (const draft of recomputing.drafts(asked, turn, help)) drafts.push(draft)
  const { spec } = await recomputing.settled(asked, turn)
  return { strides, help, last: drafts[drafts.length - 1], spec }
}

describe('a worker that asks constraints for another', () => {
  it.each([
    ['whole', whole],
    ['failing', failing],
  ])('%s: what is drawn is the same', async (name, serve) => {
    using line = await helped(serve)
    const alone = new Recomputing()
    await drafted(alone, viewOf(-0.1))
    const wanted = await drafted(alone, viewOf(-0.2))
    const recomputing = new Recomputing()
    await drafted(recomputing, viewOf(-0.1))
    const { strides, help, last, spec } = await drafted(recomputing, viewOf(-0.2), line.helper)
    expect(strides.size).toBeGreaterThan(1)
    for (const key of strides.keys()) expect(help!.answer(key) !== undefined).toBe(name === 'whole')
    expect(last.pending).toEqual([])
    sameNumbers(JSON.stringify(spec), JSON.stringify(wanted.spec))
  })

  it('gets about half of the work, and nothing where nothing is known of it', async () => {
    const recomputing = new Recomputing()
    expect(recomputing.share(everything).size).toBe(0)
    await drafted(recomputing, viewOf(-0.1))
    const ids = new Set([...recomputing.share(everything).keys()].map((key) => key.split(' ')[0]))
    expect(recomputing.share((id) => !ids.has(id)).size).toBeGreaterThan(0)
    expect(recomputing.share(() => false).size).toBe(0)
  })

  it('is not waited for once something newer is asked', async () => {
    using line = await helped((port) => port.postMessage({ id: 0, answers: [], isLast: false } satisfies FromHelper))
    const strides = new Map([['borexino-2017 exclusion', 1]])
    const older = line.helper.ask(1, viewOf(-0.1), strides)
    expect(older.isComing('borexino-2017 exclusion')).toBe(true)
    const waited = older.more()
    const newer = line.helper.ask(2, viewOf(-0.2), strides)
    await waited
    expect(older.isComing('borexino-2017 exclusion')).toBe(false)
    expect(newer.isComing('borexino-2017 exclusion')).toBe(true)
  })
})
