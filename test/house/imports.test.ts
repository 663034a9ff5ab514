import { existsSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path/posix'
import { describe, expect, it } from 'vitest'
import { filesBelow, type Import, importsOf, manifest, root } from './source.ts'

/** The rooms of src/ from left to right; those on one line do not mind each other, as long as no two files import in a circle. */
const ORDER = [
  ['units', 'constants', 'citations', 'errors', 'assumptions', 'sharing', 'numerics', 'data', 'version'],
  ['models'],
  ['couplings'],
  ['decays'],
  ['neutrinos'],
  ['detectors'],
  ['processes'],
  ['cosmos'],
  ['statistics'],
  ['constraints'],
  ['experiments'],
  ['session'],
  ['regions'],
  ['inference'],
  ['scan'],
  ['figures'],
  ['papers'],
  ['reports'],
  ['config'],
  ['index'],
  ['cli'],
]

const roomOf = (path: string) => path.split('/')[1].replace(/\.ts$/, '')
const rankOf = (path: string) => ORDER.findIndex((rooms) => rooms.includes(roomOf(path)))
const nodeOnly = (path: string) => path.startsWith('src/cli/') || path.includes('/node/')
const target = (one: Import) => (one.to?.startsWith('.') ? join(one.from, '..', one.to) : undefined)
const packageOf = (specifier: string) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
const isBuiltin = (specifier: string) => specifier.startsWith('node:') || builtinModules.includes(packageOf(specifier))
const at = (one: Import) => `${one.from}:${one.line} imports ${one.to ?? 'something computed'}`

/** What is wrong with one import, if anything. */
function offence(one: Import): string | undefined {
  if (one.to === undefined) return nodeOnly(one.from) ? undefined : 'a bundler cannot follow it: write the path out'
  const path = target(one)
  if (path !== undefined) {
    if (!path.startsWith('src/')) return 'it lies outside src/'
    if (!existsSync(join(root, path))) return 'no such file'
    if (rankOf(one.from) >= 0 && rankOf(one.from) < rankOf(path)) return `${roomOf(path)} lies right of ${roomOf(one.from)}`
    if (nodeOnly(path) && !nodeOnly(one.from)) return 'a file every browser loads may not reach one that needs Node'
    return undefined
  }
  if (isBuiltin(one.to)) return nodeOnly(one.from) ? undefined : 'only */node/ and cli/ may need Node'
  const name = packageOf(one.to)
  if (name in manifest.optionalDependencies) {
    if (!nodeOnly(one.from)) return `${name} belongs under */node/ or cli/`
    return one.kind === 'value' ? `${name} is optional: load it on use, with import()` : undefined
  }
  if (!(name in manifest.dependencies)) return `${name} is not among the dependencies of package.json`
  return name === 'commander' && !one.from.startsWith('src/cli/') ? 'commander belongs to cli/' : undefined
}

/** Every circle of files that import each other, once, as a › b › a. */
function circles(files: readonly string[], edges: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file)
    if (start >= 0) found.push([...path.slice(start), file].join(' › '))
    if (start >= 0 || done.has(file)) return
    for (const next of edges.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  return found
}

describe('imports in src/', () => {
  const files = filesBelow('src', '.ts')
  const imports = files.flatMap(importsOf)

  it('are found', () => {
    expect(imports.map(at)).toContain('src/units.ts:1 imports ./errors.ts')
  })

  it('come from rooms that have a place in the order', () => {
    expect(files.filter((file) => rankOf(file) < 0)).toEqual([])
  })

  it('go from right to left, and reach Node only where they may', () => {
    expect(imports.flatMap((one) => offence(one)?.replace(/^/, `${at(one)}: `) ?? [])).toEqual([])
  })

  it('never go in a circle', () => {
    const edges = new Map(files.map((file): [string, string[]] => [file, []]))
    for (const one of imports) {
      const path = target(one)
      if (path !== undefined) edges.get(one.from)?.push(path)
    }
    expect(circles(files, edges)).toEqual([])
  })

  it.each([
    ['src/models/a.ts', './b.ts', 'value', /no such file/],
    ['src/models/a.ts', '../couplings/boson.ts', 'type', /couplings lies right of models/],
    ['src/models/a.ts', 'node:fs', 'value', /may need Node/],
    ['src/models/a.ts', 'fs/promises', 'dynamic', /may need Node/],
    ['src/figures/a.ts', 'pdfkit', 'dynamic', /belongs under/],
    ['src/figures/node/a.ts', 'pdfkit', 'value', /load it on use/],
    ['src/config/a.ts', 'fast-check', 'value', /not among the dependencies/],
    ['src/models/a.ts', undefined, 'dynamic', /cannot follow/],
    ['src/couplings/a.ts', '../models/model.ts', 'value', undefined],
    ['src/figures/node/a.ts', 'pdfkit', 'dynamic', undefined],
    ['src/cli/a.ts', 'commander', 'value', undefined],
  ] as const)('%s importing %s as a %s is judged', (from, to, kind, why) => {
    const verdict = offence({ from, to, kind, line: 1 })
    if (why === undefined) expect(verdict).toBeUndefined()
    else expect(verdict).toMatch(why)
  })

  it('a circle is told when there is one', () => {
    const edges = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
    ])
    expect(circles(['a', 'b', 'c', 'd'], edges)).toEqual(['a › b › c › a'])
  })
})
