import { MUON_INVISIBLE_LIMITS } from '../../data/kaon-invisible.ts'
import { leptonicKaonSearch } from './leptonic.ts'

/** What ten times the kaons of 2016 to 2018 would bring NA62, the background growing with them. */
export const na62KaonTenfold = leptonicKaonSearch({
  id: 'na62-kaon-tenfold',
  label: '$K\\to\\mu\\nu Z^\\prime$ (NA62, tenfold)',
  title: 'Kaon decay to a muon, a neutrino and a boson that escapes, with ten times the kaons',
  experiment: 'NA62',
  colour: 4,
  kind: 'projection',
  limit: MUON_INVISIBLE_LIMITS.na62,
  stronger: Math.sqrt(10),
  notes:
    'The published limit over √10: a scaling, nobody’s plan. What a dedicated trigger could reach (krnjaic-2019) is not available in numbers.',
})
