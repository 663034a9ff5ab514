import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { chromium } from 'playwright'
import { fileServer } from '../src/cli/serve.ts'

/** How long from a slider's move to the picture of it, and what the main thread is busy with meanwhile. Run `npm run build:explorer` before. */
const page = resolve('explorer/dist')
if (!existsSync(page)) throw new Error('npm run build:explorer first')
const server = fileServer(page)
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const address = `http://127.0.0.1:${(server.address() as { port: number }).port}/`
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })

const SLIDERS = [
  ['model=mu-tau&set.kineticMixing=fixed:-0.01', 'ε / g'],
  ['model=b-l&set.kineticMixing=fixed:-0.01', 'ε / g'],
  ['model=muon-nu:ratio=0.1', 'gν / gμ'],
  ['model=bernal:c=-0.1,tanEta=-0.75', 'c'],
  ['model=bernal:c=-0.1,epsilon=0.0001', 'ε'],
  ['model=bernal:c=-0.1,epsilon=0.03', 'ε'],
] as const
const MOVES = 40

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)
const quantile = (values: readonly number[], part: number): string => {
  const all = sorted(values)
  return all[Math.min(all.length - 1, Math.floor(part * all.length))]?.toFixed(0) ?? '-'
}

for (const [hash, label] of SLIDERS) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const tab = await context.newPage()
  const start = performance.now()
  await tab.goto(`${address}#${hash}`)
  await tab.waitForSelector('.picture svg')
  const first = performance.now() - start
  await tab.waitForSelector('html[data-ready="true"]', { timeout: 60_000 })
  const ready = performance.now() - start
  const found = await tab.evaluate(
    async ([name, moves]) => {
      const slider = [...document.querySelectorAll<HTMLInputElement>('input[type=range]')].find(
        (one) => one.labels?.[0]?.textContent === name,
      )!
      const host = document.querySelector('.picture')!
      const longTasks: number[] = []
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longTasks.push(duration)
      }).observe({ entryTypes: ['longtask'] })
      const times: number[] = []
      const settled: number[] = []
      for (let i = 0; i < moves; i++) {
        const before = performance.now()
        const drawn = new Promise<void>((done) => {
          const observer = new MutationObserver(() => {
            observer.disconnect()
            done()
          })
          observer.observe(host, { childList: true })
        })
        slider.value = String(Number(slider.value) + 3)
        slider.dispatchEvent(new Event('input', { bubbles: true }))
        await drawn
        times.push(performance.now() - before)
        while (host.querySelector('.pending') !== null && performance.now() - before < 3000)
          await new Promise((done) => setTimeout(done, 5))
        settled.push(performance.now() - before)
      }
      const last = performance.now()
      while (document.documentElement.dataset.ready !== 'true' && performance.now() - last < 120_000)
        await new Promise((done) => setTimeout(done, 20))
      return { times, settled, longTasks, named: performance.now() - last }
    },
    [label, MOVES] as const,
  )
  const { times, settled, longTasks, named } = found
  console.log(hash)
  console.log(`  first picture ${first.toFixed(0)} ms, all names ${ready.toFixed(0)} ms`)
  console.log(
    `  drawn after a move: median ${quantile(times, 0.5)} ms, 90 % ${quantile(times, 0.9)} ms; nothing pending: median ${quantile(settled, 0.5)} ms, 90 % ${quantile(settled, 0.9)} ms`,
  )
  console.log(`  every edge looked at closely, and named, ${(named / 1000).toFixed(1)} s after the last move`)
  console.log(`  main-thread tasks over 50 ms: ${longTasks.length}${longTasks.length > 0 ? `, longest ${Math.max(...longTasks)} ms` : ''}`)
  await context.close()
}
await browser.close()
server.close()
server.closeAllConnections()
