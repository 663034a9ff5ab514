import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseScanYaml } from '../src/config/index.ts'
import { costOf, evaluator, type ScanSpec, scanPlan } from '../src/scan/index.ts'

/**
 * What a point of docs/examples/scan.yaml costs in the processor's time, on disk and in the result; and the scan on one thread and on more, by the clock. Threads are those of the built
 * library: run `npm run build` before. A thread takes a second to begin, so that a short scan gains less from more of them.
 */
const built = pathToFileURL(resolve('dist/scan/node/index.js')).href
const { allCores, buildDigest, mergeScan, onThreads, runScan, writePlan } = (await import(
  built
)) as typeof import('../src/scan/node/index.ts')
const POINTS = 65_536
const processorTime_s = (): number => 1e-6 * (process.cpuUsage().user + process.cpuUsage().system)
const load = { text: async () => '', limit: async () => Promise.reject(new Error('none')) }
const example = await parseScanYaml(readFileSync('docs/examples/scan.yaml', 'utf8'), 'scan.yaml', load)
const spec: ScanSpec = { ...example, samples: { sequence: 'sobol', points: POINTS } }

const prepared = await evaluator(spec)
const { perPoint_s, perPoint_B } = costOf(prepared, processorTime_s)
const total = (await evaluator(example)).count
console.log(
  `${(1e6 * perPoint_s).toFixed(0)} µs and ${perPoint_B.toFixed(0)} B a point; the example, ${total} points: ${(total * perPoint_s).toFixed(0)} s on one core`,
)

async function timed(threads: number): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'zest-bench-'))
  try {
    const plan = await scanPlan(spec, { shards: 1, chunk: 256 }, buildDigest())
    await writePlan(dir, plan)
    const start = performance.now()
    const { computed } = await runScan(dir, (plan) => onThreads(plan, threads))
    const elapsed = (performance.now() - start) / 1e3
    const merging = performance.now()
    const { size } = statSync(await mergeScan(dir, plan))
    const merged = (1e6 * (performance.now() - merging)) / 1e3 / computed
    console.log(
      `${threads} thread${threads === 1 ? '' : 's'}: ${elapsed.toFixed(2)} s; merge ${merged.toFixed(1)} µs and ${(size / computed).toFixed(0)} B a point`,
    )
    return elapsed
  } finally {
    rmSync(dir, { recursive: true })
  }
}

await timed(1)
const [one, many] = [await timed(1), await timed(Math.min(2, allCores()))]
console.log(`two threads are ${(one / many).toFixed(2)} times as fast as one`)
