import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { FailureError, InputError } from '../../errors.ts'
import { encodeChunk } from '../chunk.ts'
import { evaluator } from '../evaluate.ts'
import type { ScanPlan } from '../plan.ts'

/** What a thread is asked. */
export interface Job {
  readonly first: number
  readonly rows: number
}

/** What it answers. */
export type Answer = { readonly bytes: Uint8Array } | { readonly problem: string; readonly isInput: boolean }

/** Computes chunks, several at a time. */
export interface Computer {
  /** How many to ask for at a time. */
  readonly atOnce: number
  /** A chunk, encoded. */
  compute(first: number, rows: number): Promise<Uint8Array>
  close(): Promise<void>
}

/** As many threads as this process may use at once. */
export const allCores = (): number => availableParallelism()

/**
 * Computes on worker threads. Nothing but the plan's data goes to them; each prepares its constraints by itself.
 *
 * @param threads how many
 */
export function onThreads({ spec, hash }: ScanPlan, threads: number): Computer {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const workers = Array.from({ length: threads }, () => thread(new URL(`./worker.${extension}`, import.meta.url), { spec, hash }))
  const idle = [...workers]
  const waiting: ((free: Thread) => void)[] = []
  const take = (): Promise<Thread> => {
    const free = idle.pop()
    return free === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(free)
  }
  const give = (free: Thread): void => {
    const next = waiting.shift()
    if (next === undefined) idle.push(free)
    else next(free)
  }
  return {
    // One more than there are threads, so that none waits while a chunk is being stored.
    atOnce: threads + 1,
    async compute(first, rows) {
      const worker = await take()
      try {
        return await worker.ask({ first, rows })
      } finally {
        give(worker)
      }
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.end()))
    },
  }
}

interface Thread {
  ask(job: Job): Promise<Uint8Array>
  end(): Promise<unknown>
}

function thread(url: URL, workerData: unknown): Thread {
  const worker = new Worker(url, { workerData })
  let settle: { resolve(bytes: Uint8Array): void; reject(error: Error): void } | undefined
  let fatal: Error | undefined
  const fail = (error: Error): void => {
    fatal = new FailureError(`a thread ended: ${error.message}`, { cause: error })
    settle?.reject(fatal)
  }
  worker.on('message', (answer: Answer) => {
    if ('bytes' in answer) settle?.resolve(answer.bytes)
    else settle?.reject(answer.isInput ? new InputError(answer.problem) : new FailureError(answer.problem))
  })
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`exit code ${code}`)))
  return {
    ask: (job) =>
      new Promise((resolve, reject) => {
        if (fatal !== undefined) reject(fatal)
        settle = { resolve, reject }
        worker.postMessage(job)
      }),
    end: () => worker.terminate(),
  }
}

/** Computes in this thread, one chunk after the other. */
export async function inProcess({ spec, hash }: ScanPlan): Promise<Computer> {
  const { chunk } = await evaluator(spec)
  return {
    atOnce: 1,
    compute: async (first, rows) => encodeChunk(hash, chunk(first, rows)),
    close: async () => {},
  }
}
