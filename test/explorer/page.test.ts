import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright'
import { describe, expect, inject, it } from 'vitest'
import { scratch } from '../cli/zest.ts'
import { objections } from './axe.ts'
import { axisText, drawnIds, openDialog, reading, saved } from './reader.ts'
import { sameNumbers } from './same.ts'
import { shell } from './shell.ts'

const { open } = reading()
const inShell = shell()
const home = scratch()
const MODELS = ['mu-tau', 'b-l', 'dark-photon', 'bernal:c=-0.1,tanEta=-0.75'] as const

/** Middle of the frame, or another part of it, in pixels of the page. */
async function placeIn(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = (await page.locator('.frame').boundingBox())!
  return { x: box.x + x * box.width, y: box.y + (1 - y) * box.height }
}

describe.each(MODELS)('the page of %s', (model) => {
  it('draws it, pins a boson, and names who excludes it', async () => {
    const { page, complaints, settled, close } = await open(`v=1&model=${model}`)
    expect((await drawnIds(page)).length).toBeGreaterThan(5)
    const top = await placeIn(page, 0.5, 0.97)
    await page.mouse.move(top.x, top.y)
    await page.getByText('Here', { exact: true }).waitFor()
    await page.mouse.click(top.x, top.y)
    await settled()
    expect(await page.getByRole('heading', { name: /The pinned boson/ }).textContent()).toMatch(/MeV|GeV/)
    expect(await page.locator('tr.excluded').count()).toBeGreaterThan(0)
    expect(page.url()).toMatch(/pin=/)
    expect(complaints).toEqual([])
    await close()
  })

  it('gives away the limits of the command line, whatever was shown before', async () => {
    const { page, settled, close } = await open('v=1&model=B-2Lmu&set.kineticMixing=none&mass=0.01:0.3')
    await page.evaluate((hash) => {
      location.hash = hash
    }, `#v=1&model=${model}&mass=0.0011:9`)
    await settled()
    await openDialog(page)
    const field = page.getByLabel('The same figure from a terminal', { exact: true })
    await page.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value.startsWith('zest plot')))
    const command = await field.inputValue()
    const { content } = await saved(page, 'CSV')
    await inShell(command.replace(/--out .*$/, '--out same.csv'), home)
    const ofTerminal = readFileSync(join(home, 'same.csv'), 'utf8')
    expect(ofTerminal.split('\n').length).toBeGreaterThan(1000)
    sameNumbers(content.toString(), ofTerminal)
    await close()
  })
})

describe('a reader', () => {
  it('skips to the plot, and keeps what is shown', async () => {
    const { page, settled, close } = await open('v=1&model=b-l&pin=0.02,0.0001')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('frame')
    await settled()
    expect(page.url()).toContain('model=b-l&pin=0.02,0.0001')
    await close()
  })

  it('sees nothing of what was asked before: a pin that is gone, a plane that the model has not', async () => {
    const { page, settled, close } = await open('v=1&model=b-l&pin=0.02,0.0001&projections=1')
    await page.locator('.frame').focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Escape')
    await settled()
    await page.waitForTimeout(600)
    expect(await page.getByRole('heading', { name: /The pinned boson/ }).count()).toBe(0)
    const go = (hash: string) =>
      page.evaluate((text) => {
        location.hash = text
      }, hash)
    await go('#v=1&model=bernal:c=-0.1,epsilon=0.01&plane=mass,epsMedium&pin=0.02,0.1')
    await page.waitForFunction(() => document.querySelector('.picture svg') === null)
    expect(await page.getByRole('heading', { name: /The pinned boson/ }).count()).toBe(0)
    expect(await page.getByRole('alert').allTextContents()).toContainEqual(expect.stringMatching(/give its mixing as ε/))
    await go('#v=1&model=b-l')
    await page.waitForSelector('.picture svg')
    await settled()
    expect((await drawnIds(page)).length).toBeGreaterThan(5)
    await close()
  })

  it('chooses a model by a chip, or writes its charges, and is told what is wrong with them', async () => {
    const { page, complaints, settled, close } = await open()
    await page.getByRole('button', { name: 'B − L', exact: true }).click()
    await settled()
    expect(page.url()).toContain('model=b-l')
    const charges = page.getByLabel('Charges, or a name')
    await charges.fill('B-3Lmuu')
    await page.getByText(/did you mean|Lmuu/).waitFor()
    expect(await page.getByRole('button', { name: 'B − L', exact: true }).getAttribute('aria-pressed')).toBe('true')
    await charges.fill('B-3Lmu')
    await settled()
    await page.getByRole('heading', { name: 'Gauged B-3Lmu' }).waitFor()
    expect(await charges.inputValue()).toBe('B-3Lmu')
    expect(complaints).toEqual([])
    await close()
  })

  it('moves sliders and types their values', async () => {
    const { page, complaints, settled, close } = await open('model=bernal:c=-0.1,tanEta=-0.75')
    await page.getByLabel('c', { exact: true }).focus()
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight')
    await settled()
    expect(page.url()).toContain('c=-0.08')
    await page.getByLabel('tan η, typed').fill('-1.25')
    await page.getByLabel('tan η, typed').press('Enter')
    await settled()
    expect(page.url()).toContain('tanEta=-1.25')
    await page.getByRole('button', { name: 'give ε instead' }).click()
    await settled()
    expect(await page.getByLabel('ε', { exact: true }).count()).toBe(1)
    expect(complaints).toEqual([])
    await close()
  })

  it.each([
    ['bernal:c=-0.1,tanEta=-0.75,cPhi=3,mPhiOverM=0.3', 'mφ / m', '0', /^0 is not allowed/, '1/4', 'mPhiOverM=0.25'],
    ['bernal:c=-0.1,tanEta=-0.75', 'c', '1e300', /out of range/, '2/3', 'c=0.66'],
    ['b-3mu&set.kineticMixing=log:1000GeV', 'Λ [GeV]', '-5', /above zero/, '2 TeV', 'log:2000GeV'],
  ])('is told at its field what %s does not take, and keeps the model: %s', async (model, name, refused, message, taken, part) => {
    const { page, complaints, settled, close } = await open(`v=1&model=${model}`)
    const before = page.url()
    const field = page.getByLabel(`${name}, typed`, { exact: true })
    await field.fill(refused)
    await field.press('Enter')
    await page.getByRole('alert').filter({ hasText: message }).waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await settled()
    expect(page.url()).toBe(before)
    expect(await objections(page)).toEqual([])
    await field.fill(taken)
    await field.press('Enter')
    await settled()
    await page.waitForFunction((text) => location.hash.includes(text), part)
    expect(await field.getAttribute('aria-invalid')).toBe('false')
    expect(complaints).toEqual([])
    await close()
  })

  it('zooms by wheel, box, keys and typed ends, and goes back', async () => {
    const { page, settled, close } = await open()
    const axes = async (): Promise<string> =>
      (await Promise.all(['mass, from', 'mass, to', 'coupling, from', 'coupling, to'].map((label) => axisText(page, label)))).join(' ')
    const whole = await axes()
    const [a, b] = [await placeIn(page, 0.3, 0.3), await placeIn(page, 0.6, 0.7)]
    await page.mouse.move(a.x, a.y)
    await page.mouse.wheel(0, -300)
    await settled()
    const wheeled = await axes()
    expect(wheeled).not.toBe(whole)
    await page.mouse.down()
    await page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2)
    await page.mouse.move(b.x, b.y)
    const box = (await page.locator('.zoom-box').boundingBox())!
    for (const [found, meant] of [
      [box.x, a.x],
      [box.y, b.y],
      [box.x + box.width, b.x],
      [box.y + box.height, a.y],
    ]) {
      expect(Math.abs(found - meant)).toBeLessThan(3)
    }
    await page.mouse.up()
    await settled()
    const boxed = await axes()
    expect(boxed).not.toBe(wheeled)
    await page.locator('.frame').focus()
    await page.keyboard.press('+')
    await settled()
    expect(await axes()).not.toBe(boxed)
    await page.getByRole('button', { name: 'Whole plane' }).click()
    await settled()
    expect(await axes()).toBe(whole)
    await page.getByLabel('mass, from').fill('10MeV')
    await page.getByLabel('mass, from').press('Enter')
    await settled()
    expect(page.url()).toContain('mass=0.01:10')
    await page.getByLabel('mass, to').fill('12')
    await page.getByLabel('mass, to').press('Enter')
    expect(await page.locator('.tip').textContent()).toMatch(/12MeV or 12GeV/)
    await close()
  })

  it('needs no mouse', async () => {
    const { page, settled, close } = await open()
    await page.locator('.frame').focus()
    await page.keyboard.press('Enter')
    await settled()
    const middle = page.url()
    expect(middle).toContain('pin=')
    await page.keyboard.press('ArrowUp')
    await settled()
    expect(page.url()).not.toBe(middle)
    const first = page.url()
    expect(first).toContain('pin=')
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight')
    await settled()
    expect(page.url()).not.toBe(first)
    await page.keyboard.press('Escape')
    await settled()
    expect(page.url()).not.toContain('pin=')
    await close()
  })

  it('finds a constraint, switches it off, and reads what it rests on', async () => {
    const { page, complaints, settled, close } = await open()
    expect(await drawnIds(page)).toContain('borexino-2017')
    await page.getByLabel('Search constraints').fill('borexino 2017')
    await page.getByRole('button', { name: /About Borexino 2017/ }).click()
    await page.locator('.card li').first().waitFor()
    expect(await page.locator('.card').textContent()).toMatch(/arXiv|Phys/)
    await page.getByRole('checkbox', { name: /Borexino 2017/ }).uncheck()
    await settled()
    expect(await drawnIds(page)).not.toContain('borexino-2017')
    await page.reload()
    await settled()
    expect(await drawnIds(page)).not.toContain('borexino-2017')
    await page.getByRole('button', { name: 'Show all' }).click()
    await settled()
    expect(await drawnIds(page)).toContain('borexino-2017')
    expect(complaints).toEqual([])
    await close()
  })

  it.each([
    ['', ['coherent-csi-2017', 'babar-vis-2014']],
    ['&only=borexino-2017,babar-vis-2014', ['borexino-2017', 'babar-vis-2014']],
  ])('finds the colours of the plot in the list%s', async (more, ids) => {
    const { page, close } = await open(`model=b-l&mass=0.5:10${more}`)
    for (const summary of await page.locator('details.group > summary').all()) await summary.click()
    for (const id of ids) {
      const swatch = page.locator(`[data-row="${id}"] .swatch`)
      const shown = await swatch.evaluate((element) => getComputedStyle(element).borderColor)
      const drawn = page.locator(`.picture g[data-constraint~="${id}"] path[stroke]`).first()
      expect(shown).toBe(await drawn.evaluate((element) => getComputedStyle(element).stroke))
    }
    await close()
  })

  it('may hover anywhere without moving the page', async () => {
    for (const width of [1400, 390]) {
      const { page, settled, close } = await open('model=b-l&projections=1', { viewport: { width, height: 844 } })
      const heights = new Set<number>()
      for (const y of [0.02, 0.3, 0.5, 0.7, 0.9, 0.98]) {
        const place = await placeIn(page, 0.3, y)
        await page.mouse.move(place.x, place.y)
        await settled()
        heights.add((await page.locator('.readout').boundingBox())!.height)
      }
      expect(heights.size).toBe(1)
      await close()
    }
  })

  it('is told, and axes are not cut, while limits are computed', async () => {
    const { page, settled, close } = await open('model=b-l&mass=0.03771:10', {
      viewport: { width: 1400, height: 900 },
      serviceWorkers: 'block',
    })
    const said = page.locator('.computing-note')
    expect(await said.textContent()).toBe('')
    const before = (await page.locator('.readout').boundingBox())!
    const isCut = await page.$$eval('.axes input', (all) => all.some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth))
    expect(isCut).toBe(false)
    await page.route(/agss09/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 3000))
      await route.continue()
    })
    await page.locator('.field', { hasText: 'metallicity' }).locator('select').selectOption('b16-agss09')
    await page.getByText(/computing .*limits?…/).waitFor()
    expect(await page.locator('.readout').boundingBox()).toEqual(before)
    await settled()
    await page.waitForFunction(() => document.querySelector('.computing-note')!.textContent === '')
    await close()
  })

  it('may pinch, tap and scroll on a telephone, where nothing is wider than the screen', async () => {
    const { page, settled, close } = await open('', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.locator('.frame').scrollIntoViewIfNeeded()
    const place = await placeIn(page, 0.5, 0.9)
    await page.touchscreen.tap(place.x, place.y)
    await settled()
    expect(page.url()).toContain('pin=')
    const fingers = await page.context().newCDPSession(page)
    const [left, right] = [await placeIn(page, 0.45, 0.4), await placeIn(page, 0.55, 0.6)]
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) => {
      const touchPoints = [
        { x: left.x - apart, y: left.y, id: 1 },
        { x: right.x + apart, y: right.y, id: 2 },
      ]
      return fingers.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : touchPoints })
    }
    await touch('touchStart', 0)
    for (const apart of [10, 20, 30, 40]) await touch('touchMove', apart)
    await touch('touchEnd', 0)
    await settled()
    expect(page.url()).toContain('mass=')
    await close()
  })

  it('may resize the window while limits are recomputed', async () => {
    const { page, complaints, settled, close } = await open('model=bernal:c=-0.1,tanEta=-0.75')
    await page.getByLabel('c', { exact: true }).focus()
    for (const width of [900, 1400, 500, 1200, 2600]) {
      await page.keyboard.press('ArrowRight')
      await page.setViewportSize({ width, height: 800 })
    }
    await settled()
    const [frame, picture] = [await page.locator('.frame').boundingBox(), await page.locator('.picture svg').boundingBox()]
    expect(frame!.width).toBeGreaterThan(0.85 * picture!.width)
    expect(complaints).toEqual([])
    await close()
  })
})

describe('the page', () => {
  it.each([
    ['light', ''],
    ['dark', 'model=b-l&pin=0.02,1e-4&projections=1'],
    ['light', 'model=bernal:c=-0.1,tanEta=-0.75&plane=epsMedium,tanEta&set.oscillation=nufit-4.0&mass=1:2:3'],
  ] as const)('in %s colours, %s: nothing for axe to object to', async (colorScheme, hash) => {
    const { page, complaints, close } = await open(hash, { colorScheme })
    await page.locator('details.group').first().locator('summary').click()
    expect(await objections(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('of a model without any charge says so', async () => {
    const { page, complaints, close } = await open('model=0&pin=0.01,0.001')
    expect(await page.locator('.picture svg').count()).toBe(1)
    expect(await page.locator('.plot').textContent()).toContain('Every charge is zero')
    expect(await page.locator('.plane').textContent()).toMatch(/Nothing shown excludes|No constraint/)
    expect(complaints).toEqual([])
    await close()
  })

  it('takes 250 kB at most to begin with, and asks no one else for anything', async () => {
    const { page, close } = await open('', { serviceWorkers: 'block' })
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.querySelector('.picture svg') === null) return
        document.documentElement.dataset.drawnAt = String(Date.now())
        observer.disconnect()
      }).observe(document, { childList: true, subtree: true })
    })
    /** What was asked for, when first, and how large it is. */
    const asked = new Map<string, { readonly at: number; readonly bytes: Promise<number> }>()
    page.on('response', (response) => {
      const url = response.url()
      const at = response.request().timing().startTime
      if (!asked.has(url)) asked.set(url, { at, bytes: response.body().then((body) => gzipSync(body).length) })
    })
    await page.reload()
    await page.waitForSelector('html[data-ready="true"]')
    const drawnAt = Number(await page.locator('html').getAttribute('data-drawn-at'))
    const early = [...asked].filter(([, { at }]) => at < drawnAt)
    const bytes = (await Promise.all(early.map(([, one]) => one.bytes))).reduce((sum, more) => sum + more, 0)
    expect([...asked.keys()].filter((url) => !url.startsWith(inject('address')))).toEqual([])
    expect(asked.size).toBeGreaterThan(early.length)
    expect(bytes).toBeGreaterThan(100_000)
    expect(bytes).toBeLessThan(250_000)
    await close()
  })

  it('works without a network after the first load', async () => {
    const { page, complaints, settled, close } = await open('model=b-l')
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await page.context().setOffline(true)
    await page.reload()
    await settled()
    await page.getByRole('button', { name: 'Lμ − Lτ', exact: true }).click()
    await settled()
    expect((await drawnIds(page)).length).toBeGreaterThan(5)
    expect(complaints).toEqual([])
    await close()
  })
})
