export { CLAIMS } from './claims.ts'
export { FIGURES } from './figures.ts'
export type { Benchmark, Claim, ClaimResult, ClaimVerdict, FigureRecipe } from './recipe.ts'
export { paperAssumptions, validateClaims } from './validate.ts'
