import type { Aside, AsideAnswer, FromAnswers, Sheet, ToAnswers } from './protocol.ts'

/** Asks the worker that answers beside the plane, which starts when it is first asked. */
export function createAsides(): (aside: Aside, sheet: Sheet) => Promise<AsideAnswer> {
  const waiting = new Map<number, { resolve: (answer: AsideAnswer) => void; reject: (error: Error) => void }>()
  let worker: Worker | undefined
  let last = 0

  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'zest-answers' })
    started.onmessage = ({ data }: MessageEvent<FromAnswers>) => {
      if ('answer' in data) waiting.get(data.id)?.resolve(data.answer)
      else waiting.get(data.id)?.reject(new Error(data.problem))
      waiting.delete(data.id)
    }
    started.onerror = () => {
      for (const { reject } of waiting.values()) reject(new Error('the part of this page that computes this did not load; reload the page'))
      waiting.clear()
      worker = undefined
    }
    return started
  }
  return (aside, sheet) =>
    new Promise((resolve, reject) => {
      worker ??= start()
      waiting.set(++last, { resolve, reject })
      worker.postMessage({ id: last, aside, sheet } satisfies ToAnswers)
    })
}
