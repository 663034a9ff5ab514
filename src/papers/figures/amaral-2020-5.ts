import type { Assumptions } from '../../assumptions.ts'
import { coherentCsi2017 } from '../../experiments/spallation/coherent-csi-2017.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import { resolveModel } from '../../models/index.ts'
import { Session } from '../../session.ts'
import type { FigureRecipe } from '../recipe.ts'
import { ccfrLine, cenns10AgainstStandard, reachLines, xenon1tLine } from './detectors.ts'
import { drawnAs } from './drawn.ts'
import { COUPLINGS, captionOf, footnoteOf, limitLine, MASSES } from './plane.ts'

const CONSTRAINTS = drawnAs('amaral-2020-5', { 'coherent-csi-2017': coherentCsi2017, 'cenns10-2020': cenns10AgainstStandard })

const missing = ['CMS, four muons']

async function panelOf(assumptions: Assumptions, solarModel: Assumptions['solarModel'], title: string) {
  const ofSun = { ...assumptions, solarModel }
  const session = new Session(ofSun)
  const [{ panel, drawn }, xenon1t, ccfr, earlier] = await Promise.all([
    exclusionPanel(session, resolveModel('mu-tau'), {
      masses: MASSES,
      couplings: COUPLINGS,
      constraints: CONSTRAINTS,
      apart: true,
      title,
    }),
    reachLines([xenon1tLine], 'mu-tau', session, MASSES, 'dotted'),
    reachLines([ccfrLine], 'mu-tau', session, MASSES, 'dashed'),
    limitLine('borexino-bl-2018', 'mu-tau', ofSun, MASSES, { label: 'Borexino, earlier', dash: 'dotted', colour: 8 }),
  ])
  return {
    panel: { ...panel, layers: [...panel.layers, ...xenon1t.layers, ...ccfr.layers, earlier] },
    drawn: [...drawn, ...xenon1t.constraints, ...ccfr.constraints],
  }
}

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
    const shown = [
      'Limits on the coupling and mass of the boson of Lμ−Lτ for either metallicity of the Sun, with the bands that (g−2)_μ and H₀ favour. Dotted: XENON1T, whose limit is too strong as long as its background is fixed, and Borexino as it was read before, recast from B−L. Dashed: CCFR, which did not subtract charm.',
    ]
    const drawn = panels.flatMap((one) => one.drawn)
    const both = panels.map(({ panel }) => panel)
    return { id: 'amaral-2020-5', panels: both, caption: captionOf(shown, drawn, assumptions, missing), ...footnoteOf(both, drawn) }
  },
}
