import { join } from 'node:path/posix'
import { describe, expect, it } from 'vitest'
import { exportedFiles, filesBelow, importsOf } from '../house/source.ts'

const files = ['.ts', '.tsx'].flatMap((ending) => filesBelow('explorer', ending)).filter((file) => !file.startsWith('explorer/dist/'))
/** What stands among the files for Node for its optional packages, but does not need Node. */
const PDF = 'src/figures/node/pdf.ts'
const faces = exportedFiles().map(({ source }) => source)

describe('the page', () => {
  it('takes from the library what everyone may: the public faces of its rooms', () => {
    const taken = files.flatMap(importsOf).flatMap(({ from, to }) => {
      const path = to?.startsWith('.') ? join(from, '..', to) : ''
      return path.startsWith('src/') ? [{ from, path }] : []
    })
    expect(taken.length).toBeGreaterThan(10)
    expect(taken.filter(({ path }) => path !== PDF && (!faces.includes(path) || path.includes('/node/')))).toEqual([])
  })
})
