import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { agree, blockErrors, blocksIn, type Example, examplesIn, runExample, typeErrors } from './examples.ts'
import { filesBelow, parse, root } from './source.ts'

const files = filesBelow('src', '.ts').filter((path) => !path.startsWith('src/cli/'))

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)

/** Functions and classes that a file exports without a word on what they do. */
function undocumented(path: string): string[] {
  return parse(path).statements.flatMap((node) => {
    if (!ts.isFunctionDeclaration(node) && !ts.isClassDeclaration(node)) return []
    return isExported(node) && ts.getJSDocCommentsAndTags(node).length === 0 ? [`${path}: ${node.name?.text}`] : []
  })
}

describe('docstrings', () => {
  it('stand on every exported function and class', () => {
    expect(files.flatMap(undocumented)).toEqual([])
  })
})

describe('the examples in docstrings', () => {
  const examples = files.flatMap(examplesIn)
  let errors: Map<Example, string[]>
  beforeAll(() => {
    errors = typeErrors(examples)
  }, 60_000)

  it('are found', () => {
    expect(examples.map((example) => example.name)).toContain('src/units.ts: parseQuantity')
  })

  it.each(examples.map((example) => [example.name, example] as const))('%s', async (_, example) => {
    expect(errors.get(example)).toEqual([])
    for (const { text, actual, expected, said } of await runExample(example)) {
      expect(agree(actual, expected), `${text} gave ${JSON.stringify(actual)}, not ${said}`).toBe(true)
    }
  })
})

describe('formulas', () => {
  const pages = ['CONTRIBUTING.md', ...filesBelow('docs', '.md').filter((path) => !path.startsWith('docs/api/'))]
  /** What a formula of the site may not say: TypeDoc reads `\\{` as `{`, and Markdown takes a line that begins with a sign for a list. */
  const mangled = (text: string): string[] =>
    [...text.matchAll(/(?<!`)(\$\$?)(?=\S)((?:\\.|[^$\\`])+?)\1(?!\d)/gs)].flatMap(([all, , tex]) =>
      /\\[{}]|\n\s*[-+*] /.test(tex) ? [all] : [],
    )
  const docstrings = (path: string): string =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/\/\*\*([\s\S]*?)\*\//g)]
      .map(([, text]) => text.replaceAll(/\n\s*\* ?/g, '\n'))
      .join('\n\n')

  it('reach the page as they were written', () => {
    const bad = [...files.map((path) => [path, docstrings(path)]), ...pages.map((path) => [path, readFileSync(join(root, path), 'utf8')])]
    expect(bad.flatMap(([path, text]) => mangled(text).map((tex) => `${path}: ${tex}`))).toEqual([])
  })

  it.each(['$\\{1\\}$', '$$a\n+ b$$', '$$\\left\\{x$$'])('%j would be told', (tex) => {
    expect(mangled(`so ${tex} is`)).toEqual([tex])
  })
})

describe('the TypeScript in Markdown', () => {
  const blocks = ['README.md', 'CONTRIBUTING.md', ...filesBelow('docs', '.md').filter((path) => !path.startsWith('docs/api/'))]
    .filter((path) => existsSync(join(root, path)))
    .flatMap(blocksIn)
  let errors: Map<Example, string[]>
  beforeAll(() => {
    errors = blockErrors(blocks)
  }, 60_000)

  it.each(blocks.map((block) => [block.name, block] as const))('%s is of the right types', (_, block) => {
    expect(errors.get(block)).toEqual([])
  })
})

describe('what an example says it gives', () => {
  const judge = async (code: string) => {
    const results = await runExample({ name: 'x', path: 'src/units.ts', code })
    return results.map(({ actual, expected }) => agree(actual, expected))
  }

  it.each([
    ['0.015 // 0.015', true],
    ['1 / 3 // 0.333', true],
    ['1 / 3 // 0.334', false],
    ['2.3 // 2', false],
    ['-5.43e-8 // -5.4e-8', true],
    ['0.5999 // 0.6', true],
    ['0.5994 // 0.600', false],
    ['0.1 + 0.2 // 3e-1', true],
    ['3 * (1 + 2 ** -50) // 3', true],
    ['({ x: [2 / 3] }) // { x: [0.6667] }', true],
    ['Float64Array.of(1, 2) // [1, 2]', true],
    ['[1, 2] // [1]', false],
    ["'-1/2' // '-1/2'", true],
    ['NaN // 1', false],
    ['const half = 0.5 // 0.5', true],
    ["parsePositive('1MeV', 'energy', 'mass') // 0.002", false],
  ])('is compared with what it gives: %s', async (code, verdict) => {
    expect(await judge(code)).toEqual([verdict])
  })

  it('may be a remark', async () => {
    expect(await judge('0.5 // one half')).toEqual([])
  })

  it('is of the right type', () => {
    const example = { name: 'x', path: 'src/units.ts', code: "parsePositive('1MeV')" }
    expect(typeErrors([example]).get(example)).toEqual(['Expected 3 arguments, but got 1.'])
    const block = { ...example, path: 'src/block.ts', code: "import { parseCharges } from 'zest-hep/models'\nparseCharges(1)" }
    expect(blockErrors([block]).get(block)).toEqual([expect.stringContaining("'number' is not assignable")])
  })
})
