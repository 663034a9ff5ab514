import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { drawnIds, reading } from './reader.ts'

const { open } = reading()

/** Until the address says so: it is written when nothing has changed for a while. */
const addressed = (page: Page, part: string) => page.waitForFunction((text) => location.hash.includes(text), part)

describe('a link', () => {
  it('follows a link that is opened in it', async () => {
    const { page, settled, close } = await open('model=b-l')
    await page.evaluate(() => {
      location.hash = '#v=1&model=dark-photon&theme=dark'
    })
    await settled()
    await page.getByRole('heading', { name: /Dark photon/ }).waitFor()
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await close()
  })
})

describe('the way back', () => {
  it('undoes steps, not each move of a slider, and may be gone forwards again', async () => {
    const { page, complaints, settled, close } = await open('model=bernal:c=-0.1,tanEta=-0.75')
    const length = () => page.evaluate(() => history.length)
    const before = await length()
    await page.getByLabel('c', { exact: true }).focus()
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight')
    // The field follows the slider in the next frame.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const moved = await page.getByLabel('Charges, or a name').inputValue()
    expect(moved).not.toContain('c=-0.1,')
    await page.getByRole('button', { name: 'Dark photon', exact: true }).click()
    await settled()
    expect(await length()).toBe(before + 1)
    await page.getByRole('button', { name: 'Dark photon', exact: true }).click()
    await page.getByRole('button', { name: 'Start over' }).click()
    await settled()
    expect(await length()).toBe(before + 2)
    const names = async (model: string) => {
      await addressed(page, `model=${model}`)
      await settled()
      expect(await page.getByLabel('Charges, or a name').inputValue()).toBe(model)
    }
    await names('mu-tau')
    await page.goBack()
    await names('dark-photon')
    await page.goBack()
    await names(moved)
    await page.goForward()
    await names('dark-photon')
    expect(complaints).toEqual([])
    await close()
  })

  it('undoes models that are typed, and charges, each when it is left', async () => {
    const { page, complaints, settled, close } = await open('model=b-l')
    const text = page.getByLabel('Charges, or a name')
    const places = () => page.evaluate(() => history.length)
    const before = await places()
    await text.focus()
    await page.keyboard.press('ControlOrMeta+a')
    for (const model of ['B-3Lmu', 'B-3Ltau']) {
      await text.fill('')
      await text.pressSequentially(model)
      await text.press('Enter')
      await addressed(page, `model=${model}`)
    }
    // 'B' is a model as well, and part of writing one.
    expect(await places()).toBe(before + 2)
    await page.getByText('Charges by family').click()
    const muons = page.getByLabel('Charge of leptons, μ, ν_μ', { exact: true })
    await muons.press('ArrowUp')
    await muons.press('ArrowUp')
    await page.getByLabel('Charge of leptons, e, ν_e', { exact: true }).fill('1')
    await page.getByRole('button', { name: 'all to zero' }).click()
    await addressed(page, 'model=0')
    expect(await places()).toBe(before + 5)
    for (const model of ['B+Le+2Lmu-3Ltau', 'B+2Lmu-3Ltau', 'B-3Ltau', 'B-3Lmu', 'b-l']) {
      await page.goBack()
      await addressed(page, `model=${model}`)
    }
    await settled()
    expect(complaints).toEqual([])
    await close()
  })

  it('leads to a link that was opened in the page, and is not taken by what skips to the plot', async () => {
    const { page, settled, close } = await open('model=b-l')
    await page.evaluate(() => {
      location.hash = '#v=1&model=dark-photon'
    })
    await page.getByRole('heading', { name: 'Dark photon' }).waitFor()
    await page.getByRole('button', { name: 'Skip to the plot' }).focus()
    await page.keyboard.press('Enter')
    await addressed(page, 'model=dark-photon')
    expect(await page.getByRole('alert').filter({ hasText: 'could not be read' }).count()).toBe(0)
    await settled()
    await page.goBack()
    await page.getByRole('heading', { name: /Gauged B − L/ }).waitFor()
    await close()
  })
})

describe('a plane that a model has not', () => {
  it('is left for mass and coupling, and may be gone back to', async () => {
    const { page, complaints, settled, close } = await open('model=bernal:c=-0.1,tanEta=-0.75&plane=epsMedium,tanEta&pin=1,-0.5')
    const plane = page.getByRole('combobox', { name: 'Plane' })
    await page.getByRole('button', { name: 'B − L', exact: true }).click()
    await settled()
    expect(await plane.inputValue()).toBe('mass,coupling')
    expect(await page.locator('.picture path[data-constraint]').count()).toBeGreaterThan(5)
    expect(await page.getByRole('heading', { name: /The pinned boson/ }).count()).toBe(0)
    await page.goBack()
    await settled()
    expect(await plane.inputValue()).toBe('epsMedium,tanEta')
    await page.getByRole('heading', { name: /The pinned boson/ }).waitFor()
    await page.getByRole('button', { name: 'give ε instead' }).click()
    await settled()
    expect(await plane.inputValue()).toBe('mass,coupling')
    expect(complaints).toEqual([])
    await close()
  })

  it('has ends that cannot be typed before there is a plot, and says so', async () => {
    const { page, close } = await open('model=bernal:c=-0.1,epsilon=0.01&plane=mass,epsMedium')
    const from = page.getByLabel('ε, from')
    await from.fill('1')
    await from.press('Enter')
    await page.locator('.tip', { hasText: 'before something is drawn' }).waitFor()
    expect(await from.inputValue()).toBe('1')
    await close()
  })
})

describe('a link that says what cannot be', () => {
  it.each(['model=<script>alert(1)</script>', 'model=1e99B', 'mass=1e-300:1e300'])(
    '%s: is told once, and the default stands',
    async (part) => {
      const { page, complaints, close } = await open(part)
      await page.getByText('Part of this link could not be read').waitFor()
      expect(await page.locator('.notice li').count()).toBe(1)
      expect(await page.locator('.picture path[data-constraint]').count()).toBeGreaterThan(5)
      expect(await page.getByLabel('Charges, or a name').inputValue()).toBe('mu-tau')
      expect(await page.locator('.expression .wrong').count()).toBe(0)
      expect(complaints).toEqual([])
      await close()
    },
  )

  it.each([
    [
      'model=<img src=x onerror=document.title=1>&off=<script>alert(1)</script>',
      ["model '<' at character 1", "off '<script>alert(1)</script>'"],
    ],
    ['model=%3Cscript%3Ealert(1)%3C/script%3E', ["model '<' at character 1"]],
    ['model=javascript:alert(1)&pin=NaN,1&mass=0:0&coupling=1e999:2&theme=%22%3E', ['model', 'pin', 'mass', 'coupling', "theme '\">'"]],
    ['v=99&model=mu-tauu', ["v '99' is a version", 'model unknown']],
    ['mass=1e-300:1e300', ["mass '1e-300' is out of range"]],
    [`model=${'('.repeat(900)}`, ['model']],
    ['pin=1e-308,1e308', ["pin '1e-308' is out of range"]],
    ['garbage', ['garbage says nothing to this page']],
    ['%E0%A4%A&&&==&model', ['%E0%A4%A is not a well-formed', 'model a model takes 1 to 1000']],
  ])('#%s is answered with a message and a page that works', async (hash, told) => {
    const { page, complaints, settled, close } = await open(hash)
    const notice = page.getByRole('alert', { name: 'Parts of the link that could not be used' })
    const texts = await notice.getByRole('listitem').allTextContents()
    expect(texts).toHaveLength(told.length)
    for (const [i, start] of told.entries()) expect(texts[i].slice(0, start.length)).toBe(start)
    expect(await page.title()).toBe('Zest explorer')
    expect(await page.locator('#page img, #page script').count()).toBe(0)
    await page.getByRole('button', { name: 'Start over' }).click()
    await settled()
    expect((await drawnIds(page)).length).toBeGreaterThan(5)
    expect(complaints).toEqual([])
    await close()
  })

  it('names what the catalogue and the lists of figures and spectra do not have', async () => {
    const { page, complaints, close } = await open('only=no-such-limit&spectrum=nope&figure=nope')
    const told = page.getByRole('alert', { name: 'Parts of the link that could not be used' }).getByRole('listitem')
    await expect.poll(() => told.count(), { timeout: 10_000 }).toBe(3)
    expect((await told.allTextContents()).map((text) => text.split(' ')[0]).sort()).toEqual(['figure', 'only', 'spectrum'])
    expect((await drawnIds(page)).length).toBeGreaterThan(5)
    expect(complaints).toEqual([])
    await close()
  })
})
