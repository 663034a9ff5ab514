import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import * as typedoc from 'typedoc'
import { expect, it } from 'vitest'
import { assume } from '../../../src/assumptions.ts'
import { CLAIMS } from '../../../src/papers/index.ts'
import { bookPages } from '../../../src/reports/book.ts'
import { root, scratch } from '../../cli/zest.ts'

const home = scratch()

/** The page of a paper in the site of the documentation. */
async function chapter(paper: string): Promise<string> {
  const path = (name: string): string => join(home, name)
  const claims = CLAIMS.filter((claim) => claim.paper === paper)
  const results = claims.map((claim) => ({
    claim,
    computed: 1.234,
    computedAsPaper: -1.234,
    verdict: 'reproduced under assumptions' as const,
  }))
  for (const { name, content } of bookPages(results, assume(), [])) writeFileSync(path(name), content)
  writeFileSync(path('nothing.ts'), 'export const nothing = 0\n')
  writeFileSync(path('tsconfig.json'), JSON.stringify({ compilerOptions: { types: [], skipLibCheck: true }, files: ['nothing.ts'] }))
  const app = await typedoc.Application.bootstrap(
    {
      entryPoints: [path('nothing.ts')],
      tsconfig: path('tsconfig.json'),
      projectDocuments: [path('index.md')],
      customCss: join(root, 'scripts/docs/site.css'),
      readme: 'none',
      logLevel: 'Error',
    },
    [new typedoc.TSConfigReader()],
  )
  const project = await app.convert()
  if (project === undefined) throw new Error('nothing to document')
  await app.generateDocs(project, path('site'))
  const folder = path('site/documents')
  return join(folder, readdirSync(folder).find((name) => name.includes(paper)) ?? '')
}

it('the verdicts on a paper are in sight on a page of 1300 pixels', async () => {
  const page = await chapter('foldenauer-2021')
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const opened = await browser.newPage({ viewport: { width: 1300, height: 900 } })
    await opened.goto(`file://${page}`)
    const { shown, needed, rows } = await opened.locator('.tsd-typography table').evaluate((table) => ({
      shown: table.clientWidth,
      needed: table.scrollWidth,
      rows: table.querySelectorAll('tbody tr').length,
    }))
    expect(rows).toBe(26)
    expect(needed).toBeLessThanOrEqual(shown)
  } finally {
    await browser.close()
  }
}, 60_000)
