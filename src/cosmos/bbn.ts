import type { Boson } from '../couplings/boson.ts'
import { BBN_MASS_LIMITS_MEV, bbnMassBound } from '../data/bbn-mass-bound.ts'
import { column } from '../data/table.ts'
import { partialWidths } from '../decays/widths.ts'
import { linearInterpolator } from '../numerics/index.ts'
import { thermalExpansionRate } from './expansion.ts'

const logRatios = column(bbnMassBound, 'electronsOverNeutrinos').map(Math.log10)
const first = logRatios[0] - 1
const last = logRatios[logRatios.length - 1] + 1
const bound_MeV = linearInterpolator(
  [first, ...logRatios, last],
  [BBN_MASS_LIMITS_MEV.neutrinosOnly, ...column(bbnMassBound, 'mass'), BBN_MASS_LIMITS_MEV.electronsOnly],
  'clamp',
)

/**
 * The lightest mass [GeV] that nucleosynthesis and the microwave background allow for a vector boson in thermal equilibrium, against
 * Γ(Z′ → ee)/Γ(Z′ → νν) (coy-2021 eq. 2.15). Linear in the logarithm of the ratio between the tabulated decades; one decade beyond
 * the table it has reached the value for a single channel. Not monotonic.
 *
 * @example
 * 1e3 * lowestThermalMass(3.82e-5) // 4.93 MeV
 */
export function lowestThermalMass(electronsOverNeutrinos: number): number {
  return 1e-3 * bound_MeV(Math.log10(Math.min(Math.max(electronsOverNeutrinos, 1e-300), 1e300)))
}

/**
 * Decay rate over the expansion rate at T = m, $\Gamma / H$ with $H = 1.66 \sqrt{g_*}\, T^2 / M_{\rm Pl}$: above 1 the boson has been in equilibrium.
 */
export function decayOverExpansion(boson: Boson): number {
  return partialWidths(boson).total / thermalExpansionRate(boson.mass)
}
