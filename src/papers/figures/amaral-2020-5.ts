import type { Assumptions } from '../../assumptions.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import { resolveModel } from '../../models/index.ts'
import { Session } from '../../session.ts'
import type { FigureRecipe } from '../recipe.ts'
import { assumptionSentence, COUPLINGS, drawnSentences, MASSES, missingSentence } from './plane.ts'

const CONSTRAINTS = ['bbn-cmb', 'white-dwarf', 'borexino-2011', 'borexino-2017', 'babar-4mu-2016', 'g-2-muon']

const missing = [
  'the contour N_eff = 4 (the mass bound of BBN and CMB stands in for it) and the band of H₀',
  'XENON1T',
  'COHERENT, CsI and CENNS-10',
  'CCFR',
  'CMS, four muons',
  'the earlier limit of Borexino',
]

const panelOf = (assumptions: Assumptions, solarModel: Assumptions['solarModel'], title: string) =>
  exclusionPanel(new Session({ ...assumptions, solarModel }), resolveModel('mu-tau'), {
    masses: MASSES,
    couplings: COUPLINGS,
    constraints: CONSTRAINTS,
    apart: true,
    title,
  })

/** Limits on Lμ−Lτ for a Sun of high and of low metallicity. */
export const amaral2020Fig5: FigureRecipe = {
  id: 'amaral-2020-5',
  paper: 'amaral-2020',
  title: 'Limits on Lμ−Lτ, high- and low-metallicity Sun',
  assume: 'amaral-2020',
  missing,
  async make(assumptions) {
    const panels = await Promise.all([
      panelOf(assumptions, 'b16-gs98', 'High-metallicity Sun (GS98)'),
      panelOf(assumptions, 'b16-agss09', 'Low-metallicity Sun (AGSS09)'),
    ])
    const sentences = [
      'Limits on the coupling and mass of the boson of Lμ−Lτ for either metallicity of the Sun.',
      ...drawnSentences(panels.flatMap(({ drawn }) => drawn)),
      assumptionSentence(assumptions),
      missingSentence(missing),
    ]
    return { id: 'amaral-2020-5', panels: panels.map(({ panel }) => panel), caption: sentences.join(' ') }
  },
}
