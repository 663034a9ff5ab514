import { ALPHA, M_ETA, M_KAON, M_KAON_ZERO, M_PION, M_PION_ZERO } from '../constants.ts'
import { rRatio } from '../data/r-ratio.ts'
import { column } from '../data/table.ts'
import { type VectorMesonChannel, vectorMesons } from '../data/vector-mesons.ts'
import { logLogInterpolator } from '../numerics/index.ts'
import { velocity } from './leptons.ts'
import { threePions } from './three-pions.ts'

/** Measured R of the photon, 0 outside 2 m_π to 12 GeV. */
export const ratioOfData = logLogInterpolator(column(rRatio, 'energy'), column(rRatio, 'ratio'), 'zero')

type Complex = readonly [number, number]

/** Mass of the charged K*(892) [GeV] (PDG 2024). */
const M_K_STAR = 0.8917

/** How the width into each channel goes with the mass of what decays, in arbitrary units. */
const PHASE_SPACE: Readonly<Record<VectorMesonChannel['channel'], (mass: number) => number>> = {
  '3π': threePions,
  'π⁰γ': (mass) => Math.max(0, (mass * mass - M_PION_ZERO ** 2) / mass) ** 3,
  ηγ: (mass) => Math.max(0, (mass * mass - M_ETA ** 2) / mass) ** 3,
  'K*K': (mass) => pairMomentum(mass, M_K_STAR, M_KAON) ** 3,
  ωππ: (mass) => pairMomentum(mass, vectorMesons.rows[0].mass_GeV, 2 * M_PION),
}

function pairMomentum(mass: number, a: number, b: number): number {
  return mass <= a + b ? 0 : Math.sqrt((mass * mass - (a + b) ** 2) * (mass * mass - (a - b) ** 2)) / (2 * mass)
}

const CHANNELS = vectorMesons.rows.map((row) => ({ ...row, atPole: PHASE_SPACE[row.channel](row.mass_GeV) }))
const find = (name: VectorMesonChannel['name'], channel: VectorMesonChannel['channel']) =>
  CHANNELS.filter((row) => row.name === name && row.channel === channel)[0]
const OMEGA = find('ω(782)', '3π')
const OMEGA_PHOTON = find('ω(782)', 'π⁰γ')
const PHI = find('φ(1020)', '3π')
const PHI_PHOTON = find('φ(1020)', 'ηγ')
const OMEGA_1420 = find('ω(1420)', '3π')
const OMEGA_1650 = find('ω(1650)', '3π')
const OMEGA_PIONS = find('ω(1650)', 'ωππ')
const PHI_1680 = find('φ(1680)', 'K*K')

/** Branching ratios of the ω into 3π and π⁰γ, of the φ into K⁺K⁻ and K⁰K̄⁰ (PDG 2024): what their widths grow with. */
const SHARE = { threePions: 0.892, pionPhoton: 0.0835, charged: 0.491, neutral: 0.339 } as const
/** Where the growth of the ω width saturates, in units of the width: an effective value, found with the excited ω's. */
const SATURATION = 76
/** Phase of the φ against the ω in 3π, from fits of their interference. */
const PHI_PHASE = (163 * Math.PI) / 180

/** Total width of the ω at another mass [GeV]. */
function omegaWidth(mass: number): number {
  const grown = PHASE_SPACE['3π'](mass) / OMEGA.atPole
  const pions = (grown * (1 + 1 / SATURATION)) / (1 + grown / SATURATION)
  const photon = PHASE_SPACE['π⁰γ'](mass) / OMEGA_PHOTON.atPole
  return OMEGA.width_GeV * (SHARE.threePions * pions + SHARE.pionPhoton * photon + 1 - SHARE.threePions - SHARE.pionPhoton)
}

const kaons = (mass: number, kaon: number) => mass * velocity(mass, kaon) ** 3

/** Total width of the φ at another mass [GeV]. */
function phiWidth(mass: number): number {
  const charged = kaons(mass, M_KAON) / kaons(PHI.mass_GeV, M_KAON)
  const neutral = kaons(mass, M_KAON_ZERO) / kaons(PHI.mass_GeV, M_KAON_ZERO)
  return PHI.width_GeV * (SHARE.charged * charged + SHARE.neutral * neutral + 1 - SHARE.charged - SHARE.neutral)
}

/** M²/(M² − m² − i m Γ). */
function propagator(pole: number, width: number, mass: number): Complex {
  const real = 1 - (mass / pole) ** 2
  const imaginary = (mass * width) / pole ** 2
  const norm = real * real + imaginary * imaginary
  return [real / norm, imaginary / norm]
}

/** The amplitude whose square is the channel's part of the photon's R: 9 B_ee B_f/α² at the pole. */
function amplitude(row: (typeof CHANNELS)[number], width: number, mass: number): Complex {
  const phaseSpace = (PHASE_SPACE[row.channel](mass) * row.mass_GeV) / (row.atPole * mass)
  const size = (3 / ALPHA) * Math.sqrt(row.product * phaseSpace) * (row.width_GeV / row.mass_GeV)
  const [re, im] = propagator(row.mass_GeV, width, mass)
  return [size * re, size * im]
}

const squared = ([re, im]: Complex) => re * re + im * im

/**
 * What the ω and the φ contribute to R, for couplings `omega` and `phi` times the photon's to each.
 *
 * $3\pi$ with ω, φ, ω(1420), ω(1650) interfering; $\pi^0\gamma$ and $\omega\pi\pi$ of the ω, $\eta\gamma$ and $K^*K$ of the φ; and
 * $K\bar K$ without isospin, $\tfrac14\beta^3 |\tfrac16 \kappa_\omega P_\omega + \tfrac13 \kappa_\phi P_\phi|^2$ for each kaon, which has no baryon number.
 *
 * @param mass [GeV], up to 2
 */
export function isoscalarRatio(omega: number, phi: number, mass: number): number {
  const [omegaNow, phiNow] = [omegaWidth(mass), phiWidth(mass)]
  const light = amplitude(OMEGA, omegaNow, mass)
  const strange = amplitude(PHI, phiNow, mass)
  const middle = amplitude(OMEGA_1420, OMEGA_1420.width_GeV, mass)
  const heavy = amplitude(OMEGA_1650, OMEGA_1650.width_GeV, mass)
  const [cosine, sine] = [Math.cos(PHI_PHASE), Math.sin(PHI_PHASE)]
  const pions: Complex = [
    omega * (light[0] - middle[0] + heavy[0]) + phi * (strange[0] * cosine - strange[1] * sine),
    omega * (light[1] - middle[1] + heavy[1]) + phi * (strange[0] * sine + strange[1] * cosine),
  ]
  const ofOmega = propagator(OMEGA.mass_GeV, omegaNow, mass)
  const ofPhi = propagator(PHI.mass_GeV, phiNow, mass)
  const kaon: Complex = [(omega * ofOmega[0]) / 6 + (phi * ofPhi[0]) / 3, (omega * ofOmega[1]) / 6 + (phi * ofPhi[1]) / 3]
  const kaonPairs = (velocity(mass, M_KAON) ** 3 + velocity(mass, M_KAON_ZERO) ** 3) / 4
  const ofOmegaAlone = squared(amplitude(OMEGA_PHOTON, omegaNow, mass)) + squared(amplitude(OMEGA_PIONS, OMEGA_PIONS.width_GeV, mass))
  const ofPhiAlone = squared(amplitude(PHI_PHOTON, phiNow, mass)) + squared(amplitude(PHI_1680, PHI_1680.width_GeV, mass))
  return squared(pions) + kaonPairs * squared(kaon) + omega * omega * ofOmegaAlone + phi * phi * ofPhiAlone
}

/** What the ρ contributes to the photon's R: the data less the ω and the φ. */
const remainder = (mass: number) => Math.max(0, ratioOfData(mass) - isoscalarRatio(1, 1, mass))

/** Around the φ the ρ is a percent of the data: there it is interpolated, and the data set the scale of the sum [GeV]. */
const AROUND_PHI = [1.002, 1.05] as const
const besidePhi = logLogInterpolator(AROUND_PHI, AROUND_PHI.map(remainder))

/**
 * The ratio $R_X$ of a boson with light-quark couplings $\kappa_\rho$, $\kappa_\omega$, $\kappa_\phi$ times those of the photon to the ρ, ω and φ:
 * $$R_X = \kappa_\rho^2 R_\rho + R_{\omega\phi}(\kappa_\omega, \kappa_\phi), \quad R_\rho = R - R_{\omega\phi}(1, 1),\quad
 * \kappa_V = \frac{\operatorname{Tr}[T_V Q_X]}{\operatorname{Tr}[T_V Q_\gamma]},$$
 * darkcast-2018 eqs. (2.15)–(2.18), with U(3) generators $T_\rho = \tfrac12\mathrm{diag}(1,-1,0)$, $T_\omega = \tfrac12\mathrm{diag}(1,1,0)$,
 * $T_\phi = \tfrac{1}{\sqrt2}\mathrm{diag}(0,0,1)$: $\kappa_\rho = c_u - c_d$, $\kappa_\omega = 3(c_u + c_d)$, $\kappa_\phi = -3 c_s$. The photon's is the data itself.
 *
 * @param mass [GeV], up to 2; zero below $m_{\pi^0}$
 * @example
 * vectorMesonRatio(0, 2, -1, 0.7827) // 48.5, baryon number at the ω
 */
export function vectorMesonRatio(rho: number, omega: number, phi: number, mass: number): number {
  const isoscalar = isoscalarRatio(omega, phi, mass)
  if (mass <= AROUND_PHI[0] || mass >= AROUND_PHI[1]) return rho * rho * remainder(mass) + isoscalar
  const isovector = besidePhi(mass)
  return ((rho * rho * isovector + isoscalar) * ratioOfData(mass)) / (isovector + isoscalarRatio(1, 1, mass))
}
