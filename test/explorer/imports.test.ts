import { join } from 'node:path/posix'
import { describe, expect, it } from 'vitest'
import { exportedFiles, filesBelow, importsOf } from '../house/source.ts'

const files = ['.ts', '.tsx'].flatMap((ending) => filesBelow('explorer', ending)).filter((file) => !file.startsWith('explorer/dist/'))
/**
 * The one exception. PDF files are made by optional packages that a reader of the library installs for Node, so they have no public face for
 * browsers; the page ships those packages, and what calls them needs nothing of Node.
 */
const PDF = { from: 'explorer/share/taken.ts', path: 'src/figures/node/pdf.ts' }
const faces = exportedFiles().map(({ source }) => source)

describe('the page', () => {
  it('takes from the library what everyone may: the public faces of its rooms', () => {
    const taken = files.flatMap(importsOf).flatMap(({ from, to }) => {
      const path = to?.startsWith('.') ? join(from, '..', to) : ''
      return path.startsWith('src/') ? [{ from, path }] : []
    })
    expect(taken.length).toBeGreaterThan(10)
    expect(taken.filter(({ path }) => !faces.includes(path) || path.includes('/node/'))).toEqual([PDF])
    expect(importsOf(PDF.path).filter(({ to }) => to?.startsWith('node:'))).toEqual([])
  })
})
