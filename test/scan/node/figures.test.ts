import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assume } from '../../../src/assumptions.ts'
import { inProcess, mergeScan, openScanFile, runScan } from '../../../src/scan/node/index.ts'
import { builtZest, scratch } from '../../cli/zest.ts'
import { planner, SMALL } from './small.ts'

const planned = planner()
const zest = builtZest()
const home = scratch()

async function merged(): Promise<string> {
  const { dir, plan } = await planned({ shards: 1, chunk: 100 })
  await runScan(dir, inProcess)
  await mergeScan(dir, plan)
  return dir
}

describe('a merged scan', () => {
  it('is read back, column by column, parameters by their names', async () => {
    const dir = await merged()
    const { table, path } = await openScanFile(dir)
    expect(path).toBe(join(dir, 'result.parquet'))
    expect(table.points).toBe(320)
    const [mass, ratio, effective] = await table.numbers(['mass', 'ratio', 'quantity.n-eff'])
    expect([mass[0], mass[319], ratio[0], ratio[319]]).toEqual([1e-4, 1, -0.5, 1])
    // N_eff is silent where the boson is too heavy.
    expect(effective.some(Number.isNaN)).toBe(true)
    expect(effective.some((value) => value > 3)).toBe(true)
    await expect(table.numbers(['couplin'])).rejects.toThrow("column: unknown column 'couplin'; did you mean 'coupling'?")
    await expect(table.numbers(['status.n-eff'])).rejects.toThrow("column: 'status.n-eff' holds words, not numbers")
    // Wherever it lies, and whatever it is called.
    copyFileSync(path, join(home, 'moved.parquet'))
    expect((await openScanFile(join(home, 'moved.parquet'))).table.spec).toEqual(table.spec)
  })

  it('that is none is refused', async () => {
    const { dir } = await planned({ shards: 1, chunk: 100 })
    await expect(openScanFile(dir)).rejects.toThrow(`scan: there is no result.parquet in '${dir}'; zest scan merge ${dir} writes it`)
    await expect(openScanFile(join(home, 'nowhere'))).rejects.toThrow(/^scan: there is no '/)
    writeFileSync(join(home, 'text.parquet'), 'a text, and no Parquet file at all')
    await expect(openScanFile(join(home, 'text.parquet'))).rejects.toThrow('scan: it is no Parquet file')
  })

  it('says under every figure what it assumes, and over limits where these are of another model or assume otherwise', async () => {
    const spec = { ...SMALL, assumptions: assume('default', { gMinus2: 'fnal-2021' }) }
    const { dir, plan } = await planned({ shards: 1, chunk: 100 }, spec)
    await runScan(dir, inProcess)
    await mergeScan(dir, plan)
    const said = 'assumptions: gMinus2=fnal-2021'
    for (const words of [['plot'], ['plot', '--value', 'strength.g-2-muon'], ['corner']]) {
      const { stdout } = await zest.in(home, ['scan', words[0], dir, ...words.slice(1), '--out', 'under.svg'])
      expect(stdout.split('\n')).toContain(said)
      expect(readFileSync(join(home, 'under.svg'), 'utf8')).toContain(said)
    }
    const over = async (...words: string[]): Promise<[warnings: string[], svg: string]> => {
      const limits = ['--constraint', 'g-2-muon', '--mass', '1MeV:1GeV:10', '--out', 'over.svg']
      const { code, stderr } = await zest.in(home, ['plot', '--scan', dir, ...limits, ...words])
      expect(code).toBe(0)
      return [stderr.split('\n').filter((line) => line.startsWith(`warning: ${dir}: `)), readFileSync(join(home, 'over.svg'), 'utf8')]
    }
    const [ofModel, ofAssumptions] = [
      'The scan is of muon-nu:ratio={ratio}, these limits are of mu-tau',
      'The scan assumes: gMinus2=fnal-2021; these limits: default',
    ]
    const [warnings, svg] = await over('--model', 'mu-tau')
    expect(warnings).toEqual([`warning: ${dir}: ${ofModel}. ${ofAssumptions}.`])
    for (const remark of [ofModel, ofAssumptions]) expect(svg).toContain(remark)
    const [none, alike] = await over('--model', 'muon-nu:ratio=0.2', '--set', 'gMinus2=fnal-2021')
    expect(none).toEqual([])
    expect(alike).toContain('The limits are of muon-nu:ratio=0.2, the regions of the best ratio at each point')
    expect(alike).not.toContain('The scan assumes')
  })

  it('is drawn, or refused in one line before anything is written', async () => {
    const dir = await merged()
    const drawn = await zest.in(home, ['scan', 'plot', dir, '--x', 'mass_GeV', '--value', 'strength.g-2-muon', '--out', 'map.svg'])
    expect(drawn).toMatchObject({ code: 0, stderr: '' })
    expect(readFileSync(join(home, 'map.svg'), 'utf8')).toMatch(/data-constraint="strength.g-2-muon"/)
    const refused = async (...words: string[]): Promise<string> => {
      const { code, stdout, stderr } = await zest.in(home, ['scan', ...words, '--out', 'none.svg'])
      expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 2, stdout: '', lines: 2 })
      expect(existsSync(join(home, 'none.svg'))).toBe(false)
      return stderr
    }
    expect(await refused('plot', dir, '--value', 'strength.borexno-2017')).toBe(
      "error: column: unknown column 'strength.borexno-2017'; did you mean 'strength.borexino-2017'?\n",
    )
    expect(await refused('plot', dir, '--x', 'coupling')).toMatch(/^error: y: 'coupling' is on the other axis too/)
    expect(await refused('plot', dir, '--marginal', '--value', 'lifetime_s')).toMatch(/^error: value: does not go with --marginal/)
    expect(await refused('plot', dir, '--take', 'least')).toMatch(/^error: take: /)
    expect(await refused('plot', dir, '--prior', 'log')).toMatch(/^error: prior: goes with --marginal/)
    expect(await refused('plot', dir, '--value', 'lifetime_s', '--y', 'lifetime_s')).toMatch(
      /^error: value: 'lifetime_s' is on an axis already/,
    )
    expect((await zest.in(home, ['scan', 'corner', dir, '--parameters', 'mass', '--level', '4sigma', '--out', 'one.svg'])).code).toBe(0)
    expect(await refused('corner', dir, '--parameters', 'mass,rato')).toMatch(
      /^error: column: unknown column 'rato'; did you mean 'ratio'\?/,
    )
    expect(await refused('corner', dir, '--prior', 'log')).toMatch(/^error: prior: 'log' does not go with ratio/)
  })
})
