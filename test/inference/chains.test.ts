import { describe, expect, it } from 'vitest'
import { chainFiles, chainSamples, readChain } from '../../src/inference/chains.ts'
import { logUniformPrior, nested, normalPrior, type Samples, summaries, uniformPrior } from '../../src/inference/samplers/index.ts'

const parameters = [
  { name: 'mass', label: "$m_{Z'}$ [GeV]", prior: logUniformPrior(1e-3, 1) },
  { name: 'flux.7Be', prior: normalPrior(1, 0.06) },
]
const samples: Samples = {
  parameters,
  points: Float64Array.of(0.1 + 0.2, 1.25, 1e-3, 0.9, Number.MIN_VALUE, 1e21),
  weights: Float64Array.of(1, 0, 1 / 3),
  logLikelihoods: Float64Array.of(-1.5, -Infinity, 0),
}

describe('chains in the format of GetDist', () => {
  const files = chainFiles('out/run', samples)

  it('are three files: rows, names with labels, ranges', () => {
    expect(files).toEqual([
      { path: 'out/run_1.txt', content: '1 1.5 0.30000000000000004 1.25\n0.3333333333333333 0 5e-324 1e+21\n' },
      { path: 'out/run.paramnames', content: "mass m_{Z'}\\mathrm{\\ [GeV]}\nflux.7Be \\mathrm{flux.7Be}\n" },
      { path: 'out/run.ranges', content: 'mass 0.001 1\nflux.7Be N N\n' },
    ])
  })

  it('read back to the last bit', () => {
    const chain = readChain(files)
    expect(chain.names).toEqual(['mass', 'flux.7Be'])
    expect(chain.labels).toEqual(["m_{Z'}\\mathrm{\\ [GeV]}", '\\mathrm{flux.7Be}'])
    expect(chain.ranges).toEqual([
      [1e-3, 1],
      [-Infinity, Infinity],
    ])
    expect(chain.points).toEqual(Float64Array.of(0.1 + 0.2, 1.25, Number.MIN_VALUE, 1e21))
    expect(chain.weights).toEqual(Float64Array.of(1, 1 / 3))
    expect(chain.logLikelihoods).toEqual(Float64Array.of(-1.5, 0))
  })

  it('say beside their rows what is known of them, where anything is', () => {
    const properties = { sampler: 'nested', assumptions: 'gMinus2=fnal-2021, recipe=as-printed' }
    const told = chainFiles('out/run', samples, properties)
    expect(told.slice(0, -1)).toEqual(files)
    expect(told.at(-1)).toEqual({
      path: 'out/run.properties.ini',
      content: 'sampler = nested\nassumptions = gMinus2=fnal-2021, recipe=as-printed\n',
    })
    expect(readChain(told).properties).toEqual(properties)
    expect(readChain(files).properties).toEqual({})
    for (const [key, value] of [
      ['two words', 'x'],
      ['model', 'a\nb'],
      ['model', '$(HOME)'],
    ]) {
      expect(() => chainFiles('out/run', samples, { [key]: value })).toThrow(/properties: '.*' does not fit into one line/s)
    }
  })

  it('hold every sample of a run that has a weight', () => {
    const target = {
      parameters: [{ name: 'x', prior: uniformPrior(-1, 3) }],
      logLikelihood: ([x]: Float64Array) => (x > 0 ? -x : -Infinity),
    }
    const run = nested(target, { livePoints: 50 })
    const chain = readChain(chainFiles('x', run))
    const kept = Array.from(run.weights.keys()).filter((i) => run.weights[i] > 0)
    expect(kept.length).toBeLessThan(run.weights.length)
    expect(chain.points).toEqual(Float64Array.from(kept, (i) => run.points[i]))
    expect(chain.weights).toEqual(Float64Array.from(kept, (i) => run.weights[i]))
  })

  it('are samples again, that sum up as before', () => {
    const run: Samples = {
      parameters: [
        parameters[0],
        { name: 'flux', label: '$\\phi$', prior: uniformPrior(0.5, 1.5) },
        { name: 'same', prior: uniformPrior(0, 1) },
      ],
      points: Float64Array.of(0.1, 1.25, 0.5, 0.2, 0.9, 0.5, 0.02, 1, 0.5),
      weights: Float64Array.of(1, 2, 0.5),
      logLikelihoods: Float64Array.of(-1.5, 0, -3),
    }
    const again = chainSamples(readChain(chainFiles('x', run)))
    expect(again.parameters.map(({ name, label, prior: { scale, range } }) => [name, label, scale, range])).toEqual([
      ['mass', "$m_{Z'}\\mathrm{\\ [GeV]}$", 'log', [1e-3, 1]],
      ['flux', '$\\phi$', 'linear', [0.5, 1.5]],
    ])
    for (const [k, { mean, standardDeviation, quantile }] of summaries(again).entries()) {
      const before = summaries(run)[k]
      expect([mean, standardDeviation, quantile(0.5)]).toEqual([before.mean, before.standardDeviation, before.quantile(0.5)])
    }
    expect(again.logLikelihoods).toEqual(run.logLikelihoods)
  })

  it('have the ranges of their values where they say none, or one that they leave', () => {
    const table = { path: 'a_1.txt', content: '1 0 3 -1\n1 0 5 60\n' }
    const of = (ranges: string) =>
      chainSamples(readChain([{ path: 'a.paramnames', content: 'x\ny\n' }, table, { path: 'a.ranges', content: ranges }]))
    expect(of('').parameters.map(({ prior }) => prior.range)).toEqual([
      [3, 5],
      [-1, 60],
    ])
    expect(of('x 0 4\ny -10 N\n').parameters.map(({ prior }) => prior.range)).toEqual([
      [0, 5],
      [-10, 60],
    ])
  })

  it.each([
    ['-1 0 3\n1 0 4\n', /chain: the weight of point 1 is -1/],
    ['0 0 3\n0 0 4\n', /chain: none of its points has a weight/],
    ['1 0 Infinity\n', /a_1\.txt:1: 'Infinity' is not a number/],
  ])('are no samples: %j', (content, message) => {
    const files = [
      { path: 'a.paramnames', content: 'x\n' },
      { path: 'a_1.txt', content },
    ]
    expect(() => chainSamples(readChain(files))).toThrow(message)
  })

  it('are read of several files, with comments and derived parameters, without ranges', () => {
    const chain = readChain([
      { path: 'a.paramnames', content: 'x\nr* r_{xy}\n' },
      { path: 'a_1.txt', content: '# weight minuslogpost x r\n1 2 3 4\n' },
      { path: 'a_2.txt', content: '   5.0E+00  6  7 8  \r\n\n' },
    ])
    expect(chain).toMatchObject({ names: ['x', 'r'], labels: ['x', 'r_{xy}'] })
    expect(chain.points).toEqual(Float64Array.of(3, 4, 7, 8))
    expect(chain.weights).toEqual(Float64Array.of(1, 5))
    expect(chain.ranges[0]).toEqual([-Infinity, Infinity])
  })

  it.each(['', 'chains/'])('are not written to %j', (root) => {
    expect(() => chainFiles(root, samples)).toThrow(/root: .*names no file/)
  })

  it.each(['two words', 'star*', '#x', ''])('cannot hold a parameter called %j', (name) => {
    const wrong = { ...samples, parameters: [{ ...parameters[0], name }, parameters[1]] }
    expect(() => chainFiles('x', wrong)).toThrow(/parameters: .* is not allowed/)
  })

  it.each([
    [[{ path: 'a_1.txt', content: '' }], /no \.paramnames/],
    [[{ path: 'a.paramnames', content: 'x\n' }], /no _1\.txt/],
    [
      [
        { path: 'a.paramnames', content: 'x\n' },
        { path: 'a_1.txt', content: '1 2 3\n1 2\n' },
      ],
      /a_1\.txt:2: 2 columns/,
    ],
    [
      [
        { path: 'a.paramnames', content: 'x\n' },
        { path: 'a_1.txt', content: '1 2 x\n' },
      ],
      /a_1\.txt:1: 'x' is not a number/,
    ],
  ])('are refused where they are incomplete: %j', (wrong, message) => {
    expect(() => readChain(wrong)).toThrow(message)
  })
})
