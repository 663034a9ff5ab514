import { spawnSync } from 'node:child_process'
import { canInstall, install } from './debian.mjs'

/** The Python that has what the examples in docs/examples/python import. */
export const python = process.env.PYTHON ?? '/usr/bin/python3'

const MODULES = ['numpy', 'emcee', 'iminuit']
const PACKAGES = MODULES.map((name) => `python3-${name}`)

/** Whether the examples in Python can run here. */
export const hasModules = () => spawnSync(python, ['-c', `import ${MODULES.join(', ')}`], { stdio: 'ignore' }).status === 0

/** The same; on Debian and Ubuntu, as root, what is missing is installed. Why they cannot run, or nothing where they can. */
export function whyNoPython() {
  if (hasModules()) return undefined
  if (canInstall() && process.env.PYTHON === undefined) {
    if (install(...PACKAGES) && hasModules()) return undefined
  }
  return `${python} has no ${MODULES.join(', ')}; on Debian and Ubuntu: sudo apt-get install -y ${PACKAGES.join(' ')}, elsewhere: PYTHON=/path/to/python3 npm test`
}
