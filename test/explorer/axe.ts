import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What of a page axe objects to. */
export async function objections(page: Page): Promise<string[]> {
  const violations = await page.evaluate(async (source) => {
    // A strict page runs no script that is typed into it; what the test evaluates is no part of the page.
    new Function(source)()
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  }, AXE)
  return violations
}
