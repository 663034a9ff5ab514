import type { Layer, Panel, Point } from '../../figures/spec.ts'
import { type Flavour, loadSun, type SolarSource, type Sun } from '../../neutrinos/index.ts'
import { logGrid } from '../../units.ts'
import type { FigureRecipe } from '../recipe.ts'
import { assumptionSentence } from './plane.ts'

const ENERGIES_MeV = [0.1, 20] as const
const POINTS = 101
const FLAVOURS = ['e', '\\mu', '\\tau'] as const

/** Sources with a curve, the longest first so that none is covered; those of the CNO cycle are averaged, weighted by their fluxes. */
const CURVES: readonly { readonly id: string; readonly label: string; readonly sources: readonly SolarSource[] }[] = [
  { id: 'hep', label: 'hep', sources: ['hep'] },
  { id: '8B', label: '$^8$B', sources: ['8B'] },
  { id: 'cno', label: 'CNO', sources: ['13N', '15O', '17F'] },
  { id: 'pp', label: 'pp', sources: ['pp'] },
]
const LINES: readonly { readonly id: SolarSource; readonly label: string; readonly symbol: 'circle' | 'cross' }[] = [
  { id: '7Be', label: '$^7$Be', symbol: 'circle' },
  { id: 'pep', label: 'pep', symbol: 'cross' },
]

/** The greatest energy at which a source shines. */
function endpoint(sun: Sun, source: SolarSource): number {
  const spectrum = sun.spectrum(source)
  return spectrum.kind === 'lines' ? Math.max(...spectrum.lines.map(({ energy_MeV }) => energy_MeV)) : spectrum.edges_MeV.at(-1)!
}

function curveLayer(sun: Sun, { id, label, sources }: (typeof CURVES)[number], flavour: Flavour, colour: number): Layer {
  const flux = sources.reduce((sum, source) => sum + sun.flux(source), 0)
  const average = (energy: number): number =>
    sources.reduce((sum, source) => sum + (sun.flux(source) / flux) * sun.probabilities(source, energy)[flavour], 0)
  const end = Math.min(Math.max(...sources.map((source) => endpoint(sun, source))), ENERGIES_MeV[1])
  const path = logGrid(ENERGIES_MeV[0], end, POINTS).map((energy): Point => [energy, average(energy)])
  return { kind: 'line', id: `${id}-${flavour}`, style: 'curve', paths: [path], label: flavour === 0 ? label : undefined, colour }
}

function lineLayer(sun: Sun, { id, label, symbol }: (typeof LINES)[number], flavour: Flavour, colour: number): Layer {
  const spectrum = sun.spectrum(id)
  const energies = spectrum.kind === 'lines' ? spectrum.lines.map(({ energy_MeV }) => energy_MeV) : []
  const points = energies.map((energy): Point => [energy, sun.probabilities(id, energy)[flavour]])
  return { kind: 'marker', id: `${id}-${flavour}`, symbol, points, label: flavour === 0 ? label : undefined, colour }
}

function panelOf(sun: Sun, flavour: Flavour): Panel {
  return {
    title: `$\\nu_e \\to \\nu_${FLAVOURS[flavour]}$`,
    x: { label: '$E_\\nu$ [MeV]', scale: 'log', min: ENERGIES_MeV[0], max: ENERGIES_MeV[1] },
    y: { label: `$P(\\nu_e \\to \\nu_${FLAVOURS[flavour]})$`, scale: 'linear', min: 0.1, max: 0.6 },
    layers: [
      ...CURVES.map((one, i) => curveLayer(sun, one, flavour, i)),
      ...LINES.map((one, i) => lineLayer(sun, one, flavour, CURVES.length + i)),
    ],
    legend: 'all',
  }
}

/** What becomes of the electron neutrinos of every solar source. */
export const amaral2020Fig7: FigureRecipe = {
  id: 'amaral-2020-7',
  paper: 'amaral-2020',
  title: 'Flavours of solar neutrinos at the Earth',
  assume: 'amaral-2020',
  missing: [],
  async make(assumptions) {
    const sun = await loadSun(assumptions)
    return {
      id: 'amaral-2020-7',
      panels: ([0, 1, 2] as const).map((flavour) => panelOf(sun, flavour)),
      caption:
        'Probability of finding a solar neutrino, born as ν_e, as ν_e, ν_μ or ν_τ at the Earth by day, against its energy. Sources differ because they ' +
        'shine at different radii; CNO is the average of ¹³N, ¹⁵O and ¹⁷F weighted by flux. Adiabatic conversion in the Sun; the paper used nuSQuIDS. ' +
        assumptionSentence(assumptions),
    }
  },
}
