import { ALPHA, M_ETA, M_KAON, M_KAON_ZERO, M_PION, M_PION_ZERO } from '../constants.ts'
import { kaonFormFactor } from '../data/kaon-form-factor.ts'
import { manyHadrons } from '../data/many-hadrons.ts'
import { rRatio } from '../data/r-ratio.ts'
import { column } from '../data/table.ts'
import { GROUND_STATES, SHARES, type VectorMesonChannel, vectorMesons } from '../data/vector-mesons.ts'
import { logLogInterpolator } from '../numerics/index.ts'
import { type Complex, overlap, polar, product, propagator, scaled, sum } from './complex.ts'
import { velocity } from './leptons.ts'
import { pionFormFactors } from './pion-form-factor.ts'
import { threePions } from './three-pions.ts'

/** Measured R of the photon, 0 outside 2 m_π to 12 GeV. */
export const ratioOfData = logLogInterpolator(column(rRatio, 'energy'), column(rRatio, 'ratio'), 'zero')

/** Hadronic final states told apart below 2 GeV. `kaons` are K K̄ and K K̄π; `fourPions` both charge states. */
export const HADRON_CHANNELS = ['pionPair', 'threePions', 'fourPions', 'kaons', 'pionPhoton', 'other'] as const
export type HadronChannel = (typeof HADRON_CHANNELS)[number]

/** Coefficients of κ_ρ², κ_ω², κ_φ², κ_ρκ_ω and κ_ωκ_φ: the ρ and the φ share no final state here. */
const FORM = 5

const { rho: RHO, omega: OMEGA, phi: PHI } = GROUND_STATES
/** Mass of the charged K*(892) [GeV] (PDG 2024). */
const M_K_STAR = 0.8917
/** Where ωππ opens [GeV]: of three bodies, phase space goes with the square of what is above. */
const OMEGA_PIONS = OMEGA.mass_GeV + 2 * M_PION
/** Where the growth of the ω width saturates, in units of the width: an effective value, found with the excited ω's. */
const SATURATION = 16.1

const pairMomentum = (mass: number, a: number, b: number) =>
  mass <= a + b ? 0 : Math.sqrt((mass * mass - (a + b) ** 2) * (mass * mass - (a - b) ** 2)) / (2 * mass)

/** How the width into each channel goes with the mass of what decays, in arbitrary units. */
const PHASE_SPACE: Readonly<Record<VectorMesonChannel['channel'], (mass: number) => number>> = {
  '3π': threePions,
  'π⁰γ': (mass) => pairMomentum(mass, M_PION_ZERO, 0) ** 3,
  ηγ: (mass) => pairMomentum(mass, M_ETA, 0) ** 3,
  'K*K': (mass) => pairMomentum(mass, M_K_STAR, M_KAON) ** 3,
  ωππ: (mass) => Math.max(0, mass - OMEGA_PIONS) ** 2,
}

const pionPhaseSpace = (mass: number) => (mass * velocity(mass, M_PION)) ** 3 / mass
const kaonPhaseSpace = (mass: number, kaon: number) => mass * velocity(mass, kaon) ** 3
/** The widths of the ground states over their phase space at the pole. */
const GROWTH = {
  rho: RHO.width_GeV / pionPhaseSpace(RHO.mass_GeV),
  threePions: 1 / threePions(OMEGA.mass_GeV),
  pionPhoton: (OMEGA.width_GeV * SHARES.omega.pionPhoton) / PHASE_SPACE['π⁰γ'](OMEGA.mass_GeV),
  charged: (PHI.width_GeV * SHARES.phi.chargedKaons) / kaonPhaseSpace(PHI.mass_GeV, M_KAON),
  neutral: (PHI.width_GeV * SHARES.phi.neutralKaons) / kaonPhaseSpace(PHI.mass_GeV, M_KAON_ZERO),
} as const

/** Total widths of the ground states at another mass [GeV], by name; those of the excited ones are constant. */
type Widths = Readonly<Partial<Record<string, number>>>
function groundWidths(mass: number): Widths {
  const pions = GROWTH.threePions * threePions(mass)
  const saturated = (pions * (1 + 1 / SATURATION)) / (1 + pions / SATURATION)
  const omega = OMEGA.width_GeV * (SHARES.omega.threePions * saturated + 1 - SHARES.omega.threePions - SHARES.omega.pionPhoton)
  const phi = PHI.width_GeV * (1 - SHARES.phi.chargedKaons - SHARES.phi.neutralKaons)
  return {
    'ρ(770)': GROWTH.rho * pionPhaseSpace(mass),
    'ω(782)': omega + GROWTH.pionPhoton * PHASE_SPACE['π⁰γ'](mass),
    'φ(1020)': phi + GROWTH.charged * kaonPhaseSpace(mass, M_KAON) + GROWTH.neutral * kaonPhaseSpace(mass, M_KAON_ZERO),
  }
}

const CHANNELS = vectorMesons.rows.map((row) => ({
  ...row,
  /** Of the amplitude whose square is R: 9 B_ee B_f/α² at the pole. */
  size: polar(
    ((3 / ALPHA) * Math.sqrt((row.product * row.mass_GeV) / PHASE_SPACE[row.channel](row.mass_GeV)) * row.width_GeV) / row.mass_GeV,
    (row.phase_deg * Math.PI) / 180,
  ),
}))

/** The amplitudes of each family in a channel. */
type Amplitudes = Record<'rho' | 'omega' | 'phi', Complex>
const nothing = (): Amplitudes => ({ rho: [0, 0], omega: [0, 0], phi: [0, 0] })

function amplitudesOf(channel: VectorMesonChannel['channel'], mass: number, widths: Widths): Amplitudes {
  const total = nothing()
  const root = Math.sqrt(PHASE_SPACE[channel](mass) / mass)
  for (const row of CHANNELS) {
    if (row.channel !== channel) continue
    const part = product(row.size, propagator(row.mass_GeV, widths[row.name] ?? row.width_GeV, mass))
    total[row.meson] = sum(total[row.meson], scaled(root, part))
  }
  return total
}

/** R of charged and neutral kaon pairs for the charges of the photon. */
export function kaonPairs(mass: number): { readonly charged: number; readonly neutral: number } {
  const families = nothing()
  const widths = groundWidths(mass)
  for (const row of kaonFormFactor.rows) {
    families[row.meson] = sum(families[row.meson], scaled(row.share, propagator(row.mass_GeV, widths[row.name] ?? row.width_GeV, mass)))
  }
  const isoscalar = sum(scaled(1 / 6, families.omega), scaled(1 / 3, families.phi))
  const charged = sum(isoscalar, scaled(1 / 2, families.rho))
  const neutral = sum(isoscalar, scaled(-1 / 2, families.rho))
  return {
    charged: (velocity(mass, M_KAON) ** 3 * overlap(charged, charged)) / 4,
    neutral: (velocity(mass, M_KAON_ZERO) ** 3 * overlap(neutral, neutral)) / 4,
  }
}

/**
 * What each of {@link HADRON_CHANNELS} contributes to R, as quadratic forms: at `5 * channel`, the coefficients of
 * $\kappa_\rho^2$, $\kappa_\omega^2$, $\kappa_\phi^2$, $\kappa_\rho\kappa_\omega$ and $\kappa_\omega\kappa_\phi$.
 *
 * - $\pi^+\pi^-$: {@link pionFormFactors}, the ρ and the ω that mixes with it.
 * - $\pi^+\pi^-\pi^0$: ω(782), ω(1420), ω(1650) and φ(1020) through ρπ, interfering.
 * - $\pi^0\gamma$: ρ(770) and ω(782), which near threshold gives the width of $\pi^0 \to \gamma\gamma$.
 * - Four pions: the ρ. $K\bar K$ and $K\bar K\pi$: the φ, all of it, as darkcast-2018 has it; the size of $K\bar K$ is that of {@link kaonPairs}. As kaons
 *   carry no baryon number, the ω would cancel most of the $K\bar K$ of B off the φ: from 1.1 to 1.5 GeV, up to 20 % of its width.
 * - `other`: $\omega\pi\pi$ of the ω, $\eta\gamma$ of the φ, and {@link manyHadrons}.
 *
 * @param mass [GeV], up to 2
 */
export function hadronForms(mass: number): Float64Array {
  const forms = new Float64Array(FORM * HADRON_CHANNELS.length)
  const add = (channel: HadronChannel, factor: number, { rho, omega, phi }: Amplitudes) => {
    const at = FORM * HADRON_CHANNELS.indexOf(channel)
    forms[at] += factor * overlap(rho, rho)
    forms[at + 1] += factor * overlap(omega, omega)
    forms[at + 2] += factor * overlap(phi, phi)
    forms[at + 3] += 2 * factor * overlap(rho, omega)
    forms[at + 4] += 2 * factor * overlap(omega, phi)
  }
  const widths = groundWidths(mass)
  if (mass > 2 * M_PION) add('pionPair', velocity(mass, M_PION) ** 3 / 4, { ...nothing(), ...pionFormFactors(mass) })
  add('threePions', 1, amplitudesOf('3π', mass, widths))
  add('pionPhoton', 1, amplitudesOf('π⁰γ', mass, widths))
  add('kaons', 1, amplitudesOf('K*K', mass, widths))
  add('other', 1, amplitudesOf('ηγ', mass, widths))
  add('other', 1, amplitudesOf('ωππ', mass, widths))
  const { charged, neutral } = kaonPairs(mass)
  forms[FORM * HADRON_CHANNELS.indexOf('kaons') + 2] += charged + neutral
  for (const { meson, channel, size, opening_GeV, power, resonance } of manyHadrons.rows) {
    if (mass <= opening_GeV) continue
    const peak = resonance === undefined ? ([1, 0] as const) : propagator(resonance.mass_GeV, resonance.width_GeV, mass)
    const rising = size * (1 - (opening_GeV / mass) ** 2) ** power
    add(channel === 'other' ? 'other' : 'fourPions', rising, { ...nothing(), [meson]: peak })
  }
  return forms
}

/** Masses [GeV] between which the forms of all channels together are tabulated, and in how many steps: finest at the ω and the φ. */
const STRETCHES = [
  [M_PION_ZERO, 2 * M_PION, 300],
  [2 * M_PION, 0.7, 900],
  [0.7, 0.86, 2000],
  [0.86, 0.985, 300],
  [0.985, 1.075, 2400],
  [1.075, 2, 1000],
] as const

/** At a node: the forms of all channels together, then those of each. */
const NODE = FORM * (1 + HADRON_CHANNELS.length)
/** The nodes of each stretch, where it has been asked for. */
const tables: (Float64Array | undefined)[] = STRETCHES.map(() => undefined)

function tabulate([start, end, steps]: (typeof STRETCHES)[number]): Float64Array {
  const nodes = new Float64Array(NODE * (steps + 1))
  for (let i = 0; i <= steps; i++) {
    const forms = hadronForms(start + ((end - start) * i) / steps)
    nodes.set(forms, NODE * i + FORM)
    for (let j = 0; j < forms.length; j++) nodes[NODE * i + (j % FORM)] += forms[j]
  }
  return nodes
}

/** The quadratic form that begins at `offset` of a node, between nodes. A straight line between forms that are nowhere negative is not, either. */
function interpolated(offset: number, rho: number, omega: number, phi: number, mass: number): number {
  if (!(mass > M_PION_ZERO)) return 0
  let index = 0
  while (index < STRETCHES.length - 1 && mass > STRETCHES[index][1]) index++
  const [start, end, count] = STRETCHES[index]
  const nodes = (tables[index] ??= tabulate(STRETCHES[index]))
  const steps = ((mass - start) / (end - start)) * count
  const node = Math.min(Math.floor(steps), count - 1)
  const above = steps - node
  const below = 1 - above
  const i = NODE * node + offset
  const j = i + NODE
  const form =
    rho * rho * (below * nodes[i] + above * nodes[j]) +
    omega * omega * (below * nodes[i + 1] + above * nodes[j + 1]) +
    phi * phi * (below * nodes[i + 2] + above * nodes[j + 2]) +
    rho * omega * (below * nodes[i + 3] + above * nodes[j + 3]) +
    omega * phi * (below * nodes[i + 4] + above * nodes[j + 4])
  return Math.max(0, form)
}

/**
 * The ratio $R_X$ of a boson with light-quark couplings $\kappa_\rho$, $\kappa_\omega$, $\kappa_\phi$ times those of the photon to the ρ, ω and φ,
 * $$R_X = \sum_F \Big|\sum_V \kappa_V A_V^F\Big|^2,\quad \kappa_V = \frac{\operatorname{Tr}[T_V Q_X]}{\operatorname{Tr}[T_V Q_\gamma]},$$
 * darkcast-2018 eqs. (2.13)–(2.18), with U(3) generators $T_\rho = \tfrac12\mathrm{diag}(1,-1,0)$, $T_\omega = \tfrac12\mathrm{diag}(1,1,0)$,
 * $T_\phi = \tfrac{1}{\sqrt2}\mathrm{diag}(0,0,1)$: $\kappa_\rho = c_u - c_d$, $\kappa_\omega = 3(c_u + c_d)$, $\kappa_\phi = -3 c_s$. The final states F are those
 * of `hadronForms`; they are tabulated once, to 1e-4, and cost nothing after that.
 *
 * For the charges of the photon it describes the R data within 17 % (7 % rms), as well as the thinned data describe themselves.
 *
 * @param mass [GeV], up to 2; zero below $m_{\pi^0}$
 * @example
 * vectorMesonRatio(0, 2, -1, 0.7827) // 49.483, baryon number at the ω
 */
export function vectorMesonRatio(rho: number, omega: number, phi: number, mass: number): number {
  return interpolated(0, rho, omega, phi, mass)
}

/**
 * R of one channel for couplings $\kappa_\rho$, $\kappa_\omega$, $\kappa_\phi$ times those of the photon; {@link vectorMesonRatio} is
 * the sum of all.
 *
 * @param mass [GeV], up to 2; zero below $m_{\pi^0}$
 * @example
 * hadronChannelRatio('pionPair', 1, 1, 1, 0.7755) // 9.2931
 */
export function hadronChannelRatio(channel: HadronChannel, rho: number, omega: number, phi: number, mass: number): number {
  return interpolated(FORM * (1 + HADRON_CHANNELS.indexOf(channel)), rho, omega, phi, mass)
}

/** From here [GeV] the channels fade into the data alone. */
const FADED = 1.9
/** Data closer than this in ln E are averaged: single ones scatter by 5 to 10 %. */
const AVERAGED = 0.005

/** What the data [GeV, R] below 2 GeV say over the sum of channels, averaged with their errors over a percent of energy. */
function dataOverChannels(): (mass: number) => number {
  const rows = rRatio.rows
    .filter(([energy, ratio]) => ratio > 0 && energy <= 2)
    .map(([energy, ratio, sigma]) => ({
      energy,
      log: Math.log(ratio / vectorMesonRatio(1, 1, 1, energy)),
      weight: sigma > 0 ? (ratio / sigma) ** 2 : 1,
    }))
  const averages = rows.map(({ energy: at }) => {
    let [total, weights] = [0, 0]
    for (const { energy, log, weight } of rows) {
      const share = weight * Math.exp(-0.5 * (Math.log(energy / at) / AVERAGED) ** 2)
      total += share * log
      weights += share
    }
    return Math.exp(total / weights)
  })
  return logLogInterpolator(
    rows.map(({ energy }) => energy),
    averages,
    'clamp',
  )
}
let scale: ((mass: number) => number) | undefined

/**
 * R of the photon. Below 2 GeV the channels carry it from one datum to the next, scaled to the data: where these are far apart, and at narrow
 * resonances, the channels decide the shape. Above, the data alone.
 *
 * @param mass [GeV]; zero below $2m_\pi$ and above 12
 * @example
 * photonRatio(1.45) // 1.79, where straight lines between the data at 1.33 and 1.55 give 1.73
 */
export function photonRatio(mass: number): number {
  if (!(mass > 2 * M_PION)) return 0
  if (mass >= 2) return ratioOfData(mass)
  scale ??= dataOverChannels()
  const along = Math.max(0, (mass - FADED) / (2 - FADED))
  return (1 - along) * vectorMesonRatio(1, 1, 1, mass) * scale(mass) + along * ratioOfData(mass)
}
