import { ALPHA, M_PROTON } from '../../constants.ts'
import type { Couplings } from '../../couplings/coupling.ts'
import { protonBremCrossSection } from '../../data/proton-brem-cross-section.ts'
import { protonBremFormFactor } from '../../data/proton-brem-form-factor.ts'
import { gaussLegendre } from '../../numerics/index.ts'
import type { MomentumSpectrum } from './spectrum.ts'

/** Shares of the proton's momentum that the boson takes, and its largest transverse momentum [GeV]: where the collinear approximation holds. */
const MOMENTUM_SHARES = [0.14, 0.86] as const
const LARGEST_TRANSVERSE_GEV = 4
/** A proton at rest and another that has radiated cannot meet below this energy squared [GeV²]. */
const LEAST_ENERGY_SQUARED = 4 * M_PROTON * M_PROTON
/** Enough for 1e-9: the integrand is smooth. */
const POINTS = 24

/**
 * Total cross section of two protons [mb]: the fit holds from $\sqrt s = 5$ GeV up. Below it is taken further, down to what is left where a boson has
 * taken most of the momentum: measured are 40 mb at 8 GeV and 41 to 47 mb from 5 to 1.5 GeV (from memory), the fit has 40 mb and 41 to 43 mb.
 */
export function protonProtonCrossSection(s_GeV2: number): number {
  const { constant, rise, scale_GeV2, falling } = protonBremCrossSection
  const [first, second] = falling
  const logarithm = Math.log(s_GeV2 / scale_GeV2)
  return constant + rise * logarithm * logarithm + first.size * s_GeV2 ** -first.power + second.size * s_GeV2 ** -second.power
}

/** Energy squared in the centre of mass [GeV²] of a proton that meets one at rest, both ultrarelativistic there: $2 M E$. */
export const fixedTargetEnergySquared = (energy_GeV: number): number => 2 * M_PROTON * energy_GeV

/**
 * Probability that a proton radiates a boson with a share z of its momentum, integrated over transverse momenta, for a unit mixing ε:
 * $$\frac{dw}{dz} = \frac{\alpha}{2\pi} \int \frac{dp_T^2}{H} \left\lbrace \frac{1 + (1-z)^2}{z} - 2z(1-z)\left[\frac{2M^2 + m^2}{H} - \frac{2 z^2 M^4}{H^2}\right] +
 * 2z(1-z)\left[z + (1-z)^2\right] \frac{M^2 m^2}{H^2} + 2z(1-z)^2 \frac{m^4}{H^2}\right\rbrace,$$
 * $H = p_T^2 + (1-z) m^2 + z^2 M^2$ (nucal-blumlein-2013). The integral is done in closed form.
 *
 * @param z from 0 to 1
 * @param mass m of the boson [GeV]
 * @param transverse_GeV the largest $p_T$ [GeV]
 * @example
 * splittingProbability(0.5, 0.1) // 0.010174
 */
export function splittingProbability(z: number, mass: number, transverse_GeV: number = LARGEST_TRANSVERSE_GEV): number {
  const [rest, m2, M2] = [1 - z, mass * mass, M_PROTON * M_PROTON]
  const nearest = rest * m2 + z * z * M2
  const farthest = nearest + transverse_GeV * transverse_GeV
  const linear = (1 + rest * rest) / z
  const square = -2 * z * rest * (2 * M2 + m2)
  const cube = 2 * z * rest * (2 * z * z * M2 * M2 + (z + rest * rest) * M2 * m2 + rest * m2 * m2)
  const inverse = 1 / nearest - 1 / farthest
  const inverseSquare = 0.5 * (1 / nearest + 1 / farthest) * inverse
  return (ALPHA / (2 * Math.PI)) * (linear * Math.log(farthest / nearest) + square * inverse + cube * inverseSquare)
}

/**
 * Dark photons of unit mixing that a proton radiates per inelastic collision, the proton pointlike, by their momentum:
 * $$\frac{dn}{dz} = \frac{dw}{dz} \frac{\sigma_{pp}((1-z)s)}{\sigma_{pp}(s)}, \qquad 0.14 < z < 0.86, \quad p_T < 4\ \mathrm{GeV}$$
 * (nucal-blumlein-2013, deniverville-2017; ranges from memory). What is left has to be able to collide, $(1-z) s > 4M^2$, and the boson has no more
 * than it can have in the centre of mass, $p_T < (s - 4M^2)/2\sqrt s$: ends that slow beams meet, below 14 and 45 GeV on a target. So slow a boson is
 * hardly collinear: at 8.9 GeV half the $p_T$ gives 0.57 of the bosons, at 400 GeV 0.69. On nuclei the ratio of cross sections is the same. Acceptance is not modelled.
 *
 * @param mass [GeV]
 * @param energySquared s of the collision [GeV²], {@link fixedTargetEnergySquared} for a beam on a target
 * @param beamMomentum the proton's [GeV], in the frame in which momenta are asked for
 * @example
 * protonBremsstrahlung(0.1, fixedTargetEnergySquared(400), 400).total // 0.012505
 */
export function protonBremsstrahlung(mass: number, energySquared: number, beamMomentum: number): MomentumSpectrum {
  const { nodes, weights } = gaussLegendre(POINTS)
  const [least, most] = MOMENTUM_SHARES
  const greatest = Math.min(most, 1 - LEAST_ENERGY_SQUARED / energySquared)
  const transverse = Math.min(LARGEST_TRANSVERSE_GEV, (energySquared - LEAST_ENERGY_SQUARED) / (2 * Math.sqrt(energySquared)))
  const half = 0.5 * (greatest - least)
  const atRest = protonProtonCrossSection(energySquared)
  const [momenta_GeV, numbers] = [new Float64Array(POINTS), new Float64Array(POINTS)]
  let total = 0
  for (let i = 0; i < POINTS; i++) {
    const z = least + half * (1 + nodes[i])
    momenta_GeV[i] = z * beamMomentum
    numbers[i] =
      (half * weights[i] * splittingProbability(z, mass, transverse) * protonProtonCrossSection((1 - z) * energySquared)) / atRest
    total += numbers[i]
  }
  return { momenta_GeV, numbers, total }
}

/** How the proton's extent suppresses, or vector mesons enhance, what it radiates. */
export const FORM_FACTORS = ['none', 'dipole', 'dipole-step', 'vmd'] as const
export type FormFactor = (typeof FORM_FACTORS)[number]

/** Scale of the dipole [GeV²]. */
const DIPOLE_GEV2 = 0.71

/** A family of vector mesons at a timelike q² = m². */
function family(name: 'rho' | 'omega', mass: number): readonly [re: number, im: number] {
  let [re, im] = [0, 0]
  for (const { family, mass_GeV, width_GeV, strength } of protonBremFormFactor.rows) {
    if (family !== name) continue
    const [x, y] = [1 - (mass / mass_GeV) ** 2, width_GeV / mass_GeV]
    const norm = x * x + y * y
    re += (strength * x) / norm
    im += (strength * y) / norm
  }
  return [re, im]
}

/** $|(c_u - c_d) F_\rho + 3 (c_u + c_d) F_\omega|^2$. */
function vectorMesons({ u, d }: Pick<Couplings, 'u' | 'd'>, mass: number): number {
  const [rhoRe, rhoIm] = family('rho', mass)
  const [omegaRe, omegaIm] = family('omega', mass)
  const [isovector, isoscalar] = [u.vector - d.vector, 3 * (u.vector + d.vector)]
  return (isovector * rhoRe + isoscalar * omegaRe) ** 2 + (isovector * rhoIm + isoscalar * omegaIm) ** 2
}

/** Quarks of a boson that couples to the proton like the photon, with unit strength. */
export const PHOTON_LIKE = { u: { vector: 2 / 3, axial: 0 }, d: { vector: -1 / 3, axial: 0 } } as const

/**
 * Squared coupling of the boson to the proton at $q^2 = m^2$: $(2c_u + c_d)^2$ times
 *
 * | form factor | $F^2$ |
 * | --- | --- |
 * | `none` | 1 |
 * | `dipole` | $(1 + m^2/0.71\,\mathrm{GeV}^2)^{-4}$ |
 * | `dipole-step` | 1 up to $m^2 = 0.71\,\mathrm{GeV}^2$, $(m^2/0.71\,\mathrm{GeV}^2)^{-4}$ above |
 *
 * or, for `vmd`, $\left|(c_u - c_d) F_\rho + 3 (c_u + c_d) F_\omega\right|^2$ with the ρ- and ω-like mesons of faessler-2010, scaled to 1 at $m = 0$ for a boson that couples
 * like the photon: for it $F^2$ is 4.0 at 0.5 GeV, 9000 on the ω, 0.6 at 1.5 GeV. Their widths do not fade below threshold, so that a boson of baryon number has 1.04 at $m = 0$.
 *
 * Which curve was drawn with which: the "dipole" curve of ship-2020 follows `dipole-step` (the smooth dipole is 2.6 times too low at 0.5 GeV), its other one and
 * SeaQuest's of berlin-2018 `vmd`.
 *
 * @param mass [GeV]
 * @example
 * const { couplings } = bosonAt(resolveModel('dark-photon'), 1, 1, assume())
 * protonCouplingSquared('dipole-step', couplings, 1) / protonCoupling(couplings) ** 2 // 0.2541
 */
export function protonCouplingSquared(formFactor: FormFactor, quarks: Pick<Couplings, 'u' | 'd'>, mass: number): number {
  const x = (mass * mass) / DIPOLE_GEV2
  const coupling = 2 * quarks.u.vector + quarks.d.vector
  if (formFactor === 'none') return coupling * coupling
  if (formFactor === 'dipole') return (coupling / (1 + x) ** 2) ** 2
  if (formFactor === 'dipole-step') return (coupling / Math.max(1, x) ** 2) ** 2
  return vectorMesons(quarks, mass) / vectorMesons(PHOTON_LIKE, 0)
}
