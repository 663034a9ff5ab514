import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FailureError, InputError } from '../../errors.ts'
import { type Batch, writeScripts } from './cluster.ts'
import { writeAll, writeWhole } from './files.ts'
import { shellQuoted, shellWord } from './shell.ts'
import { rangesText } from './status.ts'

/** Jobs that were submitted. */
export interface SlurmJobs {
  readonly array: string
  readonly merge: string
}

/** Seconds before its time is up at which a task is told, so that it keeps what it has in hand. */
const WARNING_s = 60

const folderOf = (dir: string): string => join(dir, 'slurm')

/** Options of sbatch that a scan depends on, with the letter of each. */
const OWN_OPTIONS = {
  array: 'a',
  chdir: 'D',
  'cpus-per-task': 'c',
  dependency: 'd',
  'job-name': 'J',
  'kill-on-invalid-dep': '',
  'open-mode': '',
  output: 'o',
  parsable: '',
  signal: '',
  wrap: '',
} as const

/** Each option is a line of a script, and none of them one that the scan depends on; sbatch takes the beginning of a name for the whole. */
function checkOptions(extra: readonly string[]): void {
  for (const option of extra) {
    if (!option.startsWith('-'))
      throw new InputError(`'${option}' is no option; write each as one word, such as --partition=short`, 'submit')
    const [, name, letter] = /^(?:--([^=]+)|-([^-]))/.exec(option) ?? []
    const own = Object.entries(OWN_OPTIONS).find(([word, short]) => (name === undefined ? letter === short : word.startsWith(name)))
    if (own === undefined) continue
    const instead = own[0] === 'cpus-per-task' ? 'write --threads before the --' : 'leave it out'
    throw new InputError(`'${option}' is not allowed: --${own[0]} is set for the scan; ${instead}`, 'submit')
  }
}

/**
 * The scripts of an array job with a task for every incomplete shard, and of the merge after it. A task that is told to end, a minute before its time is up,
 * keeps what it has stored and fails, so that nothing is merged before it has been submitted again.
 *
 * @throws InputError (field `submit`) for an option of the user's that the scan depends on
 */
export function slurmScripts({ dir, plan, shards, command, threads, extra }: Batch): { 'points.sh': string; 'merge.sh': string } {
  checkOptions(extra)
  const program = command.map(shellQuoted).join(' ')
  const script = (name: string, log: string, options: readonly string[], words: string): string =>
    [
      '#!/bin/bash',
      `#SBATCH --job-name=zest-${plan.hash.slice(0, 8)}-${name}`,
      `#SBATCH --output=${log}`,
      '#SBATCH --open-mode=append',
      ...[...options, ...extra].map((option) => `#SBATCH ${option}`),
      `cd ${shellQuoted(dir)} || exit`,
      `exec ${program} scan ${words}`,
      '',
    ].join('\n')
  const array = [`--array=${rangesText(shards)}`, `--cpus-per-task=${threads}`, `--signal=B:TERM@${WARNING_s}`]
  return {
    'points.sh': script('points', 'slurm/points-%a.log', array, `run . --shard "$SLURM_ARRAY_TASK_ID" --threads ${threads}`),
    'merge.sh': script('merge', 'slurm/merge.log', ['--cpus-per-task=1'], 'merge .'),
  }
}

/** Runs a command of Slurm's and gives what it printed. */
function slurm(command: string, words: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, words, { cwd }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout.trim())
      else if (error.code === 'ENOENT') reject(new FailureError(`there is no ${command} here: submit where Slurm is, or use --write-only`))
      else reject(new FailureError(`${command}: ${stderr.trim() || error.message}`))
    })
  })
}

/** Jobs of an earlier submission that have not ended. */
async function jobsUnderWay(dir: string): Promise<string[]> {
  let before: Partial<SlurmJobs> | null
  try {
    before = JSON.parse(await readFile(join(folderOf(dir), 'jobs.json'), 'utf8'))
  } catch {
    return []
  }
  // Slurm forgets jobs that have ended, and calls their numbers invalid when asked for them.
  const mine = await slurm('squeue', ['--noheader', '--me', '--format=%A %F'], dir)
  const known = new Set(mine.split(/\s+/))
  return [before?.array, before?.merge].filter((id): id is string => id !== undefined && known.has(id))
}

/**
 * Submits what is left of a scan: an array job, and the merge when all its tasks have succeeded. Where a task fails, the merge is cancelled; submitting again takes the
 * shards that are left.
 *
 * @throws FailureError where an earlier submission is still under way, or Slurm refuses
 */
export async function submitToSlurm(batch: Batch): Promise<SlurmJobs> {
  const { dir } = batch
  const underWay = await jobsUnderWay(dir)
  if (underWay.length > 0) {
    const which = underWay.length === 1 ? `job ${underWay[0]} is` : `jobs ${underWay.join(' and ')} are`
    throw new FailureError(`${which} still under way for this scan: wait, or end with scancel ${underWay.join(' ')}`)
  }
  const paths = await writeScripts(folderOf(dir), slurmScripts(batch))
  const submit = (...words: string[]): Promise<string> => slurm('sbatch', ['--parsable', ...words], dir)
  const array = (await submit(paths['points.sh'])).split(';')[0]
  try {
    await remember(dir, { array })
    const merge = (await submit(`--dependency=afterok:${array}`, '--kill-on-invalid-dep=yes', paths['merge.sh'])).split(';')[0]
    await remember(dir, { array, merge })
    return { array, merge }
  } catch (error) {
    const still = `array job ${array} computes the points all the same: when it has ended, zest scan merge ${shellWord(dir)}; or end it with scancel ${array}`
    throw new FailureError(`${(error as Error).message}; ${still}`, { cause: error })
  }
}

/** Notes which jobs were submitted, the array as soon as it was, so that none is submitted twice. */
const remember = (dir: string, jobs: Partial<SlurmJobs>): Promise<void> =>
  writeWhole(join(folderOf(dir), 'jobs.json'), (file) => writeAll(file, Buffer.from(`${JSON.stringify(jobs)}\n`)))

/** Writes the scripts alone. */
export const writeSlurmScripts = (batch: Batch): Promise<Record<'points.sh' | 'merge.sh', string>> =>
  writeScripts(folderOf(batch.dir), slurmScripts(batch))
