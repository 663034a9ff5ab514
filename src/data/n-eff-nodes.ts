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

/** $N_{\rm eff}$ at masses, widths into neutrinos and widths into electrons, one text a share of electron neutrinos in the former. */
export interface NEffTable extends Sourced {
  /** [GeV], bosons lighter and heavier than two electrons. */
  readonly masses: { readonly light: MassAxis; readonly heavy: MassAxis }
  /** In $\xi$, with $\log_{10}$ of width over expansion at T = m equal to centre + spread·sinh ξ. */
  readonly rates: Axis & { readonly centre: number; readonly spread: number }
  /** $\log_{10}$ of $\Gamma_e \Gamma_\nu / (\Gamma_e + \Gamma_\nu)$ over expansion at T = m, where that alone matters. */
  readonly fast: Axis
  readonly resolution: number
  readonly slices: readonly Slice[]
}

export interface Slice {
  readonly temperatures: 'split' | 'common'
  /** Width into electron neutrinos over that into all; null where it does not matter. */
  readonly share: number | null
  /** Mass outermost, then neutrinos, then electrons (heavy alone): in the code of src/cosmos/n-eff-table.ts. */
  readonly light: string
  readonly heavy: string
  /** Mass (heavy) outermost, then `fast`: in the same code. */
  readonly fast: string
}
