import type { Constraint, Entry } from '../../constraints/constraint.ts'
import { TRIDENT_MEASUREMENTS } from '../../data/trident-measurements.ts'

/** 95 % of a Gaussian lie this many standard deviations from its middle, or nearer. */
const DEVIATIONS = 1.96

/** A measured cross section and how an entry calls it. */
interface Measured extends Pick<Entry, 'id' | 'label' | 'title' | 'experiment' | 'colour'> {
  readonly measurement: keyof typeof TRIDENT_MEASUREMENTS
  readonly notes?: string
  readonly unverified: string
}

const METHOD =
  'The nucleus acts as a whole through equivalent photons (reasonable for pairs of muons: ballett-2018) at one mean energy; muons couple as at ' +
  'q² = −m_μ². Bosons between the leptons and the nucleus are left out: they take a coupling to quarks besides, or mixing once more.'

/** A measured trident cross section, 1.96σ to either side, as a catalogue entry. */
export function measuredTridents({ measurement, notes, unverified, ...entry }: Measured): Entry {
  const { ratio, sigmaUp, sigmaDown, beam, citation, where } = TRIDENT_MEASUREMENTS[measurement]
  const whole: Entry = {
    ...entry,
    group: 'scattering',
    subjects: ['muon', 'neutrinos'],
    source: {
      citations: [citation, 'altmannshofer-2014', 'ballett-2018'],
      where: `σ/σ_SM = ${ratio} +${sigmaUp} −${sigmaDown}, as altmannshofer-2014 quotes it: ${where}`,
      notes: notes === undefined ? METHOD : `${METHOD} ${notes}`,
    },
    async prepare(assumptions): Promise<Constraint> {
      const { TRIDENT_TABLES } = await import('../../data/trident-coefficients.ts')
      const { tridentConstraint } = await import('./trident.ts')
      return tridentConstraint(whole, assumptions, {
        kind: 'exclusion',
        confidence: 0.95,
        ratio,
        sigmaUp,
        sigmaDown,
        deviations: DEVIATIONS,
        table: TRIDENT_TABLES[beam],
        unverified,
      })
    },
  }
  return whole
}
