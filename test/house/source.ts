import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
  optionalDependencies: Record<string, string>
  exports: Record<string, string | { types: string; default: string }>
}

/** Where in src/ each export of the package comes from; package.json itself is exported too and comes from nowhere. */
export function exportedFiles(): { name: string; source: string }[] {
  return Object.entries(manifest.exports).flatMap(([name, entry]) =>
    typeof entry === 'string' ? [] : [{ name, source: entry.default.replace('./dist/', 'src/').replace(/\.js$/, '.ts') }],
  )
}

/** Paths from the root of every file below a folder, `/` between parts. */
export function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

export function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ES2022, true)
}

/** One import, export-from, `import()` or `import('…')` type in a file; `to` is undefined where an `import()` is given no literal. */
export interface Import {
  from: string
  line: number
  to: string | undefined
  kind: 'value' | 'type' | 'dynamic'
}

export function importsOf(path: string): Import[] {
  const file = parse(path)
  const found: Import[] = []
  const add = (node: ts.Node, target: ts.Node | undefined, kind: Import['kind']) => {
    const to = target !== undefined && ts.isStringLiteralLike(target) ? target.text : undefined
    found.push({ from: path, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, to, kind })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'type' : 'value')
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      add(node, node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value')
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], 'dynamic')
    } else if (ts.isImportTypeNode(node)) {
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, 'type')
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}
