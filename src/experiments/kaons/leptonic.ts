import { M_KAON, M_MUON } from '../../constants.ts'
import type { Constraint, Entry, Kind, Silent, Verdict } from '../../constraints/constraint.ts'
import { formulaConstraint, powerLawIntervals } from '../../constraints/formula.ts'
import { remembered, signalOf } from '../../constraints/signal.ts'
import { signalAlong } from '../../constraints/signal-along.ts'
import type { Boson, Ray } from '../../couplings/boson.ts'
import { quadraticAlong, quadraticAt } from '../../couplings/quadratic.ts'
import type { MuonInvisibleLimit } from '../../data/kaon-invisible.ts'
import type { Model } from '../../models/index.ts'
import { fourBodyShare, isKaonQuadratic, kaonBranching, kaonRates } from '../../processes/kaon-leptonic.ts'

/** Below this the polarisations cancel beyond what can be computed. */
const LIGHTEST_GeV = 1e-6

interface Search extends Pick<Entry, 'id' | 'label' | 'title' | 'experiment' | 'colour'> {
  readonly kind: Kind
  readonly limit: MuonInvisibleLimit
  /** How many times stronger than the published limit. */
  readonly stronger: number
  readonly notes?: string
}

const UNSEEN: Silent = { silent: 'does not decay to what escapes' }

const METHOD =
  'What was published is a limit on K⁺ → μ⁺ν ν ν̄. It is carried over by the share of decays that the search looks at: K⁺ → μ⁺ν Z′ by its spin sum, ' +
  'three neutrinos by phase space (a contact interaction with neutrinos has it within a quarter). What differs between the spectra inside the range ' +
  'is left out, and so are bosons that would be seen if they did not live so long.'

/** $K^+\to\mu^+\nu Z'$ with a boson that escapes, from the limit on $K^+\to\mu^+\nu\nu\bar\nu$, as a catalogue entry. */
export function leptonicKaonSearch({ kind, limit, stronger, notes, ...entry }: Search): Entry {
  const { branching, confidence, missingMass_GeV2: window, citation, where } = limit
  const largest = (branching * fourBodyShare(window)) / stronger
  const rates = remembered((mass) => kaonRates(mass, window))
  const heaviest = Math.min(M_KAON - M_MUON, Math.sqrt(window[1]))

  const strength = (boson: Boson): Verdict => {
    const { mass, couplings, model } = boson
    if (mass >= heaviest) return { silent: `mass above ${heaviest.toPrecision(3)} GeV, where the search ends` }
    if (mass < LIGHTEST_GeV) return { silent: 'mass below 1 keV: the rate is not computed there' }
    const { mu, nu_mu, u, s } = couplings
    if (hasAxialQuarks(model)) return { silent: 'axial couplings of quarks are not described' }
    if ([mu.vector, mu.axial, nu_mu.vector, u.vector - s.vector].every((coupling) => coupling === 0))
      return { silent: 'couples neither to muons and their neutrinos nor to kaons' }
    const share = escapingShare(boson)
    if (share === 0) return UNSEEN
    return (share * kaonBranching(boson, rates(boson.mass))) / largest
  }
  const strengthAlong = (ray: Ray): ((coupling: number) => Verdict) | undefined => {
    if (!isKaonQuadratic(ray)) return undefined
    const branching = quadraticAlong(ray, (boson) => kaonBranching(boson, rates(ray.mass)))
    const signal = signalAlong(ray)
    if (branching === undefined || signal === undefined) return undefined
    const invisible = signal.widthInto('invisible')
    return (coupling) => {
      const total = signal.total(coupling)
      const share = total === 0 ? 1 : invisible(coupling) / total
      return share === 0 ? UNSEEN : (share * quadraticAt(branching, coupling)) / largest
    }
  }
  const whole: Entry = {
    ...entry,
    group: 'meson decays',
    isProjection: kind === 'projection',
    subjects: ['muon', 'neutrinos', 'quarks', 'invisible'],
    source: {
      citations: [citation],
      where: `BR(K⁺ → μ⁺ν ν ν̄) < ${branching.toExponential(1)}: ${where}`,
      notes: notes === undefined ? METHOD : `${METHOD} ${notes}`,
    },
    async prepare(assumptions): Promise<Constraint> {
      return formulaConstraint(whole, assumptions, {
        kind,
        confidence,
        statement: `BR(K⁺ → μ⁺ν Z′, Z′ invisible) with squared missing mass ${window[0]} to ${window[1]} GeV² below ${largest.toPrecision(2)}`,
        unverified: 'the range of missing masses is from memory; three neutrinos by phase space',
        strength,
        strengthAlong,
        closedForm: (_unit, _ray, strength) => powerLawIntervals(strength, 2),
      })
    },
  }
  return whole
}

/** Whether u or s couple axially by more than what mixing with the photon brings, which goes as $m^2/m_Z^2$. */
const hasAxialQuarks = ({ charges: { u, s }, massMixing }: Model): boolean => u.left !== u.right || s.left !== s.right || massMixing !== 0

/** Share of the boson's decays that nothing is seen of; 1 where it does not decay. */
function escapingShare(boson: Boson): number {
  const signal = signalOf(boson)
  const { total } = signal.widths
  return total === 0 ? 1 : signal.widthInto('invisible') / total
}
