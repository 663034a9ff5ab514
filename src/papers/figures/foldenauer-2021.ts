import type { Entry } from '../../constraints/constraint.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import { resolveModel } from '../../models/index.ts'
import { Session } from '../../session.ts'
import { logGrid } from '../../units.ts'
import type { FigureRecipe } from '../recipe.ts'
import { captionOf, footnoteOf } from './plane.ts'

/** Groups that limit the mass or coupling alone and would cover the rest. */
const LEFT_OUT: readonly Entry['group'][] = ['theory', 'cosmology']

const MASSES = logGrid(1e-3, 100, 200)

/** A slide's overview of everything that limits one boson: every exclusion of the catalogue, and the band of (g−2)_μ. */
function overview(
  name: string,
  model: string,
  title: string,
  couplings: readonly [number, number],
  missing: readonly string[],
): FigureRecipe {
  const id = `foldenauer-2021-${name}`
  return {
    id,
    paper: 'foldenauer-2021',
    title,
    assume: 'foldenauer-2021',
    missing,
    async make(assumptions) {
      const session = new Session(assumptions)
      const all = await session.constraints()
      const constraints = all.filter(
        ({ kind, entry }) => (kind === 'exclusion' && !LEFT_OUT.includes(entry.group)) || entry.id === 'g-2-muon',
      )
      const { panel, drawn } = await exclusionPanel(session, resolveModel(model), {
        masses: MASSES,
        couplings,
        constraints: constraints.map(({ entry }) => entry),
      })
      const shown = [
        `${title}: every search of the catalogue that limits it, also those published after the talk, and the band of (g−2)_μ. The early universe is left out.`,
      ]
      return { id, panels: [panel], caption: captionOf(shown, drawn, assumptions, missing), ...footnoteOf([panel], drawn) }
    },
  }
}

/** Slides “Secluded U(1)_X”, “U(1) B−L” and “U(1) B−3Lμ”. */
export const foldenauer2021Figures: readonly FigureRecipe[] = [
  overview('dark-photon', 'dark-photon', 'The secluded hidden photon', [1e-8, 1e-1], []),
  overview('b-l', 'b-l', 'The boson of B−L', [1e-9, 1e-1], ['SN 1987A']),
  overview('b-3lmu', 'b-3lmu', 'The boson of B−3Lμ', [1e-7, 1e-1], ['SN 1987A', 'CCFR', 'neutrino oscillations']),
]
