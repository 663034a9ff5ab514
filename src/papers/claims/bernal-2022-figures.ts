import type { Assumptions } from '../../assumptions.ts'
import type { Interval } from '../../constraints/constraint.ts'
import { unionOfIntervals } from '../../constraints/intervals.ts'
import { couplingForMediumNsi, couplingRay } from '../../couplings/index.ts'
import { resolveModel } from '../../models/index.ts'
import { type ConstraintSpec, Session } from '../../session.ts'
import { logGrid } from '../../units.ts'
import { LIGHTEST_SCALAR_GeV, na48Printed, na64Printed, SCALAR } from '../figures/bernal-2022-searches.ts'
import { coveredShare, intervalsOrNone, strengthOf, withMuonBand } from '../quantities.ts'
import { benchmark, centralNeutrons } from './bernal-2022-points.ts'
import { above, below, claimsOf, exactly, printed } from './notation.ts'

const PLANE = 'bernal:c=-0.1,tanEta=-0.75'
/** The mass that sections 3 and 4 speak of [GeV]. */
const MASS = 0.04

/** NA64 and NA48/2: by the paper's formulas under its recipe, else as the catalogue recasts them. */
const na64 = ({ recipe }: Assumptions): ConstraintSpec => (recipe === 'as-printed' ? na64Printed : 'foresee-bl-na64-inv-2022')
const na48 = ({ recipe }: Assumptions): ConstraintSpec => (recipe === 'as-printed' ? na48Printed : 'na48-2-2015')

/** Couplings at which each of some constraints excludes or prefers a boson. */
async function intervalsOf(specs: readonly ConstraintSpec[], model: string, mass: number, assumptions: Assumptions) {
  const curves = await new Session(assumptions).limits(model, specs, [mass])
  return curves.map(({ points: [{ result }] }) => intervalsOrNone(result))
}

/** The part of the band of (g−2)_μ, in ln g, where oscillations may hold and Borexino does not exclude. */
async function bandAllowed(oscillations: 'lma' | 'lma-dark', model: string, mass: number, assumptions: Assumptions): Promise<number> {
  const chosen = withMuonBand(assumptions)
  const [[band], allowed, excluded] = await intervalsOf(['g-2-muon', oscillations, 'borexino-2017'], model, mass, chosen)
  const forbidden = complement(allowed)
  return 1 - coveredShare(band, [...forbidden, ...excluded])
}

/** What disjoint, ascending intervals of positive numbers leave out. */
function complement(intervals: readonly Interval[]): Interval[] {
  const edges = [0, ...intervals.flat(), Number.POSITIVE_INFINITY]
  return edges.flatMap((edge, i): Interval[] => (i % 2 === 0 && edge < edges[i + 1] ? [[edge, edges[i + 1]]] : []))
}

/** The part of a band of ε_medium that (g−2)_μ favours at a mass and that searches leave, averaged over tan η from 0.5 to 3. */
async function overlap(epsilons: Interval, searches: readonly ConstraintSpec[], mass: number, assumptions: Assumptions): Promise<number> {
  const chosen = withMuonBand(assumptions)
  const neutrons = await centralNeutrons(chosen)
  const tanEtas = Array.from({ length: 100 }, (_, i) => 0.5125 + i / 40)
  const shares = await Promise.all(
    tanEtas.map(async (tanEta) => {
      const model = `bernal:c=-0.1,tanEta=${tanEta}`
      const ray = couplingRay(resolveModel(model), mass, chosen)
      const perSquare = epsilons[1] / couplingForMediumNsi(ray, 'mu', epsilons[1], neutrons) ** 2
      const [favoured, ...excluded] = (await intervalsOf(['g-2-muon', ...searches], model, mass, chosen)).map((intervals) =>
        intervals.map(([lo, hi]): Interval => [perSquare * lo ** 2, perSquare * hi ** 2]),
      )
      return linearShareLeft(epsilons, [...complement(favoured), ...excluded.flat()])
    }),
  )
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

/** The part of an interval that others leave. */
function linearShareLeft([from, to]: Interval, others: readonly Interval[]): number {
  const covered = unionOfIntervals(others).map(([lo, hi]) => Math.max(0, Math.min(hi, to) - Math.max(lo, from)))
  return 1 - covered.reduce((sum, part) => sum + part, 0) / (to - from)
}

/** Largest part of the band of (g−2)_μ that lies in a band of oscillations at c = 2/3, 5 to 200 MeV. */
async function overlapAtTwoThirds(oscillations: 'lma' | 'lma-dark', assumptions: Assumptions): Promise<number> {
  const chosen = withMuonBand(assumptions)
  const curves = await new Session(chosen).limits('bernal:c=2/3,tanEta=-0.75', ['g-2-muon', oscillations], logGrid(5e-3, 0.2, 41))
  const [bands, allowed] = curves.map(({ points }) => points.map(({ result }) => intervalsOrNone(result)))
  return Math.max(...bands.map(([band], i) => coveredShare(band, allowed[i])))
}

/** The benchmark with the hidden scalar of the right panels. */
const benchmarkWithScalar = async (assumptions: Assumptions) => {
  const { mass, coupling } = await benchmark(assumptions)
  return couplingRay(resolveModel(`${PLANE},${SCALAR}`), mass, assumptions).at(coupling)
}

const SIGN = 'With the interval the other way round, as a global fit has it, LMA ends at ε_medium = 0.08.'

/** Figures 1 to 4 in words. */
export const bernal2022FigureClaims = claimsOf('bernal-2022', [
  {
    id: 'figure-1-allowed',
    where: 'figure 1 and section 3',
    what: 'part of the band of (g−2)_μ at 40 MeV and tan η = −0.75 that LMA and Borexino leave (the paper: some, above 0)',
    ...above(0),
    compute: (assumptions) => bandAllowed('lma', PLANE, MASS, assumptions),
    reason: `${SIGN} The ⁷Be rate itself excludes the rest.`,
  },
  {
    id: 'figure-1-lma-dark',
    where: 'figure 1',
    what: 'part of that band at 20 MeV that LMA-Dark and Borexino leave (the paper: none)',
    ...below(1e-6),
    compute: (assumptions) => bandAllowed('lma-dark', PLANE, 0.02, assumptions),
  },
  {
    id: 'figure-1-na64',
    where: 'figure 1, left',
    what: 'least that NA64 says against the lower edge of the band of (g−2)_μ, 20 to 145 MeV, without φ (the paper: excluded, above 1)',
    ...above(1),
    async compute(assumptions) {
      const chosen = withMuonBand(assumptions)
      const [band, limit] = await new Session(chosen).limits(PLANE, ['g-2-muon', na64(chosen)], logGrid(0.02, 0.145, 41))
      const [favoured, excluded] = [band, limit].map(({ points }) => points.map(({ result }) => intervalsOrNone(result)[0][0]))
      return Math.min(...favoured.map((coupling, i) => (coupling / excluded[i]) ** 2))
    },
  },
  {
    id: 'figure-1-na64-benchmark',
    where: 'figure 1, left',
    what: 'NA64 against the benchmark (40 MeV, ε_medium = 1) without φ (the paper: excluded, above 1)',
    ...above(1),
    compute: async (assumptions) => strengthOf(na64(assumptions), await benchmark(assumptions)),
  },
  {
    id: 'figure-1-na64-scalar',
    where: 'figure 1, right',
    what: 'NA64 against the benchmark with φ, c_φ = 40 (the paper: allowed, below 1)',
    ...below(1),
    compute: async (assumptions) => strengthOf(na64(assumptions), await benchmarkWithScalar(assumptions)),
  },
  {
    id: 'figure-1-na48',
    where: 'figure 1, left',
    what: 'NA48/2 against the benchmark without φ (the paper: allowed, below 1)',
    ...below(1),
    compute: async (assumptions) => strengthOf(na48(assumptions), await benchmark(assumptions)),
  },
  {
    id: 'figure-1-scalar',
    where: 'figure 1, caption',
    what: 'mass of the boson below which φ, of a third of it, is lighter than E774 and E141 allow',
    unit: 'MeV',
    ...printed('30'),
    compute: () => 1e3 * LIGHTEST_SCALAR_GeV * 3,
  },
  {
    id: 'figure-2-lma-dark',
    where: 'section 3, figure 2',
    what: 'part of LMA-Dark that (g−2)_μ favours at 40 MeV, tan η from 0.5 to 3 (the paper: significant; here above 10 %)',
    ...above(0.1),
    compute: (assumptions) => overlap([2, 3], [], MASS, assumptions),
    reason:
      'With 251(59)e-11 at 2σ instead of the wider band (20), as printed otherwise: 1 % at 40 MeV, 65 % at 30 MeV and 98 % at 20 MeV.',
  },
  {
    id: 'figure-2-no-conflict',
    where: 'section 3, figure 2',
    what: 'part of LMA-Dark at 40 MeV, tan η from 0.5 to 3, that (g−2)_μ favours and Borexino, NA64 and NA48/2 leave, without φ (the paper: some, above 0)',
    ...above(0),
    compute: (assumptions) => overlap([2, 3], ['borexino-2017', na64(assumptions), na48(assumptions)], MASS, assumptions),
    reason: 'Of the searches that the paper draws. B → K Z′ excludes all of it where CKM mixing rotates the down quarks.',
  },
  {
    id: 'figure-2-lma',
    where: 'section 3, figure 2',
    what: 'part of LMA that (g−2)_μ favours at 40 MeV, tan η from 0.5 to 3 (the paper: significant; here above 10 %)',
    ...above(0.1),
    compute: (assumptions) => overlap(assumptions.recipe === 'as-printed' ? [0, 1.422] : [0, 0.081], [], MASS, assumptions),
    reason: SIGN,
  },
  {
    id: 'figure-3-revived',
    where: 'section 3, “the right panels of Figs. 1 and 3”',
    what: 'largest part of the band of (g−2)_μ that LMA allows at c = 2/3, 5 to 200 MeV (the paper: some, above 0)',
    ...above(0),
    compute: (assumptions) => overlapAtTwoThirds('lma', assumptions),
    reason:
      'At c = 2/3 ε_medium is negative and (g−2)_μ asks for larger couplings than LMA allows: there is nothing to revive. Figures 1 and 2 are meant.',
  },
  {
    id: 'figure-3-lma-dark',
    where: 'figure 3',
    what: 'part of the band of (g−2)_μ in LMA-Dark at c = 2/3, where ε_medium is negative',
    ...exactly(0),
    compute: (assumptions) => overlapAtTwoThirds('lma-dark', assumptions),
  },
])
