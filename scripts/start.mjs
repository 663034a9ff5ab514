// What `npm start` runs after a build: the exclusion plot of gauged L_mu - L_tau, in every format, and one boson in words.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

function zest(...args) {
  console.log(`\n$ zest ${args.join(' ')}`)
  const { status } = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

mkdirSync(join(root, 'out'), { recursive: true })
zest('plot', '--model', 'mu-tau', '--out', ['svg', 'pdf', 'png', 'csv', 'json'].map((format) => `out/mu-tau.${format}`).join(','))
zest('point', '--model', 'mu-tau', '--mass', '15MeV', '--coupling', '4.6e-4')
