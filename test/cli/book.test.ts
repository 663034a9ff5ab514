import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CLAIMS, FIGURES } from '../../src/papers/index.ts'
import { builtZest, scratch } from './zest.ts'

const zest = builtZest()
const home = scratch()
const paper = 'gninenko-2020'
const figures = FIGURES.filter((recipe) => recipe.paper === paper).map(({ id }) => id)

describe('zest validate --book', () => {
  it('writes a page for the paper, with every claim and every figure, and what it prints otherwise', async () => {
    const plain = await zest.in(home, ['validate', paper])
    const { code, stdout, stderr } = await zest.in(home, ['validate', paper, '--book', 'book'])
    expect(code).toBe(0)
    expect(stdout).toBe(`${plain.stdout}wrote 2 pages and ${figures.length} figures to book\n`)
    expect(stderr).toBe(figures.map((id, i) => `figure ${i + 1} of ${figures.length}: ${id}\n`).join(''))
    expect(readdirSync(home)).toEqual(['book'])
    expect(readdirSync(join(home, 'book')).sort()).toEqual([...figures.map((id) => `${id}.svg`), `${paper}.md`, 'index.md'].sort())
    const page = readFileSync(join(home, 'book', `${paper}.md`), 'utf8')
    for (const { id } of CLAIMS.filter((claim) => claim.paper === paper)) expect(page).toContain(`\`${id}\``)
    for (const id of figures) {
      expect(page).toContain(`](${id}.svg)`)
      expect(readFileSync(join(home, 'book', `${id}.svg`), 'utf8')).toMatch(/^<svg [\s\S]*<\/svg>\s*$/)
    }
    expect(readFileSync(join(home, 'book/index.md'), 'utf8')).toMatch(
      /\| \[gninenko-2020\]\(gninenko-2020\.md\).* \| 12 \| 6 \| 4 \| 2 \| 1 \|/,
    )
  })

  it('computes under what is assumed, and says so', async () => {
    const { code } = await zest.in(home, ['validate', paper, '--book', 'of-2021', '--set', 'gMinus2=fnal-2021', '--json'])
    expect(code).toBe(0)
    const page = readFileSync(join(home, 'of-2021', `${paper}.md`), 'utf8')
    expect(page).toContain('Computed under `gMinus2=fnal-2021` assumptions')
    expect(page).toMatch(/gninenko-2020-delta-a`.*\| 251 \| 251 \| 251 \| reproduced \|/)
  })

  it('touches no folder that holds something, and computes nothing then', async () => {
    mkdirSync(join(home, 'mine'))
    writeFileSync(join(home, 'mine/notes.txt'), 'mine')
    const { code, stdout, stderr } = await zest.in(home, ['validate', paper, '--book', 'mine'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe("error: book: cannot write 'mine': it is there and not empty; name a new folder\n")
    expect(readdirSync(join(home, 'mine'))).toEqual(['notes.txt'])
  })

  it.each([
    ['no/where/book', 'no such file or folder'],
    ['mine/notes.txt', 'a part of the path is not a folder'],
  ])('refuses %s', async (folder, why) => {
    const { code, stderr } = await zest.in(home, ['validate', paper, '--book', folder])
    expect({ code, stderr }).toEqual({ code: 2, stderr: `error: book: cannot write '${folder}': ${why}\n` })
  })

  it('leaves nothing behind of a book whose figure fails', async () => {
    const { code } = await zest.in(home, ['validate', paper, '--book', 'half', '--set', 'kineticMixing=none', '--assume', 'nothing'])
    expect(code).toBe(2)
    expect(existsSync(join(home, 'half'))).toBe(false)
  })
})
