import { branchingRatios, CHANNELS, decayLength_m, partialWidths } from '../../src/decays/index.ts'
import type { Axis, FigureSpec, Layer, LineLayer, Point } from '../../src/figures/index.ts'
import { anomalousMoment, type Boson, bosonAt, InputError, logGrid } from '../../src/index.ts'
import { FERMIONS, type Fermion } from '../../src/models/index.ts'
import type { Graph, Range } from '../state/view.ts'

const POINTS = 481
/** Values smaller than the largest by more than this are left out. */
const DEPTH = 1e7

/** One quantity of a boson; `dash` tells apart what would share a colour. */
interface Quantity {
  readonly id: string
  readonly label: string
  readonly dash?: LineLayer['dash']
  readonly values: readonly number[]
}

const CHANNEL_TEX: Readonly<Record<(typeof CHANNELS)[number], string>> = {
  ee: '$e^+e^-$',
  mumu: '$\\mu^+\\mu^-$',
  tautau: '$\\tau^+\\tau^-$',
  neutrinos: '$\\nu\\bar\\nu$',
  hadrons: 'hadrons',
  hidden: '$\\varphi\\varphi^*$',
}

const FERMION_TEX: Readonly<Record<Fermion, string>> = {
  e: '$e$',
  mu: '$\\mu$',
  tau: '$\\tau$',
  nu_e: '$\\nu_e$',
  nu_mu: '$\\nu_\\mu$',
  nu_tau: '$\\nu_\\tau$',
  u: '$u$',
  d: '$d$',
  s: '$s$',
  c: '$c$',
  b: '$b$',
  t: '$t$',
}

/** Fermions that couple alike share a line. */
function couplingsOf(bosons: readonly Boson[]): Quantity[] {
  const lines = new Map<string, { fermions: Fermion[]; part: 'vector' | 'axial'; values: readonly number[] }>()
  for (const part of ['vector', 'axial'] as const) {
    for (const fermion of FERMIONS) {
      const values = bosons.map(({ couplings }) => Math.abs(couplings[fermion][part]))
      const key = `${part} ${values.map((value) => value.toPrecision(6)).join(' ')}`
      const line = lines.get(key) ?? { fermions: [], part, values }
      line.fermions.push(fermion)
      lines.set(key, line)
    }
  }
  return [...lines.values()].map(({ fermions, part, values }) => ({
    id: `${part}-${fermions.join('-')}`,
    label: `${fermions.map((fermion) => FERMION_TEX[fermion]).join(', ')}${part === 'axial' ? ' (axial)' : ''}`,
    dash: part === 'axial' ? 'dashed' : 'solid',
    values,
  }))
}

function widthsOf(bosons: readonly Boson[]): Quantity[] {
  const widths = bosons.map(partialWidths)
  const parts = CHANNELS.map((id): Quantity => ({ id, label: CHANNEL_TEX[id], values: widths.map((one) => one[id]) }))
  return [...parts, { id: 'total', label: 'total', dash: 'dotted', values: widths.map(({ total }) => total) }]
}

function branchingOf(bosons: readonly Boson[]): Quantity[] {
  const ratios = bosons.map((boson) => branchingRatios(partialWidths(boson)))
  return CHANNELS.map((id) => ({ id, label: CHANNEL_TEX[id], values: ratios.map((one) => one[id]) }))
}

const lengthsOf = (bosons: readonly Boson[]): Quantity[] => [
  { id: 'decay-length', label: '$c\\tau$', values: bosons.map((boson) => decayLength_m(partialWidths(boson))) },
]

/** What pulls downwards is dashed: the axis is logarithmic. */
const momentsOf = (bosons: readonly Boson[]): Quantity[] =>
  (['mu', 'e'] as const).flatMap((lepton): Quantity[] => {
    const values = bosons.map((boson) => anomalousMoment(boson, lepton))
    const name = `a_${lepton === 'mu' ? '\\mu' : 'e'}`
    return [
      { id: `${lepton}-up`, label: `$\\Delta ${name}$`, values },
      { id: `${lepton}-down`, label: `$-\\Delta ${name}$`, dash: 'dashed', values: values.map((value) => -value) },
    ]
  })

const GRAPHS: Readonly<
  Record<
    Exclude<Graph, 'n-eff'>,
    { readonly title: string; readonly axis: string; readonly of: (bosons: readonly Boson[]) => readonly Quantity[] }
  >
> = {
  branching: { title: 'Branching ratios', axis: 'branching ratio', of: branchingOf },
  widths: { title: 'Partial widths', axis: '$\\Gamma$ [GeV]', of: widthsOf },
  couplings: { title: 'Couplings', axis: '$|c_f|$', of: couplingsOf },
  'decay-length': { title: 'Decay length at rest', axis: '$c\\tau$ [m]', of: lengthsOf },
  'g-2': { title: 'Anomalous magnetic moments', axis: '$\\Delta a$', of: momentsOf },
}

/** A line in pieces: a logarithmic axis has no place for what is not above its lower end. */
function pieces(masses: readonly number[], values: readonly number[], floor: number): Point[][] {
  const paths: Point[][] = [[]]
  for (const [i, mass] of masses.entries()) {
    if (values[i] >= floor && Number.isFinite(values[i])) paths[paths.length - 1].push([mass, values[i]])
    else if (paths[paths.length - 1].length > 0) paths.push([])
  }
  return paths.filter((path) => path.length > 1)
}

/** The same boson at other masses; where none is described (at a resonance with the Z), there is none. */
export function bosonsAlong({ model, coupling, assumptions }: Boson, masses: readonly number[]): Boson[] {
  return masses.flatMap((mass) => {
    try {
      return [bosonAt(model, mass, coupling, assumptions)]
    } catch (error) {
      if (error instanceof InputError) return []
      throw error
    }
  })
}

export const massAxis = ([min, max]: Range): Axis => ({ label: '$m_{Z^\\prime}$ [GeV]', scale: 'log', min, max })

/** The mass of the boson itself, where the axis has it. */
export function pinnedMass({ mass }: Boson, x: Axis, y: Axis): Layer[] {
  if (mass <= x.min || mass >= x.max) return []
  const path = [y.min, y.max].map((value): Point => [mass, value])
  return [{ kind: 'line', id: 'pinned', style: 'curve', dash: 'dotted', label: 'pinned mass', colour: 11, paths: [path] }]
}

/** What a boson does if its mass were another, at the same coupling; undefined where that is nothing. */
export function bosonGraph(boson: Boson, graph: Exclude<Graph, 'n-eff'>, range: Range): FigureSpec | undefined {
  const { title, axis, of } = GRAPHS[graph]
  const bosons = bosonsAlong(boson, logGrid(range[0], range[1], POINTS))
  const masses = bosons.map(({ mass }) => mass)
  const quantities = of(bosons)
  const above = quantities.flatMap(({ values }) => values.filter((value) => value > 0 && Number.isFinite(value)))
  if (above.length === 0) return undefined
  const high = above.reduce((a, b) => Math.max(a, b))
  const low = above.reduce((a, b) => Math.min(a, b))
  const floor = Math.max(low, high / DEPTH)
  const x = massAxis(range)
  const y: Axis = { label: axis, scale: 'log', min: 0.6 * floor, max: 1.7 * high }
  const layers = quantities.flatMap(({ id, label, dash = 'solid', values }, colour): Layer[] => {
    const paths = pieces(masses, values, floor)
    return paths.length === 0 ? [] : [{ kind: 'line', id, style: 'curve', dash, label, colour, paths }]
  })
  return {
    id: `boson-${graph}`,
    title,
    caption: `${title} of ${boson.model.title} at coupling ${Number(boson.coupling.toPrecision(4))}, against the mass.`,
    panels: [{ x, y, layers: [...layers, ...pinnedMass(boson, x, y)], legend: 'all' }],
  }
}
