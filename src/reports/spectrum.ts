import { type SpectrumRow, type SpectrumTable, spectrumAxis } from '../figures/spectrum.ts'
import { textTable, trim } from './text.ts'

/** A spectrum as reports tell it. */
export interface ReportedSpectrum extends SpectrumTable {
  /** Which recoils, where not those that the detector is after. */
  readonly about?: string
}

/** Columns after the energy: name in tables, key in JSON, value. */
const COLUMNS = [
  ['neutrinos', 'neutrinos', ({ neutrinos }: SpectrumRow) => neutrinos],
  ['with boson', 'with_boson', ({ withBoson }: SpectrumRow) => withBoson],
  ['background', 'background', ({ background }: SpectrumRow) => background],
  ['observed', 'observed', ({ observed }: SpectrumRow) => observed],
  ['±', 'error', ({ error }: SpectrumRow) => error],
] as const

/** The stable JSON of spectra. */
export const spectraJson = (tables: readonly ReportedSpectrum[]) =>
  tables.map(({ channel, about, unit, quantity, window, silent, rows }) => ({
    channel,
    ...(about === undefined ? {} : { about }),
    axis: spectrumAxis({ channel, unit }),
    unit,
    quantity,
    ...(window === undefined ? {} : { window }),
    ...(silent === undefined ? {} : { silent }),
    points: rows.map((row) => ({
      ...(row.from === row.to ? { energy: row.from } : { from: row.from, to: row.to }),
      ...Object.fromEntries(COLUMNS.flatMap(([, key, valueIn]) => (valueIn(row) === undefined ? [] : [[key, valueIn(row)]]))),
    })),
  }))

/** One row a bin, or an energy where `from` is `to`; empty where there is nothing. */
export function spectraCsv(tables: readonly ReportedSpectrum[]): string {
  const head = ['channel', 'unit', 'quantity', 'from', 'to', ...COLUMNS.map(([, key]) => key)]
  const rows = tables.flatMap(({ channel, unit, quantity, rows }) =>
    rows.map((row) => [channel, unit, quantity, row.from, row.to, ...COLUMNS.map(([, , valueIn]) => valueIn(row) ?? '')]),
  )
  return `${[head, ...rows].map((row) => row.join(',')).join('\n')}\n`
}

/** What is counted, by channel. */
export const EVENTS = { er: 'electron recoils', nr: 'nuclear recoils', muon: 'outgoing muons' } as const
const QUANTITIES = { counts: 'counts in bins', rate_per_t_yr_keV: 'per t yr keV' } as const

/** A table for each spectrum, with sums over bins, and over those that a limit counts. */
export function spectraText(tables: readonly ReportedSpectrum[]): string {
  return tables.map(spectrumText).join('\n\n')
}

function spectrumText({ channel, unit, quantity, window, silent, rows, about }: ReportedSpectrum): string {
  const columns = COLUMNS.filter(([, , valueIn]) => rows.some((row) => valueIn(row) !== undefined))
  const sums = (some: readonly SpectrumRow[]): string[] =>
    columns.map(([, key, valueIn]) => {
      const values = some.map((row) => valueIn(row) ?? 0)
      return trim(key === 'error' ? Math.hypot(...values) : values.reduce((sum, value) => sum + value, 0))
    })
  const counted = window && [
    [`of ${window.map(trim).join('–')}`, ...sums(rows.filter(({ from, to }) => from >= window[0] && to <= window[1]))],
  ]
  return [
    `${about ?? EVENTS[channel]}, ${QUANTITIES[quantity]}`,
    ...(silent === undefined ? [] : [`the boson changes nothing: ${silent}`]),
    textTable([
      [unit, ...columns.map(([name]) => name)],
      ...rows.map((row) => [
        row.from === row.to ? trim(row.from) : `${trim(row.from)}–${trim(row.to)}`,
        ...columns.map(([, , valueIn]) => trim(valueIn(row) ?? 0)),
      ]),
      ...(quantity === 'counts' ? [['sum', ...sums(rows)]] : []),
      ...(counted ?? []),
    ]),
  ].join('\n')
}
