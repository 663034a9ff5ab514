import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OUTPUT_SCHEMAS } from '../../src/config/outputs.ts'
import { readChain, summaries, uniformPrior } from '../../src/inference/index.ts'
import { builtZest, scratch } from './zest.ts'

const zest = builtZest()
const home = scratch()
const WORDS = [
  'sample',
  '--model',
  'mu-tau',
  '--constraint',
  'borexino-2017,g-2-muon',
  '--set',
  'gMinus2=fnal-2021',
  '--mass',
  '10MeV:100MeV',
]

async function sample(...words: string[]) {
  const { code, stdout, stderr } = await zest.in(home, [...WORDS, ...words, '--json'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return OUTPUT_SCHEMAS.sample.parse(JSON.parse(stdout))
}

describe('zest sample', () => {
  it.each(['nested', 'ensemble'])('writes the chains of what it tells: %s', async (method) => {
    const told = await sample('--method', method, '--out', method)
    const files = [`${method}_1.txt`, `${method}.paramnames`, `${method}.ranges`, `${method}.properties.ini`]
    expect(told.files).toEqual(files)
    const chain = readChain(files.map((path) => ({ path, content: readFileSync(join(home, path), 'utf8') })))
    expect(chain.names).toEqual(['mass', 'coupling'])
    expect(chain.ranges).toEqual(told.parameters.map(({ range }) => range))
    const found = summaries({ ...chain, parameters: chain.names.map((name) => ({ name, prior: uniformPrior(0, 1) })) })
    for (const [k, { mean, standard_deviation, quantiles }] of told.parameters.entries()) {
      expect(found[k].mean / mean).toBeCloseTo(1, 9)
      expect(found[k].standardDeviation / standard_deviation).toBeCloseTo(1, 9)
      expect(found[k].quantile(0.5)).toBe(quantiles['0.5'])
    }
  })

  it('finds one posterior by either method, and chains that agree', async () => {
    const [nested, ensemble] = [await sample(), await sample('--method', 'ensemble')]
    for (const [k, { mean, standard_deviation, r_hat = Infinity, ess_bulk = 0 }] of ensemble.parameters.entries()) {
      expect(r_hat).toBeLessThan(1.02)
      expect(ess_bulk).toBeGreaterThan(1000)
      expect(Math.abs(nested.parameters[k].mean - mean) / standard_deviation).toBeLessThan(4 * Math.sqrt(1 / 400 + 1 / ess_bulk))
    }
  })

  it('says where an ensemble has not walked long enough, and walks longer when told', async () => {
    const [short, long] = [await sample('--method', 'ensemble', '--steps', '100'), await sample('--method', 'ensemble', '--steps', '3000')]
    expect([short.converged, long.converged]).toEqual([false, true])
    expect(long.samples / short.samples).toBe(30)
    const words = ['--constraint', 'g-2-muon', '--set', 'gMinus2=fnal-2021', '--method', 'ensemble', '--steps', '100']
    const { stdout } = await zest.in(home, ['sample', '--model', 'mu-tau', ...words])
    expect(stdout).toMatch(
      /^not converged in mass \(R̂ \d\.\d+, ESS \d+\).*: wanted are R̂ below 1\.01 and ESS above 400; walk more --steps, or nest$/m,
    )
  })

  it('says how much better a boson does than none: what explains g−2 does, by more than the prior costs', async () => {
    const { evidence } = await sample()
    // The likelihood ratio is exp(9); of ln m and ln g a tenth or so is taken.
    expect(evidence?.ln_bayes_factor).toBeGreaterThan(3)
    expect(evidence?.ln_bayes_factor).toBeLessThan(9)
    expect(evidence?.error).toBeLessThan(0.15)
  })

  it('gives the same for one seed, another for another', async () => {
    const of = async (seed: string) => JSON.stringify(await sample('--seed', seed))
    expect(await of('7')).toBe(await of('7'))
    expect(await of('7')).not.toBe(await of('8'))
  })

  it('takes parameters beside mass and coupling', async () => {
    const { code, stdout } = await zest.in(home, [
      ...[
        'sample',
        '--model',
        'muon-nu:ratio=0.1',
        '--constraint',
        'borexino-2017,g-2-muon',
        '--mass',
        '10MeV:20MeV',
        '--vary',
        'ratio=0.1:1',
        '--corner',
        'corner.svg',
      ],
    ])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ratio +(0\.\d+ +68 %: |all of the range|(above|below) 0\.\d+ \(95 %\))/m)
    expect(stdout).toMatch(/^wrote corner.svg$/m)
    expect(readFileSync(join(home, 'corner.svg'), 'utf8').match(/data-constraint="best-fit"/g)).toHaveLength(9)
    expect(stdout).toMatch(/^ln Z = -?\d+\.\d\d ± 0\.\d\d; ln Z\/Z\(Standard Model\) = /m)
  })

  it('finds a boson again in what it would give', async () => {
    const words = ['--mock', '30MeV,5.5e-4', '--method', 'ensemble', '--corner', 'mock.svg']
    const { parameters, constraints } = await sample(...words)
    for (const [k, truth] of [0.03, 5.5e-4].entries()) {
      const { quantiles } = parameters[k]
      expect(quantiles['0.025']).toBeLessThan(truth)
      expect(quantiles['0.975']).toBeGreaterThan(truth)
    }
    for (const { statement } of constraints) expect(statement).toMatch(/^Asimov data of the boson/)
    expect(readFileSync(join(home, 'mock.svg'), 'utf8')).toContain('mock data (Asimov) of mu-tau, mass 30 MeV, coupling 5.500e-4')
  })

  it('says of what boson mock data are, and its chains say it again', async () => {
    const words = ['--mock', '1GeV,5e-4', '--mock-model', 'b-l', '--steps', '100', '--method', 'ensemble', '--out', 'mocked']
    const { mock } = await sample(...words)
    expect(mock).toMatchObject({ model: { id: 'b-l' }, mass_GeV: 1, coupling: 5e-4, data: 'asimov' })
    const said = 'mock data (Asimov) of b-l, mass 1 GeV, coupling 5.000e-4, outside the ranges'
    const { stdout } = await zest.in(home, [...WORDS, ...words])
    expect(stdout.split('\n')).toContain(said)
    expect(stdout).toMatch(/^assumptions: gMinus2=fnal-2021$/m)
    expect(readFileSync(join(home, 'mocked.properties.ini'), 'utf8')).toMatch(/^sampler = mcmc\nburn_removed = T\n/)
    const again = await zest.in(home, ['scan', 'corner', 'mocked', '--out', 'mocked.svg'])
    const svg = readFileSync(join(home, 'mocked.svg'), 'utf8')
    for (const line of ['chain mocked · mu-tau · likelihood of borexino-2017, g-2-muon', 'assumptions: gMinus2=fnal-2021', said]) {
      expect(again.stdout.split('\n')).toContain(line)
      expect(svg).toContain(line)
    }
    // As another program would have left it.
    for (const end of ['_1.txt', '.paramnames']) copyFileSync(join(home, `mocked${end}`), join(home, `foreign${end}`))
    const foreign = await zest.in(home, ['scan', 'corner', 'foreign', '--out', 'foreign.svg'])
    expect(foreign.stdout).toMatch(/^chain foreign, which does not say what it is of$/m)
    expect(foreign.stdout).not.toContain('gMinus2')
  })

  it('is drawn again from its chains, the same figure', async () => {
    await sample('--out', 'saved', '--corner', 'live.svg')
    const { code, stdout, stderr } = await zest.in(home, ['scan', 'corner', 'saved', '--out', 'again.svg', '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const told = OUTPUT_SCHEMAS['scan-corner'].parse(JSON.parse(stdout))
    expect(told).toMatchObject({ chain: 'saved', view: 'marginal', files: ['again.svg'] })
    const [live, again] = ['live.svg', 'again.svg'].map((path) => readFileSync(join(home, path), 'utf8'))
    // Another title is of another height: shapes, wherever they stand.
    const shapes = (svg: string): number[][] =>
      [...svg.matchAll(/ d="M([^"]+)Z" fill="#0072b2"/g)].map(([, d]) => {
        const numbers = d.split(/[ LMZ]+/).map(Number)
        return numbers.map((value, i) => value - numbers[i % 2])
      })
    const [found, meant] = [shapes(again).flat(), shapes(live).flat()]
    expect(shapes(again).length).toBeGreaterThan(4)
    expect(found).toHaveLength(meant.length)
    expect(found.every((value, i) => Math.abs(value - meant[i]) < 0.03)).toBe(true)
    const refused = async (...words: string[]): Promise<string> => {
      const found = await zest.in(home, ['scan', 'corner', ...words, '--out', 'none.svg'])
      expect({ code: found.code, stdout: found.stdout, lines: found.stderr.split('\n').length }).toEqual({ code: 2, stdout: '', lines: 2 })
      expect(existsSync(join(home, 'none.svg'))).toBe(false)
      return found.stderr
    }
    expect(await refused('saved_1.txt', '--parameters', 'mass,couplin')).toMatch(
      /parameters: unknown parameter 'couplin'; did you mean 'coupling'/,
    )
    expect(await refused('saved', '--prior', 'log')).toMatch(/prior: does not go with a chain/)
    expect(await refused('nowhere')).toMatch(/scan: there is no 'nowhere'/)
    copyFileSync(join(home, 'saved_1.txt'), join(home, 'nameless_1.txt'))
    expect(await refused('nameless')).toMatch(/chain: there is no .paramnames/)
    for (const [text, message] of [
      ['1 2 3\n', /half_1\.txt:1: 3 columns; wanted: weight, -ln L and 2 parameters/],
      ['1 2 3 x\n', /half_1\.txt:1: 'x' is not a number/],
      ['', /chain: none of its points has a weight/],
    ] as const) {
      writeFileSync(join(home, 'half.paramnames'), 'mass m\ncoupling g\n')
      writeFileSync(join(home, 'half_1.txt'), text)
      expect(await refused('half')).toMatch(message)
    }
  })

  it.each([
    [['--method', 'metropolis'], /method: unknown method 'metropolis'/],
    [['--seed', '-1'], /seed: '-1' is not a whole number/],
    [['--mass', '10MeV'], /mass: '10MeV' is not a range/],
    [['--mock', '30MeV'], /mock: '30MeV' is not a mass and a coupling, such as 20MeV,5e-4/],
    [['--mock-model', 'b-l'], /mock-model: goes with --mock/],
    [['--out', 'no/such/folder/x'], /out: cannot write 'no\/such\/folder\/x'/],
    [['--out', 'folder/'], /out: /],
    [['--corner', 'corner.gif'], /corner: unknown output format 'gif'/],
    [['--steps', '500'], /^error: steps: goes with --method ensemble/],
    [['--live', '7'], /^error: live: 7 is not allowed; allowed: 50 to 100000/],
  ])('refuses %j, and writes nothing', async (words, message) => {
    const before = readdirSync(home)
    const { code, stdout, stderr } = await zest.in(home, [...WORDS, ...words])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(readdirSync(home)).toEqual(before)
    expect(existsSync(join(home, 'no'))).toBe(false)
  })
})
