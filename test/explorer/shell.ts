import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { builtZest } from '../cli/zest.ts'

/** What a shell makes of commands of ours, for the tests of one file. */
export function shell(): (command: string, folder: string) => Promise<void> {
  const { dist } = builtZest()
  const zest = `zest() { '${process.execPath}' '${join(dist, 'cli/main.js')}' "$@"; }`
  return async (command, folder) => {
    await promisify(execFile)('sh', ['-c', `${zest}\n${command}`], { cwd: folder, maxBuffer: 1 << 26 })
  }
}
