import { M_PION } from '../constants.ts'
import { pionFormFactor } from '../data/pion-form-factor.ts'
import { type Complex, inverse, polar, product, propagator, sum } from './complex.ts'

const [OMEGA] = pionFormFactor.rows.filter(({ name }) => name === 'ω(782)')
const OMEGA_STRENGTH = polar(OMEGA.strength, OMEGA.phase_rad)
/** c/(1 + c) */
const MIXING = product(OMEGA_STRENGTH, inverse(sum([1, 0], OMEGA_STRENGTH)))

/** The loop function h of gounaris-sakurai-1968 at momentum k and energy m. */
const loop = (momentum: number, mass: number) => ((2 * momentum) / (Math.PI * mass)) * Math.log((mass + 2 * momentum) / (2 * M_PION))
const momentumAt = (mass: number) => Math.sqrt(mass * mass - 4 * M_PION * M_PION) / 2

const RESONANCES = pionFormFactor.rows
  .filter((row) => row !== OMEGA)
  .map(({ mass_GeV: pole, width_GeV: width, strength, phase_rad: phase }) => {
    const momentum = momentumAt(pole)
    const atPole = loop(momentum, pole)
    const offset =
      ((3 * M_PION ** 2) / (Math.PI * momentum ** 2)) * Math.log((pole + 2 * momentum) / (2 * M_PION)) +
      pole / (2 * Math.PI * momentum) -
      (M_PION ** 2 * pole) / (Math.PI * momentum ** 3)
    return {
      pole,
      width,
      momentum,
      atPole,
      slope: atPole * (1 / (8 * momentum ** 2) - 1 / (2 * pole ** 2)) + 1 / (2 * Math.PI * pole ** 2),
      strength: polar(strength * (pole ** 2 + offset * width * pole), phase),
      weight: polar(strength, phase),
    }
  })
const NORM = inverse(RESONANCES.reduce<Complex>((total, { weight }) => sum(total, weight), [0, 0]))

/**
 * The form factor of the charged pion, $F = F_\rho + F_\omega$: what couples through the ρ family, and through the ω that mixes with the ρ.
 *
 * Gounaris–Sakurai resonances (gounaris-sakurai-1968) with the parameters of babar-2012-pions. $F_\rho(0) = 1$ and $F_\omega(0) = 0$. The cross section over
 * that of massless muons is $R = \tfrac14\beta^3 |F|^2$. Describes data from threshold to 2 GeV, within 3 % up to 1 GeV.
 *
 * @param mass [GeV], above $2 m_\pi$
 * @example
 * pionFormFactors(0.77) // { rho: [0.10976, 6.3865], omega: [-0.089809, 0.30956] }
 */
export function pionFormFactors(mass: number): { readonly rho: Complex; readonly omega: Complex } {
  const momentum = momentumAt(mass)
  const h = loop(momentum, mass)
  const amplitudes = RESONANCES.map((row) => {
    const growth = row.width * (row.pole ** 2 / row.momentum ** 3)
    const shift = growth * (momentum ** 2 * (h - row.atPole) + (row.pole ** 2 - mass ** 2) * row.momentum ** 2 * row.slope)
    const absorbed = row.width * (momentum / row.momentum) ** 3 * row.pole ** 2
    return product(row.strength, inverse([row.pole ** 2 - mass ** 2 + shift, -absorbed / mass]))
  })
  const rho = product(NORM, amplitudes.reduce(sum))
  // (1 + c P)/(1 + c) = 1 + c (P − 1)/(1 + c)
  const mixing = product(MIXING, sum(propagator(OMEGA.mass_GeV, OMEGA.width_GeV, mass), [-1, 0]))
  return { rho, omega: product(product(NORM, amplitudes[0]), mixing) }
}
