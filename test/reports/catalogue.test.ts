import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { EXPERIMENTS, MISSING } from '../../src/experiments/index.ts'
import { catalogueMarkdown, METHODS } from '../../src/reports/catalogue.ts'
import { markdownReference, markdownTable, markdownText } from '../../src/reports/markdown.ts'
import { Session } from '../../src/session.ts'

const constraints = await new Session(assume()).constraints()
const page = catalogueMarkdown(constraints, 'methods.md')

describe('the catalogue as a page', () => {
  it('has every constraint once, under one method', () => {
    const headings = [...page.matchAll(/^### (.*)$/gm)].map(([, id]) => id)
    expect(headings.toSorted()).toEqual(EXPERIMENTS.map(({ id }) => id).toSorted())
    const ids = METHODS.flatMap(({ entries }) => entries.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('says of each what is compared, and what is not confirmed', () => {
    for (const { statement, unverified } of constraints) {
      expect(page).toContain(`- compared: ${markdownText(statement)}\n`)
      if (unverified !== undefined) expect(page).toContain(`- **unverified: ${markdownText(unverified)}**\n`)
    }
  })

  it('puts one that has no method yet under the others', () => {
    const [constraint] = constraints
    const one = { ...constraint, entry: { ...constraint.entry, id: 'newcomer' } }
    expect(catalogueMarkdown([one], 'methods.md')).toMatch(/## Others\n\n[^#]*### newcomer\n/)
    expect(page).not.toContain('## Others')
  })

  it('names the limits that are absent', () => {
    for (const { id } of MISSING) expect(page).toContain(`| \`${id}\` | `)
    expect(page.match(/\[arXiv:[^\]]*\]\(https:\/\/arxiv\.org\/abs\//g)).toHaveLength(MISSING.length)
  })
})

describe('Markdown', () => {
  it('takes no word for markup, but for code', () => {
    expect(markdownText('a_b * [c] <d> | e $f$ `g_h`')).toBe('a\\_b \\* \\[c\\] \\<d\\> \\| e \\$f\\$ `g_h`')
  })

  it('has tables of one line a row', () => {
    expect(markdownTable(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |')
  })

  it('links publications', () => {
    expect(markdownReference('coy-2021')).toMatch(/^\[R\. Coy, X\.-J\. Xu.*\]\(<https:\/\/arxiv\.org\/abs\/2108\.05147>\)$/)
  })
})
