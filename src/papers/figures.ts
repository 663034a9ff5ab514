import { amaral2020Fig5 } from './figures/amaral-2020-5.ts'
import { amaral2020Fig7 } from './figures/amaral-2020-7.ts'
import { coy2021Fig22 } from './figures/coy-2021-2.2.ts'
import { gninenko2020Fig1 } from './figures/gninenko-2020-1.ts'
import type { FigureRecipe } from './recipe.ts'

/** Every published figure that Zest makes again, paper by paper. */
export const FIGURES: readonly FigureRecipe[] = [gninenko2020Fig1, amaral2020Fig5, amaral2020Fig7, coy2021Fig22]
