import { realpath } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { InputError } from '../../errors.ts'
import { batchOf, readPlan, submitToSlurm, writeCondorFiles, writeSlurmScripts } from '../../scan/node/index.ts'
import { shellWord } from '../../scan/node/shell.ts'
import { oneOf, print, printJson, wholeCount } from '../options.ts'
import { countText } from '../scan-text.ts'

interface Options {
  engine?: string
  threads: string
  writeOnly?: boolean
  json?: boolean
}

const ENGINES = ['slurm', 'htcondor'] as const

/** `zest scan submit`. */
export async function submit(folder: string, extra: readonly string[], options: Options): Promise<void> {
  const engine = oneOf('engine', options.engine, ENGINES)
  const threads = wholeCount(options.threads, 'threads') ?? 1
  const { plan } = await readPlan(folder)
  const dir = await realpath(folder)
  const command = [process.execPath, fileURLToPath(new URL('../main.js', import.meta.url))]
  const batch = await batchOf({ dir, plan, command, threads, extra })
  if (batch.shards.length === 0)
    throw new InputError(`every shard is complete; zest scan merge ${shellWord(folder)} writes the result`, 'submit')
  const left = countText(batch.shards.length, 'shard')
  if (engine === 'slurm' && options.writeOnly !== true) {
    const jobs = await submitToSlurm(batch)
    if (options.json) printJson({ folder, engine, shards: batch.shards, ...jobs })
    else
      print(`submitted ${left} as array job ${jobs.array}, and the merge after it as job ${jobs.merge}
logs in ${folder}/slurm; if a task fails, the merge is cancelled: the same command again submits what is left`)
    return
  }
  const files = Object.values(await (engine === 'slurm' ? writeSlurmScripts(batch) : writeCondorFiles(batch)))
  if (options.json) printJson({ folder, engine, shards: batch.shards, files })
  else if (engine === 'slurm')
    print(`${left} to compute; wrote ${files.join(' and ')}, submitted nothing
next: cd ${shellWord(dir)}; sbatch slurm/points.sh, and sbatch --dependency=afterok:<its number> slurm/merge.sh`)
  else
    print(`${left} to compute; wrote ${files.join(', ')}
these files follow HTCondor's manual and have not been tried on a pool
next: cd ${shellWord(dir)} && condor_submit_dag -force htcondor/scan.dag`)
}
