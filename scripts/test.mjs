// What `npm test` runs: style, types, the unit tests in Node and in Chromium, the package and its documentation.
// Each step counts as one check, each unit test as one per engine; the last line is the sum.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { haveChromium } from './chromium.mjs'
import { whyNoPython } from './python.mjs'
import { haveSlurm } from './slurm.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
const reports = mkdtempSync(join(tmpdir(), 'zest-test-'))

function run(command, ...args) {
  console.log(`\n> ${[command, ...args].join(' ')}`)
  const env = { ...process.env, PATH, npm_config_update_notifier: 'false' }
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}

const check = (name, ...command) => {
  const ok = run(...command)
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
}

/** The unit tests in one engine. A file that does not load, a crash, or a run of no tests at all is a failure too. */
function unitTests(name, project) {
  const report = join(reports, `${project}.json`)
  const ok = run('vitest', 'run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`)
  if (!existsSync(report)) return { name, passed: 0, failed: 1 }
  const { numPassedTests: passed, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const isFailed = ({ status }) => status === 'failed'
  const unloaded = testResults.filter((file) => isFailed(file) && !file.assertionResults.some(isFailed))
  const failed = numFailedTests + unloaded.length
  const reasons = [
    ...testResults
      .flatMap((file) => file.assertionResults.filter(isFailed))
      .map(({ fullName, failureMessages }) => [fullName, failureMessages[0]]),
    ...unloaded.map((file) => [file.name.slice(root.length + 1), file.message]),
  ].map(([what, why]) => `${what}: ${why?.split('\n')[0]}`)
  return { name, passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed, reasons }
}

function* steps() {
  yield check('style', 'biome', 'check', '--error-on-warnings')
  yield check('types', 'tsc')
  yield check('types without Node', 'tsc', '-p', 'tsconfig.browser.json')
  yield check('types of the explorer', 'tsc', '-p', 'explorer')
  yield unitTests('unit tests in Node', 'node')
  yield unitTests('unit tests in Chromium', 'chromium')
  yield unitTests('the explorer, built', 'page')
  yield check('build', 'npm', 'run', '--silent', 'build')
  yield check('build of the explorer', 'npm', 'run', '--silent', 'build:explorer')
  yield check('package (publint)', 'publint', '--strict')
  yield check('types of the package (attw)', 'attw', '--pack', '.', '--profile', 'esm-only', '--no-definitely-typed')
  yield check('size', 'size-limit')
  yield check('documentation', 'node', 'scripts/docs.mjs', '--check')
}

/** What cannot be tried here. */
const left = []

function main() {
  if (!haveChromium()) return [{ name: 'Chromium to test in', passed: 0, failed: 1 }]
  if (!haveSlurm()) left.push('scans on a real Slurm: apt-get install slurm-wlm munge, and run as root')
  try {
    return [...steps()]
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
}

const noPython = whyNoPython()
const results = main()
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log()
for (const { name, passed, failed, reasons = [] } of results) {
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed`)
  for (const reason of reasons) console.log(`         ${reason}`)
}
if (noPython !== undefined) console.log(`SKIPPED the examples in Python: ${noPython}`)
for (const what of left) console.log(`LEFT OUT ${what}`)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1
