import { measuredTridents } from './measured.ts'

/** Muon pairs of neutrinos in the iron of NuTeV, where no signal could be told from none. */
export const nutevTrident = measuredTridents({
  id: 'nutev-trident',
  label: 'NuTeV tridents',
  title: 'Neutrino tridents, ν_μ N → ν_μ N μ⁺μ⁻ on iron',
  experiment: 'NuTeV',
  colour: 6,
  measurement: 'nutev',
  unverified: 'the ratio is read in secondary sources; mean energy of 160 GeV and iron alone are from memory',
})
