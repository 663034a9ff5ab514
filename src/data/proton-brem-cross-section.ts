import type { Sourced } from './table.ts'

/** How strongly protons meet protons: $\sigma_{pp}(s) = Z + B \ln^2(s/s_0) + Y_1 s^{-\eta_1} - Y_2 s^{-\eta_2}$, s in GeV². */
export interface TotalCrossSection extends Sourced {
  /** [mb] */
  readonly constant: number
  /** [mb] */
  readonly rise: number
  /** [GeV²] */
  readonly scale_GeV2: number
  /** Falling terms, `size` [mb] at 1 GeV². */
  readonly falling: readonly { readonly size: number; readonly power: number }[]
}

export const protonBremCrossSection: TotalCrossSection = {
  title: 'Total cross section of two protons against s',
  citation: 'compete-2002',
  where: 'fit with rising logarithm squared and two Regge terms, as the review of particle physics of 2006 tabulates it for pp',
  provenance: 'from memory: check',
  note: 'From √s = 5 GeV up. Gives 38.4 mb for protons of 50 GeV and 39.9 mb for 400 GeV on protons at rest. Only ratios of it are used.',
  constant: 35.45,
  rise: 0.308,
  scale_GeV2: 28.94,
  falling: [
    { size: 42.53, power: 0.458 },
    { size: -33.34, power: 0.545 },
  ],
}
