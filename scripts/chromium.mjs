import { accessSync, constants } from 'node:fs'
import { canInstall, install, isDebianLike } from './debian.mjs'

const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Whether there is a Chromium to test in; on Debian and Ubuntu, as root, one is installed where there is none. */
export function haveChromium() {
  if (isExecutable(chromium)) return true
  if (canInstall() && process.env.CHROMIUM_PATH === undefined) return install('chromium') && isExecutable(chromium)
  const command =
    isDebianLike() && process.env.CHROMIUM_PATH === undefined
      ? 'sudo apt-get install -y chromium'
      : 'CHROMIUM_PATH=/path/to/your/chrome npm test'
  console.error(`The tests run in Node and in Chromium, and there is none at ${chromium}. Type:\n\n  ${command}\n`)
  return false
}
