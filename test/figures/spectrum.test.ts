import { describe, expect, it } from 'vitest'
import type { LineLayer, MarkerLayer } from '../../src/figures/spec.ts'
import { type SpectrumTable, spectrumPanel } from '../../src/figures/spectrum.ts'
import { spectraCsv, spectraJson, spectraText } from '../../src/reports/spectrum.ts'

const bins: SpectrumTable = {
  channel: 'er',
  unit: 'keV',
  quantity: 'counts',
  rows: [
    { from: 1, to: 2, neutrinos: 3, withBoson: 5, background: 10, observed: 16, error: 4 },
    { from: 2, to: 3, neutrinos: 4, withBoson: 9, background: 10, observed: 9, error: 3 },
    { from: 5, to: 6, neutrinos: 1, withBoson: 1, background: 10, observed: 12, error: 2 },
  ],
}
const rates: SpectrumTable = {
  channel: 'nr',
  unit: 'keV',
  quantity: 'rate_per_t_yr_keV',
  rows: [
    { from: 1, to: 1, neutrinos: 100 },
    { from: 3, to: 3, neutrinos: 1 },
    { from: 6, to: 6, neutrinos: 0 },
  ],
}
const muons: SpectrumTable = {
  channel: 'muon',
  unit: 'GeV',
  quantity: 'counts',
  window: [10, 100],
  rows: [
    { from: 0, to: 10, withBoson: 2 },
    { from: 10, to: 100, withBoson: 30 },
    { from: 100, to: 160, withBoson: 5 },
  ],
}
const line = (table: SpectrumTable, id: string) => spectrumPanel(table).layers.find((layer) => layer.id === id) as LineLayer

describe('the panel of a spectrum', () => {
  it('draws steps over bins that touch, neutrinos on top of the background', () => {
    expect(line(bins, 'boson').paths).toEqual([
      [
        [1, 15],
        [2, 15],
        [2, 19],
        [3, 19],
      ],
      [
        [5, 11],
        [6, 11],
      ],
    ])
    expect(line(bins, 'standard').paths[1][0]).toEqual([5, 11])
    expect(line(bins, 'background').paths[0][0]).toEqual([1, 10])
  })

  it('draws data amid their bins with their errors, all within the axes', () => {
    const { layers, y } = spectrumPanel(bins)
    const data = layers.find(({ id }) => id === 'observed') as MarkerLayer
    expect(data.points).toEqual([
      [1.5, 16],
      [2.5, 9],
      [5.5, 12],
    ])
    expect(data.errors).toEqual([4, 3, 2])
    expect(y).toMatchObject({ scale: 'linear', min: 0 })
    expect(y.max).toBeGreaterThan(20)
  })

  it('leaves a logarithmic axis through its end where there is nothing, and comes back there', () => {
    const at = (energy: number, neutrinos: number) => ({ from: energy, to: energy, neutrinos })
    const table = { ...rates, rows: [...rates.rows, at(7, 0), at(8, 0), at(9, 5)] }
    const { layers, y } = spectrumPanel(table)
    expect(y.scale).toBe('log')
    const { paths } = layers[0] as LineLayer
    expect(paths.map((path) => path.map(([energy]) => energy))).toEqual([
      [1, 3, 6],
      [8, 9],
    ])
    for (const [, value] of [paths[0][2], paths[1][0]]) {
      expect(value).toBeGreaterThan(0)
      expect(value).toBeLessThan(y.min)
    }
    expect(layers.map(({ id }) => id)).toEqual(['standard'])
  })

  it('follows a rate down a billion times', () => {
    const rows = [1, 1e-4, 1e-8, 1e-12].map((neutrinos, k) => ({ from: k + 1, to: k + 1, neutrinos }))
    const { y } = spectrumPanel({ ...rates, rows })
    expect(y.min).toBeLessThan(1e-8)
    expect(y.min).toBeGreaterThan(1e-10)
  })
})

describe('the panel of outgoing muons', () => {
  it('has the boson and the window, and no line for what nobody computed', () => {
    const { layers, x, y } = spectrumPanel(muons)
    expect(x).toEqual({ label: 'energy of the outgoing muon [GeV]', scale: 'linear', min: 0, max: 160 })
    expect(layers.map(({ id }) => id)).toEqual(['boson', 'window-0', 'window-1'])
    expect(layers.map(({ label }) => label)).toEqual(['with the boson', 'window', undefined])
    expect(line(muons, 'window-1').paths).toEqual([
      [
        [100, y.min],
        [100, y.max],
      ],
    ])
  })

  it('is an empty frame without a boson', () => {
    const rows = muons.rows.map(({ from, to }) => ({ from, to }))
    const { layers, y } = spectrumPanel({ ...muons, rows })
    expect(layers.map(({ id }) => id)).toEqual(['window-0', 'window-1'])
    expect(y).toMatchObject({ scale: 'linear', min: 0, max: 1 })
  })

  it.each([
    ['er', 'keVee', 'electron recoil energy [keV$_{\\mathrm{ee}}$]'],
    ['nr', 'keVnr', 'nuclear recoil energy [keV$_{\\mathrm{nr}}$]'],
    ['nr', 'photoelectrons', 'photoelectrons'],
  ] as const)('%s in %s: %s', (channel, unit, label) => {
    expect(spectrumPanel({ ...bins, channel, unit }).x.label).toBe(label)
  })
})

describe('the spectrum in words', () => {
  it('is JSON with energies or bins', () => {
    expect(spectraJson([rates])[0].points[1]).toEqual({ energy: 3, neutrinos: 1 })
    expect(spectraJson([bins])[0].points[0]).toEqual({
      from: 1,
      to: 2,
      neutrinos: 3,
      with_boson: 5,
      background: 10,
      observed: 16,
      error: 4,
    })
  })

  it('is JSON with an axis that says what it is, in which unit', () => {
    expect(spectraJson([muons])[0]).toEqual({
      channel: 'muon',
      axis: 'energy of the outgoing muon',
      unit: 'GeV',
      quantity: 'counts',
      window: [10, 100],
      points: [
        { from: 0, to: 10, with_boson: 2 },
        { from: 10, to: 100, with_boson: 30 },
        { from: 100, to: 160, with_boson: 5 },
      ],
    })
    expect(spectraJson([rates])[0]).toMatchObject({ axis: 'nuclear recoil energy', unit: 'keV' })
    expect(spectraJson([rates])[0]).not.toHaveProperty('window')
  })

  it('is CSV with one width', () => {
    const rows = spectraCsv([bins, rates]).trimEnd().split('\n')
    expect(rows[1]).toBe('er,keV,counts,1,2,3,5,10,16,4')
    expect(rows[4]).toBe('nr,keV,rate_per_t_yr_keV,1,1,100,,,,')
    expect(new Set(rows.map((row) => row.split(',').length))).toEqual(new Set([10]))
  })

  it('is text with sums, errors in quadrature, and why a boson changes nothing', () => {
    const text = spectraText([{ ...bins, silent: 'no coupling to electrons' }])
    expect(text).toMatch(/^sum +8 +15 +30 +37 +5\.385$/m)
    expect(text).toContain('the boson changes nothing: no coupling to electrons')
    expect(spectraText([rates])).not.toContain('sum')
    const about = spectraText([muons])
    expect(about).toMatch(/^outgoing muons, counts in bins\nGeV +with boson\n/)
    expect(about).toMatch(/^sum +37$/m)
    expect(about).toMatch(/^of 10–100 +30$/m)
  })
})
