import { M_KAON, M_MUON } from '../constants.ts'
import type { Boson, Ray } from '../couplings/boson.ts'
import { left, right } from '../couplings/coupling.ts'
import { gaussLegendre, integrate } from '../numerics/index.ts'

/** BR(K⁺ → μ⁺ν) (PDG 2024). */
const MUON_NEUTRINO = 0.6356
/** Points in the missing mass and in the mass of muon and boson. */
const [MISSING_MASSES, PAIRS] = [24, 16]

/** Squared missing masses [GeV²] of what is left beside the muon. */
export type MissingMassWindow = readonly [from: number, to: number]

const EVERYWHERE: MissingMassWindow = [0, M_KAON ** 2]

/**
 * Branching ratio of $K^+ \to \mu^+\,\nu_\mu\,Z'$ from $\mathrm{BR}(K^+ \to \mu^+\nu)$ and the spin sum of the three diagrams in which the neutrino, the
 * muon and the kaon (pointlike, of charge $c_u - c_s$) emit the boson. Where $c_\nu - c_\mu = c_u - c_s$ the current is conserved and the rate has
 * only a logarithm of the mass: for any gauged charge universal in quarks, mixing with the photon included. Otherwise the longitudinal
 * boson makes it go as $1/m^2$, and a limit on g is linear in the mass as bernal-2022 eq. (32) is.
 *
 * Left- and right-handed muons may couple apart; of quarks only vector couplings are known to the kaon. Zero above $m_K - m_\mu$; good to 2e-4,
 * better where a window cuts off the lightest; under 1 keV polarisations cancel beyond what can be computed.
 *
 * @param window the squared missing masses counted, $(p_\nu + p_{Z'})^2$ in GeV²; all of them unless given
 * @example
 * leptonicKaonBranching(bosonAt(resolveModel('mu-tau'), 0.01, 1, assume('default', { kineticMixing: 'none' }))) // 0.2173
 */
export function leptonicKaonBranching(boson: Boson, window: MissingMassWindow = EVERYWHERE): number {
  return kaonBranching(boson, kaonRates(boson.mass, window))
}

/**
 * What `leptonicKaonBranching` takes of the mass alone: the branching ratio is a quadratic form in how leptons and kaon couple, and this is its upper triangle, row by row, on
 * `COUPLINGS`. Zeros from $m_K - m_\mu$ on.
 *
 * @param window squared missing masses [GeV²]
 * @returns 10 numbers
 */
export function kaonRates(mass: number, window: MissingMassWindow = EVERYWHERE): Float64Array {
  const rates = new Float64Array((COUPLINGS * (COUPLINGS + 1)) / 2)
  if (mass >= M_KAON - M_MUON) return rates
  const [kaon2, muon2, mass2] = [M_KAON ** 2, M_MUON ** 2, mass ** 2]
  const from = Math.log(Math.max(window[0], mass2))
  const length = Math.log(Math.min(window[1], (M_KAON - M_MUON) ** 2)) - from
  if (!(length > 0)) return rates
  const [ofMissing, ofPair] = [gaussLegendre(MISSING_MASSES), gaussLegendre(PAIRS)]
  for (let i = 0; i < MISSING_MASSES; i++) {
    // Quadratic from the upper end, where the muon's momentum is a root.
    const root = (1 + ofMissing.nodes[i]) / 2
    const missing2 = Math.exp(from + length * (1 - root * root))
    const missing = Math.sqrt(missing2)
    const [muonEnergy, energy] = [(kaon2 - missing2 - muon2) / (2 * missing), (missing2 + mass2) / (2 * missing)]
    const momenta = Math.sqrt(Math.max(0, muonEnergy * muonEnergy - muon2)) * ((missing2 - mass2) / (2 * missing))
    // (k + q)² − m_μ² at the ends; their product without cancellation gives the lower one.
    const greatest = mass2 + 2 * (muonEnergy * energy + momenta)
    const least = mass2 + (2 * (muonEnergy * muonEnergy * mass2 + muon2 * (energy * energy - mass2))) / (muonEnergy * energy + momenta)
    const range = Math.log(greatest / least)
    for (let j = 0; j < PAIRS; j++) {
      const excess = least * Math.exp((range * (1 + ofPair.nodes[j])) / 2)
      const weight = (ofMissing.weights[i] * root * length * missing2 * ofPair.weights[j] * range * excess) / 2
      addSquaredAmplitude(missing2, muon2 + excess, mass2, weight, rates)
    }
  }
  // over two-body phase space and amplitude, 4 m_μ² (m_K² − m_μ²)
  const threeBody = 1 / (128 * Math.PI ** 3 * M_KAON ** 2)
  const twoBody = (4 * muon2 * (M_KAON ** 2 - muon2) * (1 - muon2 / M_KAON ** 2)) / (8 * Math.PI)
  return rates.map((rate) => (MUON_NEUTRINO * threeBody * rate) / twoBody)
}

/** `leptonicKaonBranching` of a boson from what its mass gives. */
export function kaonBranching(boson: Boson, rates: Float64Array): number {
  const couplings = emitters(boson)
  let sum = 0
  for (let i = 0, at = 0; i < COUPLINGS; i++) {
    for (let j = i; j < COUPLINGS; j++, at++) sum += (i === j ? 1 : 2) * rates[at] * couplings[i] * couplings[j]
  }
  return sum
}

/**
 * Share of $K^+ \to \mu^+\,\nu\nu\bar\nu$ in a window of squared missing masses, by phase space alone: three massless particles of squared mass s have
 * one proportional to s, so that $d\Gamma/ds \propto s\,p_\mu(s)$.
 *
 * @param window squared missing masses [GeV²]
 * @example
 * fourBodyShare([0.1, 0.15]) // 0.36
 */
export function fourBodyShare(window: MissingMassWindow): number {
  const end = (M_KAON - M_MUON) ** 2
  const rate = (s: number): number => {
    const energy = (M_KAON ** 2 + M_MUON ** 2 - s) / (2 * M_KAON)
    return s * Math.sqrt(Math.max(0, energy * energy - M_MUON * M_MUON))
  }
  return integrate(rate, window[0], Math.min(window[1], end)) / integrate(rate, 0, end)
}

/**
 * How leptons and kaon couple, in parts of which the first two conserve the current: the right-handed muon's coupling, which muon and neutrino share; the kaon's vector charge,
 * which the neutrino has beside; what the left-handed muon, and what the neutrino has beyond that. The rest goes as $1/m^2$, and must not be the difference of others that do.
 */
type Emitters = readonly [muon: number, kaon: number, axial: number, unbalanced: number]
const COUPLINGS = 4

/**
 * Mixing with the photon makes muon and kaon emit together, as their electric charges have it: current conservation. Loops are said to feed fermions
 * without tree charge alone; where they feed one of the two, the other follows here.
 */
function emitters(boson: Boson): Emitters {
  const { mu, nu_mu } = boson.couplings
  const { ofMuon, ofKaon, kaonCharge } = mixingOf(boson)
  const mixed = Math.abs(ofKaon) > Math.abs(ofMuon) ? ofKaon : -ofMuon
  const muon = right(mu) - ofMuon - mixed
  const kaon = kaonCharge + mixed
  return [muon, kaon, left(mu) - right(mu), nu_mu.vector - muon - kaon]
}

/** What mixing brings muon and kaon, beside what their charges do. */
function mixingOf({ model: { charges }, coupling, couplings: { mu, u, s } }: Boson) {
  const tree = (fermion: 'mu' | 'u' | 's'): number => (coupling * (charges[fermion].left + charges[fermion].right)) / 2
  const kaonCharge = tree('u') - tree('s')
  return { ofMuon: mu.vector - tree('mu'), ofKaon: u.vector - s.vector - kaonCharge, kaonCharge }
}

/** Whether {@link kaonBranching} is quadratic in the coupling along a ray: loops that feed one of muon and kaon alone are made to feed the other, whichever way is more. */
export function isKaonQuadratic({ span }: Ray): boolean {
  if (span === undefined) return false
  const { ofMuon, ofKaon } = mixingOf(span.growing)
  return Math.abs(ofMuon + ofKaon) <= 1e-12 * span.scale
}

/**
 * Adds the squared amplitude
 * $\sum |\bar u_\nu\lbrace A\,\slashed\epsilon(1-\gamma_5) + m_\mu[B\,\slashed\epsilon\slashed L + D\,\slashed K\slashed\epsilon + E\,p\cdot\epsilon](1+\gamma_5)\rbrace v_\mu|^2$
 * with the momenta l of the neutrino, k of the muon, q of the boson, $L = l + q$, $K = k + q$ and $p = l + k + q$, from s₁ = L² and s₂ = K², to a quadratic form in the
 * emitters: A to E are linear in them.
 */
function addSquaredAmplitude(s1: number, s2: number, mass2: number, weight: number, form: Float64Array): void {
  const [kaon2, muon2] = [M_KAON ** 2, M_MUON ** 2]
  const s3 = kaon2 + muon2 + mass2 - s1 - s2
  const lq = (s1 - mass2) / 2
  const kq = (s2 - muon2 - mass2) / 2
  const lk = (s3 - muon2) / 2
  const pq = lq + kq + mass2
  const Lq = lq + mass2
  const lK = lk + lq
  const Lk = lk + kq
  const kK = muon2 + kq
  const qK = kq + mass2
  const lw = 2 * Lk * lq - s1 * lk
  const wq = 2 * Lk * Lq - s1 * kq
  const lu = lk + (2 * kq * lq) / mass2
  const uK = kK + (2 * kq * qK) / mass2
  // p between the polarisation sum −g + qq/m² and l, k, p
  const lp = (lq * pq) / mass2 - lk - lq
  const kp = (kq * pq) / mass2 - muon2 - lk - kq
  const pp = (pq * pq) / mass2 - kaon2

  const aa = 8 * weight * (lk + (2 * lq * kq) / mass2)
  const ab = -8 * weight * muon2 * (lq + (2 * lq * Lq) / mass2)
  const ad = 24 * weight * muon2 * lK
  const ae = -8 * weight * muon2 * lp
  const bb = 8 * weight * muon2 * (lw + (2 * lq * wq) / mass2)
  const bd = 2 * weight * muon2 * (-16 * Lk * lK + (4 * s1 * (lk * qK - lq * kK + lK * kq)) / mass2)
  const be = 8 * weight * muon2 * (lp * Lk - lq * kp + lk * lp)
  const dd = 8 * weight * muon2 * (2 * lK * uK - s2 * lu)
  const de = 8 * weight * muon2 * (lK * kp - lp * kK + lk * kp)
  const ee = 8 * weight * muon2 * lk * pp

  // A, B, D and E of each emitter; those that are zero are left out: of the muon [a, −b, d, 0], of the kaon [0, −b, 0, e], of the axial one [a − 1, 0, 0, 0], of the last [1, −b, 0, 0].
  const b = -1 / s1
  const d = 1 / (s2 - muon2)
  const e = 2 / (kaon2 - s3)
  const axial = -s2 * d
  const muon = 1 + axial
  // The form times the muon, and times the kaon.
  const [muonA, muonB] = [aa * muon + ab * b + ad * d, ab * muon + bb * b + bd * d]
  const [muonD, muonE] = [ad * muon + bd * b + dd * d, ae * muon + be * b + de * d]
  const [kaonA, kaonB, kaonE] = [ab * b + ae * e, bb * b + be * e, be * b + ee * e]
  form[0] += muonA * muon + muonB * b + muonD * d
  form[1] += muonB * b + muonE * e
  form[2] += muonA * axial
  form[3] += muonA + muonB * b
  form[4] += kaonB * b + kaonE * e
  form[5] += kaonA * axial
  form[6] += kaonA + kaonB * b
  form[7] += aa * axial * axial
  form[8] += (aa + ab * b) * axial
  form[9] += aa + 2 * ab * b + bb * b * b
}
