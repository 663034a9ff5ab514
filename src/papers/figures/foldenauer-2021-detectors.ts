import type { Assumptions } from '../../assumptions.ts'
import { darwin1keV, darwin10To30, darwinEr, darwinNr, darwinNrEr, darwinTwice } from '../../experiments/dark-matter/darwin.ts'
import { cenns10Of2020 } from '../../experiments/spallation/cenns10-2020.ts'
import { coherentCsi2021 } from '../../experiments/spallation/coherent-csi-2021.ts'
import { SPALLATION_PROJECTIONS } from '../../experiments/spallation/projections.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import { resolveModel } from '../../models/index.ts'
import { type ConstraintSpec, Session } from '../../session.ts'
import type { FigureRecipe } from '../recipe.ts'
import { shownAs } from './detectors.ts'
import { assumptionSentence, COUPLINGS, drawnSentences, MASSES, missingSentence } from './plane.ts'

/** Of the slides' second boson. */
const OTHER_BOSON = 'the boson of Lμ, whose loop of leptons diverges and whose mixing the slides do not give'

function planes(
  about: Pick<FigureRecipe, 'id' | 'title' | 'missing'>,
  constraints: readonly ConstraintSpec[],
  own: Partial<Assumptions>,
  shown: string,
): FigureRecipe {
  return {
    ...about,
    paper: 'foldenauer-2021',
    assume: 'foldenauer-2021',
    async make(chosen) {
      const assumptions = { ...chosen, ...own }
      const { panel, drawn } = await exclusionPanel(new Session(assumptions), resolveModel('mu-tau'), {
        masses: MASSES,
        couplings: COUPLINGS,
        constraints,
      })
      return {
        id: about.id,
        panels: [panel],
        caption: [shown, ...drawnSentences(drawn), assumptionSentence(assumptions), missingSentence(about.missing)].join(' '),
      }
    },
  }
}

const PLANS = SPALLATION_PROJECTIONS.filter(({ source }) => source.citations.includes('foldenauer-2021'))

/** Slides “CEνNS at spallation sources”. */
export const foldenauer2021Spallation = planes(
  {
    id: 'foldenauer-2021-spallation',
    title: 'Reach of coherent scattering at spallation sources',
    missing: [
      'the regions of couplings and masses that the detectors would find for benchmarks BP1 and BP2, which the slides do not define',
    ],
  },
  [cenns10Of2020, coherentCsi2021, 'g-2-muon', ...PLANS],
  {},
  'Couplings that coherent scattering of the neutrinos of stopped pions excludes, or would: the boson’s interference makes fewer recoils first, then more.',
)

/** Slide “DARWIN sensitivity”. */
export const foldenauer2021Darwin = planes(
  {
    id: 'foldenauer-2021-darwin',
    title: 'What DARWIN would discover at 5σ',
    missing: [
      'the regions of couplings and masses that DARWIN would find for benchmarks BP1 and BP2, which the slides do not define',
      OTHER_BOSON,
    ],
  },
  [
    'g-2-muon',
    shownAs(darwinEr, { colour: 0 }),
    shownAs(darwin10To30, { colour: 10 }),
    shownAs(darwinNr, { colour: 7 }),
    shownAs(darwinNrEr, { colour: 6 }),
    shownAs(darwin1keV, { colour: 3 }),
    shownAs(darwinTwice, { colour: 4 }),
  ],
  { 'statistic.projection': 'five-sigma' },
  'Couplings at which the median DARWIN experiment discovers the boson with 5σ, by analysis: electron recoils, also from 10 to 30 keV alone, nuclear recoils, ' +
    'both, both above 1 keV, and both with twice the exposure.',
)
