import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'
import { closest, InputError } from '../errors.ts'

/**
 * Parses YAML text against a schema. Every complaint is one line that begins with `file:line:column`.
 *
 * @param name the file's name, for messages
 */
export function parseYaml<T>(text: string, name: string, schema: z.ZodType<T>): T {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${name}:${line}:${col}`
  }
  const [error] = document.errors
  if (error !== undefined) throw new InputError(`${place(error.pos[0])}: ${error.message.split('\n')[0]}`)

  const result = schema.safeParse(document.toJS())
  if (result.success) return result.data
  const issue = deepest(result.error.issues[0])
  throw new InputError(`${place(offsetOf(document.contents, issue.path))}: ${describe(issue, schema)}`)
}

type Issue = z.core.$ZodIssue

/** Of a union, the branch that got furthest says what is wrong. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const branches = issue.errors.map((branch) => branch[0]).filter((branch) => branch !== undefined)
  const best = branches.sort((a, b) => b.path.length - a.path.length)[0]
  return best === undefined || best.path.length === 0 ? issue : deepest({ ...best, path: [...issue.path, ...best.path] })
}

function describe(issue: Issue, schema: z.ZodType): string {
  const field = issue.path.join('.') || 'file'
  if (issue.code === 'unrecognized_keys') {
    const [key] = issue.keys
    const known = issue.path.length === 0 && 'shape' in schema ? Object.keys(schema.shape as object) : []
    const guess = closest(key, known)
    return `unknown field '${[...issue.path, key].join('.')}'${guess === undefined ? '' : `; did you mean '${guess}'?`}`
  }
  return `${field}: ${issue.message.replace(/^Invalid input: /, '')}`
}

/** The place of a field in the text, or of the nearest thing around it. */
function offsetOf(contents: Node | null, path: readonly PropertyKey[]): number {
  let node: Node | null | undefined = contents
  for (const key of path) {
    const next: unknown = isMap(node) || isSeq(node) ? node.get(key, true) : undefined
    if (typeof next !== 'object' || next === null) break
    node = next as Node
  }
  return node?.range?.[0] ?? 0
}
