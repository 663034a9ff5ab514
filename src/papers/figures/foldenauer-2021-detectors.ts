import type { Assumptions } from '../../assumptions.ts'
import type { Entry } from '../../constraints/constraint.ts'
import { darwin1keV, darwin10To30, darwinEr, darwinNr, darwinNrEr, darwinTwice } from '../../experiments/dark-matter/darwin.ts'
import { exclusionPanel } from '../../figures/exclusion.ts'
import { resolveModel } from '../../models/index.ts'
import { type ConstraintSpec, Session } from '../../session.ts'
import type { FigureRecipe } from '../recipe.ts'
import { reachLines } from './detectors.ts'
import { drawnAs } from './drawn.ts'
import { assumptionSentence, COUPLINGS, drawnSentences, footnoteOf, MASSES, missingSentence } from './plane.ts'

/** Of the slides' second boson. */
const OTHER_BOSON = 'the boson of Lμ, whose loop of leptons diverges and whose mixing the slides do not give'

interface Drawing {
  readonly constraints: readonly ConstraintSpec[]
  /** Of these the lowest couplings alone. */
  readonly lines?: readonly Entry[]
  readonly own?: Partial<Assumptions>
  readonly shown: string
}

function plane(about: Pick<FigureRecipe, 'id' | 'title' | 'missing'>, { constraints, lines = [], own = {}, shown }: Drawing): FigureRecipe {
  return {
    ...about,
    paper: 'foldenauer-2021',
    assume: 'foldenauer-2021',
    async make(chosen) {
      const assumptions = { ...chosen, ...own }
      const session = new Session(assumptions)
      const [{ panel, drawn }, reach] = await Promise.all([
        exclusionPanel(session, resolveModel('mu-tau'), { masses: MASSES, couplings: COUPLINGS, constraints }),
        reachLines(lines, 'mu-tau', session, MASSES),
      ])
      const panels = [{ ...panel, layers: [...panel.layers, ...reach.layers] }]
      const all = [...drawn, ...reach.constraints]
      return {
        id: about.id,
        panels,
        ...footnoteOf(panels, all),
        caption: [shown, ...drawnSentences(all), assumptionSentence(assumptions), missingSentence(about.missing)].join(' '),
      }
    },
  }
}

/** Slides “CEνNS at spallation sources”. */
export const foldenauer2021Spallation = plane(
  {
    id: 'foldenauer-2021-spallation',
    title: 'Reach of coherent scattering at spallation sources',
    missing: [
      'the regions of couplings and masses that the detectors would find for benchmarks BP1 and BP2, which the slides do not define',
      OTHER_BOSON,
    ],
  },
  {
    constraints: drawnAs('foldenauer-2021-spallation'),
    shown:
      'Couplings that coherent scattering of the neutrinos of stopped pions excludes, or would: the boson’s interference makes fewer recoils first, then more.',
  },
)

/** Slide “DARWIN sensitivity”. */
export const foldenauer2021Darwin = plane(
  {
    id: 'foldenauer-2021-darwin',
    title: 'What DARWIN would discover at 5σ',
    missing: [
      'the regions of couplings and masses that DARWIN would find for benchmarks BP1 and BP2, which the slides do not define',
      OTHER_BOSON,
    ],
  },
  {
    constraints: ['g-2-muon'],
    lines: [
      { ...darwinEr, colour: 0 },
      { ...darwin10To30, colour: 1 },
      { ...darwinNr, colour: 8 },
      { ...darwinNrEr, colour: 6 },
      { ...darwin1keV, colour: 3 },
      { ...darwinTwice, colour: 4 },
    ],
    own: { 'statistic.projection': 'five-sigma' },
    shown:
      'Couplings at which the median DARWIN experiment discovers the boson with 5σ, by analysis: electron recoils, also from 10 to 30 keV alone, nuclear ' +
      'recoils, both, both above 1 keV, and both with twice the exposure.',
  },
)
