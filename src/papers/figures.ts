import { amaral2020Fig3 } from './figures/amaral-2020-3.ts'
import { amaral2020Fig4 } from './figures/amaral-2020-4.ts'
import { amaral2020Fig5 } from './figures/amaral-2020-5.ts'
import { amaral2020Fig6 } from './figures/amaral-2020-6.ts'
import { amaral2020Fig7 } from './figures/amaral-2020-7.ts'
import { amaral2020Fig8 } from './figures/amaral-2020-8.ts'
import { bernal2022Figures } from './figures/bernal-2022.ts'
import { coy2021Fig22, coy2021Fig22Lower } from './figures/coy-2021-2.2.ts'
import { coy2021Dumps } from './figures/coy-2021-3.ts'
import { coy2021Fig41 } from './figures/coy-2021-4.1.ts'
import { foldenauer2021Figures } from './figures/foldenauer-2021.ts'
import { foldenauer2021Couplings } from './figures/foldenauer-2021-couplings.ts'
import { foldenauer2021Darwin, foldenauer2021Spallation } from './figures/foldenauer-2021-detectors.ts'
import { foldenauer2021Floor } from './figures/foldenauer-2021-floor.ts'
import { foldenauer2021Na64mu } from './figures/foldenauer-2021-na64mu.ts'
import { foldenauer2021Reconstruction } from './figures/foldenauer-2021-reconstruction.ts'
import { gninenko2020Fig1 } from './figures/gninenko-2020-1.ts'
import type { FigureRecipe } from './recipe.ts'

/** Every published figure that Zest makes again, paper by paper. */
export const FIGURES: readonly FigureRecipe[] = [
  gninenko2020Fig1,
  amaral2020Fig3,
  amaral2020Fig4,
  amaral2020Fig5,
  amaral2020Fig6,
  amaral2020Fig7,
  amaral2020Fig8,
  coy2021Fig22,
  coy2021Fig22Lower,
  ...coy2021Dumps,
  coy2021Fig41,
  ...foldenauer2021Figures,
  foldenauer2021Spallation,
  foldenauer2021Floor,
  foldenauer2021Darwin,
  ...foldenauer2021Na64mu,
  ...foldenauer2021Reconstruction,
  foldenauer2021Couplings,
  ...bernal2022Figures,
]
