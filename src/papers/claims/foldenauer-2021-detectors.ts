import type { Assumptions } from '../../assumptions.ts'
import { type Entry, isSilent } from '../../constraints/constraint.ts'
import { darwin1keV, darwinEr, darwinNrEr, darwinTwice } from '../../experiments/dark-matter/darwin.ts'
import { SPALLATION_PROJECTIONS } from '../../experiments/spallation/projections.ts'
import { bosonOf, favouredCoupling, lowestExcluded } from '../quantities.ts'
import { above, below, claimsOf } from './notation.ts'

/** Coherent CAPTAIN-Mills. */
const CCM = SPALLATION_PROJECTIONS.find(({ id }) => id === 'ccm')!
/** Where discovery is compared [GeV]. */
const LOW_MASS = 5e-3
/** Where counts are [GeV]. */
const COUNTED_MASS = 0.015

/** The lowest coupling that a median experiment discovers with 5σ, over that of another. */
async function discoveryRatio(entry: Entry, other: Entry, mass: number, assumptions: Assumptions): Promise<number> {
  const fiveSigma = { ...assumptions, 'statistic.projection': 'five-sigma' } as const
  const [one, two] = await Promise.all([entry, other].map((each) => lowestExcluded(each, 'mu-tau', fiveSigma)))
  return one(mass) / two(mass)
}

/** Counts that a boson adds to the first spectrum of a detector, over those without it. */
async function change(entry: Entry, coupling: number, assumptions: Assumptions): Promise<number> {
  const [spectrum] = (await entry.prepare(assumptions)).spectra!()
  const counts = spectrum.withBoson(bosonOf('mu-tau', COUNTED_MASS, coupling, assumptions))
  if (isSilent(counts)) throw new TypeError(counts.silent)
  const sum = (values: Float64Array): number => values.reduce((total, count) => total + count, 0)
  return sum(counts) / sum(spectrum.neutrinos) - 1
}

/** What foldenauer-2021 says of coherent scattering and of DARWIN. */
export const foldenauer2021Detectors = claimsOf('foldenauer-2021', [
  {
    id: 'spallation-deficit',
    where: 'CEνNS at spallation sources',
    what: 'relative change of the recoils in CCM from a feeble boson of Lμ−Lτ (the slide: a deficit, below 0)',
    ...below(0),
    compute: (assumptions) => change(CCM, 1e-4, assumptions),
  },
  {
    id: 'electron-excess',
    where: 'Direct detection',
    what: 'relative change of DARWIN’s electron recoils from a boson of 15 MeV and 5e-4 (the slide: an excess, above 0)',
    ...above(0),
    compute: (assumptions) => change(darwinEr, 5e-4, assumptions),
  },
  {
    id: 'darwin-threshold',
    where: 'DARWIN sensitivity',
    what: 'coupling DARWIN discovers at 10 MeV with a threshold of 1 keV, over the one that (g−2)_μ favours (the slide: feasible, below 1)',
    ...below(1),
    async compute(assumptions) {
      const fiveSigma = { ...assumptions, 'statistic.projection': 'five-sigma' } as const
      return (await lowestExcluded(darwin1keV, 'mu-tau', fiveSigma))(0.01) / favouredCoupling(0.01, assumptions)
    },
    reason: 'The moment of 2025 favours smaller couplings.',
  },
  {
    id: 'darwin-exposure',
    where: 'DARWIN sensitivity',
    what: 'coupling DARWIN discovers at 5 MeV with twice the exposure, over that with 200 t yr (the slide: lower, below 1)',
    ...below(1),
    compute: (assumptions) => discoveryRatio(darwinTwice, darwinNrEr, LOW_MASS, assumptions),
  },
])
