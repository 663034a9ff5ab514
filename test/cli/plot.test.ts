import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OUTPUT_SCHEMAS } from '../../src/config/index.ts'
import { builtZest, scratch } from './zest.ts'

const zest = builtZest()
const home = scratch()
const PLANE = ['plot', '--model', 'bernal:c=-0.1,tanEta=-0.75', '--assume', 'bernal-2022', '--constraint', 'borexino-2017,g-2-muon']
const NSI = [...PLANE, '--plane', 'mass,epsMedium', '--mass', '10MeV:100MeV:7']
const TAN_ETA = [...PLANE, '--plane', 'epsMedium,tanEta', '--mass', '40MeV']

async function answer(words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await zest.in(home, words)
  expect([code, code === 0 ? '' : stderr]).toEqual([0, ''])
  return stdout
}
const read = (name: string): string => readFileSync(join(home, name), 'utf8')

describe('zest figure', () => {
  it('prints no TeX', async () => {
    const words = ['figure', 'foldenauer-2021-reconstruction-mu', '--out', 'mu.svg']
    const text = await answer(words)
    expect(text).toContain('Data of a boson of Lμ (30 MeV, 5.5×10⁻⁴, assumed)')
    expect(text).not.toMatch(/[$\\]/)
    expect(JSON.parse(await answer([...words, '--json'])).caption).not.toMatch(/[$\\]/)
  })
})

describe('zest plot', () => {
  it('leaves constraints out of everything, bands of the past with those of today', async () => {
    const words = ['plot', '--model', 'b-l', '--mass', '10MeV:1GeV:20']
    await answer([...words, '--without', 'g-2-muon,borexino-2017', '--out', 'without.svg,without.csv'])
    expect(read('without.svg')).not.toMatch(/g-2-muon|borexino-2017/)
    expect(read('without.svg')).toMatch(/na64-inv-2019/)
    expect(read('without.csv')).not.toMatch(/^(g-2-muon|borexino-2017),/m)
    expect(read('without.csv')).toMatch(/^borexino-2011,/m)
    const refused = async (more: readonly string[]): Promise<string> => (await zest.in(home, [...words, ...more])).stderr
    expect(await refused(['--without', 'borxino-2017'])).toMatch(
      /^error: without: unknown constraint 'borxino-2017'; did you mean 'borexino-2017'/,
    )
    expect(await refused(['--constraint', 'g-2-muon', '--without', 'borexino-2017'])).toMatch(/without: goes with every constraint/)
  })

  it('draws the whole catalogue, without projections unless asked', async () => {
    const words = ['plot', '--model', 'b-l', '--mass', '1MeV:10GeV:40']
    await answer([...words, '--out', 'limits.svg'])
    await answer([...words, '--projections', '--out', 'future.svg'])
    await answer([...words, '--apart', '--out', 'apart.svg'])
    expect(read('limits.svg')).toMatch(/data-constraint="na64-inv-2016 na64-inv-2017 /)
    expect(read('limits.svg')).not.toMatch(/projected reach/)
    expect(read('future.svg')).toMatch(/projected reach/)
    expect(read('apart.svg')).toMatch(/data-constraint="na64-inv-2016"/)
  })

  it('draws up to ten named constraints apart, and says which of more it joins', async () => {
    const named = [
      'na64-inv-2016',
      'na64-inv-2017',
      'babar-inv-2017',
      'borexino-2017',
      'g-2-muon',
      'g-2-electron',
      'bbn-cmb',
      'white-dwarf',
      'e137-andreas',
      'orsay',
    ]
    const words = ['plot', '--model', 'b-l', '--mass', '1MeV:10GeV:20', '--out', 'named.svg', '--constraint']
    expect((await zest.in(home, [...words, named.join()])).stderr).not.toContain('note:')
    expect(read('named.svg')).toMatch(/data-constraint="na64-inv-2016"/)
    const more = [...named, 'e774'].join()
    const { stderr } = await zest.in(home, [...words, more])
    expect(stderr).toMatch(/^note: more than ten .* one region, unless --apart is given: na64-inv-2016, na64-inv-2017$/m)
    expect(read('named.svg')).toMatch(/data-constraint="na64-inv-2016 na64-inv-2017"/)
    await answer([...words, more, '--apart'])
    expect(read('named.svg')).toMatch(/data-constraint="na64-inv-2016"/)
  })

  it('tells ε_medium in files and text as in the figure', async () => {
    const text = await answer([...NSI, '--out', 'p.svg,p.csv,p.json'])
    expect(text).toContain('eps_medium excluded (or preferred) at each mass')
    const { plane, curves } = OUTPUT_SCHEMAS.plot.parse(JSON.parse(await answer([...NSI, '--json', '--out', 'p.svg']))) as {
      plane: string
      curves: { points: { mass_GeV: number; excluded: [number, null][] }[] }[]
    }
    expect(plane).toBe('mass,epsMedium')
    // |ε^e| < 2 is one number of ε_medium at every mass: eq. (34) of bernal-2022.
    for (const { excluded } of curves[0].points) expect(Math.abs(excluded[0][0] / (3.08 / (1 + 1 / 0.75)) - 1)).toBeLessThan(1e-6)
    const [head, row] = read('p.csv').split('\n')
    expect(head).toBe('constraint,kind,confidence,mass_GeV,eps_medium_lower,eps_medium_upper,silent,source,unverified')
    expect(row).toMatch(/^borexino-2017,exclusion,.*0\.01,1\.32/)
    expect(JSON.parse(read('p.json')).plane).toBe('mass,epsMedium')
  })

  it('draws tan η, with another range', async () => {
    const { curves } = OUTPUT_SCHEMAS.plot.parse(
      JSON.parse(await answer([...TAN_ETA, '--tan-eta', '0.5:1', '--eps', '-1:3', '--json', '--out', 't.svg'])),
    ) as unknown as { curves: { points: { tan_eta: number }[] }[] }
    const values = curves[0].points.map(({ tan_eta }) => tan_eta)
    expect([values[0], values.at(-1)]).toEqual([0.5, 1])
    expect(read('t.svg')).toMatch(/<svg /)
  })

  const refused: [string, string[], RegExp][] = [
    ['an unknown plane', [...PLANE, '--plane', 'mass,eps'], /^error: plane: unknown plane 'mass,eps'/],
    ['tan η without a mass', TAN_ETA.slice(0, -2), /^error: mass: missing; write a quantity such as --mass/],
    ['tan η at a range of masses', [...TAN_ETA.slice(0, -1), '1MeV:1GeV'], /^error: mass: /],
    ['a model without tan η', TAN_ETA.with(2, 'b-l'), /^error: plane: 'b-l' has no parameter tanEta/],
    ['a model that matter does not feel', NSI.with(2, 'mu-tau'), /^error: plane: ν_μ feels no potential of mu-tau/],
    ['reversed tan η', [...TAN_ETA, '--tan-eta', '2:-2'], /^error: tan-eta: range '2:-2' is reversed/],
    ['reversed ε', [...NSI, '--eps', '3:1'], /^error: eps: range '3:1' is reversed/],
    ['ε of the other sign', [...NSI, '--eps', '-3:-1'], /^error: eps: ε_medium of bernal.* lies above zero/],
    ['ε that is no number', [...NSI, '--eps', '1:ten'], /^error: eps: 'ten' is not a number/],
    ['one ε', [...NSI, '--eps', '3'], /^error: eps: '3' is not a range; write lo:hi/],
    ['couplings where they are no axis', [...NSI, '--coupling', '1e-5:1'], /^error: coupling: is no axis of the plane mass,epsMedium/],
    ['ε where it is no axis', [...PLANE, '--eps', '1:3'], /^error: eps: is no axis of the plane mass,coupling; it goes with --plane/],
    ['tan η where it is no axis', [...NSI, '--tan-eta', '1:3'], /^error: tan-eta: is no axis of the plane mass,epsMedium/],
  ]
  it.each(refused)('refuses %s', async (_, words, message) => {
    const { code, stderr } = await zest.in(home, [...words, '--out', 'refused.svg'])
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })
})
