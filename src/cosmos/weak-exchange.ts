import { G_FERMI, M_ELECTRON, SIN2_WEINBERG } from '../constants.ts'
import { weakRates } from '../data/n-eff-weak-rates.ts'
import { column } from '../data/table.ts'
import { monotoneInterpolator } from '../numerics/index.ts'

/** Couplings of electrons to their own neutrino and to the other two. */
const RIGHT = SIN2_WEINBERG
const [OWN, OTHER] = [0.5 + SIN2_WEINBERG, -0.5 + SIN2_WEINBERG]

const ratios = column(weakRates, 'massOverTemperature')
const interpolated = (name: (typeof weakRates.columns)[number]) => monotoneInterpolator(ratios, column(weakRates, name), 'clamp')
const annihilation = interpolated('annihilation')
const annihilationMixed = interpolated('annihilationMixed')
const scattering = interpolated('scattering')
const scatteringMixed = interpolated('scatteringMixed')
const [MASSLESS_ANNIHILATION, MASSLESS_SCATTERING] = [annihilation(0), scattering(0)]

/** Energy exchange of two massless species (escudero-2020), in units of $G_F^2/\pi^5$ and the coupling squared. */
function exchange(hot: number, cold: number, annihilates: number, scatters: number): number {
  const [h2, c2] = [hot * hot, cold * cold]
  const [h4, c4] = [h2 * h2, c2 * c2]
  return 32 * annihilates * (h4 * h4 * hot - c4 * c4 * cold) + 56 * scatters * h4 * c4 * (hot - cold)
}

/**
 * Energy [GeV⁵] per volume and time that weak interactions bring to electron neutrinos, and to muon and tau neutrinos together, at temperatures [GeV] of the plasma
 * and of the neutrinos (escudero-2020), with the mass of the electron, Fermi statistics and Pauli blocking.
 *
 * @returns heating of electron neutrinos, then of the others
 * @example
 * weakHeating(2e-3, 2e-3, 2e-3) // [0, 0]
 */
export function weakHeating(photons: number, electronNeutrinos: number, otherNeutrinos: number): readonly [own: number, others: number] {
  const x = M_ELECTRON / photons
  const [a, b, c, d] = [annihilation(x), annihilationMixed(x), scattering(x), scatteringMixed(x)]
  const from = (left: number, neutrinos: number) => {
    const [squares, product] = [left * left + RIGHT * RIGHT, left * RIGHT]
    return 4 * exchange(photons, neutrinos, squares * a + product * b, squares * c + product * d)
  }
  const between = 2 * exchange(otherNeutrinos, electronNeutrinos, MASSLESS_ANNIHILATION, MASSLESS_SCATTERING)
  const unit = G_FERMI ** 2 / Math.PI ** 5
  return [unit * (from(OWN, electronNeutrinos) + between), unit * (2 * from(OTHER, otherNeutrinos) - between)]
}
