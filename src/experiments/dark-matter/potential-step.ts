/** Potentials are stepped through by this in the logarithm of their size. */
export const POTENTIAL_STEP = 0.25
