import { MUON_INVISIBLE_LIMITS } from '../../data/kaon-invisible.ts'
import { leptonicKaonSearch } from './leptonic.ts'

/** K⁺ → μ⁺ ν Z′ of kaons at rest, from the limit of E949 on three neutrinos. */
export const e949Kaon3nu = leptonicKaonSearch({
  id: 'e949-kaon-3nu',
  label: '$K\\to\\mu\\nu Z^\\prime$ (E949)',
  title: 'Decay of kaons at rest to a muon, a neutrino and a boson that escapes',
  experiment: 'E949',
  colour: 4,
  kind: 'exclusion',
  limit: MUON_INVISIBLE_LIMITS.e949,
  stronger: 1,
})
