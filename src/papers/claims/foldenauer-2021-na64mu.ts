import type { Assumptions } from '../../assumptions.ts'
import { boostedDecayLength_m, partialWidths } from '../../decays/index.ts'
import { expectedEvents, NA64MU_1E11, outgoingMuons } from '../../experiments/na64/index.ts'
import { na64mu_1e11 } from '../../experiments/na64/muons.ts'
import { minimise } from '../../numerics/index.ts'
import { bosonOf, favouredCoupling, lowestExcluded } from '../quantities.ts'
import { above, below, claimsOf } from './notation.ts'

/** Where slides speak of light bosons, of one that the experiment reaches, and of one above the threshold of two muons [GeV]. */
const [LIGHT, REACHED, OPEN] = [0.05, 0.015, 0.3] as const
/** Too feeble to matter. */
const COUPLING = 1e-4
/** 40 radiation lengths of lead [m]. */
const TARGET_m = 0.2245

/** Events of one model and perhaps dark matter over those of Lμ−Lτ. */
function overMuTau(model: string, darkMatter?: { readonly charge: number; readonly mass_GeV: number }) {
  return (assumptions: Assumptions): number => {
    const [other, ours] = [model, 'mu-tau'].map((name) => bosonOf(name, REACHED, COUPLING, assumptions))
    return expectedEvents(other, { ...NA64MU_1E11, darkMatter }) / expectedEvents(ours, NA64MU_1E11)
  }
}

/** What foldenauer-2021 says of NA64 with muons. The benchmarks BP1 to BP4 stand in pictures only: nothing is claimed of them. */
export const foldenauer2021Na64mu = claimsOf('foldenauer-2021', [
  {
    id: 'na64mu-light',
    where: 'NA64μ',
    what: 'most likely energy of the outgoing muon for a boson of 50 MeV (the slide: outside the window, above 100 GeV)',
    unit: 'GeV',
    ...above(100),
    compute(assumptions) {
      const spectrum = outgoingMuons(bosonOf('mu-tau', LIGHT, COUPLING, assumptions), NA64MU_1E11)
      return minimise((energy) => -spectrum(energy), 10, 155, 1e-6).x
    },
  },
  {
    id: 'na64mu-reach',
    where: 'NA64μ',
    what: 'coupling that 10¹¹ muons reach at 15 MeV over the one that (g−2)_μ favours (the slide: good sensitivity, below 1)',
    ...below(1),
    compute: async (assumptions) =>
      (await lowestExcluded(na64mu_1e11, 'mu-tau', assumptions))(REACHED) / favouredCoupling(REACHED, assumptions),
  },
  {
    id: 'na64mu-degenerate-muon',
    where: 'NA64μ',
    what: 'events of a boson of muons and their neutrinos alone over those of Lμ−Lτ, 15 MeV (the slide: no discrimination)',
    printed: 1,
    tolerance: 1e-3,
    compute: overMuTau('muon-nu:ratio=1'),
  },
  {
    id: 'na64mu-degenerate-dark-matter',
    where: 'NA64μ, and strategy',
    what: 'events of Lμ−Lτ with decays to dark matter over those without, 15 MeV (the slide: degenerate)',
    printed: 1,
    tolerance: 1e-3,
    compute: overMuTau('mu-tau', { charge: 1, mass_GeV: 0.005 }),
  },
  {
    id: 'na64mu-decay-length',
    where: 'NA64, backup',
    what: 'flight path of a boson of 0.3 GeV and 100 GeV that (g−2)_μ favours over the length of the target (the slide: decays inside, below 1)',
    ...below(1),
    compute(assumptions) {
      const boson = bosonOf('mu-tau', OPEN, favouredCoupling(OPEN, assumptions), assumptions)
      return boostedDecayLength_m(partialWidths(boson), OPEN, 100) / TARGET_m
    },
  },
])
