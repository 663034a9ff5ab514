import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { randomStream } from '../src/numerics/index.ts'

/** Points a second that the built command answers, asked from another process in batches of all sizes. */
const ROUNDS = 5
const POINTS = 200_000
const BATCHES = [1, 10, 100, 1000, 10_000]

const words = ['--model', 'mu-tau', '--constraint', 'borexino-2017,cenns10-2020,xenon1t-2020,g-2-muon', '--mass', '1MeV:1GeV']
const child = spawn(process.execPath, [join(process.cwd(), 'dist/cli/main.js'), 'serve-likelihood', ...words], {
  stdio: ['pipe', 'pipe', 'inherit'],
})
const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
const start = performance.now()
const { parameters } = JSON.parse((await lines.next()).value) as { parameters: { range: [number, number] }[] }
console.log(`ready after ${((performance.now() - start) / 1e3).toFixed(2)} s`)

const random = randomStream(1)
const point = () => parameters.map(({ range: [lo, hi] }) => lo * (hi / lo) ** random.uniform())
const requests = BATCHES.map((size) => {
  const count = Math.max(1, Math.min(POINTS / size, 20_000))
  return Array.from({ length: count }, (_, id) => `${JSON.stringify({ id, points: Array.from({ length: size }, point) })}\n`)
})

/** As many requests under way as a client that waits for none would have. */
async function pointsPerSecond(batch: readonly string[], size: number): Promise<number> {
  const start = performance.now()
  const sent = (async () => {
    for (const request of batch) if (!child.stdin.write(request)) await once(child.stdin, 'drain')
  })()
  for (const _ of batch) await lines.next()
  await sent
  return (batch.length * size * 1e3) / (performance.now() - start)
}

const rates = BATCHES.map((): number[] => [])
for (let round = -1; round < ROUNDS; round++) {
  for (const [b, size] of BATCHES.entries()) {
    const rate = await pointsPerSecond(requests[b], size)
    if (round >= 0) rates[b].push(rate)
  }
}
child.stdin.end()
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
console.table(
  Object.fromEntries(BATCHES.map((size, b) => [`batches of ${size}`, { 'points a second': Number(median(rates[b]).toPrecision(3)) }])),
)
