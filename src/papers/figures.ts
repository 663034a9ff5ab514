import { amaral2020Fig5 } from './figures/amaral-2020-5.ts'
import { amaral2020Fig7 } from './figures/amaral-2020-7.ts'
import { amaral2020Fig8 } from './figures/amaral-2020-8.ts'
import { bernal2022Figures } from './figures/bernal-2022.ts'
import { coy2021Fig22, coy2021Fig22Lower } from './figures/coy-2021-2.2.ts'
import { foldenauer2021Figures } from './figures/foldenauer-2021.ts'
import { gninenko2020Fig1 } from './figures/gninenko-2020-1.ts'
import type { FigureRecipe } from './recipe.ts'

/** Every published figure that Zest makes again, paper by paper. */
export const FIGURES: readonly FigureRecipe[] = [
  gninenko2020Fig1,
  amaral2020Fig5,
  amaral2020Fig7,
  amaral2020Fig8,
  coy2021Fig22,
  coy2021Fig22Lower,
  ...foldenauer2021Figures,
  ...bernal2022Figures,
]
