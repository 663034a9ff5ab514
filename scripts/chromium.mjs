import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'

const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function isDebianLike() {
  if (!existsSync('/etc/os-release')) return false
  return /^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function install() {
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium')
}

/** Whether there is a Chromium to test in; on Debian and Ubuntu, as root, one is installed where there is none. */
export function haveChromium() {
  if (isExecutable(chromium)) return true
  if (isDebianLike() && process.getuid?.() === 0 && process.env.CHROMIUM_PATH === undefined) {
    console.log(`No ${chromium}: installing Debian's chromium with apt-get, once.`)
    return install() && isExecutable(chromium)
  }
  const command =
    isDebianLike() && process.env.CHROMIUM_PATH === undefined
      ? 'sudo apt-get install -y chromium'
      : 'CHROMIUM_PATH=/path/to/your/chrome npm test'
  console.error(`The tests run in Node and in Chromium, and there is none at ${chromium}. Type:\n\n  ${command}\n`)
  return false
}
