import { join } from 'node:path'
import { InputError } from '../../errors.ts'
import { type Batch, writeScripts } from './cluster.ts'

/** One argument of HTCondor's new syntax: quotes double, and single quotes hold blanks together. */
const quoted = (text: string): string => {
  const doubled = text.replaceAll('"', '""').replaceAll("'", "''")
  return /[\s']/.test(text) ? `'${doubled}'` : doubled
}

/** Commands of a submit file that a scan depends on. */
const OWN_COMMANDS = [
  'arguments',
  'error',
  'executable',
  'initialdir',
  'log',
  'output',
  'queue',
  'request_cpus',
  'should_transfer_files',
  'transfer_executable',
  'universe',
]

function checkLines(extra: readonly string[]): void {
  for (const line of extra) {
    const [name] = /^[^\s=]*/.exec(line.trim().toLowerCase())!
    if (!OWN_COMMANDS.includes(name)) continue
    const instead = name === 'request_cpus' ? 'write --threads before the --' : 'leave it out'
    throw new InputError(`'${line}' is not allowed: ${name} is set for the scan; ${instead}`, 'submit')
  }
}

/**
 * The submit files of HTCondor for what is left of a scan: a job for every incomplete shard, the merge, and a DAG that puts it after them. They follow its manual and
 * have not been run on a pool; a file system that all machines see is taken for granted.
 *
 * @throws InputError (field `submit`) for a line of the user's that the scan depends on
 */
export function condorFiles({
  dir,
  plan,
  shards,
  command,
  threads,
  extra,
}: Batch): Record<'points.sub' | 'merge.sub' | 'scan.dag', string> {
  checkLines(extra)
  const [executable, ...words] = command
  const file = (log: string, last: readonly string[], cores: number, queue: string): string =>
    [
      `# ${plan.spec.title.replaceAll(/\s+/g, ' ')}: zest ${plan.version}, plan ${plan.hash.slice(0, 8)}`,
      'universe = vanilla',
      `executable = ${executable}`,
      `arguments = "${[...words, 'scan', ...last].map(quoted).join(' ')}"`,
      `initialdir = ${dir}`,
      'transfer_executable = false',
      'should_transfer_files = NO',
      `request_cpus = ${cores}`,
      `output = htcondor/${log}.out`,
      `error = htcondor/${log}.err`,
      'log = htcondor/scan.log',
      ...extra,
      queue,
      '',
    ].join('\n')
  return {
    'points.sub': file(
      'points-$(shard)',
      ['run', '.', '--shard', '$(shard)', '--threads', `${threads}`],
      threads,
      `queue shard in (${shards.join(' ')})`,
    ),
    'merge.sub': file('merge', ['merge', '.'], 1, 'queue'),
    'scan.dag': ['JOB points htcondor/points.sub', 'JOB merge htcondor/merge.sub', 'PARENT points CHILD merge', ''].join('\n'),
  }
}

/** Writes the submit files into the folder of the scan; nothing is submitted. */
export const writeCondorFiles = (batch: Batch): Promise<Record<'points.sub' | 'merge.sub' | 'scan.dag', string>> =>
  writeScripts(join(batch.dir, 'htcondor'), condorFiles(batch))
