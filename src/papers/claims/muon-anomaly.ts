import { muonAnomaly } from '../quantities.ts'
import { type Draft, printed } from './notation.ts'

const DATED = 'The comparison of its time; that of 2025, the default, is 38(63)e-11: no anomaly.'

/** The three numbers a paper prints of the muon's anomaly: difference, error and significance. */
export function anomalyDrafts(where: string, value: string, sigma: string, significance: string, unit: 1e-11 | 1e-10 = 1e-11): Draft[] {
  const common = { where, reason: DATED }
  return [
    {
      ...common,
      id: 'delta-a',
      what: 'a_μ, experiment minus Standard Model',
      unit: String(unit),
      ...printed(value),
      compute: (assumptions) => muonAnomaly(assumptions).value / unit,
    },
    {
      ...common,
      id: 'delta-a-error',
      what: 'error of that difference',
      unit: String(unit),
      ...printed(sigma),
      compute: (assumptions) => muonAnomaly(assumptions).sigma / unit,
    },
    {
      ...common,
      id: 'significance',
      what: 'the difference in standard deviations',
      ...printed(significance),
      compute(assumptions) {
        const { value: difference, sigma: error } = muonAnomaly(assumptions)
        return difference / error
      },
    },
  ]
}
