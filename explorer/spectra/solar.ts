import type { FigureSpec, Layer, Point } from '../../src/figures/index.ts'
import { logGrid } from '../../src/index.ts'
import type { MatterPotential, SolarSource, Sun } from '../../src/neutrinos/index.ts'

const FLAVOURS = ['e', '\\mu', '\\tau'] as const
const NAMES = ['e', 'mu', 'tau'] as const
const POINTS = 81
/** From here up [MeV]: below, matter changes nothing. */
const LEAST_MeV = 0.05

/** Where a source shines: along a continuum, or at lines. */
function energiesOf(sun: Sun, source: SolarSource): { readonly energies: readonly number[]; readonly isLines: boolean } {
  const spectrum = sun.spectrum(source)
  if (spectrum.kind === 'lines')
    return { energies: spectrum.lines.map(({ energy_MeV }) => energy_MeV).sort((a, b) => a - b), isLines: true }
  const end = spectrum.edges_MeV[spectrum.edges_MeV.length - 1]
  return { energies: logGrid(LEAST_MeV, end, POINTS), isLines: false }
}

/** By how much a boson changes any of the probabilities. */
export function greatestChange(sun: Sun, source: SolarSource, potential: MatterPotential): number {
  const changes = energiesOf(sun, source).energies.flatMap((energy) => {
    const [without, own] = [sun.probabilities(source, energy), sun.probabilities(source, energy, potential)]
    return own.map((probability, i) => Math.abs(probability - without[i]))
  })
  return changes.reduce((a, b) => Math.max(a, b), 0)
}

/** What becomes of the neutrinos of one source, with the potential of a boson and without. */
export function solarGraph(sun: Sun, source: SolarSource, potential: MatterPotential | undefined): FigureSpec {
  const { energies, isLines } = energiesOf(sun, source)
  const layersOf = (flavour: 0 | 1 | 2, own: MatterPotential | undefined, isOwn: boolean): Layer => {
    const points = energies.map((energy): Point => [energy, sun.probabilities(source, energy, own)[flavour]])
    const id = `P_e${NAMES[flavour]}${isOwn ? '-boson' : ''}`
    const label = `$\\nu_e \\to \\nu_${FLAVOURS[flavour]}$${isOwn ? ', with the boson' : ''}`
    if (isLines) return { kind: 'marker', id, symbol: isOwn ? 'cross' : 'circle', points, label, colour: flavour }
    return { kind: 'line', id, style: 'curve', dash: isOwn ? 'dashed' : 'solid', paths: [points], label, colour: flavour }
  }
  const [from, to] = [energies[0], energies[energies.length - 1]]
  const ends = isLines ? [0.8 * from, 1.25 * to] : [from, to]
  return {
    id: `solar-${source}`,
    title: `Solar ${source} neutrinos at the Earth by day`,
    caption: `Probability of finding a solar ${source} neutrino, born as ν_e, as ν_e, ν_μ or ν_τ at the Earth by day, against its energy.`,
    panels: [
      {
        x: { label: '$E_\\nu$ [MeV]', scale: 'log', min: ends[0], max: ends[1] },
        y: { label: 'probability', scale: 'linear', min: 0, max: 1 },
        layers: ([0, 1, 2] as const).flatMap((flavour) => [
          layersOf(flavour, undefined, false),
          ...(potential === undefined ? [] : [layersOf(flavour, potential, true)]),
        ]),
        legend: 'all',
      },
    ],
  }
}
