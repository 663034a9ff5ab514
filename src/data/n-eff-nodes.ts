import type { Sourced } from './table.ts'

/** Equal steps in a coordinate. */
export interface Axis {
  readonly from: number
  readonly to: number
  readonly nodes: number
}

/** Equal steps in the logarithm of how far a mass is above another. */
export interface MassAxis extends Axis {
  readonly above: number
}

/** Equal steps in $\xi$, with $\log_{10}$ of a width over expansion at T = m equal to centre + spread·sinh ξ. */
export interface RateAxis extends Axis {
  readonly centre: number
  readonly spread: number
}

/** $N_{\rm eff}$ at masses, widths into neutrinos and widths into electrons, one slice a share of electron neutrinos in the former. */
export interface NEffTable extends Sourced {
  /** [GeV], bosons lighter and heavier than two electrons. */
  readonly masses: { readonly light: MassAxis; readonly heavy: MassAxis }
  /** Widths into neutrinos, and in `heavy` those into electrons. */
  readonly rates: { readonly light: RateAxis; readonly heavy: RateAxis }
  /** $\log_{10}$ of $\Gamma_e \Gamma_\nu / (\Gamma_e + \Gamma_\nu)$ over expansion at T = m, where that alone matters. */
  readonly fast: Axis
  readonly resolution: number
  /** Numbers in the code of src/cosmos/grid-text.ts. */
  readonly slices: readonly Slice[]
}

/** More slices for the nodes of a table. */
export interface NEffShares extends Sourced {
  readonly slices: readonly Slice[]
}

/** Numbers of bosons that decay to electron neutrinos and others in one ratio. */
export interface Slice {
  readonly temperatures: 'split' | 'common'
  /** Width into electron neutrinos over that into all; null where it does not matter. */
  readonly share: number | null
  /** The share of the slice that the numbers of this one are told less; null where they are told as they are. */
  readonly less: number | null
  /** Mass outermost, then neutrinos. */
  readonly light: string
  /** Mass outermost, then neutrinos, then electrons. */
  readonly heavy: string
  /** Mass (heavy) outermost, then `fast`: equal widths into electrons and neutrinos. */
  readonly fast: string
  /** The same where the width into electrons is by far the larger, told less `fast`. */
  readonly fastElectrons: string
}
