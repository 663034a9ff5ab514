import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A folder of the test's own, removed after the file's last test. Everyone may look in. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zest-cli-'))
  chmodSync(folder, 0o755)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The command, built apart from `dist/`; `zest.in(folder)` runs it there. */
export function builtZest(): {
  readonly dist: string
  in(folder: string, words: readonly string[], uid?: number, env?: NodeJS.ProcessEnv): Promise<Run>
} {
  const home = scratch()
  const dist = join(home, 'dist')
  beforeAll(() => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    // Types are another step's business.
    execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), '--noCheck', '--declaration', 'false', '--outDir', dist])
    copyFileSync(join(root, 'package.json'), join(home, 'package.json'))
    symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'))
  }, 120_000)
  return {
    dist,
    in: (cwd, words, uid, env = { PATH: process.env.PATH }) =>
      new Promise((done) => {
        const options = { cwd, uid, maxBuffer: 1 << 26, env }
        const child = execFile(process.execPath, [join(dist, 'cli/main.js'), ...words], options, (_, stdout, stderr) =>
          done({ code: child.exitCode, stdout, stderr }),
        )
      }),
  }
}
