import { spawnSync } from 'node:child_process'
import { canInstall, install } from './debian.mjs'

const PATH = `${process.env.PATH}:/usr/sbin:/sbin`
const isThere = (program) => spawnSync('which', [program], { env: { PATH } }).status === 0

/** Whether there is a Slurm to try scans on; on Debian and Ubuntu, as root, one is installed where there is none. Without it the tests say what they leave out. */
export function haveSlurm() {
  const isComplete = () => ['slurmctld', 'slurmd', 'sbatch', 'munged'].every(isThere)
  if (isComplete()) return true
  return canInstall() && install('slurm-wlm', 'munge') && isComplete()
}
