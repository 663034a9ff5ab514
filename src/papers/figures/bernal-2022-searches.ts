import { E_CHARGE } from '../../constants.ts'
import { publishedIntervals } from '../../constraints/bound.ts'
import type { Constraint, Entry, Interval, Silent, Verdict } from '../../constraints/constraint.ts'
import { isSilent } from '../../constraints/constraint.ts'
import { formulaConstraint, powerLawIntervals } from '../../constraints/formula.ts'
import type { PublishedLimit } from '../../constraints/published.ts'
import { type Boson, neutralPionCoupling, type Ray } from '../../couplings/index.ts'
import { branchingRatios, dominatedBranching, partialWidths } from '../../decays/index.ts'
import { gMinus2Muon } from '../../experiments/g-2-muon.ts'
import { foresee_bl_na64_inv_2022 } from '../../experiments/limits/foresee-bl-na64-inv-2022.ts'
import { na48_2_2015 } from '../../experiments/limits/na48-2-2015.ts'

/*
 * Searches as section 3 of bernal-2022 compares them with its boson, formulas as printed. Only its figures and the claims about them use these;
 * the catalogue holds the same searches without the slips.
 */

/** The hidden scalar of the right panels. */
export const SCALAR = 'cPhi=40,mPhiOverM=1/3'

/** Br(invisible) of the B−L boson that NA64's limit was published for. */
const INVISIBLE_SHARE_OF_B_MINUS_L = 3 / 5

/** Eq. (21) without the hidden scalar, eq. (24) with it. */
function branching(boson: Boson, channel: 'ee' | 'neutrinos'): number {
  return boson.model.hiddenScalar === undefined ? branchingRatios(partialWidths(boson))[channel] : dominatedBranching(boson, channel)
}

/** A search that counts coupling² × branching ratio, against the square of its published limit. */
function search(limit: PublishedLimit, colour: number, where: string, statement: string, yieldOf: (boson: Boson) => number): Entry {
  const { id, label, title, group, experiment, citations, bound } = limit
  const entry: Entry = {
    id: `${id}-printed`,
    label,
    title,
    group,
    experiment,
    colour,
    source: { citations: [...citations, 'bernal-2022'], where },
    async prepare(assumptions) {
      if (bound.shape === 'islands') throw new TypeError('a limit of one edge is meant')
      const published = publishedIntervals(bound, assumptions.bumpHunts)
      const strength = (boson: Boson): Verdict => {
        const limits = published(boson.mass)
        return isSilent(limits) ? limits : yieldOf(boson) / limits[0][0] ** 2
      }
      return formulaConstraint(entry, assumptions, {
        kind: 'exclusion',
        confidence: limit.confidence,
        statement,
        strength,
        closedForm: (_unit, _ray, strength) => powerLawIntervals(strength, 2),
      })
    },
  }
  return entry
}

/** NA48/2: [ε − c g/(5e)]² Br(ee) below the limit on ε². */
export const na48Printed = search(
  na48_2_2015,
  1,
  'bernal-2022, section 3, where u and d are weighed with the same sign',
  '(e ε − c g/5)² Br(e⁺e⁻) below (e ε)² of the dark photon, as printed',
  (boson) => (neutralPionCoupling(boson) / E_CHARGE) ** 2 * branching(boson, 'ee'),
)

/** NA64: (e ε)² Br(invisible) below the limit on g² of B−L times 3/5. */
export const na64Printed = search(
  foresee_bl_na64_inv_2022,
  5,
  'bernal-2022, section 3; Br(invisible) from eq. (24) where there is a hidden scalar',
  '(e ε)² Br(invisible) below 3/5 of g² of B−L, as printed',
  (boson) => (boson.couplings.e.vector ** 2 * branching(boson, 'neutrinos')) / INVISIBLE_SHARE_OF_B_MINUS_L,
)

/** The lightest scalar that E774 and E141 leave [GeV]. */
export const LIGHTEST_SCALAR_GeV = 0.01

/** Where the hidden scalar is too light for E774 and E141. */
export const lightScalar: Entry = {
  id: 'light-scalar',
  label: '$m_\\varphi < 10$ MeV (E774, E141)',
  title: 'Decays of the hidden scalar at E774 and E141',
  group: 'beam dumps',
  colour: 11,
  source: { citations: ['bernal-2022', 'e774-1991'], where: 'bernal-2022, section 2, in words: φ above 10 MeV' },
  async prepare(assumptions) {
    // A boson of exactly three times 10 MeV is at the edge: rounding does not exclude it.
    const edge = LIGHTEST_SCALAR_GeV * (1 - 1e-12)
    const strength = ({ mass, model: { hiddenScalar } }: Boson): Verdict =>
      hiddenScalar === undefined || hiddenScalar.massRatio >= 0.5
        ? { silent: 'no decay to a hidden scalar' }
        : edge / (hiddenScalar.massRatio * mass)
    return formulaConstraint(lightScalar, assumptions, {
      kind: 'exclusion',
      confidence: null,
      statement: 'φ lighter than 10 MeV',
      strength,
      closedForm: (_unit, _ray, strength) => (strength > 1 ? [[0, Number.POSITIVE_INFINITY]] : []),
    })
  },
}

/** Where the boson adds more to the muon's moment than the band of (g−2)_μ holds. */
export const muonExcess: Entry = {
  ...gMinus2Muon,
  id: 'g-2-muon-excess',
  label: '$(g-2)_\\mu$ too large',
  title: 'More than the band of the muon’s anomalous moment',
  async prepare(assumptions): Promise<Constraint> {
    const band = await gMinus2Muon.prepare(assumptions)
    const above = (result: Silent | readonly Interval[]): Silent | readonly Interval[] =>
      isSilent(result) || band.kind !== 'preferred' ? result : result.slice(-1).map(([, highest]) => [highest, Number.POSITIVE_INFINITY])
    return {
      ...band,
      entry: muonExcess,
      kind: 'exclusion',
      statement: `above the upper edge of what is compared: ${band.statement}`,
      strength(boson) {
        const edges = above(band.intervals(boson.ray))
        if (isSilent(edges)) return edges
        return edges.length === 0 ? 0 : (boson.coupling / edges[0][0]) ** 2
      },
      intervals: (ray: Ray) => above(band.intervals(ray)),
    }
  },
}
