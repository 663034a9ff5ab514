import { ALPHA, E_CHARGE, M_MUON, M_PION, M_PION_ZERO, M_Z, QUARK_MASS } from '../constants.ts'
import type { Boson, Coupling, Couplings } from '../couplings/boson.ts'
import { rRatio } from '../data/r-ratio.ts'
import { ELECTRIC } from '../models/model.ts'
import { fermionWidth } from './leptons.ts'
import { ratioOfData, vectorMesonRatio } from './vector-mesons.ts'

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

const LIGHT = ['u', 'd', 's'] as const
const HEAVY = ['c', 'b', 't'] as const
const QUARKS = [...LIGHT, ...HEAVY] as const
type Quark = (typeof QUARKS)[number]

/** Twice the mass of the lightest charmed and bottom mesons, D⁰ and B⁰ (PDG 2024), and of the top quark [GeV]: where heavy flavours open. */
const HEAVY_PAIR = { c: 2 * 1.86484, b: 2 * 5.27972, t: 2 * QUARK_MASS.t } as const
/** Where vector mesons fade into perturbation theory for couplings unlike the photon's, and the last energy of the R data [GeV]. */
const FADING = 1.6
const PERTURBATIVE = 2
const DATA_END = rRatio.rows[rRatio.rows.length - 1][0]

/** α_s at the Z (PDG 2024). */
const ALPHA_S_Z = 0.118

/**
 * The strong coupling at one loop from α_s(m_Z) = 0.118, flavours decoupled at the b and c masses.
 * Some 10 % below the full running at 2 GeV, 1 % of a hadronic width.
 */
function strongCoupling(energy: number): number {
  const slope = (flavours: number) => (33 - 2 * flavours) / (6 * Math.PI)
  let inverse = 1 / ALPHA_S_Z
  let from: number = M_Z
  for (const [mass, flavours] of [
    [QUARK_MASS.b, 5],
    [QUARK_MASS.c, 4],
  ] as const) {
    const to = Math.max(energy, mass)
    inverse += slope(flavours) * Math.log(to / from)
    if (to === energy) return 1 / inverse
    from = mass
  }
  return 1 / (inverse + slope(3) * Math.log(energy / from))
}

/** Three colours of every open flavour, exact in the mass of the lightest meson, times 1 + α_s/π: [GeV], from 2 GeV up. */
function perturbativeWidth(couplings: Couplings, mass: number): number {
  let sum = 0
  for (const quark of LIGHT) sum += fermionWidth(couplings[quark], mass, 0)
  for (const quark of HEAVY) sum += fermionWidth(couplings[quark], mass, HEAVY_PAIR[quark] / 2)
  return 3 * sum * (1 + strongCoupling(mass) / Math.PI)
}

const PHOTON = Object.fromEntries(
  QUARKS.map((quark): [Quark, Coupling] => [quark, { vector: E_CHARGE * ELECTRIC[quark].charge, axial: 0 }]),
) as unknown as Couplings
/** What R data say over perturbation theory at the last energy of the table. */
const JOIN = (ALPHA * DATA_END * ratioOfData(DATA_END)) / 3 / perturbativeWidth(PHOTON, DATA_END)

/** How many e Q_q the couplings of the open flavours amount to, or undefined when they are not proportional to the electric charges (to 5 %). */
function photonLikeness(couplings: Couplings, open: readonly Quark[]): number | undefined {
  let projection = 0
  let norm = 0
  for (const quark of open) {
    projection += couplings[quark].vector * PHOTON[quark].vector
    norm += PHOTON[quark].vector ** 2
  }
  const kappa = projection / norm
  const isLike = open.every((quark) => {
    const expected = kappa * PHOTON[quark].vector
    const allowed = 0.05 * Math.abs(expected)
    return Math.abs(couplings[quark].vector - expected) <= allowed && Math.abs(couplings[quark].axial) <= allowed
  })
  return isLike ? kappa : undefined
}

/**
 * Width into hadrons [GeV], and what it rests on.
 *
 * - Couplings like the photon's, $c_q = \kappa e Q_q$ (kinetic mixing, loop or tree): $\Gamma = \kappa^2 \frac{e^2 m}{12\pi} R(m)$ with measured R from
 *   $2m_\pi$ to 12 GeV (without the J/ψ, ψ(2S) and Υ peaks); beyond, perturbation theory, joined continuously. Good to 10 %, 16 % between 1.1 and 1.6 GeV. R data are normalised to
 *   massless muons. Under `recipe: as-printed` the muon-mass factor that coy-2021 eqs. (3.10) and (3.12) imply multiplies the data.
 * - Any others from 2 GeV: $3 \sum_q (\ldots)(1 + \alpha_s/\pi)$ over open flavours, each opening at its lightest meson pair. Good to 10 % outside
 *   the resonances of the flavour thresholds.
 * - Any others below 2 GeV: R split between the ρ, ω and φ ({@link vectorMesonRatio}), from $m_{\pi^0}$ up ($\pi^0\gamma$), fading into perturbation
 *   theory between 1.6 and 2 GeV. An estimate: against the tables of darkcast-2018 within 5 % at the ω and φ and 20 % between them. In the tail of the
 *   ω it lies up to 40 % lower at 0.6 to 0.7 GeV and, following $\pi^0 \to \gamma\gamma$, up to 4 times higher near $m_{\pi^0}$; from 1.1 to 1.6 GeV up
 *   to 40 % lower, as kaon pairs carry no baryon number here. Axial couplings of light quarks are left out.
 *
 * @example
 * hadronicWidth(bosonAt(resolveModel('dark-photon'), 1, 1e-3, assume())).validity // 'photon-like R data'
 */
export function hadronicWidth({ couplings, mass, assumptions }: Boson): HadronicWidth {
  const couples = ({ vector, axial }: Coupling) => vector !== 0 || axial !== 0
  if (!QUARKS.some((quark) => couples(couplings[quark]))) return { width: 0, validity: 'no quark couplings' }
  const open: readonly Quark[] = [...LIGHT, ...HEAVY.filter((quark) => mass > HEAVY_PAIR[quark])]
  if (!open.some((quark) => couples(couplings[quark]))) return { width: 0, validity: 'below threshold' }

  const kappa = photonLikeness(couplings, open)
  if (kappa !== undefined) {
    if (mass <= 2 * M_PION) return { width: 0, validity: 'below threshold' }
    if (mass <= DATA_END) {
      const massless = ((kappa * kappa * ALPHA * mass) / 3) * ratioOfData(mass)
      const printed = assumptions.recipe === 'as-printed' ? (12 * Math.PI * fermionWidth({ vector: 1, axial: 0 }, mass, M_MUON)) / mass : 1
      return { width: massless * printed, validity: 'photon-like R data' }
    }
    const joined = 1 + (JOIN - 1) * (DATA_END / mass) ** 2
    return { width: joined * perturbativeWidth(couplings, mass), validity: 'perturbative, above 2 GeV' }
  }

  const perturbative = mass > FADING ? perturbativeWidth(couplings, mass) : 0
  if (mass >= PERTURBATIVE) return { width: perturbative, validity: 'perturbative, above 2 GeV' }
  if (mass <= M_PION_ZERO) return { width: 0, validity: 'below threshold' }
  const [up, down, strange] = LIGHT.map((quark) => couplings[quark].vector / E_CHARGE)
  const mesons = ((ALPHA * mass) / 3) * vectorMesonRatio(up - down, 3 * (up + down), -3 * strange, mass)
  const along = Math.max(0, (mass - FADING) / (PERTURBATIVE - FADING))
  const share = along * along * (3 - 2 * along)
  const width = (1 - share) * mesons + share * perturbative
  const [vector, axial] = (['vector', 'axial'] as const).map((part) => Math.max(...LIGHT.map((quark) => Math.abs(couplings[quark][part]))))
  if (width === 0 && vector !== 0) return { width, validity: 'below threshold' }
  return {
    width,
    validity: axial > 0.05 * vector ? 'vector mesons, below 2 GeV, without the axial couplings' : 'vector mesons, below 2 GeV',
  }
}
