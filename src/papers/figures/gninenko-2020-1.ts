import { exclusionPanel } from '../../figures/exclusion.ts'
import type { Layer, Point } from '../../figures/spec.ts'
import { resolveModel } from '../../models/index.ts'
import { visibleOutlines } from '../../regions/index.ts'
import { Session } from '../../session.ts'
import { borexinoCorrection, EARLIER_SHARE, lowestExcluded, nonElectronShareOf862 } from '../quantities.ts'
import type { FigureRecipe } from '../recipe.ts'
import { assumptionSentence, COUPLINGS, drawnSentences, MASSES, missingSentence } from './plane.ts'

const missing = ['projections of NA64 with electrons and with muons', 'CCFR', 'BaBar', 'the region that explains the excess of XENON1T']

/** The limit of Borexino as it was and as the paper corrects it. */
export const gninenko2020Fig1: FigureRecipe = {
  id: 'gninenko-2020-1',
  paper: 'gninenko-2020',
  title: 'Borexino’s limit on Lμ−Lτ, corrected',
  assume: 'gninenko-2020',
  missing,
  async make(assumptions) {
    const { panel, drawn } = await exclusionPanel(new Session(assumptions), resolveModel('mu-tau'), {
      masses: MASSES,
      couplings: COUPLINGS,
      constraints: ['g-2-muon'],
    })
    const [rule, share, correction] = await Promise.all([
      lowestExcluded('borexino-2011@borexino=eight-percent', 'mu-tau', assumptions),
      nonElectronShareOf862(assumptions),
      borexinoCorrection(assumptions),
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
      { kind: 'marker', id: 'icecube-1', symbol: 'plus', points: [[0.011, 5e-4]], label: 'IceCube: 11 MeV, $5\\times 10^{-4}$', colour: 4 },
      { kind: 'marker', id: 'icecube-2', symbol: 'cross', points: [[0.009, 4e-4]], label: 'IceCube: 9 MeV, $4\\times 10^{-4}$', colour: 5 },
    ]
    const sentences = [
      'Borexino’s limit on Lμ−Lτ: dashed, a rate of ⁷Be at most 8 % above the prediction, with 0.49 of the flux in ν_μ and ν_τ;',
      `filled, the same weakened by eq. (6), here ${correction.toFixed(3)}. Interference with the Standard Model is left out, as in the paper.`,
      'Plus and cross: points that explain features of cosmic neutrinos at IceCube.',
      ...drawnSentences(drawn),
      assumptionSentence(assumptions),
      missingSentence(missing),
    ]
    return {
      id: 'gninenko-2020-1',
      panels: [{ ...panel, layers: [...panel.layers, ...borexino, ...iceCube] }],
      caption: sentences.join(' '),
    }
  },
}
