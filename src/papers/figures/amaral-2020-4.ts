import { exclusionPanel } from '../../figures/exclusion.ts'
import { resolveModel } from '../../models/index.ts'
import { Session } from '../../session.ts'
import { logGrid } from '../../units.ts'
import type { FigureRecipe } from '../recipe.ts'
import { COLOURS, reachLines, TABLE_II } from './detectors.ts'
import { assumptionSentence, drawnSentences, footnoteOf, missingSentence } from './plane.ts'

/** From where light bosons all look alike to where they are contact interactions. */
const MASSES = logGrid(1e-5, 1, 101)
const COUPLINGS = [1e-6, 1e-1] as const

const missing = ['the recoils of ²⁰⁶Pb that amaral-2020 finds to limit SuperCDMS']

const PANELS = [
  { kind: 'er', title: 'Electron recoils' },
  { kind: 'nr-er', title: 'Nuclear and electron recoils' },
  { kind: 'nr', title: 'Nuclear recoils' },
] as const

/** The reach of future detectors of dark matter, analysis by analysis. */
export const amaral2020Fig4: FigureRecipe = {
  id: 'amaral-2020-4',
  paper: 'amaral-2020',
  title: 'Reach of dark-matter detectors to Lμ−Lτ by analysis',
  assume: 'amaral-2020',
  missing,
  async make(assumptions) {
    const session = new Session({ ...assumptions, solarModel: 'b16-gs98' })
    const panels = await Promise.all(
      PANELS.map(async ({ kind, title }) => {
        const entries = TABLE_II[kind].map((entry) => ({ ...entry, label: `${entry.experiment}`, colour: COLOURS[`${entry.experiment}`] }))
        const [{ panel }, { layers, constraints }] = await Promise.all([
          exclusionPanel(session, resolveModel('mu-tau'), { masses: MASSES, couplings: COUPLINGS, constraints: [], title }),
          reachLines(entries, 'mu-tau', session, MASSES),
        ])
        return { panel: { ...panel, layers, legend: 'all' as const }, drawn: constraints }
      }),
    )
    const drawn = panels.flatMap((one) => one.drawn)
    return {
      id: 'amaral-2020-4',
      panels: panels.map(({ panel }) => panel),
      ...footnoteOf([], drawn),
      caption: [
        'Couplings of Lμ−Lτ to which future detectors of dark matter are sensitive through solar neutrinos, for a Sun of high metallicity.',
        ...drawnSentences(drawn),
        assumptionSentence(session.assumptions),
        missingSentence(missing),
      ].join(' '),
    }
  },
}
