import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { batchOf, condorFiles, slurmScripts, submitToSlurm, writeSlurmScripts } from '../../../src/scan/node/index.ts'
import { isLock, takeLock } from '../../../src/scan/node/lock.ts'
import { rangesText } from '../../../src/scan/node/status.ts'
import { builtZest, type Run, scratch } from '../../cli/zest.ts'
import { type Cluster, noSlurm, startSlurm } from './slurm-cluster.ts'
import { planner } from './small.ts'

const planned = planner()
const LAYOUT = { shards: 4, chunk: 10 }

const SCAN = `title: a scan for Slurm
model: mu-tau
parameters:
  mass: { logGrid: [1 MeV, 1 GeV], points: 20 }
  coupling: { logUniform: [1e-6, 1e-1] }
samples: { random: 16, seed: 1 }
compute: { constraints: [g-2-muon, borexino-2017], quantities: [widths] }
`

describe('the scripts of an engine', () => {
  const batch = async () => ({
    dir: "/data/a scan's",
    plan: { ...(await planned(LAYOUT)).plan, version: '0.1.0', hash: 'deadbeef'.repeat(8) },
    shards: [0, 1, 3],
    command: ['/usr/bin/node', '/opt/zest hep/cli/main.js'],
    threads: 8,
    extra: [],
  })

  it('are those for Slurm', async () => {
    expect(slurmScripts({ ...(await batch()), extra: ['--partition=short', '--time=2:00:00'] })).toMatchInlineSnapshot(`
      {
        "merge.sh": "#!/bin/bash
      #SBATCH --job-name=zest-deadbeef-merge
      #SBATCH --output=slurm/merge.log
      #SBATCH --open-mode=append
      #SBATCH --cpus-per-task=1
      #SBATCH --partition=short
      #SBATCH --time=2:00:00
      cd '/data/a scan'\\''s' || exit
      exec '/usr/bin/node' '/opt/zest hep/cli/main.js' scan merge .
      ",
        "points.sh": "#!/bin/bash
      #SBATCH --job-name=zest-deadbeef-points
      #SBATCH --output=slurm/points-%a.log
      #SBATCH --open-mode=append
      #SBATCH --array=0-1,3
      #SBATCH --cpus-per-task=8
      #SBATCH --signal=B:TERM@60
      #SBATCH --partition=short
      #SBATCH --time=2:00:00
      cd '/data/a scan'\\''s' || exit
      exec '/usr/bin/node' '/opt/zest hep/cli/main.js' scan run . --shard "$SLURM_ARRAY_TASK_ID" --threads 8
      ",
      }
    `)
  })

  it.each([
    ['--array=3-4', 'array'],
    ['-a3-4', 'array'],
    ['--arr=3', 'array'],
    ['--dependency=afterok:1', 'dependency'],
    ['--output=mine.log', 'output'],
    ['-o', 'output'],
    ['-Jmine', 'job-name'],
    ['--cpus-per-task=2', 'cpus-per-task'],
    ['--signal=USR1', 'signal'],
  ])('take no %s of the user, which would go before their own', async (option, name) => {
    const given = await batch()
    const extra = ['--partition=short', option]
    expect(() => slurmScripts({ ...given, extra })).toThrow(`submit: '${option}' is not allowed: --${name} is set for the scan`)
  })

  it('take options of one word, and others of the same letters', async () => {
    const given = await batch()
    expect(() => slurmScripts({ ...given, extra: ['--partition', 'short'] })).toThrow(
      "submit: 'short' is no option; write each as one word",
    )
    const extra = ['--account=a', '--constraint=c', '--comment=d', '-A=a', '-C=c', '--error=e.log', '-p=short', '--chdi']
    expect(() => slurmScripts({ ...given, extra })).toThrow('--chdir is set')
    expect(slurmScripts({ ...(await batch()), extra: extra.slice(0, -1) })['points.sh']).toContain('#SBATCH -p=short\n')
  })

  it.each(['queue 5', 'Arguments = "scan"', 'executable=/bin/true', 'request_cpus = 3'])('take no line %j of the user', async (line) => {
    const given = await batch()
    expect(() => condorFiles({ ...given, extra: [line] })).toThrow(`submit: '${line}' is not allowed: `)
  })

  it('are those for HTCondor, by its manual: no pool has run them', async () => {
    expect(condorFiles({ ...(await batch()), extra: ['request_memory = 2GB'] })).toMatchInlineSnapshot(`
      {
        "merge.sub": "# a small scan: zest 0.1.0, plan deadbeef
      universe = vanilla
      executable = /usr/bin/node
      arguments = "'/opt/zest hep/cli/main.js' scan merge ."
      initialdir = /data/a scan's
      transfer_executable = false
      should_transfer_files = NO
      request_cpus = 1
      output = htcondor/merge.out
      error = htcondor/merge.err
      log = htcondor/scan.log
      request_memory = 2GB
      queue
      ",
        "points.sub": "# a small scan: zest 0.1.0, plan deadbeef
      universe = vanilla
      executable = /usr/bin/node
      arguments = "'/opt/zest hep/cli/main.js' scan run . --shard $(shard) --threads 8"
      initialdir = /data/a scan's
      transfer_executable = false
      should_transfer_files = NO
      request_cpus = 8
      output = htcondor/points-$(shard).out
      error = htcondor/points-$(shard).err
      log = htcondor/scan.log
      request_memory = 2GB
      queue shard in (0 1 3)
      ",
        "scan.dag": "JOB points htcondor/points.sub
      JOB merge htcondor/merge.sub
      PARENT points CHILD merge
      ",
      }
    `)
  })

  it('name shards as ranges', () => {
    expect(rangesText([0, 1, 2, 5, 7, 8])).toBe('0-2,5,7-8')
    expect(rangesText([])).toBe('')
  })
})

describe('a Slurm that takes the points and refuses the merge', () => {
  const home = scratch()
  const bin = join(home, 'bin')
  /** Commands of Slurm's as far as they are asked here: the array is job 77 and stays in the queue. */
  const program = (name: string, lines: string): void => writeFileSync(join(bin, name), `#!/bin/sh\n${lines}\n`, { mode: 0o755 })
  mkdirSync(bin)
  program('sbatch', `case "$*" in *--dependency*) echo 'job limit reached' >&2; exit 1;; *) echo 77;; esac`)
  program('squeue', `echo '78 77'`)
  afterEach(() => vi.unstubAllEnvs())

  it('leaves word of the points, so that they are not submitted twice', async () => {
    vi.stubEnv('PATH', `${bin}:${process.env.PATH}`)
    const { dir, plan } = await planned(LAYOUT)
    const batch = await batchOf({ dir, plan, command: ['zest'], threads: 1, extra: [] })
    await expect(submitToSlurm(batch)).rejects.toThrow(
      /^sbatch: job limit reached; array job 77 computes the points all the same: when it has ended, zest scan merge .*; or end it with scancel 77$/,
    )
    await expect(submitToSlurm(batch)).rejects.toThrow(/^job 77 is still under way for this scan: wait, or end with scancel 77$/)
  })

  it('is not asked about jobs where the word is damaged', async () => {
    vi.stubEnv('PATH', `${bin}:${process.env.PATH}`)
    const { dir, plan } = await planned(LAYOUT)
    const batch = await batchOf({ dir, plan, command: ['zest'], threads: 1, extra: [] })
    await writeSlurmScripts(batch)
    writeFileSync(join(dir, 'slurm/jobs.json'), 'null')
    await expect(submitToSlurm(batch)).rejects.toThrow(/^sbatch: job limit reached/)
  })
})

const without = noSlurm()
if (without !== undefined) console.warn(`No real Slurm is tried: ${without}`)

describe.skipIf(without !== undefined)('a real Slurm', () => {
  const zest = builtZest()
  const home = scratch()
  let slurm: Cluster
  beforeAll(async () => {
    writeFileSync(join(home, 'scan.yaml'), SCAN)
    slurm = await startSlurm()
  }, 90_000)
  afterAll(() => slurm?.stop(), 30_000)

  /** What a command prints that must succeed. */
  async function succeeded(run: Promise<Run>): Promise<string> {
    const { code, stdout, stderr } = await run
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return stdout
  }

  /** Waits until none of these jobs is left in the queue. */
  async function ended(...jobs: string[]): Promise<void> {
    for (const end = Date.now() + 90_000; Date.now() < end; await sleep(250)) {
      const left = slurm.ask('squeue', '--noheader', '--format=%A %F').split(/\s+/)
      if (!jobs.some((job) => left.includes(job))) return
    }
    throw new Error(`jobs ${jobs} did not end: ${slurm.ask('squeue')}`)
  }
  const submit = (dir: string, ...words: string[]) =>
    zest.in(dir, ['scan', 'submit', '.', '--engine', 'slurm', ...words], undefined, slurm.env)

  /** A folder planned by the command that the jobs will run, too. */
  async function plannedByCommand(name: string, ...words: string[]): Promise<string> {
    await succeeded(zest.in(home, ['scan', 'plan', 'scan.yaml', '--out', name, ...words]))
    return join(home, name)
  }
  const LIKE_LAYOUT = ['--shards', '4', '--chunk', '10']
  const result = (dir: string): Buffer => readFileSync(join(dir, 'result.parquet'))

  it('takes an array with a failing task, then what is left of it, and merges to the serial result', async () => {
    const serial = await plannedByCommand('serial', '--chunk', '64')
    await succeeded(zest.in(serial, ['scan', 'run', '.', '--threads', '1']))
    await succeeded(zest.in(serial, ['scan', 'merge', '.']))

    const dir = await plannedByCommand('array', ...LIKE_LAYOUT)
    // Somebody else holds shard 2, so that its task cannot do it.
    const lock = await takeLock(join(dir, 'locks'), '2')
    if (!isLock(lock)) throw new Error('held')
    const jobs = JSON.parse(await succeeded(submit(dir, '--json')))
    expect(jobs.shards).toEqual([0, 1, 2, 3])
    const again = await submit(dir)
    expect(again.code).toBe(1)
    expect(again.stderr).toMatch(/^error: jobs? .* still under way for this scan: wait, or end with scancel \d+/)
    await ended(jobs.array, jobs.merge)
    expect(readFileSync(join(dir, 'slurm/points-2.log'), 'utf8')).toMatch(/shard 2 is being computed by process/)
    expect(existsSync(join(dir, 'slurm/merge.log'))).toBe(false)
    const early = await zest.in(dir, ['scan', 'merge', '.'])
    expect(early).toMatchObject({ code: 1, stderr: expect.stringContaining('1 of 4 shards are not complete (2)') })

    await lock.release(false)
    const text = await succeeded(submit(dir, '--', '--comment=again'))
    const [, array, merge] = /^submitted 1 shard as array job (\d+), and the merge after it as job (\d+)/.exec(text) ?? []
    await ended(array, merge)
    expect(readFileSync(join(dir, 'slurm/merge.log'), 'utf8')).toMatch(/^wrote result\.parquet: 320 points/)
    expect(result(dir).equals(result(serial))).toBe(true)
  }, 240_000)

  it('refuses in one line what Slurm refuses', async () => {
    const dir = await plannedByCommand('refused', ...LIKE_LAYOUT)
    const { code, stderr } = await submit(dir, '--', '--partition=none')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^error: sbatch: .*invalid partition/)
    expect(stderr.trim().split('\n').length).toBe(1)
  })

  it('is not needed to write the scripts', async () => {
    const dir = await plannedByCommand('written', ...LIKE_LAYOUT)
    const { code, stdout } = await zest.in(dir, ['scan', 'submit', '.', '--engine', 'slurm', '--write-only'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('submitted nothing') })
    expect(readFileSync(join(dir, 'slurm/points.sh'), 'utf8')).toContain('#SBATCH --array=0-3\n')
    writeFileSync(join(dir, 'slurm/points.sh'), '')
    const without = await zest.in(dir, ['scan', 'submit', '.', '--engine', 'slurm'], undefined, { PATH: '' })
    expect(without).toMatchObject({ code: 1, stderr: expect.stringContaining('there is no sbatch here: submit where Slurm is') })
  })
})
