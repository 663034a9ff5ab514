import { ALPHA, E_CHARGE, M_MUON, M_PION, M_PION_ZERO, M_Z, QUARK_MASS } from '../constants.ts'
import type { Boson, Coupling, Couplings } from '../couplings/boson.ts'
import { rRatio } from '../data/r-ratio.ts'
import { ELECTRIC } from '../models/model.ts'
import { fermionWidth } from './leptons.ts'
import { HADRON_CHANNELS, type HadronChannel, hadronChannelRatio, photonRatio, ratioOfData, vectorMesonRatio } from './vector-mesons.ts'

/** What a hadronic width rests on. */
export type HadronicValidity =
  | 'no quark couplings'
  | 'below threshold'
  | 'photon-like R data'
  | 'perturbative, above 2 GeV'
  | 'vector mesons, below 2 GeV'
  | 'vector mesons, below 2 GeV, without the axial couplings'

export interface HadronicWidth {
  /** [GeV] */
  readonly width: number
  readonly validity: HadronicValidity
}

const QUARKS = ['u', 'd', 's', 'c', 'b', 't'] as const
type Quark = (typeof QUARKS)[number]

/** Where each of them opens [GeV]: twice the mass of the lightest charmed and bottom mesons, D⁰ and B⁰ (PDG 2024), and of the top quark. */
const OPENING = [0, 0, 0, 2 * 1.86484, 2 * 5.27972, 2 * QUARK_MASS.t] as const
/** Where vector mesons fade into perturbation theory for couplings unlike the photon's, and the last energy of the R data [GeV]. */
const FADING = 1.6
const PERTURBATIVE = 2
const DATA_END = rRatio.rows[rRatio.rows.length - 1][0]

/** α_s at the Z (PDG 2024). */
const ALPHA_S_Z = 0.118

const perFlavours = (flavours: number) => (33 - 2 * flavours) / (6 * Math.PI)
/** 1/α_s at the b and c masses. */
const INVERSE_AT_B = 1 / ALPHA_S_Z + perFlavours(5) * Math.log(QUARK_MASS.b / M_Z)
const INVERSE_AT_C = INVERSE_AT_B + perFlavours(4) * Math.log(QUARK_MASS.c / QUARK_MASS.b)

/**
 * The strong coupling at one loop from α_s(m_Z) = 0.118, flavours decoupled at the b and c masses.
 * Some 10 % below the full running at 2 GeV, 1 % of a hadronic width.
 */
function strongCoupling(energy: number): number {
  if (energy >= QUARK_MASS.b) return 1 / (1 / ALPHA_S_Z + perFlavours(5) * Math.log(energy / M_Z))
  if (energy >= QUARK_MASS.c) return 1 / (INVERSE_AT_B + perFlavours(4) * Math.log(energy / QUARK_MASS.b))
  return 1 / (INVERSE_AT_C + perFlavours(3) * Math.log(energy / QUARK_MASS.c))
}

/** Three colours of every open flavour, exact in the mass of the lightest meson, times 1 + α_s/π: [GeV], from 2 GeV up. */
function perturbativeWidth(couplings: Couplings, mass: number): number {
  let total = 0
  for (let i = 0; i < QUARKS.length; i++) total += fermionWidth(couplings[QUARKS[i]], mass, OPENING[i] / 2)
  return 3 * total * (1 + strongCoupling(mass) / Math.PI)
}

const PHOTON = Object.fromEntries(
  QUARKS.map((quark): [Quark, Coupling] => [quark, { vector: E_CHARGE * ELECTRIC[quark].charge, axial: 0 }]),
) as unknown as Couplings
/** What R data say over perturbation theory at the last energy of the table. */
const JOIN = (ALPHA * DATA_END * ratioOfData(DATA_END)) / 3 / perturbativeWidth(PHOTON, DATA_END)

const couples = ({ vector, axial }: Coupling) => vector !== 0 || axial !== 0

/** How many e Q_q the couplings of the flavours open at this mass amount to: a line where couplings are. */
function photonShare(couplings: Couplings, mass: number): number {
  let projection = 0
  let norm = 0
  for (let i = 0; i < QUARKS.length; i++) {
    if (mass <= OPENING[i]) continue
    const photon = PHOTON[QUARKS[i]].vector
    projection += couplings[QUARKS[i]].vector * photon
    norm += photon * photon
  }
  return projection / norm
}

/** How far couplings may be from proportional to the electric charges. */
const LIKENESS = 0.05

/** Whether the couplings of the flavours open at this mass are proportional to the electric charges (to 5 %): what the hadronic width rests on jumps there. */
export function isPhotonLike(couplings: Couplings, mass: number): boolean {
  const kappa = photonShare(couplings, mass)
  for (let i = 0; i < QUARKS.length; i++) {
    if (mass <= OPENING[i]) continue
    const { vector, axial } = couplings[QUARKS[i]]
    const expected = kappa * PHOTON[QUARKS[i]].vector
    const allowed = LIKENESS * Math.abs(expected)
    if (!(Math.abs(vector - expected) <= allowed && Math.abs(axial) <= allowed)) return false
  }
  return !Number.isNaN(kappa)
}

/** What changes sign where couplings become photon-like or cease to be: lines where couplings are. */
export function photonLikeEdges(couplings: Couplings, mass: number): number[] {
  const kappa = photonShare(couplings, mass)
  return QUARKS.flatMap((quark, i) => {
    if (mass <= OPENING[i]) return []
    const { vector, axial } = couplings[quark]
    const expected = kappa * PHOTON[quark].vector
    return [-LIKENESS, LIKENESS].flatMap((share) => [vector - (1 + share) * expected, axial - share * expected])
  })
}

/**
 * Width into hadrons [GeV], and what it rests on.
 *
 * - Couplings like the photon's, $c_q = \kappa e Q_q$ (kinetic mixing, loop or tree): $\Gamma = \kappa^2 \frac{e^2 m}{12\pi} R(m)$ with measured R from
 *   $2m_\pi$ to 12 GeV; beyond, perturbation theory, joined continuously. Good to 6 % below 1 GeV, to 10 % above; $\pi^0\gamma$ below $2m_\pi$, less than
 *   1e-4 of the total, is left out. R data are normalised to massless muons. Under `recipe: as-printed` the muon-mass factor that coy-2021 eqs. (3.10)
 *   and (3.12) imply multiplies the data.
 * - Any others from 2 GeV: $3 \sum_q (\ldots)(1 + \alpha_s/\pi)$ over open flavours, each opening at its lightest meson pair. Good to 10 % outside
 *   the resonances of the flavour thresholds.
 * - Any others below 2 GeV: the exclusive channels of the ρ, ω and φ ({@link vectorMesonRatio}), from $m_{\pi^0}$ up ($\pi^0\gamma$), fading into
 *   perturbation theory between 1.6 and 2 GeV. Axial couplings of light quarks are left out below 1.6 GeV, and fade in as well.
 *
 * Against the tables of darkcast-2018: B − L and B within 10 % from 0.75 to 2 GeV. From 0.6 to 0.75 GeV, in the tail of the ω, up to 35 % below them, where
 * $\omega \to \rho\pi$ leaves fewer pions; towards $m_{\pi^0}$, where $\pi^0 \to \gamma\gamma$ fixes $\pi^0\gamma$ to 6 %, up to 4 times above. The dark photon
 * lies up to 13 % below them from 1.03 to 1.6 GeV: they give neutral kaon pairs the size of the charged ones, the data a fifth of it.
 *
 * Nowhere are the peaks of the J/ψ, ψ(2S) and Υ included: within some widths of them the hadronic width, as the leptonic ones, is that between the
 * resonances.
 *
 * @example
 * hadronicWidth(bosonAt(resolveModel('dark-photon'), 1, 1e-3, assume())).validity // 'photon-like R data'
 */
export function hadronicWidth(boson: Boson): HadronicWidth {
  return hadronicWidthAs(boson, isPhotonLike(boson.couplings, boson.mass))
}

/** The same, taken as photon-like or not: either is quadratic in the couplings. */
export function hadronicWidthAs({ couplings, mass, assumptions }: Boson, isLikePhoton: boolean): HadronicWidth {
  let isCoupled = false
  let isOpen = false
  for (let i = 0; i < QUARKS.length; i++) {
    if (!couples(couplings[QUARKS[i]])) continue
    isCoupled = true
    isOpen ||= mass > OPENING[i]
  }
  if (!isCoupled) return { width: 0, validity: 'no quark couplings' }
  if (!isOpen) return { width: 0, validity: 'below threshold' }

  if (isLikePhoton) {
    const kappa = photonShare(couplings, mass)
    if (mass <= 2 * M_PION) return { width: 0, validity: 'below threshold' }
    if (mass <= DATA_END) {
      const massless = ((kappa * kappa * ALPHA * mass) / 3) * photonRatio(mass)
      const printed = assumptions.recipe === 'as-printed' ? (12 * Math.PI * fermionWidth({ vector: 1, axial: 0 }, mass, M_MUON)) / mass : 1
      return { width: massless * printed, validity: 'photon-like R data' }
    }
    const joined = 1 + (JOIN - 1) * (DATA_END / mass) ** 2
    return { width: joined * perturbativeWidth(couplings, mass), validity: 'perturbative, above 2 GeV' }
  }

  const perturbative = mass > FADING ? perturbativeWidth(couplings, mass) : 0
  if (mass >= PERTURBATIVE) return { width: perturbative, validity: 'perturbative, above 2 GeV' }
  if (mass <= M_PION_ZERO) return { width: 0, validity: 'below threshold' }
  const { u, d, s } = couplings
  const rho = (u.vector - d.vector) / E_CHARGE
  const omega = (3 * (u.vector + d.vector)) / E_CHARGE
  const phi = (-3 * s.vector) / E_CHARGE
  const mesons = ((ALPHA * mass) / 3) * vectorMesonRatio(rho, omega, phi, mass)
  const along = Math.max(0, (mass - FADING) / (PERTURBATIVE - FADING))
  const share = along * along * (3 - 2 * along)
  const width = (1 - share) * mesons + share * perturbative
  const vector = Math.max(Math.abs(u.vector), Math.abs(d.vector), Math.abs(s.vector))
  const axial = Math.max(Math.abs(u.axial), Math.abs(d.axial), Math.abs(s.axial))
  if (width === 0 && vector !== 0) return { width, validity: 'below threshold' }
  return {
    width,
    validity: axial > 0.05 * vector ? 'vector mesons, below 2 GeV, without the axial couplings' : 'vector mesons, below 2 GeV',
  }
}

/** Widths into hadronic final states [GeV]; they add up to that of {@link hadronicWidth}. */
export type ExclusiveHadronicWidths = Readonly<Record<HadronChannel, number>>

/**
 * Widths into the hadronic final states that searches tell apart [GeV]: `pionPair` $\pi^+\pi^-$, `threePions` $\pi^+\pi^-\pi^0$, `fourPions` of both
 * charge states, `kaons` $K\bar K$ and $K\bar K\pi$ of all charges, `pionPhoton` $\pi^0\gamma$, and `other`.
 *
 * The hadronic width times the shares of `hadronForms`, for any couplings, those of the photon included. From 2 GeV up everything is `other`. The
 * pair of pions is good to 5 % up to 1 GeV, where data are; the others as the hadronic width.
 *
 * @example
 * const { pionPair } = exclusiveHadronicWidths(bosonAt(resolveModel('dark-photon'), 0.6, 1e-3, assume())) // 1.9284e-9, 99.9 % of the hadrons
 */
export function exclusiveHadronicWidths(boson: Boson): ExclusiveHadronicWidths {
  const { width } = hadronicWidth(boson)
  const { mass } = boson
  const widths = { pionPair: 0, threePions: 0, fourPions: 0, kaons: 0, pionPhoton: 0, other: width }
  if (mass >= PERTURBATIVE) return widths
  const total = mesonForm(boson)
  if (total === 0) return widths
  for (let i = 0; i < HADRON_CHANNELS.length; i++) {
    const channel = HADRON_CHANNELS[i]
    widths[channel] = (width * mesonForm(boson, channel)) / total
  }
  return widths
}

/** The quadratic form in the couplings to light quarks by which a channel shares in the hadronic width below 2 GeV; all of them where none is named. */
export function mesonForm({ couplings: { u, d, s }, mass }: Boson, channel?: HadronChannel): number {
  if (mass >= PERTURBATIVE) return 0
  const rho = u.vector - d.vector
  const omega = 3 * (u.vector + d.vector)
  const phi = -3 * s.vector
  return channel === undefined ? vectorMesonRatio(rho, omega, phi, mass) : hadronChannelRatio(channel, rho, omega, phi, mass)
}
