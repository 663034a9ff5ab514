import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism, hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const PROGRAMS = ['slurmctld', 'slurmd', 'munged', 'sbatch', 'squeue', 'sinfo', 'scancel']

/** Why no cluster can be started here; undefined where one can. */
export function noSlurm(): string | undefined {
  const PATH = `${process.env.PATH}:/usr/sbin:/sbin`
  const lacking = PROGRAMS.filter((name) => spawnSync('which', [name], { env: { PATH } }).status !== 0)
  if (lacking.length > 0) return `${lacking.join(', ')} not installed: apt-get install slurm-wlm munge`
  return process.getuid?.() === 0 ? undefined : 'its daemons are started as root'
}

/** A Slurm of one node, in a folder of its own. */
export interface Cluster {
  /** What clients need to find it. */
  readonly env: NodeJS.ProcessEnv
  /** What a command of Slurm's prints. */
  ask(command: string, ...words: string[]): string
  /** Ends the processes it started, and no others. */
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function until(holds: () => boolean, what: string, seconds = 30): Promise<void> {
  for (const end = Date.now() + 1e3 * seconds; Date.now() < end; await sleep(100)) if (holds()) return
  throw new Error(`${what} did not come about in ${seconds} s`)
}

/**
 * Starts munged, slurmctld and slurmd as plain processes: no systemd, no cgroups, no accounting; processes are followed through /proc.
 */
export async function startSlurm(): Promise<Cluster> {
  const home = mkdtempSync(join(tmpdir(), 'zest-slurm-'))
  const at = (...parts: string[]): string => join(home, ...parts)
  for (const folder of ['state', 'spool']) mkdirSync(at(folder))
  const host = hostname().split('.')[0]
  const [controller, node] = [await freePort(), await freePort()]
  writeFileSync(at('munge.key'), randomBytes(1024), { mode: 0o600 })
  writeFileSync(at('cgroup.conf'), 'CgroupPlugin=cgroup/v1\nCgroupAutomount=no\n')
  writeFileSync(
    at('slurm.conf'),
    [
      'ClusterName=zest',
      `SlurmctldHost=${host}(127.0.0.1)`,
      `SlurmctldPort=${controller}`,
      `SlurmdPort=${node}`,
      'SlurmUser=root',
      'SlurmdUser=root',
      'AuthType=auth/munge',
      `AuthInfo=socket=${at('munge.socket')}`,
      'CredType=cred/munge',
      `StateSaveLocation=${at('state')}`,
      `SlurmdSpoolDir=${at('spool')}`,
      `SlurmctldPidFile=${at('slurmctld.pid')}`,
      `SlurmdPidFile=${at('slurmd.pid')}`,
      `SlurmctldLogFile=${at('slurmctld.log')}`,
      `SlurmdLogFile=${at('slurmd.log')}`,
      'ProctrackType=proctrack/linuxproc',
      'TaskPlugin=task/none',
      'JobAcctGatherType=jobacct_gather/none',
      'AccountingStorageType=accounting_storage/none',
      'SelectType=select/cons_tres',
      'SelectTypeParameters=CR_Core',
      'MpiDefault=none',
      'SwitchType=switch/none',
      'MailProg=/bin/true',
      'ReturnToService=2',
      'KillWait=2',
      'SchedulerParameters=sched_interval=1,batch_sched_delay=1,bf_interval=1',
      `NodeName=${host} NodeAddr=127.0.0.1 CPUs=${availableParallelism()} State=UNKNOWN`,
      `PartitionName=main Nodes=${host} Default=YES MaxTime=INFINITE State=UP`,
      '',
    ].join('\n'),
  )
  const env = { PATH: `${process.env.PATH}:/usr/sbin:/sbin`, SLURM_CONF: at('slurm.conf'), HOME: home }
  const started: ChildProcess[] = []
  const start = (command: string, ...words: string[]): void => {
    started.push(spawn(command, words, { env, stdio: 'ignore' }))
  }
  const ask = (command: string, ...words: string[]): string => {
    const { status, stdout, stderr } = spawnSync(command, words, { env, encoding: 'utf8' })
    return status === 0 ? stdout.trim() : `error: ${stderr}`
  }
  async function stop(): Promise<void> {
    for (const child of started.reverse()) {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGTERM')
        await Promise.race([ended, sleep(5_000).then(() => child.kill('SIGKILL'))])
      }
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  try {
    const munge = ['--key-file', '--socket', '--pid-file', '--log-file', '--seed-file']
    const files = ['munge.key', 'munge.socket', 'munge.pid', 'munge.log', 'munge.seed']
    start('munged', '--foreground', '--force', ...munge.map((option, i) => `${option}=${at(files[i])}`))
    await until(() => spawnSync('munge', ['--socket', at('munge.socket'), '--no-input'], { env }).status === 0, 'munged')
    start('slurmctld', '-D', '-c')
    start('slurmd', '-D', '-N', host)
    await until(() => /\bidle\b/.test(ask('sinfo', '--noheader', '--format=%T')), 'an idle node')
  } catch (error) {
    const logs = ask('tail', '-n', '20', at('slurmctld.log'), at('slurmd.log'))
    await stop()
    throw new Error(`${(error as Error).message}\n${logs}`)
  }
  return { env, ask, stop }
}
