import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The built command from a cold start to a finished plot, against Node starting and doing nothing, in turn. */
const RUNS = 7
const main = join(process.cwd(), 'dist/cli/main.js')
const folder = mkdtempSync(join(tmpdir(), 'zest-bench-'))

function seconds(args: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return (performance.now() - start) / 1e3
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

const commands = {
  'node doing nothing': ['-e', '0'],
  'zest point': [main, 'point', '--model', 'mu-tau', '--mass', '15MeV', '--coupling', '4.6e-4'],
  'zest plot to SVG': [main, 'plot', '--model', 'mu-tau', '--out', join(folder, 'a.svg')],
  'zest plot to SVG, PDF and PNG': [
    main,
    'plot',
    '--model',
    'mu-tau',
    '--out',
    ['svg', 'pdf', 'png'].map((f) => join(folder, `b.${f}`)).join(','),
  ],
} as const

const times: Record<string, number[]> = {}
for (let run = 0; run < RUNS; run++) for (const [name, args] of Object.entries(commands)) (times[name] ??= []).push(seconds(args))
const nothing = median(times['node doing nothing'])
console.table(
  Object.fromEntries(
    Object.entries(times).map(([name, values]) => [
      name,
      { 'median [s]': median(values).toFixed(3), 'over nothing': (median(values) / nothing).toFixed(1) },
    ]),
  ),
)
rmSync(folder, { recursive: true })
