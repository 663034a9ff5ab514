import { MUON_INVISIBLE_LIMITS } from '../../data/kaon-invisible.ts'
import { leptonicKaonSearch } from './leptonic.ts'

/** K⁺ → μ⁺ ν Z′ at NA62, from its limit on three neutrinos. */
export const na62Kaon3nu = leptonicKaonSearch({
  id: 'na62-kaon-3nu',
  label: '$K\\to\\mu\\nu Z^\\prime$ (NA62, $3\\nu$)',
  title: 'Kaon decay to a muon, a neutrino and a boson that escapes',
  experiment: 'NA62',
  colour: 4,
  kind: 'exclusion',
  limit: MUON_INVISIBLE_LIMITS.na62,
  stronger: 1,
  notes:
    'The published limits on K⁺ → μ⁺ν X against the mass are not available in numbers. Those that follow at 10 and 370 MeV, 2·10⁻⁵ and 4·10⁻⁷, are of ' +
    'the orders 10⁻⁵ and 10⁻⁷ that the abstract gives.',
})
