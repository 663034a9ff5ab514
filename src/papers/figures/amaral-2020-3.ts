import { xenon1t2020 } from '../../experiments/dark-matter/xenon1t-2020.ts'
import type { Layer } from '../../figures/spec.ts'
import { spectrumPanel, spectrumTable } from '../../figures/spectrum.ts'
import { bosonOf } from '../quantities.ts'
import type { FigureRecipe } from '../recipe.ts'
import { assumptionSentence, drawnSentences, footnoteOf } from './plane.ts'

const MASS_GeV = 0.015
/** The benchmarks of section III.3.1. */
const BENCHMARKS = [
  { id: 'bp1', coupling: 4.6e-4, label: 'BP1: 15 MeV, $4.6\\times 10^{-4}$', dash: 'solid' },
  { id: 'bp2', coupling: 1.4e-3, label: 'BP2: 15 MeV, $1.4\\times 10^{-3}$', dash: 'dashed' },
] as const

/** The electron recoils of XENON1T, and what two bosons add to them. */
export const amaral2020Fig3: FigureRecipe = {
  id: 'amaral-2020-3',
  paper: 'amaral-2020',
  title: 'Electron recoils in XENON1T, with two bosons of Lμ−Lτ',
  assume: 'amaral-2020',
  missing: [],
  async make(assumptions) {
    const constraint = await xenon1t2020.prepare(assumptions)
    const [spectrum] = (await xenon1t2020.prepare({ ...assumptions, xenon1t: 'profiled' })).spectra!()
    const bosons = BENCHMARKS.map(({ coupling }) => bosonOf('mu-tau', MASS_GeV, coupling, assumptions))
    const tables = bosons.map((boson) => spectrumTable(spectrum, boson))
    const panels = tables.map((table) => spectrumPanel(table))
    const added = tables.map(({ rows }) => rows.reduce((sum, { neutrinos = 0, withBoson = neutrinos }) => sum + withBoson - neutrinos, 0))
    const layer = (panel: number, id: string): Layer => panels[panel].layers.find((one) => one.id === id)!
    const curves = BENCHMARKS.map(({ id, label, dash }, i): Layer => ({ ...layer(i, 'boson'), id, label, dash, colour: 0 }) as Layer)
    const highest = Math.max(...panels.map(({ y }) => y.max))
    const [panel] = panels
    return {
      id: 'amaral-2020-3',
      panels: [
        {
          ...panel,
          y: { ...panel.y, max: highest },
          layers: [{ ...layer(0, 'standard'), label: 'background fit $B_0$', colour: 7 }, ...curves, layer(0, 'observed')],
        },
      ],
      ...footnoteOf([], [constraint]),
      caption: [
        'Electron recoils of XENON1T in bins of 1 keV with errors √N, the fitted background, of which solar neutrinos are a part, and the same with the',
        `boson of Lμ−Lτ at two benchmarks, which adds ${added[0].toFixed(1)} and ${added[1].toFixed(0)} counts. These`,
        'bins have the energy resolution and efficiency of the collaboration; the limit from the same data, not drawn here, is the following.',
        ...drawnSentences([constraint]),
        assumptionSentence(assumptions),
      ].join(' '),
    }
  },
}
