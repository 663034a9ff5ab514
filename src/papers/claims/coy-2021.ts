import type { Assumptions } from '../../assumptions.ts'
import { M_MUON } from '../../constants.ts'
import type { Constraint } from '../../constraints/constraint.ts'
import { lowestThermalMass } from '../../cosmos/bbn.ts'
import { kineticMixingCoupling, left, right } from '../../couplings/index.ts'
import { bbnMassBound } from '../../data/bbn-mass-bound.ts'
import { muonComparison } from '../../data/muon-g-2.ts'
import { column } from '../../data/table.ts'
import { partialWidths } from '../../decays/index.ts'
import { brentRoot } from '../../numerics/index.ts'
import { couplingForMoment } from '../../processes/g-minus-2.ts'
import { logGrid } from '../../units.ts'
import { bandLeft, bosonOf, lowestExcluded, strengthOf, withMuonBand } from '../quantities.ts'
import { dumpDrafts } from './coy-2021-dumps.ts'
import { anomalyDrafts } from './muon-anomaly.ts'
import { above, below, claimsOf, exactly, printed } from './notation.ts'

const BAND_OF_2021 = 'For the anomaly of 2021; the default comparison, of 2025, is compatible with none.'

/** The boson with g_ν = g_μ, all other couplings from the loop. */
const MODEL = 'muon-nu:ratio=1'
/** A boson far heavier than the Z [GeV]. */
const HEAVY = 1e6

const centralCoupling = (mass: number) => (assumptions: Assumptions) => couplingForMoment(mass, muonComparison(assumptions).deltaA)

/** Γ(Z′ → ee)/Γ(Z′ → νν). */
function electronsOverNeutrinos(mass: number, assumptions: Assumptions): number {
  const { ee, neutrinos } = partialWidths(bosonOf(MODEL, mass, 1e-4, assumptions))
  return ee / neutrinos
}

/** Bounds [MeV] at the ratios of the published table. */
const tabulatedBounds = (): number[] => [...column(bbnMassBound, 'electronsOverNeutrinos')].map((ratio) => 1e3 * lowestThermalMass(ratio))

/** The searches that the lower panels name, and Borexino. */
const NAMED = ['BaBar', 'NA48/2', 'LHCb', 'E774', 'E141', 'Borexino']
const isOfThePaper = ({ entry }: Constraint): boolean => NAMED.includes(entry.experiment ?? '')

const MASSES = logGrid(1e-3, 10, 60)

/** How strongly E137 speaks against the centre of the band of (g−2)_μ at 10 MeV. */
const e137AgainstBand = (model: string) => (assumptions: Assumptions) =>
  strengthOf('e137-bjorken', bosonOf(model, 0.01, centralCoupling(0.01)(withMuonBand(assumptions)), assumptions))

export const coy2021 = claimsOf('coy-2021', [
  ...anomalyDrafts('eq. (2.14)', '25.1', '5.9', '4.2', 1e-10),
  {
    id: 'light-coupling',
    where: 'section 2.3',
    what: 'g_μ that explains (g−2)_μ, boson far lighter than the muon',
    ...printed('4.5e-4'),
    compute: centralCoupling(1e-9),
    reason: BAND_OF_2021,
  },
  {
    id: 'heavy-coupling',
    where: 'section 2.3',
    what: 'g_μ that explains (g−2)_μ at 10 GeV',
    ...printed('0.05'),
    compute: centralCoupling(10),
    reason: BAND_OF_2021,
  },
  {
    id: 'eq-2.9-left',
    where: 'eq. (2.9)',
    what: 'left- over right-handed coupling of the electron, mixing of a heavy boson',
    ...exactly(0.5),
    compute() {
      const electron = kineticMixingCoupling('e', HEAVY)
      return left(electron) / right(electron)
    },
  },
  {
    id: 'eq-2.9-neutrino',
    where: 'eq. (2.9)',
    what: 'coupling of the neutrino over that of the right-handed electron, mixing of a heavy boson',
    ...exactly(0.5),
    compute: () => kineticMixingCoupling('nu_e', HEAVY).vector / right(kineticMixingCoupling('e', HEAVY)),
  },
  {
    id: 'eq-2.12',
    where: 'eq. (2.12), evaluated',
    what: 'g_e/g_μ from the loops of μ and τ',
    ...printed('-4.37e-3'),
    compute(assumptions) {
      const { e, mu } = bosonOf('mu-tau', 0.01, 1e-4, assumptions).couplingsAt(0)
      return e.vector / mu.vector
    },
  },
  {
    id: 'eq-2.15',
    where: 'eq. (2.15)',
    what: 'Γ(Z′ → ee)/Γ(Z′ → νν) over g_e²/g_ν²',
    ...exactly(2),
    compute(assumptions) {
      const { e, nu_mu } = bosonOf(MODEL, 0.1, 1e-4, assumptions).couplings
      return electronsOverNeutrinos(0.1, assumptions) * (nu_mu.vector / e.vector) ** 2
    },
  },
  {
    id: 'bbn-least',
    where: 'section 2.3',
    what: 'lowest bound on the mass from BBN and CMB, any couplings',
    unit: 'MeV',
    ...printed('1.3'),
    compute: () => Math.min(...tabulatedBounds()),
  },
  {
    id: 'bbn-most',
    where: 'section 2.3',
    what: 'highest bound on the mass from BBN and CMB, any couplings',
    unit: 'MeV',
    ...printed('9.4'),
    compute: () => Math.max(...tabulatedBounds()),
  },
  {
    id: 'bbn',
    where: 'section 2.3',
    what: 'bound on the mass from BBN and CMB for g_ν = g_μ and g_e from the loop',
    unit: 'MeV',
    ...printed('4.9'),
    compute(assumptions) {
      const excess = (mass: number) => lowestThermalMass(electronsOverNeutrinos(mass, assumptions)) - mass
      return 1e3 * brentRoot(excess, 2e-3, 0.02)
    },
  },
  {
    id: 'figure-2.2-babar',
    where: 'section 2.3 and figure 2.2, upper left',
    what: 'least that BaBar says against the lower edge of the 1σ band, μ alone, from threshold to 6 GeV (the paper: excluded, above 1)',
    ...above(1),
    async compute(assumptions) {
      const chosen = withMuonBand({ ...assumptions, kineticMixing: 'none', gMinus2Sigma: '1' })
      const [band, babar] = await Promise.all(['g-2-muon', 'babar-4mu-2016'].map((id) => lowestExcluded(id, 'muon-only', chosen)))
      return Math.min(
        ...logGrid(0.216, 6, 60)
          .map((mass) => (band(mass) / babar(mass)) ** 2)
          .filter((strength) => strength > 0),
      )
    },
    reason:
      'Between 3.05 and 3.15 GeV, near the J/ψ, BaBar did not search; from 7 GeV on the limit is that of CMS, which is not available in numbers.',
  },
  {
    id: 'footnote-7',
    where: 'footnote 7',
    what: 'limit of CHARM-II’s scattering over that of CCFR’s tridents, least from 0.1 to 5 GeV (the paper: weaker, above 1)',
    ...above(1),
    async compute(assumptions) {
      const [charm, ccfr] = await Promise.all(['charm2-bl-2018', 'ccfr-1991'].map((id) => lowestExcluded(id, MODEL, assumptions)))
      return Math.min(...logGrid(0.1, 5, 21).map((mass) => charm(mass) / ccfr(mass)))
    },
  },
  {
    id: 'footnote-8',
    where: 'footnote 8',
    what: 'E137 against the band of (g−2)_μ at 10 MeV, universal couplings to leptons (the paper: less restrictive, below 1)',
    ...below(1),
    compute: e137AgainstBand('L'),
  },
  {
    id: 'footnote-8-loop',
    where: 'footnote 8, for g_ν = 0 and couplings from loops',
    what: 'E137 against the band of (g−2)_μ at 10 MeV, g_ν = 0 (the paper: less restrictive, below 1)',
    ...below(1),
    compute: e137AgainstBand('muon-nu:ratio=0'),
    reason:
      'Without mixing no beam dump sees a boson of muons alone, as in the upper left panel. With g_e from the loop of eq. (2.12) E137, ν-Cal and others exclude the band below 0.1 GeV.',
  },
  {
    id: 'figure-2.2-leptons',
    where: 'figure 2.2, lower left',
    what: 'part of the band of (g−2)_μ that is left, 1 MeV to 10 GeV, universal couplings to leptons (the paper: none)',
    ...below(1e-6),
    compute: (assumptions) => bandLeft('L', isOfThePaper, MASSES, assumptions),
  },
  {
    id: 'figure-2.2-fermions',
    where: 'figure 2.2, lower right',
    what: 'part of the band of (g−2)_μ that is left, 1 MeV to 10 GeV, universal couplings to fermions (the paper: none)',
    ...below(1e-6),
    compute: (assumptions) => bandLeft('3B+L', isOfThePaper, MASSES, assumptions),
  },
  {
    id: 'muon-threshold',
    where: 'section 3.2',
    what: 'mass above which Z′ → μμ opens',
    unit: 'MeV',
    ...printed('212'),
    compute: () => 2e3 * M_MUON,
    reason: 'Twice the muon’s mass is 211.3 MeV.',
  },
  ...dumpDrafts,
  {
    id: 'neutrino-rescaling',
    where: 'section 4',
    what: 'power of g_ν/g_μ by which limits on g_μ from neutrino scattering are rescaled',
    ...exactly(0.5),
    async compute(assumptions) {
      const limit = async (ratio: number) => (await lowestExcluded('borexino-2017', `muon-nu:ratio=${ratio}`, assumptions))(0.02)
      return Math.log((await limit(0.01)) / (await limit(1))) / Math.log(0.01)
    },
    reason: 'A weaker coupling of the neutrino weakens the limit: one divides by √(g_ν/g_μ).',
  },
])
