import { shardPoints, sumOfRefusals } from '../../scan/index.ts'
import { readPlan, scanStatus } from '../../scan/node/index.ts'
import { shellWord } from '../../scan/node/shell.ts'
import { rangesText } from '../../scan/node/status.ts'
import { print, printJson } from '../options.ts'
import { countText, refusedText } from '../scan-text.ts'

/** `zest scan status`. */
export async function status(folder: string, { json }: { json?: boolean }): Promise<void> {
  const { plan } = await readPlan(folder)
  const statuses = await scanStatus(folder, plan)
  const shards = statuses.map(({ shard, state, done, of }) => ({ shard, state, done, of }))
  const refused = sumOfRefusals(statuses.map(({ refused = [] }) => refused))
  const sum = (key: 'done' | 'of'): number => shards.reduce((total, shard) => total + shard[key], 0)
  const { title } = plan.spec
  if (json) {
    printJson({ folder, title, hash: plan.hash, points: plan.points, chunks: { done: sum('done'), of: sum('of') }, refused, shards })
    return
  }
  const states = (['complete', 'running', 'incomplete'] as const).flatMap((state) => {
    const numbers = shards.filter((shard) => shard.state === state).map(({ shard }) => shard)
    return numbers.length === 0 ? [] : [`${state.padEnd(10)}  ${countText(numbers.length, 'shard')}: ${rangesText(numbers)}`]
  })
  const isComplete = shards.every(({ state }) => state === 'complete')
  const complete = shards.reduce((points, { shard, state }) => points + (state === 'complete' ? shardPoints(plan, shard) : 0), 0)
  const which = isComplete ? '' : ' of complete shards'
  print(`${title}: ${countText(plan.points, 'point')}, ${Math.floor((100 * sum('done')) / sum('of'))} % there
${states.join('\n')}
${refusedText(refused, `${countText(complete, 'point')}${which}`)}next: zest scan ${isComplete ? 'merge' : 'run'} ${shellWord(folder)}`)
}
