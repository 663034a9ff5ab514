import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { describe, expect, inject, it } from 'vitest'
import { taken } from '../../explorer/share/taken.ts'
import { DEFAULT_VIEW } from '../../explorer/state/view.ts'
import { Session } from '../../src/index.ts'
import { root } from '../cli/zest.ts'
import { objections } from './axe.ts'
import { drawnIds, openDialog, reading, saved } from './reader.ts'
import { sameButForNoise } from './same.ts'

const { open } = reading()
const EXAMPLES = ['my-dump.yaml', 'my-dump.lmt'].map((name) => join(root, 'docs/examples', name))

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })

/** Files as a reader chooses them. */
const files = (texts: Readonly<Record<string, string | Buffer>>) =>
  Object.entries(texts).map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }))

describe('a reader takes away', () => {
  it('every file, and each is what it says', async () => {
    const { page, complaints, close } = await open('model=b-l')
    await openDialog(page)
    const { theme: _, ...query } = { ...DEFAULT_VIEW, model: 'b-l' }
    const svg = await saved(page, 'SVG')
    expect(svg.name).toBe('b-l.svg')
    sameButForNoise(svg.content.toString(), (await taken({ query, theme: 'light', ownFiles: new Map() }, new Session(), 'svg')) as string)
    expect((await saved(page, 'PDF')).content.subarray(0, 5).toString()).toBe('%PDF-')
    const png = (await saved(page, 'PNG')).content
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(Math.round((120 * 300) / 25.4))
    for (const text of ['iTXtTitle', 'iTXtDescription', 'Limits on Gauged B', 'iTXtSoftware']) expect(png.includes(text)).toBe(true)
    expect((await saved(page, 'CSV')).content.toString()).toMatch(/^constraint,kind,confidence,mass_GeV,lower,upper/)
    expect(JSON.parse((await saved(page, 'JSON')).content.toString()).model.id).toBe('b-l')
    expect((await saved(page, 'BibTeX')).content.toString()).toMatch(/^@article\{/m)
    expect(complaints).toEqual([])
    await close()
  })

  it('a dark figure, a command and a snippet; and goes back to where it was', async () => {
    const { page, complaints, close } = await open('model=b-l&projections=1')
    await openDialog(page)
    await page.getByLabel('dark figure').check()
    await page.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value.includes('--theme dark')))
    expect(await field(page, 'The same figure from a terminal').inputValue()).toBe(
      'zest plot --model b-l --projections --theme dark --out b-l.svg',
    )
    expect(await field(page, 'In a page of your own').inputValue()).toContain('#v=1&amp;model=b-l&amp;projections=1"')
    expect(await field(page, 'Link to this view').inputValue()).toContain('#v=1&model=b-l&projections=1')
    expect(await objections(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    const focused = await page.evaluate(() => document.activeElement?.textContent)
    expect(focused).toBe('Share, export, cite')
    expect(complaints).toEqual([])
    await close()
  })

  it('a figure without a network', async () => {
    const { page, complaints, settled, close } = await open('model=mu-tau')
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await page.context().setOffline(true)
    await page.reload()
    await settled()
    await openDialog(page)
    expect((await saved(page, 'PDF')).content.subarray(0, 5).toString()).toBe('%PDF-')
    expect(complaints).toEqual([])
    await close()
  })

  it('nothing where nothing is shown, and is told so', async () => {
    const { page, close } = await open('only=borexino-2017&off=borexino-2017')
    await page.locator('.plot').getByText('Every constraint is switched off.').waitFor()
    await openDialog(page)
    await page.getByRole('button', { name: 'SVG', exact: true }).click()
    await page.getByText('There is no SVG: nothing is shown').waitFor()
    await close()
  })
})

describe('a page of another', () => {
  it('shows the plot alone', async () => {
    const { page, close } = await open('', { serviceWorkers: 'block' })
    const address = `${inject('address')}#v=1&model=b-l`
    const body = `<iframe src="${address}" title="limits" width="800" height="600"></iframe>`
    await page.route('**/other.html', (route) => route.fulfill({ contentType: 'text/html', body }))
    await page.goto(`${inject('address')}other.html`)
    const frame = page.frameLocator('iframe')
    await frame.locator('.picture svg').waitFor()
    expect(await frame.getByRole('heading', { name: 'Constraints' }).isVisible()).toBe(false)
    expect(await frame.getByRole('link', { name: 'b-l in full' }).getAttribute('target')).toBe('_blank')
    await close()
  })
})

describe('a limit of one’s own', () => {
  it('is drawn, listed, and kept out of the link', async () => {
    const { page, complaints, settled, close } = await open()
    await page.setInputFiles('input[type=file]', EXAMPLES)
    await page.getByRole('button', { name: 'Remove my-dump.yaml' }).waitFor()
    await settled()
    expect((await drawnIds(page)).includes('my-dump-2026')).toBe(true)
    await page.getByLabel('Search constraints').fill('MyDump')
    await page.getByRole('button', { name: 'About MyDump' }).click()
    await page.locator('.card', { hasText: 'a toy for docs/limit-files.md' }).waitFor()
    await openDialog(page)
    expect(await page.getByRole('dialog').textContent()).toContain('stay in this browser')
    expect(await field(page, 'Link to this view').inputValue()).not.toContain('my-dump')
    expect(await objections(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Remove my-dump.yaml' }).click()
    await page.getByText('add the YAML file').waitFor()
    await settled()
    expect(await drawnIds(page)).not.toContain('my-dump-2026')
    expect(complaints).toEqual([])
    await close()
  })

  it('that a link leaves out says so, and can be shown too', async () => {
    const { page, settled, close } = await open('model=dark-photon&only=e141')
    await page.setInputFiles('input[type=file]', EXAMPLES)
    await page.getByText('not drawn, as only some constraints are shown').waitFor()
    await settled()
    expect(await drawnIds(page)).toEqual(['e141'])
    await page.getByRole('button', { name: 'show it too' }).click()
    await settled()
    expect((await drawnIds(page)).sort()).toEqual(['e141', 'my-dump-2026'])
    expect(await page.getByText('not drawn, as only').count()).toBe(0)
    await page.getByLabel('Search constraints').fill('MyDump')
    await page.getByRole('checkbox', { name: 'MyDump' }).uncheck()
    await page.locator('.own').getByText(': switched off').waitFor()
    await close()
  })

  it.each([
    ['a file of 5 MB', { 'big.lmt': Buffer.alloc(5_000_000, '1 2\n') }, /big\.lmt: 5\.0 MB are more than a limit needs/],
    ['a file with NaN', { 'a.yaml': readFileSync(EXAMPLES[0]), 'my-dump.lmt': '0.01 NaN 1e-3\n0.02 1e-4 1e-3\n' }, /my-dump\.lmt:1: /],
    ['much YAML', { 'a.yaml': Array.from({ length: 40_000 }, (_, i) => `key${i}: 1`).join('\n') }, /a\.yaml: 0\.5 MB are more than/],
    ['markup', { '<img src=x onerror=alert(1)>.yaml': '<script>alert(1)</script>' }, /:1:1: /],
    ['bytes that are no text', { 'a.yaml': Buffer.from([0, 255, 254, 1, 2, 3]) }, /a\.yaml/],
  ] as const)('is refused in words, and the page works on: %s', async (_, texts, message) => {
    const { page, complaints, settled, close } = await open()
    await page.setInputFiles('input[type=file]', files(texts))
    await page.locator('.own .wrong').first().waitFor()
    expect(await page.locator('.own').textContent()).toMatch(message)
    await settled()
    expect((await drawnIds(page)).length).toBeGreaterThan(5)
    expect(await page.locator('#page img, #page script').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  it('may be a beam dump to be computed, and is forgotten with the page', async () => {
    const { page, complaints, settled, close } = await open('model=dark-photon')
    await page.setInputFiles('input[type=file]', join(root, 'docs/examples/my-target.yaml'))
    await page.getByText('drawn with projections, which are off').waitFor()
    await page.getByLabel('projections', { exact: true }).check()
    await settled()
    expect(await drawnIds(page)).toContain('my-target')
    expect(await page.locator('.own .wrong, .own li:has-text("which are off")').count()).toBe(0)
    expect(await page.locator('.own label').textContent()).toContain('until the page is left or reloaded')
    await page.reload()
    await settled()
    expect(await drawnIds(page)).not.toContain('my-target')
    expect(await page.locator('.own li').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  it('makes what was told of files before be forgotten', async () => {
    const { page, complaints, close } = await open()
    const problem = page.locator('.own .wrong')
    await page.setInputFiles('input[type=file]', files({ 'wrong.parquet': 'no scan' }))
    await page.getByText('wrong.parquet: it is no Parquet file').waitFor()
    await page.locator('.own').getByRole('button', { name: 'Dismiss' }).click()
    expect(await problem.count()).toBe(0)
    await page.setInputFiles('input[type=file]', files({ 'wrong.parquet': 'no scan' }))
    await problem.waitFor()
    await page.setInputFiles('input[type=file]', EXAMPLES)
    await page.getByRole('button', { name: 'Remove my-dump.yaml' }).waitFor()
    expect(await problem.count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  it('may be dropped on the page', async () => {
    const { page, settled, close } = await open()
    const texts = EXAMPLES.map((path) => [path.slice(path.lastIndexOf('/') + 1), readFileSync(path, 'utf8')] as const)
    const data = await page.evaluateHandle((all) => {
      const transfer = new DataTransfer()
      for (const [name, text] of all) transfer.items.add(new File([text], name))
      return transfer
    }, texts)
    await page.dispatchEvent('.plot', 'dragover', { dataTransfer: data })
    await page.getByText('Drop it').waitFor()
    await page.dispatchEvent('.plot', 'drop', { dataTransfer: data })
    await page.getByRole('button', { name: 'Remove my-dump.yaml' }).waitFor()
    await settled()
    expect(await drawnIds(page)).toContain('my-dump-2026')
    await close()
  })
})

describe('the plot as a table', () => {
  it('says what the plot shows', async () => {
    const { page, complaints, close } = await open('model=mu-tau&pin=0.02,0.001')
    await page.getByText('constraints speak').click()
    const row = page.locator('tr[data-reach="borexino-2017"]')
    expect(await row.textContent()).toMatch(/Borexino 2017.*90 %excluded4\.7\d*e-5 and above3\.\d+/)
    expect(await objections(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})

describe('on paper', () => {
  it('stands the figure that was whole, where only its looks are to be others; else it is said that some is missing', async () => {
    const { page, settled, close } = await open('model=b-l')
    /** What a print shows while what was asked for is being computed. */
    const printed = (hash: string) =>
      page.evaluate((text) => {
        location.hash = text
        return new Promise<{ isWhole: boolean; names: number }>((resolve) => {
          const wait = (): void => {
            if (document.documentElement.dataset.ready !== undefined) {
              setTimeout(wait)
              return
            }
            window.dispatchEvent(new Event('beforeprint'))
            const picture = document.querySelector<HTMLElement>('.picture')!
            resolve({ isWhole: picture.dataset.whole === 'true', names: picture.querySelectorAll('[data-part="labels"]').length })
            window.dispatchEvent(new Event('afterprint'))
          }
          wait()
        })
      }, hash)
    expect(await printed('#v=1&model=b-l&theme=dark')).toEqual({ isWhole: true, names: 1 })
    await settled()
    expect(await printed('#v=1&model=mu-tau')).toMatchObject({ isWhole: false })
    await settled()
    expect(await page.locator('.unfinished').count()).toBe(0)
    expect(await page.locator('.picture').getAttribute('data-whole')).toBeNull()
    await close()
  })

  it('stands what is shown, and nothing to press', async () => {
    const { page, close } = await open('model=mu-tau&theme=dark&pin=0.02,0.001')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.picture svg').isVisible()).toBe(true)
    expect(await page.locator('button:visible').count()).toBe(0)
    expect(await page.locator('.printed').textContent()).toContain('#v=1&model=mu-tau')
    await close()
  })
})
