/** What a worker made of a question. */
export type Answered<Answer> = { readonly id: number } & ({ readonly answer: Answer } | { readonly problem: string })

export const NOT_LOADED = 'the part of this page that computes this did not load; reload the page'

/**
 * Questions to a worker of its own, which starts when it is first asked.
 *
 * @param create makes the worker
 * @param patience_ms a worker that is busy for longer with one question is ended, and a new one begun at the next
 */
export function asking<Question extends object, Answer>(
  create: () => Worker,
  patience_ms = Number.POSITIVE_INFINITY,
): (question: Question) => Promise<Answer> {
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>()
  let worker: Worker | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0

  function end(why: string): void {
    clearTimeout(timer)
    worker?.terminate()
    worker = undefined
    for (const { reject } of waiting.values()) reject(new Error(why))
    waiting.clear()
  }
  function wait(): void {
    clearTimeout(timer)
    if (waiting.size === 0 || patience_ms === Number.POSITIVE_INFINITY) return
    timer = setTimeout(() => end(`it took longer than ${patience_ms / 1000} s, and was given up`), patience_ms)
  }
  const start = (): Worker => {
    const started = create()
    started.onmessage = ({ data }: MessageEvent<Answered<Answer>>) => {
      if ('answer' in data) waiting.get(data.id)?.resolve(data.answer)
      else waiting.get(data.id)?.reject(new Error(data.problem))
      waiting.delete(data.id)
      wait()
    }
    started.onerror = () => end(NOT_LOADED)
    return started
  }
  return (question) =>
    new Promise((resolve, reject) => {
      worker ??= start()
      waiting.set(++last, { resolve, reject })
      worker.postMessage({ ...question, id: last })
      wait()
    })
}
