import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OUTPUT_SCHEMAS } from '../../src/config/outputs.ts'
import { builtZest, scratch } from './zest.ts'

const zest = builtZest()
const home = scratch()
const FIT = ['fit', '--model', 'mu-tau', '--constraint', 'borexino-2017,g-2-muon', '--assume', 'foldenauer-2021', '--mass', '5MeV:200MeV']

async function json(...words: string[]) {
  const { code, stdout, stderr } = await zest.in(home, [...words, '--json'])
  expect(code, stderr).toBe(0)
  expect(stderr.replaceAll(/^warning: muon-nu.*\n/gm, '')).toBe('')
  return OUTPUT_SCHEMAS.fit.parse(JSON.parse(stdout)) as ReturnType<(typeof OUTPUT_SCHEMAS)['fit']['parse']>
}

describe('zest fit', () => {
  it('answers in text, in JSON and in figures, alike', async () => {
    const printed = await json(...FIT, '--level', '90%', '--out', 'fit.svg,fit.png,fit.json')
    expect(printed.files).toEqual(['fit.svg', 'fit.png', 'fit.json'])
    const { files: _, ...rest } = printed
    expect(JSON.parse(readFileSync(join(home, 'fit.json'), 'utf8'))).toEqual(rest)
    // Where (251 ± 59)e-11 is met, −2 ln L is that of Borexino alone, all but nothing.
    const { best, standard_model, intervals, regions } = printed
    expect(Math.abs((standard_model as { delta_chi2: number }).delta_chi2 - 18.115)).toBeLessThan(0.01)
    expect((best as { minus2LogL: number }).minus2LogL).toBeLessThan(1e-6)
    expect((intervals as unknown[]).length).toBe(2)
    expect((regions as { confidence: number }[]).map(({ confidence }) => confidence)).toEqual([0.9])
    const svg = readFileSync(join(home, 'fit.svg'), 'utf8')
    expect(svg).toMatch(/data-constraint="fit-90"/)
    expect(svg).toMatch(/profile likelihood/)
    expect(svg).toMatch(/assumptions: gMinus2=fnal-2021/)
    const { stdout } = await zest.in(home, FIT)
    expect(stdout).toMatch(/^Gauged Lμ − Lτ: 2 constraints, 2 numbers measured\n/)
    expect(stdout).toMatch(/ {2}mass {6}90 % {2}Δχ² 2\.706 {2}above 9\.757 MeV\n/)
    expect(stdout).toMatch(/flux\.7Be/)
    expect(stdout).toMatch(/^assumptions: .*gMinus2=fnal-2021/m)
  })

  it('fits mock data: the expectation itself gives the boson back, drawn data what their seed says', async () => {
    const words = [
      'fit',
      '--model',
      'mu-tau',
      '--constraint',
      'na64mu-1e11,ess',
      '--mass',
      '5MeV:100MeV',
      '--coupling',
      '1e-4:1e-2',
      '--level',
      '90%',
    ]
    const asimov = await json(...words, '--mock', '20MeV,5e-4')
    const { mass_GeV, coupling } = asimov.best as { mass_GeV: number; coupling: number }
    expect(Math.abs(mass_GeV / 0.02 - 1)).toBeLessThan(1e-3)
    expect(Math.abs(coupling / 5e-4 - 1)).toBeLessThan(1e-3)
    expect(asimov.mock).toMatchObject({ model: { id: 'mu-tau' }, mass_GeV: 0.02, coupling: 5e-4, data: 'asimov' })
    // Events where none are expected: no number says by how much the boson is better.
    expect(asimov.standard_model).toMatchObject({ minus2LogL: null, delta_chi2: null, p_local: 0, significance: null })
    const drawn = await json(...words, '--mock', '20MeV,5e-4', '--seed', '3')
    expect(drawn.mock).toMatchObject({ data: 'drawn', seed: 3 })
    expect((drawn.best as { minus2LogL: number }).minus2LogL).toBeGreaterThan(0.5)
    expect(await json(...words, '--mock', '20MeV,5e-4', '--seed', '3')).toEqual(drawn)
  })

  it('varies parameters of the model, and takes limits by an approximation when asked', async () => {
    const words = ['--mass', '10MeV:50MeV', '--vary', 'ratio=0.01:1', '--approximate', 'na64-inv-2019', '--level', '90%']
    const { parameters, best, constraints, intervals } = await json(
      ...['fit', '--model', 'muon-nu:ratio=0.1', '--constraint', 'g-2-muon,ccfr-1991', ...words],
    )
    expect(parameters).toMatchObject([{ name: 'mass' }, { name: 'coupling' }, { name: 'ratio', range: [0.01, 1], scale: 'log' }])
    expect(Object.keys((best as { others: object }).others)).toEqual(['ratio'])
    expect((constraints as { approximation?: string }[]).map(({ approximation }) => approximation !== undefined)).toEqual([
      false,
      false,
      true,
    ])
    expect((intervals as unknown[]).length).toBe(3)
  }, 60_000)

  it('leaves out who has nothing to say of the boson, and tells who and why', async () => {
    const words = ['fit', '--model', 'b-3e', '--constraint', 'na64mu-2024,g-2-electron,ccfr-1991', '--mass', '10MeV:50MeV']
    const { stdout } = await zest.in(home, words)
    expect(stdout).toMatch(/^Gauged B − 3Le: 1 constraint, 1 number measured\n/)
    expect(stdout).toMatch(/^ {2}na64mu-2024 has nothing to say and is left out: does not couple to muons$/m)
    expect(stdout).toMatch(/, with no degree of freedom left to judge it by$/m)
    const { code, stdout: printed } = await zest.in(home, [...words, '--json'])
    expect(code).toBe(0)
    const { silent, data, constraints } = OUTPUT_SCHEMAS.fit.parse(JSON.parse(printed)) as unknown as {
      silent: { id: string; left_out: boolean }[]
      data: number
      constraints: { id: string }[]
    }
    expect(silent.map(({ id, left_out }) => [id, left_out])).toEqual([
      ['na64mu-2024', true],
      ['ccfr-1991', true],
    ])
    expect(data).toBe(1)
    expect(constraints.map(({ id }) => id)).toEqual(['g-2-electron'])
  })

  it('says where it ends at the end of a range, and where the boson of mock data is outside', async () => {
    const words = ['fit', '--model', 'mu-tau', '--constraint', 'g-2-muon', '--mock', '20MeV,5', '--posterior', 'log']
    const { code, stdout } = await zest.in(home, words)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^mock data \(Asimov\) of mu-tau, mass 20 MeV, coupling 5, outside the ranges$/m)
    expect(stdout).toMatch(/^the best fit lies where the range of mass and coupling ends$/m)
    expect(stdout).toMatch(/p below 1e-300 for the coupling there/)
    expect(stdout).not.toMatch(/Infinity|NaN/)
  })

  it('has a posterior', async () => {
    const { posterior } = await json(...FIT, '--posterior', 'log', '--level', '90%')
    const { prior, regions } = posterior as { prior: string; regions: { share: number; coupling: [number, number][] }[] }
    expect(prior).toBe('log')
    const [{ share, coupling }] = regions
    expect(share).toBe(0.9)
    expect(coupling[0][0]).toBeGreaterThan(3e-4)
    expect(coupling[0][1]).toBeLessThan(2e-3)
  })

  it.each([
    [
      ['--constraint', 'babar-inv-2017'],
      /^error: constraint: babar-inv-2017 has no likelihood, only a limit; ask for it to be approximated/,
    ],
    [['--constraint', 'coherent-csi-2017,coherent-csi-2021'], /^error: constraint: .* are the same data/],
    [['--constraint', 'all'], /^error: constraint: all overlap; name those to combine/],
    [[], /^error: constraint: missing; name those to combine/],
    [['--constraint', 'g-2-muon', '--approximate', 'perturbativity'], /^error: approximate: perturbativity cannot be/],
    [['--constraint', 'g-2-moun'], /^error: constraint: unknown constraint 'g-2-moun'; did you mean 'g-2-muon'\?/],
    [
      ['--approximate', 'babar-4mu-2016', '--mass', '1MeV:100MeV', '--posterior', 'log'],
      /^error: constraint: nothing to say about this boson at these masses: babar-4mu-2016 \(published for 0\.216 to 7\.595 GeV\)/,
    ],
    [['--constraint', 'na64mu-2024', '--mass', '5GeV:10GeV'], /^error: constraint: nothing to say .* na64mu-2024 \(heavier than 3 GeV/],
    [['--constraint', 'g-2-muon', '--mass', '0.01:0.1'], /^error: mass: /],
    [['--constraint', 'g-2-muon', '--mass', '1GeV:1MeV'], /^error: mass: range '1GeV:1MeV' is reversed or empty/],
    [['--constraint', 'g-2-muon', '--level', '6sigma'], /^error: level: '6sigma' is no level; write 1sigma/],
    [['--constraint', 'g-2-muon', '--vary', 'ratio'], /^error: vary: 'ratio' is not name=lo:hi/],
    [['--constraint', 'g-2-muon', '--vary', 'ratio=0.1:1'], /^error: model: 'mu-tau' has no parameters/],
    [['--constraint', 'g-2-muon', '--seed', '3'], /^error: seed: goes with --mock/],
    [['--constraint', 'g-2-muon', '--mock', '20MeV'], /^error: mock: '20MeV' is not a mass and a coupling/],
    [['--constraint', 'g-2-muon', '--mock', '20,1e-4'], /^error: mass: /],
    [['--constraint', 'g-2-muon', '--posterior', 'uniform'], /^error: posterior: /],
    [
      ['--constraint', 'g-2-muon', '--posterior', 'log', '--vary', 'mixing=-0.01:0.01'],
      /^error: posterior: goes with mass and coupling alone/,
    ],
    [['--constraint', 'g-2-muon', '--out', 'fit.csv'], /^error: out: unknown output format 'csv'/],
  ])('refuses %j in one line', async (words, why) => {
    const { code, stdout, stderr } = await zest.in(home, ['fit', '--model', 'mu-tau', ...words])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(why)
    expect(stderr.trimEnd().split('\n').length).toBe(1)
  })
})
