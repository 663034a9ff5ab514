import { bMinus3L } from './b-minus-3l.ts'
import { bMinusL } from './b-minus-l.ts'
import { bMinusLMinus2L } from './b-minus-l-minus-2l.ts'
import { bernal } from './bernal.ts'
import { darkPhoton } from './dark-photon.ts'
import type { ModelFamily } from './family.ts'
import { leptonDifferences } from './lepton-differences.ts'
import { muonNu, muonOnly } from './muon-nu.ts'
import { singleNumbers } from './single-numbers.ts'

/** Every model with a name, in the order `zest models` lists them. */
export const MODEL_CATALOGUE: readonly ModelFamily[] = [
  darkPhoton,
  ...leptonDifferences,
  bMinusL,
  ...bMinus3L,
  ...bMinusLMinus2L,
  ...singleNumbers,
  muonNu,
  muonOnly,
  bernal,
]
