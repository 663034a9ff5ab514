import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './source.ts'

const load = (name: string) => import(/* @vite-ignore */ join(root, 'scripts/docs', name))

describe('the links of a site', () => {
  const site = mkdtempSync(join(tmpdir(), 'zest-site-'))
  afterAll(() => rmSync(site, { recursive: true, force: true }))
  const dead = async (html: string): Promise<string[]> => {
    writeFileSync(join(site, 'index.html'), html)
    return (await load('links.mjs')).deadLinks(site)
  }
  beforeAll(() => {
    mkdirSync(join(site, 'a'))
    writeFileSync(join(site, 'a/b.html'), '<h2 id="here">b</h2><a href="../index.html">up</a>')
    writeFileSync(join(site, 'a/c d.svg'), '<svg/>')
  })

  it.each([
    '<a href="a/b.html#here">b</a>',
    '<a id="x" class="y" href="#x">x</a>',
    '<img src="a/c%20d.svg">',
    '<a href="https://arxiv.org/abs/2006.11225">elsewhere</a>',
  ])('are alive: %s', async (html) => {
    expect(await dead(html)).toEqual([])
  })

  it.each([
    ['<a href="a/none.html">', 'a/none.html'],
    ['<a href="a/b.html#there">', 'a/b.html#there'],
    ['<a href="#x">', '#x'],
    ['<img alt="" src="none.svg">', 'none.svg'],
    ['<script src="https://example.org/x.js">', '<script src="https://example.org/x.js"'],
    ['<link rel="stylesheet" href="//example.org/x.css">', '<link rel="stylesheet" href="//example.org/x.css"'],
  ])('are dead, or fetch what is not here: %s', async (html, link) => {
    expect(await dead(html)).toContainEqual(expect.stringContaining(`index.html -> ${link}`))
  })
})

describe('the formulas of a site', () => {
  interface State {
    src: string
    pos: number
    posMax: number
    push(): object
  }
  type Rule = (state: State, silent: boolean) => boolean
  const taken: object[] = []
  let rule: Rule
  let render: (tokens: readonly object[], at: number) => string

  beforeAll(async () => {
    const rules: Record<string, typeof render> = {}
    const ruler = { before: (_: string, __: string, one: Rule) => (rule = one) }
    ;(await (await load('maths.mjs')).mathsPlugin())({ inline: { ruler }, renderer: { rules } })
    render = rules.maths
  }, 60_000)

  /** What is read from where a text begins, as TeX between its dollars. */
  function read(src: string): unknown {
    taken.length = 0
    const state = {
      src,
      pos: 0,
      posMax: src.length,
      push: () => {
        const token = {}
        taken.push(token)
        return token
      },
    }
    return rule(state, false) ? { ...taken[0], rest: src.slice(state.pos) } : undefined
  }

  it.each([
    ['$g_\\mu$ and', { content: 'g_\\mu', markup: '$', rest: ' and' }],
    ['$$a\n= b$$.', { content: 'a\n= b', markup: '$$', rest: '.' }],
    ['$5 and $6', undefined],
    ['$ a$', undefined],
    ['$a $', undefined],
    ['a$b$', undefined],
  ])('%j', (src, expected) => {
    expect(read(src)).toEqual(expected)
  })

  it('are outlines, and MathML for those who listen; fractions, scripts and Greek in one piece', () => {
    const html = render([{ content: 's \\propto \\frac{c_\\mu^2}{4\\pi} \\ge 1', markup: '$$' }], 0)
    expect(html).toMatch(/^<span class="maths display"><svg aria-hidden="true" [\s\S]*<\/svg><math [\s\S]*<\/math><\/span>$/)
    expect(html.match(/<svg /g)).toHaveLength(1)
    expect(html).toContain('<mfrac>')
    expect(html).not.toMatch(/data-|https?:\/\/(?!www\.w3\.org)/)
  })

  it('have to be TeX', () => {
    expect(() => render([{ content: '\\frac{1', markup: '$' }], 0)).toThrow('cannot typeset $\\frac{1$')
  })
})
