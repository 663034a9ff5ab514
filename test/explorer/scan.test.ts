import { readFileSync, writeFileSync } from 'node:fs'
import { open as openFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import { around } from '../../explorer/scan/around.ts'
import { COUPLINGS, MASSES_GeV } from '../../explorer/state/bounds.ts'
import { assume } from '../../src/index.ts'
import { type Column, type ScanSpec, scanPlan } from '../../src/scan/index.ts'
import { buildDigest, inProcess, mergeScan, runScan, writePlan } from '../../src/scan/node/index.ts'
import { parquetFile } from '../../src/scan/node/parquet.ts'
import { scratch } from '../cli/zest.ts'
import { objections } from './axe.ts'
import { drawnIds, openDialog, reading, saved } from './reader.ts'
import { sameButForNoise } from './same.ts'
import { shell } from './shell.ts'

const { open } = reading()
const inShell = shell()
const home = scratch()
const SCAN = join(home, 'g-2.parquet')
const LIMITS_ALONE = join(home, 'limits.parquet')
const REGIONS = ['scan-1σ', 'scan-2σ', 'scan-90']

/** What explains g−2, whatever the neutrino couples to. */
const SPEC: ScanSpec = {
  title: 'a boson for g − 2',
  model: 'muon-nu:ratio={ratio}',
  parameters: [
    { name: 'ratio', axis: { kind: 'list', values: [-0.5, 0.1, 1] } },
    { name: 'mass', axis: { kind: 'grid', scale: 'log', from: 2e-3, to: 1, points: 28 } },
    { name: 'coupling', axis: { kind: 'grid', scale: 'log', from: 1e-5, to: 1e-1, points: 61 } },
  ],
  compute: { constraints: [], limits: [], quantities: ['lifetime'], likelihood: ['g-2-muon', 'borexino-2017'], approximate: [] },
  assumptions: assume({}, { gMinus2: 'fnal-2021' }),
  own: [],
}

async function merged(spec: ScanSpec, to: string): Promise<void> {
  const dir = `${to}.d`
  const plan = await scanPlan(spec, { shards: 1, chunk: 1024 }, buildDigest())
  await writePlan(dir, plan)
  await runScan(dir, inProcess)
  writeFileSync(to, readFileSync(await mergeScan(dir, plan)))
}

const COLUMNS: readonly Column[] = [
  { name: 'mass_GeV', type: 'number', about: 'mass' },
  { name: 'coupling', type: 'number', about: 'coupling' },
  { name: 'minus2LogL', type: 'number', about: '−2 ln L' },
]
const PLANE = SPEC.parameters.slice(1)

/** A Parquet file that says of itself what it likes. */
async function forged(name: string, about: object, value: (row: number) => number, rows = 400): Promise<string> {
  const path = join(home, name)
  const file = await openFile(path, 'w')
  const said = {
    hash: 'f00',
    version: '0',
    citations: [],
    columns: COLUMNS,
    spec: { ...SPEC, model: 'mu-tau', parameters: PLANE },
    ...about,
  }
  const parquet = parquetFile(file, COLUMNS, { zest: JSON.stringify(said) }, async (to, bytes) => {
    await to.write(bytes)
  })
  const column = (of: (row: number) => number) => Float64Array.from({ length: rows }, (_, row) => of(row))
  const [mass, coupling] = [column((row) => 0.01 * 1.1 ** (row % 20)), column((row) => 1e-4 * 1.2 ** Math.floor(row / 20))]
  await parquet.add([mass, coupling, column(value)], rows)
  await parquet.finish()
  await file.close()
  return path
}

describe('axes around a scan', () => {
  it('have some space around it', () => {
    expect(around([1e-2, 1], MASSES_GeV)).toEqual([0.004, 2.5])
    expect(around([3, 3], MASSES_GeV)).toEqual([2, 4.5])
  })

  it('end where axes may, whatever the file says', () => {
    const [least, most] = COUPLINGS
    expect(around([0, 1], COUPLINGS)).toEqual([least, 100])
    expect(around([-3, 1e-3], COUPLINGS)).toEqual([least, 0.1])
    expect(around([1e-179, 6.5e29], COUPLINGS)).toEqual([least, most])
    expect(around([most, most], COUPLINGS)![1]).toBe(most)
  })

  it('are none where it lies beyond', () => {
    for (const range of [
      [-2, -1],
      [-1, 0],
      [1e17, 1e18],
      [Number.NaN, Number.NaN],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    ] as const) {
      expect(around(range, COUPLINGS)).toBeUndefined()
    }
  })
})

const choose = (page: Page, path: string) => page.setInputFiles('input[type=file]', path)
const card = (page: Page) => page.locator('.opened-scan')

beforeAll(async () => {
  await merged(SPEC, SCAN)
  const compute = { ...SPEC.compute, limits: ['borexino-2017'], quantities: [], likelihood: [] }
  await merged({ ...SPEC, model: 'mu-tau', parameters: [SPEC.parameters[1]], compute }, LIMITS_ALONE)
}, 60_000)

describe('a merged scan', () => {
  it('lies over the limits: drawn, named, told in words and in the table', async () => {
    const { page, complaints, settled, close } = await open('model=muon-nu:ratio=0.1&set.gMinus2=fnal-2021')
    await choose(page, SCAN)
    await card(page).waitFor()
    await settled()
    const drawn = await drawnIds(page)
    expect(drawn.filter((id) => id.startsWith('scan')).sort()).toEqual(REGIONS)
    expect(drawn).toContain('babar-4mu-2016')
    expect(await page.locator('.picture g[data-constraint="scan-best-fit"] path').count()).toBe(1)
    expect(await page.locator('.scan-key').textContent()).toMatch(/Scan: a boson for g − 2 *2σ *90 % *1σ★ best point, \d/)
    // Where the band of g−2 lies, which Borexino cuts at small masses only for some ratios.
    const bandOf = async (id: string) => (await page.locator(`.picture path[data-constraint="${id}"]`).first().boundingBox())!
    const [scan, band] = [await bandOf('scan-2σ'), await bandOf('g-2-muon')]
    expect(scan.x).toBeGreaterThan(band.x - 1)
    expect(scan.y).toBeGreaterThan(band.y - 1)
    expect(scan.y + scan.height).toBeLessThan(band.y + band.height + 12)
    await page.getByText('What was scanned').click()
    const text = await card(page).textContent()
    expect(text).toContain('The limits are of muon-nu:ratio=0.1')
    for (const part of ['g-2.parquet', 'muon-nu:ratio={ratio}', '5124', '-0.5, 0.1, 1', '2 MeV to 1 GeV, 28 values', 'gMinus2=fnal-2021']) {
      expect(text).toContain(part)
    }
    expect(text).toMatch(/g-2-muon, borexino-2017.*best point.*[0-9a-f]{64}.*B\. Abi/)
    await page.getByText('constraints speak').click()
    expect(await page.locator('tr[data-reach="scan-1σ"]').textContent()).toMatch(/a boson for g − 21σallowed, .* to 1 GeV\d.* to /)
    expect(await objections(page)).toEqual([])
    await page.getByRole('button', { name: 'Remove g-2.parquet' }).focus()
    await page.keyboard.press('Enter')
    await settled()
    expect((await drawnIds(page)).filter((id) => id.startsWith('scan'))).toEqual([])
    expect(await page.locator('.scan-key, .opened-scan, tr[data-reach^="scan"]').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  it('of another model and other assumptions says so, and brings its own', async () => {
    const { page, settled, close } = await open('model=b-l')
    await choose(page, SCAN)
    await card(page).waitFor()
    expect(await card(page).textContent()).toContain('The scan is of muon-nu:ratio={ratio}, these limits are of b-l.')
    expect(await card(page).textContent()).toContain('The scan assumes: gMinus2=fnal-2021; these limits: default.')
    await page.getByRole('button', { name: /^Take muon-nu:ratio=\S+ and its assumptions$/ }).click()
    await settled()
    expect(page.url()).toMatch(/model=muon-nu:ratio=(-0\.5|0\.1|1)&set\.gMinus2=fnal-2021/)
    expect(await page.getByRole('button', { name: /^Take / }).count()).toBe(0)
    expect(await drawnIds(page)).toContain('scan-1σ')
    await close()
  })

  it('is in the files, which its command writes too', async () => {
    const { page, settled, close } = await open('model=muon-nu:ratio=0.1&only=g-2-muon,borexino-2017,ccfr-1991')
    await choose(page, SCAN)
    await card(page).waitFor()
    await settled()
    await openDialog(page)
    expect(await page.getByRole('dialog').textContent()).toContain('not behind the link')
    await page.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value.includes('--scan g-2.parquet')))
    const command = await page.getByLabel('The same figure from a terminal', { exact: true }).inputValue()
    const svg = (await saved(page, 'SVG')).content.toString()
    expect(svg.match(/data-constraint="scan-[^"]+" role="img"/g)).toHaveLength(4)
    expect(svg).toContain('Scan “a boson for g − 2”')
    await inShell(command.replace(/--out .*$/, '--out same.svg'), home)
    sameButForNoise(svg, readFileSync(join(home, 'same.svg'), 'utf8'))
    expect((await saved(page, 'PDF')).content.subarray(0, 5).toString()).toBe('%PDF-')
    const [plain, over] = [await saved(page, 'PNG'), svg.length]
    expect(plain.content.subarray(1, 4).toString()).toBe('PNG')
    expect(over).toBeGreaterThan(10_000)
    await close()
  })

  it('says where it is seen: in another plane, or beyond these axes', async () => {
    const { page, settled, close } = await open('model=muon-nu:ratio=0.1&plane=mass,epsMedium')
    await choose(page, SCAN)
    await card(page).getByText('It lies over the plane of mass and coupling').waitFor()
    expect(await page.locator('.scan-key').count()).toBe(0)
    await page.getByRole('button', { name: 'Show that plane' }).click()
    await settled()
    expect(await drawnIds(page)).toContain('scan-2σ')
    await page.evaluate(() => {
      location.hash = '#v=1&model=muon-nu:ratio=0.1&mass=2:10&coupling=1e-7:1e-6'
    })
    await settled()
    await card(page).getByText('Nothing of it lies within these axes').waitFor()
    await page.getByRole('button', { name: 'Axes around it' }).click()
    await settled()
    await card(page).getByText('Its regions lie over the limits').waitFor()
    expect((await drawnIds(page)).filter((id) => id.startsWith('scan')).sort()).toEqual(REGIONS)
    await close()
  })

  it('shows other columns as a figure of their own, the rest at their best', async () => {
    const { page, complaints, close } = await open('model=muon-nu:ratio=0.1', { viewport: { width: 360, height: 740 } })
    await choose(page, SCAN)
    await page.getByText('Other columns of it').click()
    await card(page).getByText('These two lie over the plot').waitFor()
    await page.getByLabel('upwards').selectOption('ratio')
    await card(page).locator('.sketch svg').waitFor()
    expect(await card(page).locator('.sketch figcaption').textContent()).toContain('profiled: coupling')
    await page.getByLabel('across').selectOption('lifetime_s')
    await card(page).locator('figcaption').getByText('lifetime [s] and ratio: profile likelihood').waitFor()
    await page.getByText('What was scanned').click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await objections(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('without the columns of the plane tells which it has', async () => {
    const { page, complaints, settled, close } = await open()
    await choose(page, LIMITS_ALONE)
    const why = 'wanted are mass and coupling, each over a range; this scan varies mass and has lower.borexino-2017.'
    await card(page).getByText(why).waitFor()
    await settled()
    expect((await drawnIds(page)).length).toBeGreaterThan(5)
    expect(complaints).toEqual([])
    await close()
  })

  it('may be dropped, and comes with limits; its reader is fetched then, and not before', async () => {
    const { page, settled, close } = await open('', { serviceWorkers: 'block' })
    const reader = (texts: readonly string[]): boolean => texts.some((text) => text.includes('parquet file invalid'))
    const scripts: string[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) void response.text().then((text) => scripts.push(text))
    })
    await page.reload()
    await settled()
    expect(scripts.length).toBeGreaterThan(5)
    expect(reader(scripts)).toBe(false)
    const bytes = readFileSync(SCAN).toString('base64')
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], 'scan with no ending'))
      transfer.items.add(new File(['1 2'], 'x.lmt'))
      return transfer
    }, bytes)
    await page.dispatchEvent('.plot', 'drop', { dataTransfer: data })
    await page.getByRole('button', { name: 'Remove scan with no ending' }).waitFor()
    await page.getByText('add the YAML file').waitFor()
    expect(reader(scripts)).toBe(true)
    await close()
  })

  it('is read without a network', async () => {
    const { page, complaints, settled, close } = await open('model=mu-tau')
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await page.context().setOffline(true)
    await page.reload()
    await settled()
    await choose(page, SCAN)
    await card(page).waitFor()
    await settled()
    expect(await drawnIds(page)).toContain('scan-1σ')
    expect(complaints).toEqual([])
    await close()
  })
})

describe('what is no scan', () => {
  const whole = () => readFileSync(SCAN)
  const damaged = (from: number, to: number) => {
    const bytes = whole()
    return bytes.fill(0xff, from < 0 ? bytes.length + from : from, to < 0 ? bytes.length + to : to)
  }
  it.each([
    ['a text', () => Buffer.from('no Parquet at all'), /it is no Parquet file/],
    ['nothing', () => Buffer.alloc(0), /it is no Parquet file/],
    ['200 MB', () => Buffer.alloc(200_000_000, 'PAR1'), /it is no Parquet file/],
    ['a scan cut short', () => whole().subarray(0, -500), /it is no Parquet file/],
    ['a scan with a hole', () => damaged(1000, -30_000), /its numbers cannot be read|none of its points|it cannot be read/],
    ['a scan whose end is spoiled', () => damaged(-3000, -1000), /no Parquet file|not what zest scan merge writes|cannot be read/],
  ] as const)('is refused in one line: %s', async (_, bytes, message) => {
    const { page, complaints, settled, close } = await open()
    const path = join(home, 'bad.parquet')
    writeFileSync(path, bytes())
    await choose(page, path)
    await page.locator('.own .wrong').waitFor()
    expect(await page.locator('.own .wrong').textContent()).toMatch(message)
    expect(await card(page).count()).toBe(0)
    // The page works on.
    await choose(page, SCAN)
    await card(page).waitFor()
    await settled()
    expect(await page.locator('.own .wrong').count()).toBe(0)
    expect(await drawnIds(page)).toContain('scan-1σ')
    expect(complaints).toEqual([])
    await close()
  })

  it.each([
    ['of another program', { spec: undefined }, 1, /not what zest scan merge writes/],
    ['with a parameter that runs nowhere', { spec: { ...SPEC, parameters: [{ name: 'mass', axis: { kind: 'grid' } }] } }, 1, /not what/],
    ['with columns that it has not', { columns: [...COLUMNS, { name: 'x', type: 'number' }] }, 1, /not what/],
    ['of no likelihood at any point', {}, Number.NaN, /none of its points has a likelihood/],
    ['infinitely unlikely', {}, Number.POSITIVE_INFINITY, /none of its points has a likelihood/],
    ['of a model that is none', { spec: { ...SPEC, model: '<b>', parameters: PLANE } }, 1, /<b>/],
    ['under assumptions that there are not', { spec: { ...SPEC, assumptions: { gMinus2: '<b>' } } }, 1, /gMinus2/],
  ] as const)('though it says so: %s', async (_, about, value, message) => {
    const { page, complaints, close } = await open()
    await choose(page, await forged('forged.parquet', about, () => value))
    await page.locator('.own .wrong').waitFor()
    expect(await page.locator('.own .wrong').textContent()).toMatch(message)
    expect(complaints).toEqual([])
    await close()
  })

  it('may have a title of any length: as much of it is shown as is read', async () => {
    const { page, settled, close } = await open()
    const spec = { ...SPEC, title: 'W'.repeat(200_000), model: 'mu-tau', parameters: PLANE }
    await choose(page, await forged('long.parquet', { spec }, (row) => (row - 200) ** 2 / 400))
    await card(page).waitFor()
    await settled()
    expect((await card(page).textContent())!.length).toBeLessThan(3000)
    for (const row of await page.locator('[data-reach^=scan]').all()) expect((await row.textContent())!.length).toBeLessThan(300)
    await close()
  })

  it('may have names that are markup: they are text', async () => {
    const { page, complaints, settled, close } = await open()
    const title = '<img src=x onerror="document.title=1"> $\\frac{ " & </title><script>alert(1)</script>'
    const spec = { ...SPEC, title, model: 'mu-tau', parameters: PLANE }
    const path = await forged('markup.parquet', { spec, hash: '<b>' }, (row) => (row - 200) ** 2 / 400)
    await choose(page, path)
    await card(page).waitFor()
    await settled()
    expect(await card(page).textContent()).toContain('<img src=x')
    expect(await page.locator('#page img, #page script, .picture img').count()).toBe(0)
    expect(await drawnIds(page)).toContain('scan-1σ')
    await openDialog(page)
    expect((await saved(page, 'SVG')).content.toString()).not.toMatch(/<img|<script/)
    expect(await page.title()).toBe('Zest explorer')
    expect(complaints).toEqual([])
    await close()
  })
})
