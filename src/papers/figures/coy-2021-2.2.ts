import type { Assumptions } from '../../assumptions.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import { resolveModel } from '../../models/index.ts'
import { Session } from '../../session.ts'
import { logGrid } from '../../units.ts'
import type { FigureRecipe } from '../recipe.ts'
import { assumptionSentence, drawnSentences, missingSentence } from './plane.ts'

const MASSES = logGrid(1e-3, 10, 161)
const COUPLINGS = [1e-4, 1e-1] as const

const missing = ['the lower panels (all leptons; all fermions of the Standard Model)', 'BaBar and CMS, four muons', 'COHERENT', 'CCFR']

const panelOf = (assumptions: Assumptions, model: string, constraints: readonly string[], title: string) =>
  exclusionPanel(new Session(assumptions), resolveModel(model), { masses: MASSES, couplings: COUPLINGS, constraints, title })

/** What is left of muonic bosons as an explanation of g−2: the upper panels. */
export const coy2021Fig22: FigureRecipe = {
  id: 'coy-2021-2.2',
  paper: 'coy-2021',
  title: 'Muonic bosons: μ alone, and μ and ν_μ alike',
  assume: 'coy-2021',
  missing,
  async make(assumptions) {
    const panels = await Promise.all([
      panelOf(assumptions, 'muon-only', ['g-2-muon'], '$g_\\mu$ alone'),
      panelOf(assumptions, 'muon-nu:ratio=1', ['bbn-cmb', 'borexino-2011', 'g-2-muon'], '$g_{\\nu_\\mu} = g_\\mu$'),
    ])
    const sentences = [
      'Bosons that couple to the muon alone (left) and to μ and ν_μ alike (right), other couplings from loops of μ and τ.',
      ...drawnSentences(panels.flatMap(({ drawn }) => drawn)),
      assumptionSentence(assumptions),
      missingSentence(missing),
    ]
    return { id: 'coy-2021-2.2', panels: panels.map(({ panel }) => panel), caption: sentences.join(' ') }
  },
}
