// What `npm run bench` runs: every file of bench/ in turn, or those named.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const named = process.argv.slice(2)
const files = named.length > 0 ? named : readdirSync(join(root, 'bench')).filter((name) => name.endsWith('.bench.ts'))

for (const name of files.map((file) => basename(file))) {
  const outfile = join(root, 'out/bench', name.replace(/\.ts$/, '.mjs'))
  await build({ entryPoints: [join(root, 'bench', name)], outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm' })
  console.log(`\n${name}`)
  const { status } = spawnSync(process.execPath, [outfile], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
