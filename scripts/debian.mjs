import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Whether this is Debian, Ubuntu, or one of their kind. */
export function isDebianLike() {
  if (!existsSync('/etc/os-release')) return false
  return /^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/** Whether packages can be had from apt-get, and this is root, who may install them. */
export const canInstall = () => isDebianLike() && process.getuid?.() === 0

/** Installs packages, asking nothing; whether that succeeded. */
export function install(...packages) {
  console.log(`Installing Debian's ${packages.join(' and ')} with apt-get, once.`)
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages)
}
