import { isSilent, type RecoilSpectrum } from '../constraints/index.ts'
import type { Boson } from '../couplings/index.ts'
import type { Axis, Layer, Panel, Point } from './spec.ts'

/** One bin, or one energy where `from` is `to`. */
export interface SpectrumRow {
  readonly from: number
  readonly to: number
  /** Neutrinos without the boson. */
  readonly neutrinos: number
  /** Neutrinos with the boson. */
  readonly withBoson?: number
  readonly background?: number
  readonly observed?: number
  /** 1σ of what was observed. */
  readonly error?: number
}

/** Recoils against energy, ready to be drawn or written down. */
export interface SpectrumTable {
  readonly channel: RecoilSpectrum['channel']
  readonly unit: RecoilSpectrum['unit']
  /** Counts in bins, or a rate per tonne, year and keV. */
  readonly quantity: 'counts' | 'rate_per_t_yr_keV'
  /** Why the boson changes nothing. */
  readonly silent?: string
  readonly rows: readonly SpectrumRow[]
}

/** The bins of a detector, with a boson where there is one. */
export function spectrumTable(spectrum: RecoilSpectrum, boson?: Boson): SpectrumTable {
  const { channel, unit, bins, neutrinos, background, observed, errors } = spectrum
  const answer = boson === undefined ? undefined : spectrum.withBoson(boson)
  const changed = isSilent(answer) ? neutrinos : answer
  const hasBackground = background.some((count) => count > 0)
  const rows = bins.map(([from, to], b) => ({
    from,
    to,
    neutrinos: neutrinos[b],
    ...(changed === undefined ? {} : { withBoson: changed[b] }),
    ...(hasBackground ? { background: background[b] } : {}),
    ...(observed === undefined ? {} : { observed: observed[b], error: errors?.[b] ?? Math.sqrt(observed[b]) }),
  }))
  return { channel, unit, quantity: 'counts', ...(isSilent(answer) ? { silent: answer.silent } : {}), rows }
}

const RECOILS = { er: 'electron recoil', nr: 'nuclear recoil' } as const
const UNITS = {
  keV: (recoil: string) => `${recoil} energy [keV]`,
  keVee: (recoil: string) => `${recoil} energy [keV$_{\\mathrm{ee}}$]`,
  keVnr: (recoil: string) => `${recoil} energy [keV$_{\\mathrm{nr}}$]`,
  photoelectrons: () => 'photoelectrons',
} as const satisfies Record<RecoilSpectrum['unit'], (recoil: string) => string>

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
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (from0) return { label, scale: 'linear', min: 0, max: 1.15 * high || 1 }
  return { label, scale: 'log', min: END * low, max: 1.5 * high }
}

export interface SpectrumPanelOptions {
  readonly title?: string
  /** Of the boson's curve: `$m$ = 15 MeV, $g$ = 1e-3`. */
  readonly bosonLabel?: string
}

/**
 * Recoils against energy: data with their errors, the background, and sums with neutrinos as the Standard Model and as the boson have them.
 *
 * @example
 * const rows = [{ from: 1, to: 2, neutrinos: 3, withBoson: 5 }]
 * const { layers } = spectrumPanel({ channel: 'er', unit: 'keV', quantity: 'counts', rows }, { bosonLabel: '15 MeV' })
 * layers.map(({ id }) => id) // ['standard', 'boson']
 */
export function spectrumPanel(table: SpectrumTable, { title, bosonLabel = 'with the boson' }: SpectrumPanelOptions = {}): Panel {
  const { rows, channel, unit, quantity } = table
  const hasBackground = rows.some(({ background }) => background !== undefined)
  const sum = (count: number | undefined, { background = 0 }: SpectrumRow): number => (count ?? 0) + background
  const curves: {
    id: string
    label: string
    dash: 'solid' | 'dashed' | 'dotted'
    colour: number
    valueIn: (row: SpectrumRow) => number
  }[] = [
    {
      id: 'standard',
      label: hasBackground ? 'background and Standard Model neutrinos' : 'Standard Model',
      dash: 'solid',
      colour: 11,
      valueIn: (row) => sum(row.neutrinos, row),
    },
  ]
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
  return {
    title,
    x: { label: UNITS[unit](RECOILS[channel]), scale: isLogX ? 'log' : 'linear', min: lowest, max: highest },
    y: axisOf(
      quantity === 'counts' ? 'counts per bin' : '$\\mathrm{d}R/\\mathrm{d}E$ [1/(t yr keV)]',
      isLinear ? [...values, ...tops] : [floor, high],
      isLinear,
    ),
    layers,
    legend: 'all',
  }
}
