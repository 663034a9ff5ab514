export const MM_PER_PX = 25.4 / 96
/** Figures are laid out smaller than they are shown, so that their names can be read on a screen. */
export const ENLARGED = 1.25
