import type { Assumptions } from '../../assumptions.ts'
import { na64e_1e13 } from '../../experiments/na64/electrons.ts'
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
  'the region that explains the excess of XENON1T, which belongs to an extension of Lμ−Lτ that the paper does not write down',
]

/** The points that explain features of cosmic neutrinos: mass [GeV] and coupling. */
export const ICECUBE = { plus: [0.011, 5e-4], cross: [0.009, 4e-4] } as const

/**
 * The limit on Lμ−Lτ that Borexino’s rate of 2011 had given before: 8 % more events, and 0.49 of the flux in ν_μ and ν_τ, as a function of the mass [GeV].
 * The rate goes as that share and as g⁴.
 */
async function earlierBorexino(assumptions: Assumptions): Promise<(mass: number) => number> {
  const [rule, share] = await Promise.all([
    lowestExcluded('borexino-2011@borexino=eight-percent', 'mu-tau', assumptions),
    nonElectronShareOf862(assumptions),
  ])
  return (mass) => rule(mass) * (share / EARLIER_SHARE) ** 0.25
}

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
      constraints: ['ccfr-1991@interference=full', 'na64-inv-2019', 'babar-4mu-2016', 'g-2-muon'],
    })
    const [earlier, correction, electrons, muons, projected] = await Promise.all([
      earlierBorexino(assumptions),
      borexinoCorrection(assumptions),
      limitLine(na64e_1e13, 'mu-tau', assumptions, MASSES, { label: 'NA64$e$, $10^{13}$ electrons', dash: 'dashed', colour: 3 }),
      limitLine('foresee-bl-proj-na64mu', 'mu-tau', assumptions, MASSES, { label: 'NA64$\\mu$', dash: 'dashed', colour: 7 }),
      session.constraints([na64e_1e13, 'foresee-bl-proj-na64mu']),
    ])
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
