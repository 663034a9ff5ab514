import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OUTPUT_SCHEMAS } from '../../src/config/outputs.ts'
import { builtZest, scratch } from './zest.ts'

const zest = builtZest()
const home = scratch()

/** What a command prints as JSON, held to its schema. */
async function json<K extends 'spectrum' | 'rate' | 'oscillation'>(name: K, ...words: string[]) {
  const { code, stdout, stderr } = await zest.in(home, [name, ...words, '--json'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return OUTPUT_SCHEMAS[name].parse(JSON.parse(stdout)) as ReturnType<(typeof OUTPUT_SCHEMAS)[K]['parse']>
}

describe('zest spectrum', () => {
  it('is the spectrum of a detector in files of every kind, the same in each', async () => {
    const words = ['--experiment', 'darwin', '--channel', 'nr', '--model', 'mu-tau', '--mass', '15MeV', '--coupling', '1e-3']
    const printed = await json('spectrum', ...words, '--out', 'spectrum.svg,spectrum.csv,spectrum.json')
    expect(printed.experiment).toBe('darwin-nr')
    expect(printed.files).toEqual(['spectrum.svg', 'spectrum.csv', 'spectrum.json'])
    const [{ channel, unit, quantity, points }] = printed.spectra
    expect({ channel, unit, quantity }).toEqual({ channel: 'nr', unit: 'keVnr', quantity: 'counts' })
    const written = JSON.parse(readFileSync(join(home, 'spectrum.json'), 'utf8'))
    expect(written.spectra).toEqual(printed.spectra)
    const rows = readFileSync(join(home, 'spectrum.csv'), 'utf8').trimEnd().split('\n')
    expect(rows.length).toBe(1 + points.length)
    expect(Number(rows[1].split(',')[5])).toBe(points[0].neutrinos)
    expect(readFileSync(join(home, 'spectrum.svg'), 'utf8')).toMatch(/^<svg/)
  })

  it('says of which source, and of which recoils', async () => {
    const beam = ['--source', 'stopped-pion', '--protons', '1.5e23/yr', '--pions', '0.08', '--distance', '28.4m']
    const words = ['--target', 'Ar', '--channel', 'nr', '--energy', '30keV']
    const { points, source } = await json('rate', ...words, ...beam)
    expect(source).toBe('stopped-pion')
    expect(Object.keys(points[0].by_source)).toEqual(['nu_mu', 'anti-nu_mu', 'nu_e'])
    const { title, spectra } = await json('spectrum', ...words, ...beam)
    expect(title).toBe('Neutrinos of stopped pions on Ar')
    const [{ neutrinos = 0 }] = spectra[0].points
    expect(Math.abs(neutrinos / points[0].rate_per_t_yr_keV - 1)).toBeLessThan(1e-12)
    // A reactor twice as far away gives a quarter.
    const reactor = (distance: string) =>
      json('rate', ...words.with(-1, '1keV'), '--source', 'reactor', '--power', '3GW', '--distance', distance)
    const [near, far] = (await Promise.all([reactor('20m'), reactor('0.04km')])).map(({ points: [point] }) => point.rate_per_t_yr_keV)
    expect(Math.abs(near / far / 4 - 1)).toBeLessThan(1e-12)
    expect(near).toBeGreaterThan(0)
    const [leaked] = (await json('spectrum', '--experiment', 'darwin-nr', '--channel', 'er')).spectra
    expect(leaked.about).toMatch(/^electron recoils that leak in/)
  })

  it('is the spectrum of outgoing muons as well, as bins and as files', async () => {
    const boson = ['--model', 'mu-tau', '--mass', '0.1GeV', '--coupling', '5e-4']
    const words = (id: string) => ['--experiment', id, ...boson]
    const few = await json('spectrum', ...words('na64mu-1e11'), '--out', 'muons.svg,muons.csv')
    expect(few).toMatchObject({ experiment: 'na64mu-1e11', model: { id: 'mu-tau' }, mass_GeV: 0.1, coupling: 5e-4 })
    expect(few.remarks.join(' ')).toMatch(/1e11 muons of 160 GeV .*10 to 100 GeV count; no background is assumed/)
    const [{ channel, axis, unit, quantity, window, points }] = few.spectra
    expect({ channel, axis, unit, quantity, window }).toEqual({
      channel: 'muon',
      axis: 'energy of the outgoing muon',
      unit: 'GeV',
      quantity: 'counts',
      window: [10, 100],
    })
    expect(points).toHaveLength(32)
    expect(points.every((point) => !('neutrinos' in point) && !('background' in point))).toBe(true)
    const [{ points: many }] = (await json('spectrum', ...words('na64mu-1e12'))).spectra
    for (const [b, { with_boson }] of many.entries()) expect(Math.abs(with_boson! / points[b].with_boson! / 10 - 1)).toBeLessThan(1e-9)
    expect((await json('spectrum', ...words('na64mu-2024'), '--channel', 'muon')).spectra[0].window).toEqual([10, 80])

    const svg = readFileSync(join(home, 'muons.svg'), 'utf8')
    expect(svg).toContain('no background is assumed: nothing is expected without the boson.</desc>')
    expect(svg).not.toContain('Standard Model')
    expect(readFileSync(join(home, 'muons.csv'), 'utf8').split('\n')[3]).toBe(`muon,GeV,counts,10,15,,${points[2].with_boson},,,`)
  })

  it('is zero at NA64 for a boson that muons do not feel', async () => {
    const words = ['--model', 'e-tau', '--mass', '0.1GeV', '--coupling', '5e-4', '--set', 'kineticMixing=none']
    const [{ silent, points }] = (await json('spectrum', '--experiment', 'na64mu-1e12', ...words)).spectra
    expect(silent).toBe('does not couple to muons')
    expect(points.map(({ with_boson }) => with_boson)).toEqual(Array(32).fill(0))
  })

  it('agrees with zest rate on a target', async () => {
    const words = [
      '--target',
      'Ge',
      '--channel',
      'nr',
      '--energy',
      '0.5keV,2keV',
      '--model',
      'mu-tau',
      '--mass',
      '15MeV',
      '--coupling',
      '1e-3',
    ]
    const [{ points }] = (await json('spectrum', ...words)).spectra
    const rates = (await json('rate', ...words)).points
    for (const [i, { with_boson }] of points.entries()) expect(Math.abs(with_boson! / rates[i].rate_per_t_yr_keV - 1)).toBeLessThan(1e-12)
  })
})

describe('zest oscillation', () => {
  it('at night: electron neutrinos come back in the Earth, over the year half as many', async () => {
    const words = ['--source', '8B', '--energy', '10MeV']
    const at = (...more: string[]) => json('oscillation', ...words, ...more)
    const [day, night, year] = await Promise.all([at(), at('--latitude', '36.4deg'), at('--latitude', '36.4deg', '--time', 'year')])
    expect([day.time, night.time, night.latitude_deg, year.time]).toEqual([undefined, 'night', 36.4, 'year'])
    const [none, all, half] = [day, night, year].map(({ points: [point] }) => point.P_ee)
    expect(all / none).toBeGreaterThan(1.02)
    expect((half - none) / (all - none)).toBeCloseTo(0.5, 9)
    expect(night.citations).toContain('prem-1981')
  })
})
