import { ANOMALIES, anomalies } from './anomalies.ts'
import type { FieldCharges } from './model.ts'
import { compare, equal, isZero, type Rational, toFraction } from './rational.ts'

/** What speaks against a model as it stands, in sentences; empty where nothing does. */
export function warnings(fields: FieldCharges): string[] {
  const report = anomalies(fields)
  const broken = ANOMALIES.filter((anomaly) => !isZero(report.withNuR[anomaly])).map(
    (anomaly) => `${anomaly} (${toFraction(report.withNuR[anomaly])})`,
  )
  const found: string[] = []
  if (!report.anomalyFree)
    found.push(`Anomalous: ${broken.join(', ')} ${broken.length === 1 ? 'does' : 'do'} not cancel; further charged fermions must exist.`)
  if (chiral(fields)) {
    found.push(
      'Left- and right-handed charges differ: the Standard Model Higgs alone cannot give these fermions their masses, and axial couplings appear.',
    )
  }
  if (![fields.Q, fields.u, fields.d].every(universal)) {
    found.push(
      'Quark families carry different charges: flavour-changing neutral currents appear in the mass basis, and CKM mixing needs further charged scalars.',
    )
  }
  if (report.neutrinos === 'unexplained') {
    found.push('These right-handed neutrinos cannot give mixed, massive light neutrinos, whatever singlet scalars are added.')
  }
  if (!isZero(report.loopMixingCoefficient)) found.push(divergentLoop(toFraction(report.loopMixingCoefficient)))
  return found
}

/** The sentence for Σ N_c Q Q′ ≠ 0. */
export const divergentLoop = (coefficient: string): string =>
  `Loop mixing with the photon is log-divergent (sum of N_c Q Q' = ${coefficient}): it counts as zero unless kineticMixing is log:<cutoff> or fixed:<epsilon/g>.`

/** What holds of a model without speaking against it: ν_R, neutrino masses, singlet scalars, a finite loop. */
export function remarks(fields: FieldCharges): string[] {
  const report = anomalies(fields)
  const found: string[] = []
  if (report.needsNuR) {
    found.push(`The cubic and gravitational conditions need right-handed neutrinos of charge ${list(report.nuRCharges)}.`)
  }
  if (report.neutrinos === 'dirac-or-majorana') found.push('Neutrinos may be Dirac or Majorana particles.')
  if (report.neutrinos === 'majorana') {
    found.push(
      'Neutrinos must be Majorana particles: Dirac masses alone leave the flavours unmixed, because lepton families carry different charges.',
    )
  }
  if (report.minimalSinglets.length > 0)
    found.push(`Majorana masses need singlet scalars, at least of charge ${list(report.minimalSinglets)}.`)
  if (isZero(report.loopMixingCoefficient) && charged(fields)) found.push('Loop mixing with the photon is finite.')
  return found
}

const universal = (charges: readonly Rational[]): boolean => charges.every((charge) => equal(charge, charges[0]))

/** Whether some charged fermion has an axial charge. */
function chiral({ Q, u, d, L, e }: FieldCharges): boolean {
  const differ = (left: readonly Rational[], right: readonly Rational[]) => left.some((charge, i) => compare(charge, right[i]) !== 0)
  return differ(Q, u) || differ(Q, d) || differ(L, e)
}

const charged = ({ Q, u, d, L, e }: FieldCharges): boolean => ![Q, u, d, L, e].flat().every(isZero)

const list = (charges: readonly Rational[]): string => charges.map(toFraction).join(' and ')
