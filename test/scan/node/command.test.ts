import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { randomUniform } from '../../../src/numerics/index.ts'
import { builtZest, type Run, root, scratch } from '../../cli/zest.ts'

const zest = builtZest()
const home = scratch()
mkdirSync(join(home, 'examples'))

const SCAN = `title: A scan to be killed
model: muon-nu:ratio={ratio}
parameters:
  ratio: { uniform: [-1, 1] }
  mass: { logUniform: [1 MeV, 1 GeV] }
  coupling: { logUniform: [1e-6, 1e-1] }
samples: { sobol: 3000 }
compute:
  constraints: [g-2-muon, cenns10-2020, n-eff]
  limits: [borexino-2017, mine.yaml]
  quantities: [lifetime]
`
const MINE = `id: mine
title: A search of my own
source: nowhere, an example
confidence: 0.9
model: dark-photon
production: electron-bremsstrahlung
finalState: ee
data: { rows: [[1, 1e-4], [1000, 1e-3]], units: { mass: MeV, coupling: epsilon } }
`
writeFileSync(join(home, 'scan.yaml'), SCAN)
writeFileSync(join(home, 'mine.yaml'), MINE)

async function answer(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await zest.in(home, ['scan', ...words])
  expect({ code, stderr: stderr.replaceAll(/^(note: |\d+ %).*\n/gm, '') }).toEqual({ code: 0, stderr: '' })
  return stdout
}
const json = async (...words: string[]) => JSON.parse(await answer(...words, '--json'))

/** A scan under way, in a process group of its own. */
function started(...words: string[]): { child: ChildProcess; ended: Promise<number | string | null>; text: () => string } {
  const child = spawn(process.execPath, [join(zest.dist, 'cli/main.js'), 'scan', ...words], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (text += piece))
  return { child, ended: new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal))), text: () => text }
}

/** Chunks that are stored; a complete shard has so many of them. */
function chunks(dir: string, inShard = Number.NaN): number {
  const shards = join(home, dir, 'shards')
  if (!existsSync(shards)) return 0
  const names = readdirSync(shards, { recursive: true }).map(String)
  const complete = names.filter((name) => name.endsWith('.shard')).map((name) => name.slice(0, -'.shard'.length))
  const loose = names.filter((name) => name.endsWith('.chunk') && !complete.includes(name.split('/')[0]))
  return loose.length + (complete.length === 0 ? 0 : inShard * complete.length)
}

describe('zest scan', () => {
  let whole: Buffer
  it('plans, runs and merges', async () => {
    const plan = await json('plan', 'scan.yaml', '--out', 'whole', '--chunk', '500')
    expect(plan).toMatchObject({ folder: 'whole', new: true, points: 3000, shards: 1, chunk: 500 })
    expect(plan.seconds_per_point).toBeGreaterThan(1e-7)
    expect(plan.bytes_per_point).toBeGreaterThan(100)
    expect(await json('plan', 'scan.yaml', '--out', 'whole')).toMatchObject({ new: false, chunk: 500, hash: plan.hash })
    expect(await json('run', 'whole', '--threads', '1')).toMatchObject({ computed: 3000, found: 0, complete: true, interrupted: false })
    expect(await json('status', 'whole')).toMatchObject({ chunks: { done: 6, of: 6 }, shards: [{ state: 'complete' }] })
    const { file, bytes } = await json('merge', 'whole')
    whole = readFileSync(join(home, file))
    expect(whole.length).toBe(bytes)
  })

  it('killed at ten random moments and gone on with gives the same file, byte for byte', async () => {
    const plan = await json('plan', 'scan.yaml', '--out', 'killed', '--shards', '3', '--chunk', '5')
    const stored = (): number => chunks('killed', 200)
    let [done, inTheMiddle] = [0, 0]
    for (let i = 0; i < 10; i++) {
      const { child, ended } = started('run', 'killed', '--threads', '2')
      // Some chunks later, and at any moment of the one after.
      const target = done + Math.floor(30 * randomUniform(1, i, 0))
      while (stored() < target && child.exitCode === null) await sleep(2)
      await sleep(20 * randomUniform(1, i, 1))
      child.kill('SIGKILL')
      expect(await ended).toBe('SIGKILL')
      const now = stored()
      if (now > done) inTheMiddle++
      done = now
    }
    expect(inTheMiddle).toBeGreaterThan(5)
    const status = await json('status', 'killed')
    expect(status.chunks.done).toBeLessThan(status.chunks.of)
    const { code, stderr } = await zest.in(home, ['scan', 'merge', 'killed'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^error: .* shards are not complete \(.*\): nothing is merged; zest scan run killed goes on with them\n$/)

    const run = await zest.in(home, ['scan', 'run', 'killed', '--json'])
    expect(run.stderr).toMatch(/note: shard \d was left by a run that ended \(process \d+\); going on with it/)
    const { computed, found } = JSON.parse(run.stdout)
    expect(found).toBeGreaterThan(5 * 50)
    expect(computed + found).toBe(plan.points)
    for (const delay of [0, 150, 300, 450]) {
      const { child, ended } = started('merge', 'killed')
      await sleep(delay)
      child.kill('SIGKILL')
      await ended
      const file = join(home, 'killed', 'result.parquet')
      if (existsSync(file)) expect(readFileSync(file).equals(whole)).toBe(true)
    }
    await answer('merge', 'killed')
    expect(readFileSync(join(home, 'killed', 'result.parquet')).equals(whole)).toBe(true)
  }, 120_000)

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'told to end by %s keeps what is in hand, and exits with %i',
    async (signal, code) => {
      const dir = `told-${signal}`
      await answer('plan', 'scan.yaml', '--out', dir, '--chunk', '50')
      const { child, ended, text } = started('run', dir, '--threads', '2')
      while (chunks(dir) < 3) await sleep(2)
      child.kill(signal)
      expect(await ended).toBe(code)
      const [, there] = /^(\d+) of 3000 points are there/m.exec(text()) ?? []
      expect(Number(there)).toBe(50 * chunks(dir))
      expect(text()).toContain(`zest scan run ${dir} goes on`)
      expect(await json('run', dir)).toMatchObject({ found: Number(there), complete: true })
      await answer('merge', dir)
      expect(readFileSync(join(home, dir, 'result.parquet')).equals(whole)).toBe(true)
    },
    60_000,
  )

  it('leaves a shard alone that another run computes, and does not call that success', async () => {
    await answer('plan', 'scan.yaml', '--out', 'shared', '--chunk', '50', '--shards', '2')
    const { child, ended } = started('run', 'shared', '--shard', '1', '--threads', '1')
    while (chunks('shared') < 1) await sleep(2)
    child.kill('SIGSTOP')
    const { code, stdout, stderr } = await zest.in(home, ['scan', 'run', 'shared', '--shard', '1'])
    child.kill('SIGKILL')
    await ended
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('0 of 0 points are there') })
    expect(stderr).toMatch(new RegExp(`^note: shard 1 is being computed by process ${child.pid} on `))
  })

  it('of many shards needs few open files', async () => {
    const CHEAP = `${SCAN.split('compute:')[0]}compute: { quantities: [lifetime] }\n`.replace('sobol: 3000', 'sobol: 300')
    writeFileSync(join(home, 'cheap.yaml'), CHEAP)
    await answer('plan', 'cheap.yaml', '--out', 'many', '--chunk', '1', '--shards', '300')
    await answer('run', 'many', '--threads', '1')
    const limited = (...words: string[]): Promise<Run> =>
      new Promise((done) => {
        const command = ['-c', 'ulimit -n 256; exec "$0" "$@"', process.execPath, join(zest.dist, 'cli/main.js'), 'scan', ...words]
        const child = execFile('sh', command, { cwd: home }, (_, stdout, stderr) => done({ code: child.exitCode, stdout, stderr }))
      })
    expect(await limited('status', 'many')).toMatchObject({ code: 0, stdout: expect.stringContaining('300 shards: 0-299'), stderr: '' })
    expect(await limited('merge', 'many')).toMatchObject({ code: 0, stdout: expect.stringContaining('300 points'), stderr: '' })
  })

  it('goes on with the build that planned it, wherever that lies, and with no other', async () => {
    const { hash } = await json('plan', 'scan.yaml', '--out', 'built', '--chunk', '500')
    const elsewhere = join(home, 'elsewhere')
    cpSync(join(zest.dist, '..'), elsewhere, { recursive: true })
    const other = (...words: string[]): Promise<Run> =>
      new Promise((done) => {
        const command = [join(elsewhere, 'dist/cli/main.js'), 'scan', ...words]
        const child = execFile(process.execPath, command, { cwd: home }, (_, stdout, stderr) =>
          done({ code: child.exitCode, stdout, stderr }),
        )
      })
    expect(JSON.parse((await other('plan', 'scan.yaml', '--out', 'built', '--json')).stdout)).toMatchObject({ new: false, hash })
    expect(await other('status', 'built')).toMatchObject({ code: 0 })
    appendFileSync(join(elsewhere, 'dist/decays/leptons.js'), '// changed\n')
    for (const words of [['run'], ['merge'], ['status'], ['submit', '--engine', 'htcondor']]) {
      const { code, stderr } = await other(words[0], 'built', ...words.slice(1))
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringMatching(
          /^error: plan\.json: the code or the tables of this Zest .* are not those that it was planned with.*\n$/,
        ),
      })
    }
    expect(await other('plan', 'scan.yaml', '--out', 'built')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('this scan is planned there by another build of Zest; choose another folder'),
    })
  })

  it('says how many points are refused, and why, wherever one looks', async () => {
    const parameters = 'mass: [10 MeV, 1e20 GeV, 1e25 GeV]\n  coupling: [1e-300, 1e-4]'
    writeFileSync(
      join(home, 'vain.yaml'),
      `title: In vain\nmodel: mu-tau\nparameters:\n  ${parameters}\ncompute: { quantities: [lifetime] }\n`,
    )
    const reasons = /:\n {2}4: mass: .*\n {2}1: coupling: 1e-300 is not allowed; allowed: 1e-40 to 1000\n/.source
    const said = new RegExp(`^5 of 6 points refused.*${reasons}`, 'm')
    const plan = await answer('plan', 'vain.yaml', '--out', "in va'in", '--chunk', '2')
    expect(plan).toMatch(/^83 % of the points tried refused.*:\n {2}67 %: mass: .*\n {2}17 %: coupling: .*\n/m)
    expect(plan).toContain("next: zest scan run 'in va'\\''in'\n")
    expect(await answer('run', "in va'in", '--threads', '1')).toMatch(said)
    for (const command of ['run', 'status', 'merge']) expect(await answer(command, "in va'in")).toMatch(said)
    await answer('plan', 'vain.yaml', '--out', "in va'in too")
    for (const engine of ['slurm', 'htcondor'])
      expect(await answer('submit', "in va'in too", '--engine', engine, '--write-only')).toMatch(/^next: cd '\/.*in va'\\''in too'/m)
    for (const command of ['run', 'status', 'merge'])
      expect((await json(command, "in va'in")).refused).toMatchObject([{ points: 4 }, { points: 1 }])
  })

  it.each([
    [['plan', 'scan.yaml', '--out', 'scan.yaml'], /^error: out: scan.yaml: a file is there, where a folder should be/],
    [['run', 'whole', '--shard', '3-1'], /^error: shard: '3-1' is reversed; write the smaller number first/],
    [['plan', 'nowhere.yaml', '--out', 'x'], /^error: file: cannot read 'nowhere.yaml'/],
    [['plan', 'scan.yaml'], /^error: out: missing/],
    [['plan', 'scan.yaml', '--out', 'x', '--shards', '0'], /^error: shards: '0' is not allowed/],
    [['run', 'nowhere'], /^error: dir: 'nowhere' holds no plan/],
    [['run', 'whole', '--shard', '1'], /^error: shard: there is no shard 1; allowed: 0 to 0/],
    [['run', 'whole', '--shard', 'all'], /^error: shard: 'all' is no shard/],
    [['run', 'whole', '--threads', 'many'], /^error: threads: 'many' is not allowed/],
    [['submit', 'whole', '--engine', 'slurm'], /^error: submit: every shard is complete/],
    [['submit', 'whole', '--engine', 'pbs'], /^error: engine: unknown engine 'pbs'; known: slurm, htcondor/],
    [['mege', 'whole'], /Did you mean merge/],
    [[], /^error: command: missing; --help lists what there is/],
  ])('refuses %j', async (words, why) => {
    const { code, stdout, stderr } = await zest.in(home, ['scan', ...words])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(why)
    expect(stderr.split('\n').length).toBe(2)
  })

  it('plans the example of the documentation, which keeps one core busy for half a minute or more', async () => {
    const plan = await json('plan', join(root, 'docs/examples/scan.yaml'), '--out', 'example')
    expect(plan.points).toBe(131_072)
    expect(readFileSync(join(root, 'docs/scans.md'), 'utf8')).toContain(readFileSync(join(root, 'docs/examples/scan.yaml'), 'utf8'))
  })
})
