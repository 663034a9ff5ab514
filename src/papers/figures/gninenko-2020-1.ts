import { recast } from '../../constraints/recast.ts'
import { na64_inv_2019 } from '../../experiments/limits/na64-inv-2019.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import type { Layer, Point } from '../../figures/spec.ts'
import { resolveModel } from '../../models/index.ts'
import { visibleOutlines } from '../../regions/index.ts'
import { Session } from '../../session.ts'
import { borexinoCorrection, EARLIER_SHARE, lowestExcluded, nonElectronShareOf862 } from '../quantities.ts'
import type { FigureRecipe } from '../recipe.ts'
import { captionOf, footnoteOf, limitLine, MASSES } from './plane.ts'

const COUPLINGS = [1e-5, 1e-2] as const

const missing = [
  'CCFR',
  'the region that explains the excess of XENON1T, which belongs to an extension of Lμ−Lτ that the paper does not write down',
]

/** Electrons on target behind the limit of 2019, and in the projection. */
const EXPOSURES = [2.84e11, 1e13] as const

/** NA64 with 10¹³ electrons: without background, ε goes as one over the root of the exposure. */
export const na64Projected = recast({
  ...na64_inv_2019,
  id: 'na64-1e13',
  label: 'NA64, $10^{13}$ electrons',
  title: 'NA64, 10¹³ electrons on lead: X → invisible',
  kind: 'projection',
  where: 'the curve of 2019 times the root of the ratio of exposures: a background-free search',
  provenance: 'computed',
  unverified: 'a scaled curve stands in for the projection, which is not available in numbers',
  bound: {
    shape: 'upper-limit',
    rows: na64_inv_2019.bound.rows.map(([mass, epsilon]) => [mass, epsilon * Math.sqrt(EXPOSURES[0] / EXPOSURES[1])]),
  },
})

/** The points that explain features of cosmic neutrinos: mass [GeV] and coupling. */
export const ICECUBE = { plus: [0.011, 5e-4], cross: [0.009, 4e-4] } as const

/** The limit of Borexino as it was and as the paper corrects it. */
export const gninenko2020Fig1: FigureRecipe = {
  id: 'gninenko-2020-1',
  paper: 'gninenko-2020',
  title: 'Borexino’s limit on Lμ−Lτ, corrected',
  assume: 'gninenko-2020',
  missing,
  async make(assumptions) {
    const session = new Session(assumptions)
    const { panel, drawn } = await exclusionPanel(session, resolveModel('mu-tau'), {
      masses: MASSES,
      couplings: COUPLINGS,
      constraints: ['na64-inv-2019', 'babar-4mu-2016', 'g-2-muon'],
    })
    const [rule, share, correction, electrons, muons, projected] = await Promise.all([
      lowestExcluded('borexino-2011@borexino=eight-percent', 'mu-tau', assumptions),
      nonElectronShareOf862(assumptions),
      borexinoCorrection(assumptions),
      limitLine(na64Projected, 'mu-tau', assumptions, MASSES, { label: 'NA64$e$, $10^{13}$ electrons', dash: 'dashed', colour: 3 }),
      limitLine('foresee-bl-proj-na64mu', 'mu-tau', assumptions, MASSES, { label: 'NA64$\\mu$', dash: 'dashed', colour: 7 }),
      session.constraints([na64Projected, 'foresee-bl-proj-na64mu']),
    ])
    // The rate goes as the share of ν_μ and ν_τ and as g⁴; the earlier limit took 0.49 for the share.
    const earlier = (mass: number): number => rule(mass) * (share / EARLIER_SHARE) ** 0.25
    const corrected = MASSES.map((mass) => ({ at: mass, result: [[correction * earlier(mass), Number.POSITIVE_INFINITY] as const] }))
    const borexino: Layer[] = [
      {
        kind: 'region',
        id: 'borexino-corrected',
        style: 'exclusion',
        polygons: visibleOutlines(corrected, COUPLINGS),
        label: 'Borexino, corrected',
        colour: 0,
      },
      {
        kind: 'line',
        id: 'borexino-earlier',
        style: 'curve',
        dash: 'dashed',
        paths: [MASSES.map((mass): Point => [mass, earlier(mass)])],
        label: 'Borexino, 8 % rule',
        colour: 1,
      },
    ]
    const iceCube: Layer[] = [
      { kind: 'marker', id: 'icecube-1', symbol: 'plus', points: [ICECUBE.plus], label: 'IceCube: 11 MeV, $5\\times 10^{-4}$', colour: 4 },
      { kind: 'marker', id: 'icecube-2', symbol: 'cross', points: [ICECUBE.cross], label: 'IceCube: 9 MeV, $4\\times 10^{-4}$', colour: 5 },
    ]
    const shown = [
      'Borexino’s limit on Lμ−Lτ: dashed, a rate of ⁷Be at most 8 % above the prediction, with 0.49 of the flux in ν_μ and ν_τ;',
      `filled, the same weakened by eq. (6), here ${correction.toFixed(3)}. Interference with the Standard Model is left out, as in the paper.`,
      'Plus and cross: points that explain features of cosmic neutrinos at IceCube.',
    ]
    const panels = [{ ...panel, layers: [...panel.layers, ...borexino, electrons, muons, ...iceCube] }]
    const all = [...drawn, ...projected]
    return { id: 'gninenko-2020-1', panels, caption: captionOf(shown, all, assumptions, missing), ...footnoteOf(panels, all) }
  },
}
