import { dirname, isAbsolute, join } from 'node:path'
import { departuresText } from '../../assumptions.ts'
import { parseScanFile } from '../../config/index.ts'
import { InputError } from '../../errors.ts'
import { type Cost, costOf, evaluator, type ScanPlan, scanPlan } from '../../scan/index.ts'
import { allCores, buildDigest, plannedLayout, writePlan } from '../../scan/node/index.ts'
import { shellWord } from '../../scan/node/shell.ts'
import { readText } from '../io.ts'
import { print, printJson, wholeCount } from '../options.ts'
import { readOwnLimit } from '../own-limits.ts'
import { bytesText, countText, refusedText, timeText } from '../scan-text.ts'

interface Options {
  out?: string
  shards?: string
  chunk?: string
  json?: boolean
}

/** What this process has had of the processor. */
function processorTime_s(): number {
  const { user, system } = process.cpuUsage()
  return 1e-6 * (user + system)
}

/** `zest scan plan`: nothing is written before everything that can be refused has been looked at. */
export async function plan(file: string, options: Options): Promise<void> {
  const { out } = options
  if (out === undefined) throw new InputError('missing; write --out and a folder for the scan', 'out')
  const beside = (name: string): string => (isAbsolute(name) ? name : join(dirname(file), name))
  const { spec, located } = await parseScanFile(await readText(file, 'file'), file, {
    text: (name) => readText(beside(name), 'model'),
    limit: (name) => readOwnLimit(beside(name)),
  })
  const there = await plannedLayout(out)
  const shards = wholeCount(options.shards, 'shards') ?? there?.shards ?? 1
  const ready = await evaluator(spec).catch((error: unknown) => {
    throw located(error)
  })
  const cost = costOf(ready, processorTime_s)
  const chunk = wholeCount(options.chunk, 'chunk') ?? there?.chunk ?? cost.chunkFor(shards)
  const planned = await scanPlan(spec, { shards, chunk }, buildDigest())
  const isNew = await writePlan(out, planned)
  const seconds = cost.perPoint_s * planned.points
  if (options.json) printJson(planJson(out, planned, isNew, cost))
  else {
    const cores = allCores()
    const percent = (points: number): string => `${Number(((100 * points) / cost.tried).toPrecision(2))} %`
    const share = cores === 1 ? '' : `, ${timeText(seconds / cores)} on the ${cores} cores here`
    print(`${isNew ? 'planned' : 'planned already, nothing has changed'}: ${spec.title}
assumptions: ${departuresText(spec.assumptions)}
${countText(planned.points, 'point')} in ${countText(planned.shards, 'shard')}, ${countText(planned.chunk, 'point')} stored at a time
${timeText(cost.perPoint_s)} a point, measured: about ${timeText(seconds)} on one core${share}
${bytesText(cost.perPoint_B * planned.points * (1 + 1 / shards))} of disk while it runs, and less than that again for the result
${refusedText(cost.refused, 'the points tried', percent)}hash ${planned.hash}
next: zest scan run ${shellWord(out)}`)
  }
}

const planJson = (folder: string, { hash, points, shards, chunk }: ScanPlan, isNew: boolean, cost: Cost) => ({
  folder,
  hash,
  new: isNew,
  points,
  shards,
  chunk,
  seconds_per_point: cost.perPoint_s,
  bytes_per_point: cost.perPoint_B,
  refused: cost.refused.map(({ reason, points }) => ({ reason, share: points / cost.tried })),
})
