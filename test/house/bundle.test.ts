import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { exportedFiles, filesBelow, root } from './source.ts'

const sources = exportedFiles()
const forBrowsers = sources.filter(({ name }) => !name.endsWith('/node'))

/** What a bundler for browsers says against a file: Node builtins it cannot find, above all. */
async function complaints(source: { entryPoints: string[] } | { stdin: { contents: string; resolveDir: string } }): Promise<string[]> {
  try {
    await build({ ...source, absWorkingDir: root, bundle: true, platform: 'browser', format: 'esm', write: false, logLevel: 'silent' })
    return []
  } catch (error) {
    const { errors } = error as { errors: { text: string; location: { file: string; line: number } | null }[] }
    return errors.map(({ text, location }) => `${location === null ? '' : `${location.file}:${location.line}: `}${text}`)
  }
}

describe('the exports of the package', () => {
  it.each(sources)('$name comes from $source', ({ source }) => {
    expect(existsSync(join(root, source))).toBe(true)
  })

  it('reach every room that has an index', () => {
    const rooms = filesBelow('src', 'index.ts').filter((path) => /^src\/(?!cli\/)[^/]+\/index\.ts$/.test(path))
    const exported = sources.map(({ source }) => source)
    expect(rooms).toContain('src/models/index.ts')
    expect(rooms.filter((path) => !exported.includes(path))).toEqual([])
  })

  it.each(forBrowsers)('$name runs in a browser', async ({ source }) => {
    expect(await complaints({ entryPoints: [source] })).toEqual([])
  })

  it('would be refused with a Node builtin in them', async () => {
    const stdin = (contents: string) => ({ stdin: { contents, resolveDir: root } })
    expect(await complaints(stdin("import { readFile } from 'node:fs/promises'; readFile('x')"))).toEqual([
      expect.stringMatching(/"node:fs\/promises"/),
    ])
    expect(await complaints(stdin("import('fs')"))).toEqual([expect.stringMatching(/"fs"/)])
    expect(await complaints(stdin('export const one = 1'))).toEqual([])
  })
})
