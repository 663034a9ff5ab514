import { seaquest } from '../../experiments/dumps/seaquest.ts'
import { ship } from '../../experiments/dumps/ship.ts'
import { SPALLATION_PROJECTIONS } from '../../experiments/spallation/projections.ts'
import { ccfr1991 } from '../../experiments/tridents/ccfr-1991.ts'
import { duneTrident } from '../../experiments/tridents/dune-trident.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import type { Layer } from '../../figures/spec.ts'
import { resolveModel } from '../../models/index.ts'
import { type ConstraintSpec, Session } from '../../session.ts'
import { logGrid } from '../../units.ts'
import type { FigureRecipe } from '../recipe.ts'
import { shownAs } from './detectors.ts'
import { captionOf, footnoteOf } from './plane.ts'

const RATIOS = [1, 0.1, 0.01, 0.001] as const
const CONSTRAINTS: readonly ConstraintSpec[] = [
  'bbn-cmb',
  'borexino-2011',
  ccfr1991,
  'babar-4mu-2016',
  'g-2-muon',
  ...SPALLATION_PROJECTIONS.filter(({ id }) => /^coherent-.*-10t$/.test(id)),
  duneTrident,
  shownAs(seaquest, { colour: 7 }),
  shownAs(ship, { colour: 0 }),
]
const unnamed = (layer: Layer): Layer => ({ ...layer, label: undefined })

/** What will test the muonic explanation of g−2, for four couplings to neutrinos. */
export const coy2021Fig41: FigureRecipe = {
  id: 'coy-2021-4.1',
  paper: 'coy-2021',
  title: 'Prospects of testing the muonic explanation of g−2',
  assume: 'coy-2021',
  missing: [],
  async make(assumptions) {
    const session = new Session(assumptions)
    const panels = await Promise.all(
      RATIOS.map((ratio) =>
        exclusionPanel(session, resolveModel(`muon-nu:ratio=${ratio}`), {
          masses: logGrid(1e-3, 1, 140),
          couplings: [1e-6, 1e-1],
          constraints: CONSTRAINTS,
          title: `$g_{\\nu_\\mu}/g_\\mu = ${ratio}$`,
        }),
      ),
    )
    const shown = [
      'What will test a muonic boson with g_ν = 1, 0.1, 0.01 and 0.001 g_μ, other couplings from the loop of muon and τ: beam dumps where it seldom decays to',
      'neutrinos, neutrino scattering where it often does. Limits of scattering weaken as the root of g_ν/g_μ.',
    ]
    const drawn = panels.flatMap((one) => one.drawn)
    return {
      id: 'coy-2021-4.1',
      // As published: the first panel names the curves, and the others follow its colours.
      panels: panels.map(({ panel }, i) => (i === 0 ? { ...panel, legend: 'all' } : { ...panel, layers: panel.layers.map(unnamed) })),
      caption: captionOf(shown, drawn, assumptions, []),
      ...footnoteOf(
        panels.map(({ panel }) => panel),
        drawn,
      ),
    }
  },
}
