import type { Flavour } from './pmns.ts'

/** One kind of neutrino that a source on Earth sends out. */
export interface NeutrinoComponent {
  readonly id: string
  readonly flavour: Flavour
  readonly antineutrino: boolean
  /** Energy beyond which there is nothing. */
  readonly maximum_MeV: number
  /** Writes $F_k = \int_{E_{\min}} \Phi(E)\,E^{-k}\,dE$ [cm⁻² s⁻¹ MeV⁻ᵏ], k = 0, 1, 2, into the first three places of `out`. */
  tail(minimum_MeV: number, out: Float64Array): void
}

/**
 * The tail moments of a source by flavour, $F_k^\alpha$ at `3 * flavour + k`, as scattering needs them; so that a source on Earth is used like the Sun.
 *
 * @param which neutrinos and antineutrinos together (coherent scattering does not tell them apart), or one of them
 * @param shares weight of each component by its `id`, for instance what falls into a window of time; 1 where nothing is given
 * @example
 * const tails = sourceTails(stoppedPions({ protonsPerYear: 1.37e23, pionsPerProton: 0.09, distance_m: 27.5 }))
 * const out = new Float64Array(9)
 * tails(0, out) // out[0], out[3], out[6]: fluxes of ν_e, of ν_μ and ν̄_μ, and of ν_τ, which is none
 */
export function sourceTails(
  components: readonly NeutrinoComponent[],
  which: 'all' | 'neutrinos' | 'antineutrinos' = 'all',
  shares: Readonly<Record<string, number>> = {},
): (minimum_MeV: number, out: Float64Array) => void {
  const chosen = components.filter(({ antineutrino }) => which === 'all' || antineutrino === (which === 'antineutrinos'))
  const one = new Float64Array(3)
  return (minimum_MeV, out) => {
    for (let m = 0; m < 9; m++) out[m] = 0
    for (const { id, flavour, tail } of chosen) {
      tail(minimum_MeV, one)
      const share = shares[id] ?? 1
      for (let k = 0; k < 3; k++) out[3 * flavour + k] += share * one[k]
    }
  }
}
