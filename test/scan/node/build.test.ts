import { cpSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildDigest, digestOfBuild } from '../../../src/scan/node/build.ts'
import { root, scratch } from '../../cli/zest.ts'

const home = scratch()
const build = join(home, 'build')
mkdirSync(join(build, 'decays/node'), { recursive: true })
const write = (name: string, text: string): void => writeFileSync(join(build, name), text)
write('index.js', 'export const a = 1\n')
write('decays/width.js', 'export const width = (m) => m / 12\n')
write('decays/node/table.json', '[1, 2, 3]\n')

function swap(): void {
  renameSync(join(build, 'main.js'), join(build, 'third.js'))
  renameSync(join(build, 'decays/width.js'), join(build, 'main.js'))
  renameSync(join(build, 'third.js'), join(build, 'decays/width.js'))
}

describe('the digest of a build', () => {
  it('is that of this source here, whole', () => {
    expect(buildDigest()).toBe(digestOfBuild(join(root, 'src')))
  })

  it('knows neither where it lies nor when it was made, nor its types', () => {
    const copy = join(home, 'elsewhere/dist')
    cpSync(build, copy, { recursive: true })
    utimesSync(join(copy, 'index.js'), 1, 1)
    writeFileSync(join(copy, 'index.d.ts'), 'export declare const a = 1\n')
    expect(digestOfBuild(copy)).toBe(digestOfBuild(build))
  })

  it.each([
    ['code', () => write('decays/width.js', 'export const width = (m) => m / 13\n')],
    ['a table', () => write('decays/node/table.json', '[1, 2, 4]\n')],
    ['a module more', () => write('decays/more.js', '')],
    ['a module less', () => rmSync(join(build, 'decays/more.js'))],
    ['a name', () => renameSync(join(build, 'index.js'), join(build, 'main.js'))],
    ['what stands in which module', swap],
  ])('is another after a change of %s', (_, change) => {
    const before = digestOfBuild(build)
    change()
    expect(digestOfBuild(build)).not.toBe(before)
  })
})
