import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Whether packages can be had from apt-get, and this is root, who may install them. */
export function canInstall() {
  return isDebianLike() && process.getuid?.() === 0
}

export function isDebianLike() {
  if (!existsSync('/etc/os-release')) return false
  return /^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/** Installs packages, asking nothing; whether that succeeded. */
export function install(...packages) {
  console.log(`Installing Debian's ${packages.join(' and ')} with apt-get, once.`)
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages)
}
