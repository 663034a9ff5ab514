import type { Coupling } from '../couplings/boson.ts'

/** Velocity $\beta = \sqrt{1 - 4m_f^2/m^2}$ of either of two equal decay products, 0 below threshold. */
export function velocity(mass: number, productMass: number): number {
  return mass <= 2 * productMass ? 0 : Math.sqrt((mass - 2 * productMass) * (mass + 2 * productMass)) / mass
}

/**
 * Width into a pair of charged Dirac fermions of one colour [GeV], exact in their mass:
 * $$\Gamma = \frac{m}{12\pi}\,\beta\left[c_V^2\left(1 + \frac{2m_f^2}{m^2}\right) + c_A^2\,\beta^2\right].$$
 * coy-2021 eq. (3.10) for vector couplings.
 *
 * @param mass of the boson [GeV]
 * @param productMass $m_f$ [GeV]
 * @example
 * fermionWidth({ vector: 1e-3, axial: 0 }, 1, 0) // 2.6526e-8
 */
export function fermionWidth({ vector, axial }: Coupling, mass: number, productMass: number): number {
  const beta = velocity(mass, productMass)
  const spin = 1 + 2 * (productMass / mass) ** 2
  return ((mass * beta) / (12 * Math.PI)) * (vector * vector * spin + axial * axial * beta * beta)
}
