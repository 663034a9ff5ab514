import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { exportedFiles, filesBelow, parse, root } from './source.ts'

/** The code of one `@example` block: it may use, without importing it, whatever src/ exports. */
export interface Example {
  name: string
  path: string
  code: string
}

/** A statement of an example that says, in a comment behind it, what it gives. */
export interface Outcome {
  text: string
  actual: unknown
  expected: unknown
  said: string
}

export function examplesIn(path: string): Example[] {
  return parse(path).statements.flatMap((node) => {
    const name = (ts.isVariableStatement(node) ? node.declarationList.declarations[0] : (node as ts.DeclarationStatement)).name?.getText()
    return ts
      .getJSDocTags(node)
      .filter((tag) => tag.tagName.text === 'example')
      .map((tag) => ({ name: `${path}: ${name}`, path, code: codeOf(tag) }))
  })
}

function codeOf(tag: ts.JSDocTag): string {
  const text = ts.getTextOfJSDocComment(tag.comment) ?? ''
  return text.replace(/^```\w*\n/, '').replace(/\n```\s*$/, '')
}

const exportsByFile = new Map<string, string[]>()

/** The TypeScript blocks of a Markdown file; the first line of one may say, as a comment, which file of src/ it would be. */
export function blocksIn(path: string): Example[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(/^([ \t]*)```ts\n([\s\S]*?)^\1```/gm)].map(([, indent, block], i) => {
    const code = block.replaceAll(new RegExp(`^${indent}`, 'gm'), '')
    return {
      name: `${path}: block ${i + 1}`,
      path: /^\/\/ (src\/\S+\.ts)$/m.exec(code)?.[1] ?? `src/${path.replaceAll(/\W/g, '-')}-${i + 1}.ts`,
      code,
    }
  })
}

/** The names a file exports, those it passes on included. */
function exportsOf(path: string): string[] {
  const known = exportsByFile.get(path)
  if (known !== undefined || !existsSync(join(root, path))) return known ?? []
  const names = readExports(path)
  exportsByFile.set(path, names)
  return names
}

function readExports(path: string): string[] {
  return parse(path).statements.flatMap((node): string[] => {
    if (ts.isExportDeclaration(node)) {
      if (node.exportClause === undefined) {
        return exportsOf(join(path, '..', (node.moduleSpecifier as ts.StringLiteral).text))
      }
      return ts.isNamedExports(node.exportClause) ? node.exportClause.elements.map((one) => one.name.text) : [node.exportClause.name.text]
    }
    if (!ts.canHaveModifiers(node) || !ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)) return []
    if (ts.isVariableStatement(node)) return node.declarationList.declarations.map((one) => one.name.getText())
    return [(node as ts.DeclarationStatement).name?.getText() ?? '']
  })
}

/** Which file each name comes from that an example uses without declaring it: its own file first, then its room, then any other. */
function importsFor({ path, code }: Example): Map<string, string> {
  const used = new Set<string>()
  const declared = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) used.add(node.text)
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) && ts.isIdentifier(node.name))
      declared.add(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true))
  const found = new Map<string, string>()
  for (const file of [path, join(path, '../index.ts'), ...filesBelow('src', '.ts').filter((one) => !one.startsWith('src/cli/'))]) {
    for (const name of exportsOf(file)) {
      if (used.has(name) && !declared.has(name) && !found.has(name)) found.set(name, file)
    }
  }
  return found
}

const AsyncFunction = (async () => {}).constructor as new (...args: string[]) => (...values: unknown[]) => Promise<unknown>

/** Runs an example, and hands back what each commented statement gave and was said to give. */
export async function runExample(example: Example): Promise<Outcome[]> {
  const file = ts.createSourceFile('example.ts', example.code, ts.ScriptTarget.ES2022, true)
  const outcomes: Outcome[] = []
  const statements = file.statements.map((node) => {
    const text = node.getText()
    const comment = ts.getTrailingCommentRanges(example.code, node.end)?.[0]
    const said = comment && example.code.slice(comment.pos + 2, comment.end).trim()
    if (!said || !isExpression(said)) return text
    const expected = withRoundedNumbers(said)
    if (ts.isExpressionStatement(node))
      return `note(${JSON.stringify(text)}, ${node.expression.getText()}, ${expected}, ${JSON.stringify(said)})`
    if (!ts.isVariableStatement(node)) return text
    const name = node.declarationList.declarations[0].name
    return ts.isIdentifier(name) ? `${text}; note(${JSON.stringify(text)}, ${name.text}, ${expected}, ${JSON.stringify(said)})` : text
  })
  const { outputText } = ts.transpileModule(statements.join('\n'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  })
  const scope = await Promise.all(
    [...importsFor(example)].map(async ([name, path]) => [name, (await import(/* @vite-ignore */ join(root, path)))[name]] as const),
  )
  const note = (text: string, actual: unknown, expected: unknown, said: string) => outcomes.push({ text, actual, expected, said })
  const run = new AsyncFunction('note', 'Rounded', ...scope.map(([name]) => name), outputText.replace(/^export \{\};?$/m, ''))
  await run(note, Rounded, ...scope.map(([, value]) => value))
  return outcomes
}

/** Whether a comment is a value rather than a remark. */
function isExpression(text: string): boolean {
  const { diagnostics } = ts.transpileModule(`(${text})`, { reportDiagnostics: true })
  return diagnostics?.length === 0 && /^[-+\d[{'"`]|^(true|false|null|undefined|Infinity)$/.test(text)
}

/** What the compiler says against each example, once what it uses is imported. */
export function typeErrors(examples: readonly Example[]): Map<Example, string[]> {
  return compile(examples.map((example, i) => ({ example, path: `src/example-${i}.ts`, text: withImports(example) })))
}

/** What the compiler says against blocks that import what they use, `zest-hep/…` being the exports of src/. */
export function blockErrors(blocks: readonly Example[]): Map<Example, string[]> {
  return compile(blocks.map((example) => ({ example, path: example.path, text: example.code })))
}

function compile(sources: readonly { example: Example; path: string; text: string }[]): Map<Example, string[]> {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  )
  const options = { ...config?.options, noEmit: true, noUnusedLocals: false, types: [], paths: packagePaths() }
  const texts = new Map(sources.map((source) => [join(root, source.path), source]))
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile } = host
  host.fileExists = (path) => texts.has(path) || fileExists(path)
  host.readFile = (path) => texts.get(path)?.text ?? readFile(path)
  const program = ts.createProgram([...texts.keys()], options, host)
  return new Map(
    [...texts].map(([path, { example }]) => {
      const file = program.getSourceFile(path)
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
      return [example, found.map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n'))]
    }),
  )
}

function packagePaths(): Record<string, string[]> {
  return Object.fromEntries(exportedFiles().map(({ name, source }) => [join('zest-hep', name), [join(root, source)]]))
}

function withImports(example: Example): string {
  const imports = [...importsFor(example)].map(([name, path]) => `import { ${name} } from './${path.replace(/^src\//, '')}'`)
  return [...imports, example.code, 'export {}'].join('\n')
}

/** A number printed with a point or an exponent, which counts for the digits it shows. */
export class Rounded {
  readonly value: number
  readonly digits: number

  constructor(text: string) {
    this.value = Number(text.replaceAll(' ', ''))
    this.digits = text.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '').length
  }

  matches(actual: unknown): boolean {
    return typeof actual === 'number' && (isNear(actual, this.value) || Number(actual.toPrecision(this.digits || 1)) === this.value)
  }
}

const isNear = (actual: number, expected: number) => Math.abs(actual - expected) <= 1e-12 * Math.abs(expected)

/** An expression with each of its numbers that has a point or an exponent made a `Rounded`. */
function withRoundedNumbers(said: string): string {
  const code = `(${said})`
  const file = ts.createSourceFile('said.ts', code, ts.ScriptTarget.ES2022, true)
  const numbers: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    const number = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken ? node.operand : node
    if (ts.isNumericLiteral(number) && /[.e]/i.test(number.getText())) numbers.push(node)
    else ts.forEachChild(node, visit)
  }
  visit(file)
  return numbers.reduceRight(
    (text, node) => `${text.slice(0, node.getStart())}new Rounded('${node.getText()}')${text.slice(node.end)}`,
    code,
  )
}

/** Whether a value is the one printed. */
export function agree(actual: unknown, expected: unknown): boolean {
  if (expected instanceof Rounded) return expected.matches(actual)
  if (Array.isArray(expected)) {
    const list = ArrayBuffer.isView(actual) ? Array.from(actual as Float64Array) : actual
    return Array.isArray(list) && list.length === expected.length && expected.every((one, i) => agree(list[i], one))
  }
  if (typeof expected === 'object' && expected !== null && typeof actual === 'object' && actual !== null) {
    const [own, wanted] = [actual as Record<string, unknown>, expected as Record<string, unknown>]
    const keys = Object.keys(wanted)
    return keys.length === Object.keys(own).length && keys.every((key) => agree(own[key], wanted[key]))
  }
  return Object.is(actual, expected) || (typeof actual === 'number' && typeof expected === 'number' && isNear(actual, expected))
}
