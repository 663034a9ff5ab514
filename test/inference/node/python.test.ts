import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { assume } from '../../../src/assumptions.ts'
import { combine } from '../../../src/inference/combine.ts'
import { gridPosterior, logUniformPrior, marginal } from '../../../src/inference/samplers/index.ts'
import { modelSpace } from '../../../src/inference/space.ts'
import { likelihoodTable } from '../../../src/inference/table.ts'
import { resolveModel } from '../../../src/models/index.ts'
import { brentRoot, minimise } from '../../../src/numerics/index.ts'
import { Session } from '../../../src/session.ts'
import { builtZest, root } from '../../cli/zest.ts'

const zest = builtZest()
const python = process.env.PYTHON ?? '/usr/bin/python3'
const found = spawnSync(python, ['-c', 'import numpy, emcee, iminuit'], { encoding: 'utf8' })
const why = found.error?.message ?? found.stderr.trim().split('\n').at(-1)
if (found.status !== 0)
  process.stderr.write(`\nSKIPPED the examples in Python, which ask for numpy, emcee and iminuit: ${python}: ${why}\n`)

/** What an example prints. */
async function run(example: string): Promise<string> {
  const { stdout } = await promisify(execFile)(python, [join(root, 'docs/examples/python', example)], {
    env: { ...process.env, ZEST: `'${process.execPath}' '${join(zest.dist, 'cli/main.js')}'`, PYTHONDONTWRITEBYTECODE: '1' },
  })
  return stdout
}

const assumptions = assume('default', { gMinus2: 'fnal-2021' })
const session = new Session(assumptions)
const joint = async () => combine(await session.constraints(['borexino-2017', 'g-2-muon']))

describe.skipIf(found.status !== 0)('the examples in Python', () => {
  it('emcee finds the posterior that a grid has', async () => {
    const space = modelSpace(resolveModel('mu-tau'), { masses: [1e-3, 0.2], couplings: [1e-5, 1e-2] })
    const { profiled } = likelihoodTable(await joint(), space)
    const posterior = gridPosterior({
      parameters: space.parameters.map(({ name, range: [lo, hi] }) => ({ name, prior: logUniformPrior(lo, hi) })),
      logLikelihood: (point) => -0.5 * profiled(point),
    })
    const rows = [...(await run('emcee_example.py')).matchAll(/^ln (\w+): mean (\S+), standard deviation (\S+), (\d+) independent/gm)]
    expect(rows.map(([, name]) => name)).toEqual(['mass', 'coupling'])
    for (const [, name, ...numbers] of rows) {
      const [mean, deviation, size] = numbers.map(Number)
      const { axes, widths, density } = marginal(posterior, [name])
      const moment = (power: number, about: number): number =>
        density.reduce((sum, value, i) => sum + value * widths[0][i] * (Math.log(axes[0][i]) - about) ** power, 0)
      const expected = moment(1, 0)
      const variance = moment(2, expected)
      const ofVariance = Math.sqrt(moment(4, expected) - variance ** 2)
      expect(size).toBeGreaterThan(1000)
      expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(variance / size))
      expect(Math.abs(deviation ** 2 - variance)).toBeLessThan(4 * (ofVariance / Math.sqrt(size)))
    }
  })

  it('Minuit finds the minimum and where −2 ln L has risen by one', async () => {
    const combination = await joint()
    const { profiled } = combination.along(() => session.ray('mu-tau', 0.015))
    const inLog = (log: number): number => profiled(Math.exp(log))
    const best = minimise(inLog, Math.log(1e-4), Math.log(2e-3), 1e-10)
    const edge = (from: number): number => Math.exp(brentRoot((log) => inLog(log) - best.value - 1, from, best.x))
    const text = await run('iminuit_example.py')
    expect(text).toMatch(/^valid: True$/m)
    const [, ...numbers] = /^coupling: (\S+), from (\S+) to (\S+)$/m.exec(text)!
    const expected = [Math.exp(best.x), edge(best.x - 1), edge(best.x + 1)]
    for (const [i, value] of expected.entries()) expect(Number(numbers[i]) / value).toBeCloseTo(1, 2.5)
    const [, rise] = /^standard model: (\S+) above/m.exec(text)!
    expect(Number(rise)).toBeCloseTo(combination.standard() - best.value, 3)
  })
})
