import type { Assumptions } from '../../assumptions.ts'
import { EXPERIMENTS } from '../../experiments/index.ts'
import { SPALLATION_PROJECTIONS } from '../../experiments/spallation/projections.ts'
import { duneTrident } from '../../experiments/tridents/dune-trident.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import { GREY } from '../../figures/phrases.ts'
import { resolveModel } from '../../models/index.ts'
import { Session } from '../../session.ts'
import type { FigureRecipe } from '../recipe.ts'
import { ccfrLine, cenns10AgainstStandard, envelope, reachLines, shownAs, TABLE_II } from './detectors.ts'
import { assumptionSentence, COUPLINGS, drawnSentences, footnoteOf, MASSES, missingSentence } from './plane.ts'

/** What was known: grey, as in the published figure, but for COHERENT, whose region lies under most of the others. */
const EARLIER = ['n-eff', 'white-dwarf', 'babar-4mu-2016', 'borexino-2011', 'borexino-2017', 'xenon1t-2020']
const KNOWN = EXPERIMENTS.filter(({ id }) => EARLIER.includes(id)).map((entry) => shownAs(entry, { colour: GREY }))
const ANALYSES = [...TABLE_II.er, ...TABLE_II['nr-er'], ...TABLE_II.nr]
const FUTURE = ['SuperCDMS', 'DarkSide-20k', 'LZ', 'DARWIN'].map((experiment) => envelope(experiment, ANALYSES))
const COHERENT = SPALLATION_PROJECTIONS.filter(({ id }) => id.startsWith('coherent-')).map((entry, i) => ({ ...entry, colour: [5, 4][i] }))
const PLANS = [...COHERENT, { ...duneTrident, colour: 9 }, ...FUTURE]

const missing = [
  'the projection of NA62, which is not available in numbers',
  'CMS, four muons',
  'the recoils of ²⁰⁶Pb that amaral-2020 finds to limit SuperCDMS',
]

async function panelOf(assumptions: Assumptions, solarModel: Assumptions['solarModel'], title: string) {
  const session = new Session({ ...assumptions, solarModel })
  const [{ panel, drawn }, reach, ccfr] = await Promise.all([
    exclusionPanel(session, resolveModel('mu-tau'), {
      masses: MASSES,
      couplings: COUPLINGS,
      constraints: [...KNOWN, 'coherent-csi-2017', cenns10AgainstStandard, 'hubble', 'g-2-muon'],
      title,
    }),
    reachLines(PLANS, 'mu-tau', session, MASSES, 'dashed'),
    reachLines([ccfrLine], 'mu-tau', session, MASSES, 'dotted'),
  ])
  return {
    panel: { ...panel, layers: [...panel.layers, ...reach.layers, ...ccfr.layers] },
    drawn: [...drawn, ...reach.constraints, ...ccfr.constraints],
  }
}

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
    const shown = panels.map(({ panel }) => panel)
    const drawn = panels.flatMap((one) => one.drawn)
    return {
      id: 'amaral-2020-6',
      panels: shown,
      ...footnoteOf(shown, drawn),
      caption: [
        'Couplings of Lμ−Lτ to which future detectors of dark matter are sensitive, each by the best of its analyses, beside limits, the bands of (g−2)_μ and H₀,',
        'ten tonne-years of COHERENT and tridents at DUNE. Dotted: CCFR. The detectors of COHERENT are from memory.',
        ...drawnSentences(drawn),
        assumptionSentence(assumptions),
        missingSentence(missing),
      ].join(' '),
    }
  },
}
