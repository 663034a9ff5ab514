import type { Assumptions } from '../../assumptions.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import { resolveModel } from '../../models/index.ts'
import { type ConstraintSpec, Session } from '../../session.ts'
import { logGrid } from '../../units.ts'
import type { FigureRecipe } from '../recipe.ts'
import { drawnAs } from './drawn.ts'
import { captionOf, footnoteOf } from './plane.ts'

const MASSES = logGrid(1e-3, 10, 160)
const COUPLINGS = [1e-5, 1e-1] as const

const ELECTRON_SEARCHES = drawnAs('coy-2021-2.2-lower', { 'g-2-electron': 'g-2-electron@gMinus2Sigma=2' })

/** Searches that need quarks as well. */
const QUARK_SEARCHES: readonly ConstraintSpec[] = [
  'na48-2-2015',
  'kloe-phi-2012',
  'kloe-pipig-2016',
  'lhcb-prompt-2017',
  'lhcb-prompt-2019',
  'coherent-csi-2017',
  'cenns10-2020',
]

const panelOf = (assumptions: Assumptions, model: string, constraints: readonly ConstraintSpec[], title: string) =>
  exclusionPanel(new Session(assumptions), resolveModel(model), { masses: MASSES, couplings: COUPLINGS, constraints, title })

/** Both panels, and what is said of them. */
function figureOf(id: string, parts: readonly Awaited<ReturnType<typeof panelOf>>[], shown: readonly string[], assumptions: Assumptions) {
  const panels = parts.map(({ panel }) => panel)
  const drawn = parts.flatMap((one) => one.drawn)
  return { id, panels, caption: captionOf(shown, drawn, assumptions, MISSING), ...footnoteOf(panels, drawn) }
}

const MISSING = ['CMS, four muons']

/** What is left of muonic bosons as an explanation of g−2: the upper panels. */
export const coy2021Fig22: FigureRecipe = {
  id: 'coy-2021-2.2',
  paper: 'coy-2021',
  title: 'Muonic bosons: μ alone, and μ and ν_μ alike',
  assume: 'coy-2021',
  missing: MISSING,
  async make(assumptions) {
    const panels = await Promise.all([
      panelOf({ ...assumptions, kineticMixing: 'none' }, 'muon-only', ['babar-4mu-2016', 'g-2-muon'], '$g_\\mu$ alone, no loops'),
      panelOf(assumptions, 'muon-nu:ratio=1', drawnAs('coy-2021-2.2'), '$g_{\\nu_\\mu} = g_\\mu$'),
    ])
    const shown = [
      'Bosons that couple to the muon alone, mixing with the photon left out (left), and to μ and ν_μ alike, other couplings from loops of μ and τ (right).',
      'Of muons alone a loop would make couplings to electrons, which beam dumps exclude over most of the band below 100 MeV.',
    ]
    return figureOf('coy-2021-2.2', panels, shown, assumptions)
  },
}

/** What universal couplings leave of it, nothing: the lower panels. */
export const coy2021Fig22Lower: FigureRecipe = {
  id: 'coy-2021-2.2-lower',
  paper: 'coy-2021',
  title: 'Universal bosons: all leptons, and all fermions',
  assume: 'coy-2021',
  missing: MISSING,
  async make(assumptions) {
    const panels = await Promise.all([
      panelOf(assumptions, 'L', ELECTRON_SEARCHES, 'all leptons'),
      panelOf(assumptions, '3B+L', [...QUARK_SEARCHES, ...ELECTRON_SEARCHES], 'all fermions'),
    ])
    const shown = ['Bosons with the same vector coupling to every lepton (left) and to every fermion of the Standard Model (right).']
    return figureOf('coy-2021-2.2-lower', panels, shown, assumptions)
  },
}
