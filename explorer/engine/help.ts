import type { Answer } from './columns.ts'
import type { FromHelper, Query, ToHelper } from './protocol.ts'
import { turnTaker } from './turns.ts'

/** What another worker asks meanwhile, by the keys of constraints. */
export interface Help {
  answer(key: string): Answer | undefined
  /** Whether there will be an answer. */
  isComing(key: string): boolean
  /** Lets in what has come. */
  hear(): Promise<void>
  /** Waits for another answer, or for the end of them, but not for longer than this. */
  more(most_ms?: number): Promise<void>
}

export const NO_HELP: Help = {
  answer: () => undefined,
  isComing: () => false,
  hear: async () => {},
  more: async () => {},
}

/** A helper that says nothing for so long [ms] is not waited for. */
const PATIENCE_MS = 10_000

/** The line to a worker that asks constraints for this one. */
export class Helper {
  readonly #port: MessagePort
  readonly #breath = turnTaker()
  #end = (): void => {}
  #take: ((message: FromHelper) => void) | undefined
  #isThere = false

  constructor(port: MessagePort) {
    this.#port = port
    port.onmessage = ({ data }: MessageEvent<FromHelper>) => {
      this.#isThere = true
      this.#take?.(data)
    }
  }

  /** Whether it has loaded. */
  get isThere(): boolean {
    return this.#isThere
  }

  /** @param strides into how many columns from one to the next each of them is to be asked */
  ask(id: number, query: Query, strides: ReadonlyMap<string, number>): Help {
    this.#end()
    const answers = new Map<string, Answer>()
    let isOver = false
    let heard = performance.now()
    let wake = (): void => {}
    this.#end = () => {
      isOver = true
      wake()
    }
    this.#take = (message) => {
      if (message.id !== id) return
      heard = performance.now()
      for (const [key, answer] of message.answers) answers.set(key, answer)
      isOver ||= message.isLast
      wake()
    }
    this.#port.postMessage({ id, query, strides } satisfies ToHelper)
    const isWaitedFor = (): boolean => !isOver && performance.now() - heard < PATIENCE_MS
    return {
      answer: (key) => answers.get(key),
      isComing: (key) => isWaitedFor() && strides.has(key) && !answers.has(key),
      hear: this.#breath,
      more: (most_ms = PATIENCE_MS) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, most_ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
          if (isOver) wake()
        }),
    }
  }
}
