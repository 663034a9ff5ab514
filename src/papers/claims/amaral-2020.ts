import type { Assumptions } from '../../assumptions.ts'
import { loopMixing } from '../../couplings/index.ts'
import { BOREXINO_2011, BOREXINO_2017, type BorexinoRate } from '../../data/borexino.ts'
import { resolveModel } from '../../models/index.ts'
import { type SolarSource, solarFlux } from '../../neutrinos/index.ts'
import { brentRoot } from '../../numerics/index.ts'
import { couplingForMoment } from '../../processes/g-minus-2.ts'
import { logGrid } from '../../units.ts'
import { bosonOf, lowestExcluded, muonBand, SIGMAS_90, strengthOf } from '../quantities.ts'
import { anomalyDrafts } from './muon-anomaly.ts'
import { above, below, claimsOf, printed } from './notation.ts'

/** A mass [GeV] at which the limits are straight lines, g ∝ M. */
const CONTACT_MASS = 0.02

/** The data sets of Borexino that the paper reads anew. */
const ANEW = ['borexino-2011', 'borexino-2017']

const withMetals = (assumptions: Assumptions, solarModel: Assumptions['solarModel']): Assumptions => ({ ...assumptions, solarModel })

/** The limit on g/M [1/GeV] that Borexino sets on Lμ−Lτ. */
async function borexinoSlope(year: '2011' | '2017', assumptions: Assumptions): Promise<number> {
  const limit = await lowestExcluded(`borexino-${year}`, 'mu-tau', assumptions)
  return limit(CONTACT_MASS) / CONTACT_MASS
}

/** Flux of the high-metallicity Sun over that of the low-metallicity one. */
function highOverLow(...sources: readonly SolarSource[]): number {
  const flux = (model: Assumptions['solarModel']) => sources.reduce((sum, source) => sum + solarFlux(model, source).flux_cm2s, 0)
  return flux('b16-gs98') / flux('b16-agss09')
}

/** How much lower a flux is in the low-metallicity Sun [%]. */
const deficit = (source: SolarSource): number => 100 * (1 - 1 / highOverLow(source))

/** Relative experimental error of a rate [%]. */
const precision = ({ rate, statistical, systematicUp, systematicDown }: BorexinoRate): number =>
  (100 * Math.hypot(statistical, Math.max(systematicUp, systematicDown))) / rate

const V1 = 'Comes out with the 4π² of eq. (8) and NuFIT 4.0; the loop’s 6π² alone makes limits 22 % weaker.'

export const amaral2020 = claimsOf('amaral-2020', [
  {
    id: 'eq-8',
    where: 'eq. (8), evaluated',
    what: 'g/ε of Lμ−Lτ at low momentum',
    ...printed('-46.2'),
    compute: ({ kineticMixing }) => 1 / loopMixing(resolveModel('mu-tau'), kineticMixing).ratio(0).re,
    reason:
      'The trace of eq. (A3) counts chiral fermions as Dirac ones and the neutrinos’ share cancels: the loop gives 6π² for 4π², −69.3.',
  },
  ...anomalyDrafts('eq. (12)', '279', '76', '3.7'),
  {
    id: 'cno',
    where: 'section III',
    what: 'how much higher the CNO fluxes are in the high-metallicity Sun',
    unit: '%',
    ...printed('50'),
    compute: () => 100 * (highOverLow('13N', '15O', '17F') - 1),
    reason: 'The fluxes of B16 differ by 36 % (¹³N), 42 % (¹⁵O) and 62 % (¹⁷F): 39 % together.',
  },
  {
    id: 'pp-chain',
    where: 'section III',
    what: 'largest change of a pp-chain flux with metallicity',
    unit: '%',
    ...printed('10'),
    compute: () => Math.max(...(['pp', 'pep', '7Be', '8B', 'hep'] as const).map((source) => Math.abs(deficit(source)))),
    reason: 'True of ⁷Be; ⁸B falls by 18 %.',
  },
  {
    id: 'be7',
    where: 'section III.1',
    what: 'how much lower the ⁷Be flux is in the low-metallicity Sun',
    unit: '%',
    ...printed('10'),
    compute: () => deficit('7Be'),
  },
  {
    id: 'precision-2011',
    where: 'section III.1',
    what: 'precision of the ⁷Be rate of 2011',
    unit: '%',
    ...printed('5'),
    compute: () => precision(BOREXINO_2011),
  },
  {
    id: 'eight-percent',
    where: 'section III.1',
    what: 'excess that this precision allows at 90 %',
    unit: '%',
    ...printed('8'),
    compute: () => SIGMAS_90 * precision(BOREXINO_2011),
  },
  {
    id: 'precision-2017',
    where: 'section III.1',
    what: 'precision of the ⁷Be rate of 2017',
    unit: '%',
    ...printed('2.7'),
    compute: () => precision(BOREXINO_2017['7Be']),
  },
  {
    id: 'theory-error',
    where: 'section III.1',
    what: 'error of the expected ⁷Be rate, high metallicity',
    unit: '%',
    ...printed('5.8'),
    compute() {
      const { rate, sigma } = BOREXINO_2017['7Be'].expected!.HZ
      return (100 * sigma) / rate
    },
  },
  {
    id: 'eq-33',
    where: 'eq. (33)',
    what: 'lowest g/M excluded by Borexino 2017, high metallicity',
    unit: '1/GeV',
    ...printed('0.036'),
    compute: (assumptions) => borexinoSlope('2017', withMetals(assumptions, 'b16-gs98')),
    reason: V1,
  },
  {
    id: 'eq-34',
    where: 'eq. (34)',
    what: 'lowest g/M excluded by Borexino 2017, low metallicity',
    unit: '1/GeV',
    ...printed('0.043'),
    compute: (assumptions) => borexinoSlope('2017', withMetals(assumptions, 'b16-agss09')),
    reason: V1,
  },
  {
    id: '2011-over-2017',
    where: 'section IV',
    what: 'limit of the 2011 rate over that of the 2017 rate (the paper: stronger, below 1)',
    ...below(1),
    async compute(assumptions) {
      return (await borexinoSlope('2011', assumptions)) / (await borexinoSlope('2017', assumptions))
    },
    reason: 'Only if the 862 keV rate of 2011 is compared with the expectation for both lines; line against line it is the weaker one.',
  },
  {
    id: 'excluded-mass',
    where: 'abstract',
    what: 'mass up to which Borexino cuts into the band of (g−2)_μ',
    unit: 'GeV',
    ...printed('2e-2'),
    async compute(assumptions) {
      const limit = await lowestExcluded('borexino-2017', 'mu-tau', assumptions)
      const [, edge] = muonBand(assumptions)
      return brentRoot((mass) => Math.log(limit(mass) / couplingForMoment(mass, edge)), 3e-3, 0.3)
    },
    reason: 'Needs the band of 2006 and the mixing of eq. (8); by default the upper edge of today’s limit is crossed.',
  },
  {
    id: 'bp1-g-2',
    where: 'section III.3.1',
    what: 'benchmark BP1 (15 MeV, 4.6e-4) from the centre of the (g−2)_μ band, over its half width (the paper: inside)',
    ...below(1),
    compute: (assumptions) => strengthOf('g-2-muon', bosonOf('mu-tau', 0.015, 4.6e-4, assumptions)),
    reason: 'Inside the band of 2006; above the upper limit of 2025.',
  },
  {
    id: 'bp1-borexino',
    where: 'section III.3.1',
    what: 'Borexino 2017 against BP1 (the paper: not excluded, below 1)',
    ...below(1),
    compute: (assumptions) => strengthOf('borexino-2017', bosonOf('mu-tau', 0.015, 4.6e-4, assumptions)),
  },
  {
    id: 'bp2-borexino',
    where: 'section IV',
    what: 'Borexino 2017 against BP2 (15 MeV, 1.4e-3) (the paper: excluded, above 1)',
    ...above(1),
    compute: (assumptions) => strengthOf('borexino-2017', bosonOf('mu-tau', 0.015, 1.4e-3, assumptions)),
  },
  {
    id: 'figure-8-most-stringent',
    where: 'appendix C and figure 8',
    what: 'mass up to which Borexino (HZ) and NA64 set the most stringent bound on B−L',
    unit: 'MeV',
    ...printed('80'),
    async compute(assumptions) {
      const ofSun = withMetals(assumptions, 'b16-gs98')
      const limits = await Promise.all([...ANEW, 'na64-inv-2019', 'charm2-bl-2018'].map((id) => lowestExcluded(id, 'b-l', ofSun)))
      const rest = (mass: number) => Math.min(...limits.slice(0, -1).map((limit) => limit(mass)))
      return 1e3 * brentRoot((mass) => Math.log(rest(mass) / limits.at(-1)!(mass)), 0.02, 0.2)
    },
    reason: 'Above it CHARM-II. Line against line the rate of 2011 is weaker than in the paper, and CHARM-II takes over earlier.',
  },
  {
    id: 'figure-8-low-metallicity',
    where: 'appendix C and figure 8, bottom',
    what: 'NA64’s limit on B−L over Borexino’s for a low-metallicity Sun, greatest from 20 to 80 MeV (the paper: nothing new, below 1)',
    ...below(1),
    async compute(assumptions) {
      const ofSun = withMetals(assumptions, 'b16-agss09')
      const [na64, ...anew] = await Promise.all(['na64-inv-2019', ...ANEW].map((id) => lowestExcluded(id, 'b-l', ofSun)))
      return Math.max(...anew.flatMap((limit) => logGrid(0.02, 0.08, 21).map((mass) => na64(mass) / limit(mass))))
    },
  },
])
