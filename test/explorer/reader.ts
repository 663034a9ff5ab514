import { readFileSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, inject } from 'vitest'

/** Keys that a page has once everything asked for is drawn. */
const READY = 'html[data-ready="true"]'

export interface Reader {
  readonly page: Page
  /** What the page complained about. */
  readonly complaints: string[]
  /** Until everything asked for is drawn; `since` something was done that asks for more. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** A browser for the tests of one file. */
export function reading(): { open(hash?: string, options?: BrowserContextOptions): Promise<Reader> } {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    })
  }, 60_000)
  afterAll(() => browser.close())

  return {
    async open(hash = '', options = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('dialog', (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      await page.goto(inject('address') + (hash === '' ? '' : `#${hash}`))
      await page.waitForSelector(READY)
      const settled = async (): Promise<void> => {
        await page.waitForTimeout(60)
        await page.waitForSelector(READY)
      }
      return { page, complaints, settled, close: () => context.close() }
    },
  }
}

/** Ids of the constraints whose regions show. */
export const drawnIds = (page: Page): Promise<string[]> =>
  page.$$eval('.picture path[data-constraint]', (paths) => [
    ...new Set(paths.flatMap((path) => path.getAttribute('data-constraint')!.split(' '))),
  ])

/** What a field of the axes says. */
export const axisText = (page: Page, label: string): Promise<string> => page.getByLabel(label, { exact: true }).inputValue()

export const openDialog = (page: Page) => page.getByRole('button', { name: 'Share, export, cite' }).click()

/** A file that a button of the dialog makes. */
export async function saved(page: Page, format: string): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: format, exact: true }).click()])
  await page.getByText('is saved').waitFor()
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) }
}
