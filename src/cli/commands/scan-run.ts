import { InputError } from '../../errors.ts'
import { allCores, onThreads, type Progress, readPlan, runScan } from '../../scan/node/index.ts'
import { shellWord } from '../../scan/node/shell.ts'
import { print, printJson, wholeCount } from '../options.ts'
import { countText, numberText, refusedText, timeText } from '../scan-text.ts'

interface Options {
  shard?: string
  threads?: string
  json?: boolean
}

/** What a shell adds to the number of a signal that ended a program. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const
type Signal = keyof typeof SIGNALS

/** Milliseconds between lines of progress, where a line can be written over and where not. */
const [OVERWRITTEN_ms, APPENDED_ms] = [200, 15_000]

/** Shards as `3` or `0-7,12`. */
export function chosenShards(text: string | undefined, shards: number): number[] | undefined {
  if (text === undefined) return undefined
  const wanted = text.split(',').flatMap((part) => {
    const match = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part)
    if (match === null) throw new InputError(`'${part}' is no shard; write numbers such as 3 or 0-7,12`, 'shard')
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])]
    if (to < from) throw new InputError(`'${part}' is reversed; write the smaller number first`, 'shard')
    if (to >= shards) throw new InputError(`there is no shard ${to}; allowed: 0 to ${shards - 1}`, 'shard')
    return Array.from({ length: to - from + 1 }, (_, i) => from + i)
  })
  return [...new Set(wanted)].sort((a, b) => a - b)
}

/** A line on stderr that says how far a run is and when it will be done. */
function progressLine() {
  const { isTTY = false } = process.stderr
  const start = performance.now()
  let last = isTTY ? Number.NEGATIVE_INFINITY : start
  let isOpen = false
  return {
    show({ computed, found, of, refused }: Progress): void {
      const now = performance.now()
      if (now - last < (isTTY ? OVERWRITTEN_ms : APPENDED_ms) || computed === 0) return
      last = now
      const rate = (1e3 * computed) / (now - start)
      const left = (of - found - computed) / rate
      const share = Math.floor((100 * (found + computed)) / of)
      const inVain = refused.reduce((sum, { points }) => sum + points, 0)
      const points = `${numberText(found + computed)} of ${countText(of, 'point')}${inVain === 0 ? '' : `, ${numberText(inVain)} refused`}`
      const text = `${share} %  ${points}  ${Number(rate.toPrecision(3))}/s  ${timeText(left)} left`
      process.stderr.write(isTTY ? `\r\x1b[K${text}` : `${text}\n`)
      isOpen = isTTY
    },
    note(text: string): void {
      this.close()
      process.stderr.write(`note: ${text}\n`)
    },
    close(): void {
      if (isOpen) process.stderr.write('\n')
      isOpen = false
    },
  }
}

/** `zest scan run`: finishes the chunks in hand and ends where it is interrupted; a second signal ends it at once. */
export async function run(folder: string, options: Options): Promise<void> {
  const threads = wholeCount(options.threads, 'threads') ?? allCores()
  const { plan } = await readPlan(folder)
  const shards = chosenShards(options.shard, plan.shards)
  const stop = new AbortController()
  const line = progressLine()
  let code: number | undefined
  const interrupt = (signal: Signal): void => {
    if (code !== undefined) process.exit(code)
    code = SIGNALS[signal]
    stop.abort()
    line.note('interrupted: the points in hand are finished and kept; once more ends at once')
  }
  const signals = Object.keys(SIGNALS) as Signal[]
  for (const signal of signals) process.on(signal, interrupt)
  try {
    const result = await runScan(folder, (plan) => onThreads(plan, threads), {
      shards,
      signal: stop.signal,
      onProgress: (progress) => line.show(progress),
      onNote: (note) => line.note(note),
    })
    line.close()
    const { computed, found, of, refused, busy, isInterrupted } = result
    for (const { shard, holder } of busy)
      line.note(`shard ${shard} is being computed by process ${holder.pid} on ${holder.host.split(' ')[0]}`)
    const isComplete = found + computed === of && busy.length === 0
    if (options.json)
      printJson({
        folder,
        computed,
        found,
        of,
        refused,
        complete: isComplete,
        interrupted: isInterrupted,
        busy: busy.map(({ shard }) => shard),
      })
    else {
      const there = found + computed
      const done = `${numberText(there)} of ${countText(of, 'point')} ${of === 1 ? 'is' : 'are'} there, ${numberText(computed)} of them new`
      const word = shellWord(folder)
      const left = isComplete ? '' : `; zest scan run ${word} goes on`
      const next = isComplete && shards === undefined ? `next: zest scan merge ${word}` : ''
      print(`${done}${left}\n${refusedText(refused, countText(there, 'point'))}${next}`)
    }
    if (isInterrupted) process.exitCode = code
    else if (!isComplete) process.exitCode = 1
  } finally {
    line.close()
    for (const signal of signals) process.off(signal, interrupt)
  }
}
