import type { Assumptions } from '../../assumptions.ts'
import { SPALLATION_PROJECTIONS } from '../../experiments/spallation/projections.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import { resolveModel } from '../../models/index.ts'
import { Session } from '../../session.ts'
import type { FigureRecipe } from '../recipe.ts'
import { envelope, MEASURED_RECOILS, TABLE_II } from './detectors.ts'
import { assumptionSentence, COUPLINGS, drawnSentences, MASSES, missingSentence } from './plane.ts'

/** What was known: grey in the published figure. */
const EARLIER = ['bbn-cmb', 'white-dwarf', 'babar-4mu-2016', 'borexino-2011', 'borexino-2017', 'g-2-muon']
const ANALYSES = [...TABLE_II.er, ...TABLE_II['nr-er'], ...TABLE_II.nr]
const FUTURE = ['SuperCDMS', 'DarkSide-20k', 'LZ', 'DARWIN'].map((experiment) => envelope(experiment, ANALYSES))
const COHERENT = SPALLATION_PROJECTIONS.filter(({ id }) => id.startsWith('coherent-'))

const missing = [
  'the band of H₀, and the contour N_eff = 4 (the mass bound of BBN and CMB stands in for it)',
  'projections of NA62 and DUNE',
  'CCFR',
  'CMS, four muons',
  'the recoils of ²⁰⁶Pb that amaral-2020 finds to limit SuperCDMS',
]

const panelOf = (assumptions: Assumptions, solarModel: Assumptions['solarModel'], title: string) =>
  exclusionPanel(new Session({ ...assumptions, solarModel }), resolveModel('mu-tau'), {
    masses: MASSES,
    couplings: COUPLINGS,
    constraints: [...EARLIER.slice(0, -1), ...MEASURED_RECOILS, ...EARLIER.slice(-1), ...COHERENT, ...FUTURE],
    title,
  })

/** The reach of future detectors of dark matter, beside what is known. */
export const amaral2020Fig6: FigureRecipe = {
  id: 'amaral-2020-6',
  paper: 'amaral-2020',
  title: 'Reach of dark-matter detectors to Lμ−Lτ, high- and low-metallicity Sun',
  assume: 'amaral-2020',
  missing,
  async make(assumptions) {
    const panels = await Promise.all([
      panelOf(assumptions, 'b16-gs98', 'High-metallicity Sun (GS98)'),
      panelOf(assumptions, 'b16-agss09', 'Low-metallicity Sun (AGSS09)'),
    ])
    return {
      id: 'amaral-2020-6',
      panels: panels.map(({ panel }) => panel),
      caption: [
        'Couplings of Lμ−Lτ to which future detectors of dark matter are sensitive, each by the best of its analyses, beside limits, the band of (g−2)_μ and',
        'ten tonne-years of COHERENT. The detectors of COHERENT are from memory.',
        ...drawnSentences(panels.flatMap(({ drawn }) => drawn)),
        assumptionSentence(assumptions),
        missingSentence(missing),
      ].join(' '),
    }
  },
}
