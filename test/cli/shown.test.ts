import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseModelYaml } from '../../src/config/index.ts'
import { builtZest, root, scratch } from './zest.ts'

const zest = builtZest()
const home = scratch()
symlinkSync(join(root, 'docs'), join(home, 'docs'))

const pages = ['README.md', ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))]

const blocksOf = (page: string, language: string): string[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, block]) => block,
  )

/** `$ npx zest …`, then lines of its output in their order; … stands for lines left out. */
const shown = pages.flatMap((page) =>
  blocksOf(page, 'console').flatMap((block) =>
    block.split(/^\$ npx zest /m).flatMap((part): [string, string, string[]][] => {
      const [words, ...lines] = part.trimEnd().split('\n')
      return words === '' ? [] : [[page, words, lines]]
    }),
  ),
)

describe('what a page shows is what the command prints', () => {
  it.each(shown)('%s: zest %s', async (_, words, lines) => {
    const { code, stdout, stderr } = await zest.in(home, words.split(' '))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const said = stdout.trimEnd().split('\n')
    if (!lines.includes('…')) expect(said).toEqual(lines)
    let at = 0
    for (const line of lines.filter((one) => one !== '…')) {
      const place = said.indexOf(line, at)
      expect(place, line).toBeGreaterThanOrEqual(at)
      at = place + 1
    }
  })

  it('in at least four examples of the README, and eight of the tutorial', () => {
    const of = (page: string): number => shown.filter(([one]) => one === page).length
    expect(of('README.md')).toBeGreaterThanOrEqual(4)
    expect(of('docs/tutorial.md')).toBeGreaterThanOrEqual(8)
  })
})

describe('models that a page shows', () => {
  it.each(['docs/models.md', 'docs/tutorial.md'])('are models: %s', (page) => {
    const models = blocksOf(page, 'yaml')
    expect(models.length).toBeGreaterThan(0)
    for (const model of models) expect(parseModelYaml(model, page)).toHaveProperty('charges')
  })

  it('are the files they are said to be', () => {
    const file = readFileSync(join(root, 'docs/examples/my-model.yaml'), 'utf8')
    expect(blocksOf('docs/tutorial.md', 'yaml')).toContain(file)
  })
})
