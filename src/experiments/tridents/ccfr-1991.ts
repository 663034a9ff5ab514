import { measuredTridents } from './measured.ts'

/** Muon pairs of neutrinos in the iron of CCFR: the strongest of the three measurements. */
export const ccfr1991 = measuredTridents({
  id: 'ccfr-1991',
  label: 'CCFR',
  title: 'Neutrino tridents, ν_μ N → ν_μ N μ⁺μ⁻ on iron',
  experiment: 'CCFR',
  colour: 6,
  measurement: 'ccfr',
  notes:
    'krnjaic-2019 points out that pairs of diffractively produced charm were not subtracted: foldenauer-2021 shows this limit dashed for that reason.',
  unverified: 'the ratio is read in secondary sources; mean energy of 160 GeV and iron alone are from memory',
})
