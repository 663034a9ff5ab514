import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * SHA-256 of a build of Zest: of every module in its folder, code and tables, by name and content. Declarations of types do not count, nor does where the folder
 * lies, or when it was made.
 */
export function digestOfBuild(folder: string): string {
  const hash = createHash('sha256')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.d)\.(?:[jt]s|json)$/.test(name))
  for (const [name, path] of names.map((path) => [path.replaceAll('\\', '/'), path]).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const content = readFileSync(join(folder, path))
    hash.update(`${name} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

let known: string | undefined

/**
 * SHA-256 of the code and the tables of the Zest that this process runs, so that a plan knows when anything has changed that may change a number. They are read
 * once: what a process has loaded stays as it is.
 */
export function buildDigest(): string {
  known ??= digestOfBuild(fileURLToPath(new URL('../../', import.meta.url)))
  return known
}
