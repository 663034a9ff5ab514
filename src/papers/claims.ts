import { amaral2020 } from './claims/amaral-2020.ts'
import { amaral2020Detectors } from './claims/amaral-2020-detectors.ts'
import { amaral2020EarlyUniverse } from './claims/amaral-2020-early-universe.ts'
import { bernal2022 } from './claims/bernal-2022.ts'
import { bernal2022FigureClaims } from './claims/bernal-2022-figures.ts'
import { coy2021 } from './claims/coy-2021.ts'
import { foldenauer2021 } from './claims/foldenauer-2021.ts'
import { foldenauer2021Detectors } from './claims/foldenauer-2021-detectors.ts'
import { foldenauer2021Na64mu } from './claims/foldenauer-2021-na64mu.ts'
import { gninenko2020 } from './claims/gninenko-2020.ts'
import type { Claim } from './recipe.ts'

/** Every number of the five papers that Zest can compute, paper by paper, in the order they are printed. */
export const CLAIMS: readonly Claim[] = [
  ...gninenko2020,
  ...amaral2020,
  ...amaral2020Detectors,
  ...amaral2020EarlyUniverse,
  ...coy2021,
  ...foldenauer2021,
  ...foldenauer2021Detectors,
  ...foldenauer2021Na64mu,
  ...bernal2022,
  ...bernal2022FigureClaims,
]
