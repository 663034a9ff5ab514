import { measuredTridents } from './measured.ts'

/** Muon pairs of neutrinos in the glass of CHARM-II, which saw more of them than expected. */
export const charm2Trident = measuredTridents({
  id: 'charm2-trident',
  label: 'CHARM-II tridents',
  title: 'Neutrino tridents, ν_μ N → ν_μ N μ⁺μ⁻ on glass',
  experiment: 'CHARM-II',
  colour: 6,
  measurement: 'charm2',
  notes: 'Glass is taken as silicon.',
  unverified: 'the ratio is read in secondary sources; mean energy of 20 GeV and silicon for glass are from memory',
})
