import type { Assumptions } from '../../assumptions.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import { resolveModel } from '../../models/index.ts'
import { Session } from '../../session.ts'
import { logGrid } from '../../units.ts'
import type { FigureRecipe } from '../recipe.ts'
import { reachLines, xenon1tLine } from './detectors.ts'
import { drawnAs } from './drawn.ts'
import { captionOf, footnoteOf, limitLine } from './plane.ts'

const MASSES = logGrid(1e-3, 1, 120)
const COUPLINGS = [1e-6, 1e-2] as const

/** What stood before: the grey areas of the published figure. */
const EARLIER = drawnAs('amaral-2020-8')

const missing = ['SN 1987A, for which no curve for B−L is available in numbers']

async function panelOf(assumptions: Assumptions, solarModel: Assumptions['solarModel'], title: string) {
  const ofSun = { ...assumptions, solarModel }
  const session = new Session(ofSun)
  const [xenon1t, { panel, drawn }, ...lines] = await Promise.all([
    reachLines([xenon1tLine], 'b-l', session, MASSES, 'dotted'),
    exclusionPanel(session, resolveModel('b-l'), { masses: MASSES, couplings: COUPLINGS, constraints: EARLIER, title }),
    limitLine('borexino-2017', 'b-l', ofSun, MASSES, { label: 'Borexino 2017', colour: 8 }),
    limitLine('borexino-2011', 'b-l', ofSun, MASSES, { label: 'Borexino 2011', dash: 'dashed', colour: 8 }),
    limitLine('borexino-bl-2018', 'b-l', ofSun, MASSES, { label: 'Borexino, earlier', dash: 'dotted', colour: 8 }),
  ])
  return { panel: { ...panel, layers: [...panel.layers, ...lines, ...xenon1t.layers] }, drawn: [...drawn, ...xenon1t.constraints] }
}

/** Limits on B−L, with Borexino computed anew. */
export const amaral2020Fig8: FigureRecipe = {
  id: 'amaral-2020-8',
  paper: 'amaral-2020',
  title: 'Limits on B−L, Borexino computed anew',
  assume: 'amaral-2020',
  missing,
  async make(assumptions) {
    const panels = await Promise.all([
      panelOf(assumptions, 'b16-gs98', 'High-metallicity Sun (GS98)'),
      panelOf(assumptions, 'b16-agss09', 'Low-metallicity Sun (AGSS09)'),
    ])
    const shown = [
      'Limits on B−L. Borexino: the rates of 2017 (solid) and 2011 (dashed) for either metallicity of the Sun, and the earlier limit from the rate of 2011 without theory errors (dotted). XENON1T, its background fixed: dotted, too.',
    ]
    const drawn = panels.flatMap((one) => one.drawn)
    const both = panels.map(({ panel }) => panel)
    return { id: 'amaral-2020-8', panels: both, caption: captionOf(shown, drawn, assumptions, missing), ...footnoteOf(both, drawn) }
  },
}
