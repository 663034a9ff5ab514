import type { Assumptions } from '../../assumptions.ts'
import { AVOGADRO, G_FERMI, HBARC_GEV_CM } from '../../constants.ts'
import { type Couplings, neutronCoupling, protonCoupling } from '../../couplings/boson.ts'
import type { OscillationParameters as NuFit } from '../../data/nufit.ts'
import type { SolarSource } from '../../data/solar-fluxes-b16.ts'
import { column, type Table } from '../../data/table.ts'
import type { Triple } from '../../models/model.ts'
import { hermitianEigen3, linearInterpolator, monotoneInterpolator } from '../../numerics/index.ts'
import { mixingProbabilities, pmns } from '../pmns.ts'

/** Three-flavour oscillation parameters; `OSCILLATION` holds the NuFIT sets. */
export type OscillationParameters = Pick<NuFit, 'theta12_deg' | 'theta13_deg' | 'theta23_deg' | 'deltaCP_deg' | 'dm21_eV2' | 'dm31_eV2'>

/** $2\sqrt2\,G_F\,N_A(\hbar c)^3$: $A = 2\sqrt2\,G_F\,n\,E$ [eV²] per density [mol/cm³] and energy [MeV]. */
export const MATTER_EV2 = 2 * Math.SQRT2 * G_FERMI * AVOGADRO * HBARC_GEV_CM ** 3 * 1e15

const RADIANS = Math.PI / 180

/**
 * What a boson adds to the potentials of the three neutrinos in matter, in units of $\sqrt2\,G_F$:
 * $V_\alpha = \sqrt2\,G_F\,(\texttt{perElectron}_\alpha\,n_e + \texttt{perNeutron}_\alpha\,n_n)$. Electrons come with as many protons.
 * The Standard Model is (1, 0, 0) per electron on top of it, and nothing that matters per neutron.
 */
export interface MatterPotential {
  readonly perElectron: Triple<number>
  readonly perNeutron: Triple<number>
}

/** The Standard Model alone. */
export const STANDARD_POTENTIAL: MatterPotential = { perElectron: [0, 0, 0], perNeutron: [0, 0, 0] }

/**
 * Potential of a vector boson in forward scattering, $V_\alpha = c_\alpha\,(c_e n_e + c_p n_p + c_n n_n)/m^2$ with $c_p = 2c_u + c_d$ and
 * $c_n = c_u + 2c_d$ (bernal-2022 eqs. 5–13, without their factor of two between ε and V). Positive where like charges repel.
 *
 * @param couplings at q² = 0: `boson.couplingsAt(0)`
 */
export function bosonPotential(couplings: Couplings, mass_GeV: number): MatterPotential {
  const strength = 1 / (Math.SQRT2 * G_FERMI * mass_GeV * mass_GeV)
  const electron = strength * (couplings.e.vector + protonCoupling(couplings))
  const neutron = strength * neutronCoupling(couplings)
  const neutrinos: Triple<number> = [couplings.nu_e.vector, couplings.nu_mu.vector, couplings.nu_tau.vector]
  const times = (factor: number): Triple<number> => [factor * neutrinos[0], factor * neutrinos[1], factor * neutrinos[2]]
  return { perElectron: times(electron), perNeutron: times(neutron) }
}

/** Where in the Sun a source shines: shares of its flux (they sum to one) and the densities there [mol/cm³]. */
export interface ProductionZone {
  readonly weights: Float64Array
  readonly electrons: Float64Array
  readonly neutrons: Float64Array
}

/** Radius beyond which nothing is produced, and steps up to it. */
const ZONE_RADIUS = 0.5
const ZONE_STEPS = 100
/** Radii that hold less than this share of the brightest one are left out. */
const ZONE_FAINTEST = 1e-8

/** dF/dr through the points of a thinned table: a smooth curve in the logarithm of the emissivity, dF/dr over r², which falls nearly exponentially. */
function productionCurve(radii: Float64Array, shares: Float64Array): (radius: number) => number {
  const inside = [...radii.keys()].filter((i) => radii[i] > 0 && shares[i] > 0)
  const logEmissivity = monotoneInterpolator(
    inside.map((i) => radii[i]),
    inside.map((i) => Math.log(shares[i] / radii[i] ** 2)),
    'clamp',
  )
  const [first, last] = [radii[inside[0]], radii[inside[inside.length - 1]]]
  return (radius) => (radius < first || radius > last ? 0 : radius ** 2 * Math.exp(logEmissivity(radius)))
}

/**
 * The production zone of a source: trapezoids in radius of dF/dr (a smooth curve through the thinned table), with the logarithm of the densities linear between the
 * radii of theirs.
 *
 * @param neutrons `profile`, or that many neutrons for every proton
 */
export function productionZone(
  density: Table<'radius' | 'electrons' | 'neutrons' | 'hydrogen'>,
  production: Table<'radius' | SolarSource>,
  source: SolarSource,
  neutrons: Assumptions['neutronsPerProton'] = 'profile',
): ProductionZone {
  const shine = productionCurve(column(production, 'radius'), column(production, source))
  const radii = column(density, 'radius')
  const logElectrons = linearInterpolator(radii, column(density, 'electrons').map(Math.log))
  const logNeutrons = linearInterpolator(radii, column(density, 'neutrons').map(Math.log))
  const all = Float64Array.from({ length: ZONE_STEPS + 1 }, (_, i) => (ZONE_RADIUS * i) / ZONE_STEPS)
  const faintest = ZONE_FAINTEST * all.reduce((brightest, r) => Math.max(brightest, shine(r)), 0)
  const radius = all.filter((r) => shine(r) > faintest)
  const shares = radius.map(shine)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const electrons = radius.map((r) => Math.exp(logElectrons(r)))
  return {
    weights: shares.map((share) => share / total),
    electrons,
    neutrons: neutrons === 'profile' ? radius.map((r) => Math.exp(logNeutrons(r))) : electrons.map((n) => Number(neutrons) * n),
  }
}

/** Turns energies into flavours: built once per set of oscillation parameters. */
export interface FlavourEvolution {
  /** $|U_{\alpha i}|^2$, row by row. */
  readonly mixing: Float64Array
  /** Shares of the mass states that leave the Sun, averaged over the zone, written into `out`; they sum to one. */
  massWeights(zone: ProductionZone, energy_MeV: number, potential: MatterPotential, out: Float64Array): void
  /** $P(\nu_e \to \nu_e, \nu_\mu, \nu_\tau)$ at the Earth by day, written into `out`; they sum to one. */
  probabilities(zone: ProductionZone, energy_MeV: number, potential: MatterPotential, out: Float64Array): void
}

/** Whether ν_μ and ν_τ feel the same. */
function actsOnElectronAlone({ perElectron, perNeutron }: MatterPotential): boolean {
  return perElectron[1] === perElectron[2] && perNeutron[1] === perNeutron[2]
}

/**
 * Flavour evolution in the Sun: adiabatic, so that
 * $P_{e\alpha} = \sum_i |U_{\alpha i}|^2\,\langle|\langle\nu_e|\nu_i^m\rangle|^2\rangle$, averaged over the
 * production zone (amaral-2020 Appendix B; `survival: 'msw'`). No Earth effect.
 *
 * Where the potential tells ν_e alone from the others (always in the Standard Model), with $A = 2\sqrt2\,G_F\,n\,E$,
 * $n = n_e + (V_e - V_\mu)/\sqrt2\,G_F$ and $\Delta_{ee} = c_{12}^2\Delta_{31} + s_{12}^2\Delta_{32}$:
 * $$\tan2\theta_{13}^m = \frac{\sin2\theta_{13}}{\cos2\theta_{13} - A/\Delta_{ee}},\quad
 * A' = \frac{A\cos^2\theta_{13}^m + \Delta_{ee}\sin^2(\theta_{13}^m-\theta_{13})}{\Delta_{21}},\quad
 * \tan2\theta_{12}^m = \frac{\sin2\theta_{12}\cos(\theta_{13}^m-\theta_{13})}{\cos2\theta_{12} - A'} ,$$
 * within 5e-6 of the exact result in the Standard Model and 1e-4 for potentials six times as strong. Both quadrants are
 * told apart, so θ₁₂ above 45° and potentials of either sign are fine. Otherwise the Hamiltonian is diagonalised at every radius.
 *
 * `vacuum` takes $|U_{ei}|^2$ for the mass states; `equal-thirds` puts 1/3 for every flavour.
 *
 * @example
 * const out = new Float64Array(3)
 * const zone = (await loadSun(assume('amaral-2020'))).zone('8B')
 * flavourEvolution(OSCILLATION['nufit-4.0']).probabilities(zone, 10, STANDARD_POTENTIAL, out)
 * out // [0.327, 0.333, 0.340]
 */
export function flavourEvolution(oscillation: OscillationParameters, survival: Assumptions['survival'] = 'msw'): FlavourEvolution {
  const matrix = pmns(oscillation)
  const mixing = mixingProbabilities(matrix)
  const exact = exactWeights(oscillation)
  const closed = closedWeights(oscillation)
  const weights = new Float64Array(3)

  const massWeights: FlavourEvolution['massWeights'] = (zone, energy_MeV, potential, out) => {
    if (survival === 'msw') (actsOnElectronAlone(potential) ? closed : exact)(zone, energy_MeV, potential, out)
    else for (let i = 0; i < 3; i++) out[i] = mixing[i]
  }
  return {
    mixing,
    massWeights,
    probabilities(zone, energy_MeV, potential, out) {
      if (survival === 'equal-thirds') {
        out.fill(1 / 3)
        return
      }
      massWeights(zone, energy_MeV, potential, weights)
      for (let a = 0; a < 3; a++) {
        out[a] = mixing[3 * a] * weights[0] + mixing[3 * a + 1] * weights[1] + mixing[3 * a + 2] * weights[2]
      }
    },
  }
}

/** The closed form, for potentials that act on ν_e alone. Cosines and sines of doubled angles are followed, never the angles. */
function closedWeights({ theta12_deg, theta13_deg, dm21_eV2, dm31_eV2 }: OscillationParameters): FlavourEvolution['massWeights'] {
  const [sin12, cos12] = [Math.sin(2 * theta12_deg * RADIANS), Math.cos(2 * theta12_deg * RADIANS)]
  const [sin13, cos13] = [Math.sin(2 * theta13_deg * RADIANS), Math.cos(2 * theta13_deg * RADIANS)]
  const dmee = dm31_eV2 - 0.5 * (1 - cos12) * dm21_eV2
  return (zone, energy_MeV, { perElectron, perNeutron }, out) => {
    const perE = MATTER_EV2 * energy_MeV * (1 + perElectron[0] - perElectron[1])
    const perN = MATTER_EV2 * energy_MeV * (perNeutron[0] - perNeutron[1])
    let first = 0
    let third = 0
    for (let r = 0; r < zone.weights.length; r++) {
      const a = perE * zone.electrons[r] + perN * zone.neutrons[r]
      const x13 = cos13 - a / dmee
      const h13 = Math.sqrt(x13 * x13 + sin13 * sin13)
      const cosSquared = 0.5 + (0.5 * x13) / h13
      const turned = (x13 * cos13 + sin13 * sin13) / h13
      const x12 = cos12 - (a * cosSquared + 0.5 * dmee * (1 - turned)) / dm21_eV2
      const y12 = sin12 * Math.sqrt(0.5 * (1 + turned))
      first += zone.weights[r] * cosSquared * (0.5 + (0.5 * x12) / Math.sqrt(x12 * x12 + y12 * y12))
      third += zone.weights[r] * (1 - cosSquared)
    }
    out[0] = first
    out[1] = 1 - first - third
    out[2] = third
  }
}

/** Levels nearer than this, over their spread, are left to Jacobi rotations: the cosine formula would lose more than 1e-12 there. */
const NEAR = 1e-2

/**
 * Any potential: the Hamiltonian in flavour space at every radius. Levels keep their order on the way out.
 *
 * Of the eigenvectors only $|v_{ie}|^2$ is needed, which the eigenvalues λ of H and the characteristic polynomial of its lower right block
 * M give: $|v_{ie}|^2 = \det(\lambda_i - M)/\prod_{j\ne i}(\lambda_i-\lambda_j)$.
 */
function exactWeights(oscillation: OscillationParameters): FlavourEvolution['massWeights'] {
  const { re: uRe, im: uIm } = pmns(oscillation)
  const masses = [0, oscillation.dm21_eV2, oscillation.dm31_eV2]
  const levels = [0, 1, 2].sort((i, j) => masses[i] - masses[j])
  const vacuumRe = new Float64Array(9)
  const vacuumIm = new Float64Array(9)
  for (let a = 0; a < 3; a++) {
    for (let b = 0; b < 3; b++) {
      for (let i = 0; i < 3; i++) {
        const [x, y] = [3 * a + i, 3 * b + i]
        vacuumRe[3 * a + b] += masses[i] * (uRe[x] * uRe[y] + uIm[x] * uIm[y])
        vacuumIm[3 * a + b] += masses[i] * (uIm[x] * uRe[y] - uRe[x] * uIm[y])
      }
    }
  }
  const squared = (x: number): number => vacuumRe[x] ** 2 + vacuumIm[x] ** 2
  const [emu, mutau, etau] = [squared(1), squared(5), squared(2)]
  // Re(H_eμ H_μτ H_τe)
  const cycle =
    (vacuumRe[1] * vacuumRe[5] - vacuumIm[1] * vacuumIm[5]) * vacuumRe[2] +
    (vacuumRe[1] * vacuumIm[5] + vacuumIm[1] * vacuumRe[5]) * vacuumIm[2]
  const re = new Float64Array(9)
  const values = new Float64Array(3)
  const vectorsRe = new Float64Array(9)
  const vectorsIm = new Float64Array(9)
  const [lowest, middle, highest] = levels

  return (zone, energy_MeV, { perElectron, perNeutron }, out) => {
    out.fill(0)
    const matter = MATTER_EV2 * energy_MeV
    for (let r = 0; r < zone.weights.length; r++) {
      const [electrons, neutrons, weight] = [zone.electrons[r], zone.neutrons[r], zone.weights[r]]
      const e = vacuumRe[0] + matter * ((1 + perElectron[0]) * electrons + perNeutron[0] * neutrons)
      const mu = vacuumRe[4] + matter * (perElectron[1] * electrons + perNeutron[1] * neutrons)
      const tau = vacuumRe[8] + matter * (perElectron[2] * electrons + perNeutron[2] * neutrons)
      const mean = (e + mu + tau) / 3
      const [x, y, z] = [e - mean, mu - mean, tau - mean]
      const spread = Math.sqrt((x * x + y * y + z * z + 2 * (emu + mutau + etau)) / 6)
      const determinant = x * y * z + 2 * cycle - x * mutau - y * etau - z * emu
      const angle = Math.acos(Math.min(1, Math.max(-1, determinant / (2 * spread ** 3)))) / 3
      const top = 2 * spread * Math.cos(angle)
      const bottom = 2 * spread * Math.cos(angle + (2 * Math.PI) / 3)
      const between = -top - bottom
      if (Math.min(top - between, between - bottom) > NEAR * spread) {
        const first = ((bottom - y) * (bottom - z) - mutau) / ((bottom - between) * (bottom - top))
        const third = ((top - y) * (top - z) - mutau) / ((top - between) * (top - bottom))
        out[lowest] += weight * first
        out[middle] += weight * (1 - first - third)
        out[highest] += weight * third
      } else {
        re.set(vacuumRe)
        re[0] = e
        re[4] = mu
        re[8] = tau
        hermitianEigen3(re, vacuumIm, values, vectorsRe, vectorsIm)
        for (let k = 0; k < 3; k++) out[levels[k]] += weight * (vectorsRe[k] ** 2 + vectorsIm[k] ** 2)
      }
    }
  }
}
