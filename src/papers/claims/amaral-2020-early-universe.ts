import type { Assumptions } from '../../assumptions.ts'
import { type ConstraintSpec, Session } from '../../session.ts'
import { logGrid } from '../../units.ts'
import { bosonOf, coveredShare, intersection, intervalsOrNone, lowestExcluded, strengthOf, withMuonBand } from '../quantities.ts'
import { above, below, claimsOf } from './notation.ts'

/** Where the bands of H₀ and (g−2)_μ meet [GeV]. */
const MASSES = logGrid(2e-3, 0.1, 120)
/** Where tridents are compared [GeV]. */
const OF_TRIDENTS = logGrid(1e-3, 10, 21)

/** The part, in ln g and ln m, of what explains both H₀ and (g−2)_μ by Lμ−Lτ that some constraints cover together. */
async function overlapCovered(specs: readonly ConstraintSpec[], chosen: Assumptions): Promise<number> {
  const session = new Session(withMuonBand(chosen))
  const curves = await session.limits('mu-tau', ['g-2-muon', 'hubble', ...specs], MASSES)
  let [covered, whole] = [0, 0]
  for (const i of MASSES.keys()) {
    const [moment, hubble, ...excluded] = curves.map(({ points }) => intervalsOrNone(points[i].result))
    for (const [from, to] of intersection(moment, hubble)) {
      const size = Math.log(to / from)
      whole += size
      covered += size * coveredShare([from, to], excluded.flat())
    }
  }
  return covered / whole
}

const BOREXINO = ['borexino-2011', 'borexino-2017']
const overlap =
  (specs: readonly ConstraintSpec[], own: Partial<Assumptions> = {}) =>
  (assumptions: Assumptions): Promise<number> =>
    overlapCovered(specs, { ...assumptions, ...own })
const WHOLE = 1 - 1e-6
const BOTH = 'part of what explains both H₀ and (g−2)_μ'

/** What amaral-2020 says of H₀, and of tridents. */
export const amaral2020EarlyUniverse = claimsOf('amaral-2020', [
  {
    id: 'bp1-hubble',
    where: 'section III.3.1',
    what: 'benchmark BP1 (15 MeV, 4.6e-4) from the middle of the band of H₀, over its half width (the paper: inside)',
    ...below(1),
    compute: (assumptions) => strengthOf('hubble', bosonOf('mu-tau', 0.015, 4.6e-4, assumptions)),
  },
  {
    id: 'overlap-borexino',
    where: 'section IV, high metallicity',
    what: `${BOTH} that Borexino excludes (the paper: a large part, here above 0.5)`,
    ...above(0.5),
    compute: overlap(BOREXINO, { solarModel: 'b16-gs98' }),
    reason: 'Needs the mixing of eq. (8) and the band of 2006: three quarters. With the loop’s 6π² and the band of 2021 it is a third.',
  },
  {
    id: 'overlap-borexino-low',
    where: 'section IV, low metallicity',
    what: `${BOTH} that the rate of 2017 leaves (the paper: a large part, here above 0.5)`,
    ...above(0.5),
    compute: async (assumptions) => 1 - (await overlapCovered(['borexino-2017'], { ...assumptions, solarModel: 'b16-agss09' })),
  },
  {
    id: 'overlap-lz',
    where: 'section IV',
    what: `${BOTH} that LZ reaches (the paper: it can probe it, above 0)`,
    ...above(0),
    compute: overlap(['lz-er', 'lz-nr-er', 'lz-nr']),
  },
  {
    id: 'overlap-darwin',
    where: 'section IV',
    what: `${BOTH} that DARWIN reaches (the paper: it can probe it, above 0)`,
    ...above(0),
    compute: overlap(['darwin-er', 'darwin-nr-er', 'darwin-nr']),
  },
  {
    id: 'overlap-coherent',
    where: 'section IV',
    what: `${BOTH} that COHERENT reaches with 10 t yr of NaI or argon (the paper: all)`,
    ...above(WHOLE),
    compute: overlap(['coherent-nai-10t', 'coherent-lar-10t']),
    reason:
      'A third: the limits lie up to 1.5 times above the overlap’s lowest couplings. The detectors that COHERENT plans, their errors and backgrounds are from memory; limits 1.5 times ' +
      'lower would cover all.',
  },
  {
    id: 'overlap-dune',
    where: 'section IV',
    what: `${BOTH} that tridents at DUNE reach (the paper: some, above 0)`,
    ...above(0),
    compute: overlap(['dune-trident']),
  },
  {
    id: 'overlap-na62',
    where: 'section IV',
    what: `${BOTH} that K → μ 3ν at NA62 reaches (the paper: all)`,
    ...above(WHOLE),
    compute: overlap(['na62-kaon-tenfold']),
    reason:
      'The projection that the paper draws is not available in numbers. Ten times the kaons of today’s limit, the background growing with them, stay 14 times above in g: it would ' +
      'need BR(K → μ 3ν) below some 1.5e-9.',
  },
  {
    id: 'ccfr-most-stringent',
    where: 'section IV',
    what: 'limit of CCFR over that of the other trident measurements, greatest from 1 MeV to 10 GeV (the paper: most stringent, below 1)',
    ...below(1),
    async compute(assumptions) {
      const [ccfr, ...others] = await Promise.all(
        ['ccfr-1991', 'charm2-trident', 'nutev-trident'].map((id) => lowestExcluded(id, 'mu-tau', assumptions)),
      )
      return Math.max(...others.flatMap((limit) => OF_TRIDENTS.map((mass) => ccfr(mass) / limit(mass))))
    },
  },
])
