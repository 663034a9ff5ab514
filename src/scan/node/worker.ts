import { parentPort, workerData } from 'node:worker_threads'
import { encodeChunk } from '../chunk.ts'
import { evaluator } from '../evaluate.ts'
import type { ScanSpec } from '../spec.ts'
import type { Answer, Job } from './threads.ts'

const { spec, hash } = workerData as { spec: ScanSpec; hash: string }
const prepared = evaluator(spec)

async function answer({ first, rows }: Job): Promise<Answer> {
  try {
    return { bytes: encodeChunk(hash, (await prepared).chunk(first, rows)) }
  } catch (error) {
    return { problem: (error as Error).message, isInput: (error as Error).name === 'InputError' }
  }
}

parentPort?.on('message', async (job: Job) => {
  const reply = await answer(job)
  parentPort?.postMessage(reply, 'bytes' in reply ? [reply.bytes.buffer as ArrayBuffer] : [])
})
