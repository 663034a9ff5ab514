import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { combine } from '../../src/inference/combine.ts'
import { Session } from '../../src/session.ts'
import { VERSION } from '../../src/version.ts'
import { builtZest, scratch } from './zest.ts'

const zest = builtZest()
const home = scratch()
const WORDS = [
  'serve-likelihood',
  '--model',
  'mu-tau',
  '--constraint',
  'borexino-2017,g-2-muon',
  '--mass',
  '10MeV:100MeV',
  '--coupling',
  '1e-5:1e-2',
]

/** A server, the lines it says one by one, and how it ends. */
function serve(words: readonly string[] = WORDS) {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [join(zest.dist, 'cli/main.js'), ...words], { cwd: home })
  let lines: AsyncIterator<string> | undefined
  let stderr = ''
  child.stderr.on('data', (data) => (stderr += data))
  const ended = once(child, 'close')
  return {
    child,
    next: async () => {
      lines ??= createInterface({ input: child.stdout })[Symbol.asyncIterator]()
      const { value, done } = await lines.next()
      return done ? undefined : JSON.parse(value)
    },
    ask: (request: unknown) => child.stdin.write(`${typeof request === 'string' ? request : JSON.stringify(request)}\n`),
    end: async () => {
      child.stdin.end()
      const [code] = await ended
      return { code, stderr }
    },
  }
}

describe('zest serve-likelihood', () => {
  it('first says what it serves, then answers line by line, until the input ends', async () => {
    const { next, ask, end } = serve()
    expect(await next()).toMatchObject({
      zest: VERSION,
      protocol: 1,
      model: { id: 'mu-tau' },
      parameters: [
        { name: 'mass', unit: 'GeV', range: [0.01, 0.1] },
        { name: 'coupling', unit: '', range: [1e-5, 1e-2] },
      ],
      constraints: ['borexino-2017', 'g-2-muon'],
      silent: [],
      profiled: ['flux.7Be'],
      assumptions: assume(),
    })
    const session = new Session(assume())
    const joint = combine(await session.constraints(['borexino-2017', 'g-2-muon']))
    const points = [
      [0.02, 3e-4],
      [0.0153, 1e-3],
      [0.1, 1e-5],
    ]
    ask({ id: 'first', points })
    const { id, minus2LogL } = await next()
    expect(id).toBe('first')
    for (const [i, [mass, coupling]] of points.entries()) {
      expect(minus2LogL[i] / joint.profiled(session.boson('mu-tau', mass, coupling))).toBeCloseTo(1, 5)
    }
    ask('no JSON')
    expect((await next()).error.message).toMatch(/not JSON/)
    ask('')
    ask({ id: 2, points: [[1, 1e-3]] })
    expect(await next()).toMatchObject({ id: 2, error: { field: 'points[0][0]' } })
    ask({ id: 3, points: [[0.02, 3e-4]] })
    expect(await next()).toEqual({ id: 3, minus2LogL: [minus2LogL[0]] })
    expect(await end()).toEqual({ code: 0, stderr: '' })
  })

  it('answers a last line that has no end', async () => {
    const { child, next, end } = serve([...WORDS.slice(0, 5), '--mass', '20MeV', '--coupling', '1e-5:1e-2'])
    expect((await next()).parameters).toEqual([{ name: 'coupling', unit: '', range: [1e-5, 1e-2] }])
    child.stdin.write('{"points": [[3e-4]]}')
    const ending = end()
    expect((await next()).minus2LogL).toEqual([expect.closeTo(0.3219, 3)])
    expect((await ending).code).toBe(0)
  })

  it('varies what else a model has, and holds a coupling still', async () => {
    const words = [
      'serve-likelihood',
      '--model',
      'muon-nu:ratio=0.1',
      '--constraint',
      'borexino-2017,g-2-muon',
      '--mass',
      '10MeV:20MeV',
      '--coupling',
      '1e-3',
      '--vary',
      'ratio=0.1:1',
    ]
    const { next, ask, end } = serve(words)
    expect((await next()).parameters.map(({ name }: { name: string }) => name)).toEqual(['mass', 'ratio'])
    ask({ points: [[0.015, 0.5]] })
    const session = new Session(assume())
    const joint = combine(await session.constraints(['borexino-2017', 'g-2-muon']))
    const expected = joint.profiled(session.boson('muon-nu:ratio=0.5', 0.015, 1e-3))
    expect((await next()).minus2LogL[0] / expected).toBeCloseTo(1, 5)
    expect((await end()).code).toBe(0)
  })

  it('takes in no more than is fetched from it, and loses nothing', async () => {
    const { child, next, end } = serve()
    const points = Array.from({ length: 2000 }, (_, i) => [0.01 + i * 1e-5, 1e-3])
    for (let id = 0; id < 100; id++) child.stdin.write(`${JSON.stringify({ id, points })}\n`)
    await once(child.stdout, 'readable')
    // It has begun, and nobody reads on: pipes fill up, and what is sent has to wait here.
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const waiting = child.stdin.writableLength
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(child.stdin.writableLength).toBe(waiting)
    expect(waiting).toBeGreaterThan(1e6)
    const ending = end()
    await next()
    for (let id = 0; id < 100; id++) {
      const answer = await next()
      expect([answer.id, answer.minus2LogL.length]).toEqual([id, 2000])
    }
    expect(await next()).toBeUndefined()
    expect((await ending).code).toBe(0)
  })

  it('ends in silence where its reader has gone', async () => {
    const { child, next, ask, end } = serve()
    await next()
    child.stdout.destroy()
    child.stdin.on('error', () => {})
    ask({ points: [[0.02, 3e-4]] })
    expect(await end()).toEqual({ code: 0, stderr: '' })
  })

  it.each([
    [['--model', 'mu-tau'], /constraint: missing; name those to combine/],
    [['--model', 'mu-tau', '--constraint', 'all'], /constraint: all overlap; name those/],
    [['--model', 'mu-tau', '--constraint', 'babar-4mu-2016'], /constraint: babar-4mu-2016 has no likelihood/],
    [['--model', 'mu-tau', '--constraint', 'g-2-muon', '--approximate', 'white-dwarf'], /approximate: white-dwarf cannot be/],
    [['--constraint', 'g-2-muon'], /model: missing/],
    [[...WORDS.slice(1, 5), '--mass', '1:2'], /mass: '1' has no unit/],
    [[...WORDS.slice(1, 5), '--mass', '2MeV:1MeV'], /mass: range '2MeV:1MeV' is reversed/],
    [[...WORDS.slice(1, 5), '--coupling', '0:1'], /coupling: '0' is not a coupling/],
    [[...WORDS.slice(1, 5), '--mass', '2MeV', '--coupling', '1e-3'], /mass: nothing is free/],
    [[...WORDS.slice(1, 5), '--vary', 'ratio'], /vary: 'ratio' is not name=lo:hi/],
    [[...WORDS.slice(1, 5), '--vary', 'ratio=0.1:1'], /mu-tau.* has no parameters/],
    [[...WORDS.slice(1, 5), '--mass', '2MeV', '--vary', 'ratio=0.1:1'], /vary: needs a range of masses/],
  ])('refuses %j in one line, before anything is said', async (words, message) => {
    const { code, stdout, stderr } = await zest.in(home, ['serve-likelihood', ...words])
    expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 2, stdout: '', lines: 2 })
    expect(stderr).toMatch(message)
  })
})
