import { readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { describe, expect, it } from 'vitest'
import { filesBelow, root } from './source.ts'

describe.each(['limits', 'projections'])('src/experiments/%s', (folder) => {
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  const catalogue = read(`src/experiments/${folder}/index.ts`).split('readonly PublishedLimit[] = [')[1]
  const curves = filesBelow(`src/experiments/${folder}`, '.ts').filter((path) => read(path).includes(': PublishedLimit ='))

  it.each(curves)('%s is in the catalogue', (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length)
    expect(catalogue).toMatch(new RegExp(`\\b${name.replaceAll('-', '_')},`))
  })
})
