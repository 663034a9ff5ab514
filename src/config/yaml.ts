import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { z } from 'zod'
import { InputError, unknownWord } from '../errors.ts'

/** A YAML text, read but not yet judged: where its nodes stand, and how to refuse one of them. */
export interface OpenYaml {
  readonly contents: Node | null
  /** As plain data. */
  readonly data: unknown
  /** The line a node stands in, from 1. */
  line(node: Node | null | undefined): number
  /** One line that begins with `file:line:column`. */
  refusal(offset: number, message: string): InputError
}

/**
 * Reads YAML (or JSON) text.
 *
 * @param name the file's name, for messages
 * @throws InputError in one line that begins with `file:line:column`
 */
export function openYaml(text: string, name: string): OpenYaml {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const refusal = (offset: number, message: string): InputError => {
    const { line, col } = lines.linePos(offset)
    return new InputError(`${name}:${line}:${col}: ${message.split('\n')[0]}`)
  }
  const [error] = document.errors
  if (error !== undefined) throw refusal(error.pos[0], error.message.split('; please use')[0])
  const data = plainData(document, (message) => refusal(0, message))
  return { contents: document.contents, data, line: (node) => lines.linePos(node?.range?.[0] ?? 0).line, refusal }
}

/** What a YAML text says, and how to refuse a part of it that only later turns out to be wrong. */
export interface Located<T> {
  readonly value: T
  /** The line of what stands at a path, from 1. */
  line(path: readonly PropertyKey[]): number
  /** One line that begins with `file:line:column` of what stands at a path. */
  refusal(path: readonly PropertyKey[], message: string): InputError
}

/**
 * Parses YAML text against a schema, and remembers where everything stands.
 *
 * @param name the file's name, for messages
 * @throws InputError in one line that begins with `file:line:column`
 */
export function parseLocated<T>(text: string, name: string, schema: z.ZodType<T>): Located<T> {
  const { contents, data, line, refusal } = openYaml(text, name)
  if (data === null) throw refusal(0, 'the file is empty')
  const result = schema.safeParse(data)
  if (!result.success) {
    const { issues } = result.error
    const issue = deepest(issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0])
    throw refusal(offsetOf(contents, issue), describe(issue, schema))
  }
  return {
    value: result.data,
    line: (path) => line(nodeAt(contents, path)),
    refusal: (path, message) => refusal(nodeAt(contents, path)?.range?.[0] ?? 0, message),
  }
}

/**
 * Parses YAML text against a schema.
 *
 * @param name the file's name, for messages
 * @throws InputError in one line that begins with `file:line:column`
 */
export function parseYaml<T>(text: string, name: string, schema: z.ZodType<T>): T {
  return parseLocated(text, name, schema).value
}

/** Aliases without an anchor, or too many of them, show only here. */
function plainData(document: ReturnType<typeof parseDocument>, refusal: (message: string) => InputError): unknown {
  try {
    return document.toJS()
  } catch (error) {
    throw refusal((error as Error).message)
  }
}

type Issue = z.core.$ZodIssue

/** Of a union, the branch that got furthest says what is wrong. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const branches = issue.errors.map((branch) => branch[0]).filter((branch) => branch !== undefined)
  const best = branches
    .filter((branch) => branch.path.length > 0 || !isOfWrongType(branch))
    .sort((a, b) => b.path.length - a.path.length)[0]
  return best === undefined ? issue : deepest({ ...best, path: [...issue.path, ...best.path] })
}

/** A thing of another type, of which the schema has nothing to say in words of its own. */
const isOfWrongType = (issue: Issue): issue is z.core.$ZodIssueInvalidType =>
  issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')

/** `charges.L[3]`: places in a list are counted from 1, as families are. */
const pathText = (path: readonly PropertyKey[]): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key + 1}]` : `${i === 0 ? '' : '.'}${String(key)}`)).join('')

function describe(issue: Issue, schema: z.ZodType): string {
  const field = pathText(issue.path) || 'file'
  if (issue.code === 'custom') return issue.message
  if (issue.code === 'unrecognized_keys') {
    const where = issue.path.length === 0 ? undefined : field
    return unknownWord('field', issue.keys[0], keysAt(schema, issue.path), where).message
  }
  const branches = issue.code === 'invalid_union' ? issue.errors.flatMap(([branch]) => branch ?? []) : [issue]
  const expected = branches.flatMap((branch) => (isOfWrongType(branch) ? [asWord(branch.expected)] : []))
  if (expected.length === 0) return `${field}: ${issue.message.replace(/^Invalid (input|option): /, '')}`
  const received = / received (\w+)$/.exec(branches[0].message)?.[1]
  const state = received === 'undefined' ? 'missing; ' : ''
  const instead = received === undefined || state !== '' ? '' : `, not ${asWord(received)}`
  return `${field}: ${state}expected ${[...new Set(expected)].join(' or ')}${instead}`
}

/** YAML's words for JavaScript's types. */
const asWord = (type: string): string => ({ object: 'record', array: 'list', tuple: 'list', null: 'nothing' })[type] ?? type

/** The fields a schema knows at a path, through what is optional, through records and through the branches of unions. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodOptional) return keysAt(schema.unwrap() as z.ZodType, path)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keysAt(option as z.ZodType, path))
  if (schema instanceof z.ZodRecord) return path.length === 0 ? [] : keysAt(schema.valueType as z.ZodType, path.slice(1))
  if (schema instanceof z.ZodArray) return path.length === 0 ? [] : keysAt(schema.element as z.ZodType, path.slice(1))
  if (!(schema instanceof z.ZodObject)) return []
  return path.length === 0 ? Object.keys(schema.shape) : keysAt(schema.shape[path[0] as string], path.slice(1))
}

/** What stands at a path, or the nearest thing around it. */
function nodeAt(contents: Node | null, path: readonly PropertyKey[]): Node | null {
  let node = contents
  for (const key of path) {
    const next: unknown = isMap(node) || isSeq(node) ? node.get(key, true) : undefined
    if (typeof next !== 'object' || next === null) break
    node = next as Node
  }
  return node
}

/** The place of what an issue speaks of: an unknown key itself, else the value of the field, or the nearest thing around it. */
function offsetOf(contents: Node | null, issue: Issue): number {
  const node = nodeAt(contents, issue.path)
  if (issue.code === 'unrecognized_keys' && isMap(node)) {
    const key = node.items.map((pair) => pair.key).find((one) => isScalar(one) && String(one.value) === issue.keys[0])
    if (isScalar(key)) return key.range?.[0] ?? 0
  }
  return node?.range?.[0] ?? 0
}
