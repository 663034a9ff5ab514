import { type EventSpectrum, isSilent } from '../constraints/index.ts'
import type { Boson } from '../couplings/index.ts'
import type { Axis, Layer, Panel, Point } from './spec.ts'

/** One bin, or one energy where `from` is `to`. */
export interface SpectrumRow {
  readonly from: number
  readonly to: number
  /** Neutrinos without the boson; absent where nothing is expected then. */
  readonly neutrinos?: number
  /** Neutrinos, or muons, with the boson. */
  readonly withBoson?: number
  readonly background?: number
  readonly observed?: number
  /** 1σ of what was observed. */
  readonly error?: number
}

/** Events against energy, ready to be drawn or written down. */
export interface SpectrumTable {
  readonly channel: EventSpectrum['channel']
  readonly unit: EventSpectrum['unit']
  /** Counts in bins, or a rate per tonne, year and keV. */
  readonly quantity: 'counts' | 'rate_per_t_yr_keV'
  /** What a limit counts, where the rows go beyond it. */
  readonly window?: readonly [from: number, to: number]
  /** Why the boson changes nothing. */
  readonly silent?: string
  readonly rows: readonly SpectrumRow[]
}

/** The bins of an experiment, with a boson where there is one. */
export function spectrumTable(spectrum: EventSpectrum, boson?: Boson): SpectrumTable {
  const { channel, unit, bins, window, neutrinos, background, observed, errors } = spectrum
  const answer = boson === undefined ? undefined : spectrum.withBoson(boson)
  const changed = isSilent(answer) ? neutrinos : answer
  const [hasNeutrinos, hasBackground] = [neutrinos, background].map((counts) => counts.some((count) => count > 0))
  const rows = bins.map(([from, to], b) => ({
    from,
    to,
    ...(hasNeutrinos ? { neutrinos: neutrinos[b] } : {}),
    ...(changed === undefined ? {} : { withBoson: changed[b] }),
    ...(hasBackground ? { background: background[b] } : {}),
    ...(observed === undefined ? {} : { observed: observed[b], error: errors?.[b] ?? Math.sqrt(observed[b]) }),
  }))
  return { channel, unit, quantity: 'counts', ...(window && { window }), ...(isSilent(answer) ? { silent: answer.silent } : {}), rows }
}

const ENERGIES = {
  er: 'electron recoil energy',
  nr: 'nuclear recoil energy',
  muon: 'energy of the outgoing muon',
} as const satisfies Record<EventSpectrum['channel'], string>
/** Units of energies, typeset. */
const UNITS = { keV: 'keV', keVee: 'keV$_{\\mathrm{ee}}$', keVnr: 'keV$_{\\mathrm{nr}}$', GeV: 'GeV' } as const

/**
 * What the axis of a spectrum is, in words; its unit is the spectrum's.
 *
 * @example
 * spectrumAxis({ channel: 'er', unit: 'keVee' }) // 'electron recoil energy'
 */
export const spectrumAxis = ({ channel, unit }: Pick<SpectrumTable, 'channel' | 'unit'>) =>
  unit === 'photoelectrons' ? unit : ENERGIES[channel]

const axisLabel = (table: SpectrumTable): string =>
  table.unit === 'photoelectrons' ? table.unit : `${spectrumAxis(table)} [${UNITS[table.unit]}]`

/** Curves over more than this factor get a logarithmic axis. */
const WIDE = 30
/** A logarithmic axis goes no deeper below its top than this. */
const DEPTH = 1e9
/** Where it ends, over the lowest value that it shows; what lies out of sight, over where it ends. */
const [END, BELOW] = [0.7, 0.5] as const

/** One curve: steps over bins, a line through energies. Bins that do not touch leave a gap. */
function curve(rows: readonly SpectrumRow[], valueIn: (row: SpectrumRow) => number): Point[][] {
  const paths: Point[][] = []
  let end = Number.NaN
  for (const row of rows) {
    const { from, to } = row
    const value = valueIn(row)
    if (from !== end && from !== to) paths.push([])
    if (paths.length === 0) paths.push([])
    const path = paths[paths.length - 1]
    path.push([from, value])
    if (to !== from) path.push([to, value])
    end = to
  }
  return paths
}

/** A logarithmic axis shows no zeros: a path leaves it through its lower end, and comes back there. */
function positive(paths: readonly Point[][], end: number): Point[][] {
  const kept: Point[][] = []
  for (const path of paths) {
    const isAbove = path.map(([, value]) => value >= end)
    path.forEach(([x, value], k) => {
      if (k === 0 || !(isAbove[k - 1] || isAbove[k])) kept.push([])
      if (isAbove[k - 1] || isAbove[k] || isAbove[k + 1]) kept[kept.length - 1].push([x, value > 0 ? value : BELOW * end])
    })
  }
  return kept.filter((path) => path.length > 1)
}

function axisOf(label: string, values: readonly number[], from0: boolean): Axis {
  const [low, high] = [Math.min(...values), Math.max(0, ...values)]
  if (from0) return { label, scale: 'linear', min: 0, max: 1.15 * high || 1 }
  return { label, scale: 'log', min: END * low, max: 1.5 * high }
}

export interface SpectrumPanelOptions {
  readonly title?: string
  /** Of the boson's curve: `$m$ = 15 MeV, $g$ = 1e-3`. */
  readonly bosonLabel?: string
}

/**
 * Events against energy: data with their errors, the background, sums with neutrinos as the Standard Model and as the boson have them, and what of it a limit counts.
 * Where nothing is expected without the boson, no curve says so.
 *
 * @example
 * const rows = [{ from: 1, to: 2, neutrinos: 3, withBoson: 5 }]
 * const { layers } = spectrumPanel({ channel: 'er', unit: 'keV', quantity: 'counts', rows }, { bosonLabel: '15 MeV' })
 * layers.map(({ id }) => id) // ['standard', 'boson']
 */
export function spectrumPanel(table: SpectrumTable, { title, bosonLabel = 'with the boson' }: SpectrumPanelOptions = {}): Panel {
  const { rows, quantity, window = [] } = table
  const hasBackground = rows.some(({ background }) => background !== undefined)
  const sum = (count: number | undefined, { background = 0 }: SpectrumRow): number => (count ?? 0) + background
  const curves: {
    id: string
    label: string
    dash: 'solid' | 'dashed' | 'dotted'
    colour: number
    valueIn: (row: SpectrumRow) => number
  }[] = []
  if (rows.some(({ neutrinos }) => neutrinos !== undefined))
    curves.push({
      id: 'standard',
      label: hasBackground ? 'background and Standard Model neutrinos' : 'Standard Model',
      dash: 'solid',
      colour: 11,
      valueIn: (row) => sum(row.neutrinos, row),
    })
  if (rows.some(({ withBoson }) => withBoson !== undefined))
    curves.push({ id: 'boson', label: bosonLabel, dash: 'solid', colour: 0, valueIn: (row) => sum(row.withBoson, row) })
  if (hasBackground)
    curves.push({ id: 'background', label: 'background', dash: 'dashed', colour: 7, valueIn: ({ background }) => background ?? 0 })

  const observed = rows.filter((row) => row.observed !== undefined)
  const values = [...curves.flatMap(({ valueIn }) => rows.map(valueIn)), ...observed.map((row) => row.observed!)]
  const above = values.filter((value) => value > 0)
  const high = Math.max(...above, Number.MIN_VALUE)
  const floor = Math.max(Math.min(...above, high), high / DEPTH)
  const isLinear = observed.length > 0 || high / floor < WIDE
  const tops = observed.map((row) => row.observed! + row.error!)
  const energies = rows.flatMap(({ from, to }) => [from, to])
  const [lowest, highest] = [Math.min(...energies), Math.max(...energies)]
  const isLogX = quantity !== 'counts' && highest / lowest > 10

  const layers: Layer[] = curves.flatMap(({ id, label, dash, colour, valueIn }) => {
    const paths = isLinear ? curve(rows, valueIn) : positive(curve(rows, valueIn), END * floor)
    return paths.length === 0 ? [] : [{ kind: 'line', id, style: 'curve', dash, paths, label, colour } as const]
  })
  if (observed.length > 0) {
    layers.push({
      kind: 'marker',
      id: 'observed',
      symbol: 'circle',
      points: observed.map(({ from, to, observed: count }): Point => [0.5 * (from + to), count!]),
      errors: observed.map(({ error }) => error!),
      label: 'data',
      colour: 11,
    })
  }
  const y = axisOf(
    quantity === 'counts' ? 'counts per bin' : '$\\mathrm{d}R/\\mathrm{d}E$ [1/(t yr keV)]',
    isLinear ? [...values, ...tops] : [floor, high],
    isLinear,
  )
  window.forEach((energy, i) => {
    const paths = [[y.min, y.max].map((count): Point => [energy, count])]
    layers.push({
      kind: 'line',
      id: `window-${i}`,
      style: 'curve',
      dash: 'dotted',
      paths,
      colour: 11,
      ...(i === 0 ? { label: 'window' } : {}),
    })
  })
  return {
    title,
    x: { label: axisLabel(table), scale: isLogX ? 'log' : 'linear', min: lowest, max: highest },
    y,
    layers,
    legend: 'all',
  }
}
