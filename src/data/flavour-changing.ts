import type { CitationKey } from '../citations.ts'
import { M_KAON, M_PION } from '../constants.ts'
import type { Provenance } from './table.ts'

/** Angles and phase of the quark mixing matrix, in the same convention as those of the neutrinos. */
export const CKM = {
  theta12_deg: 13.0034,
  theta13_deg: 0.2138,
  theta23_deg: 2.3975,
  deltaCP_deg: 65.72,
  citation: 'pdg-2024',
  where: 'sin θ₁₂ = 0.22501, sin θ₁₃ = 0.003732, sin θ₂₃ = 0.04183, δ = 1.147: the global fit in the review of the CKM matrix',
  provenance: 'from memory: check',
} as const satisfies Record<string, unknown> & { citation: CitationKey; provenance: Provenance }

const M_B = 5.27941
const B_LIFETIME_S = 1.638e-12

/** A pseudoscalar meson whose heavier down-type quark becomes a lighter one. */
export interface PseudoscalarTransition {
  readonly title: string
  readonly quarks: readonly ['d' | 's', 's' | 'b']
  /** Masses of the meson that decays and of the one that is left [GeV]. */
  readonly masses: readonly [number, number]
  readonly lifetime_s: number
  /** f₊ at q² = 0. It grows with q², so that rates are at least those computed with it. */
  readonly formFactor: number
  readonly citations: readonly CitationKey[]
  readonly provenance: Provenance
}

/** Masses and lifetimes from pdg-2024, form factors as cited. */
export const PSEUDOSCALAR_TRANSITIONS = {
  'b-kaon': {
    title: 'B⁺ → K⁺ Z′',
    quarks: ['s', 'b'],
    masses: [M_B, M_KAON],
    lifetime_s: B_LIFETIME_S,
    formFactor: 0.33,
    citations: ['ball-zwicky-2005', 'pdg-2024'],
    provenance: 'from memory: check',
  },
  'b-pion': {
    title: 'B⁺ → π⁺ Z′',
    quarks: ['d', 'b'],
    masses: [M_B, M_PION],
    lifetime_s: B_LIFETIME_S,
    formFactor: 0.26,
    citations: ['ball-zwicky-2005', 'pdg-2024'],
    provenance: 'from memory: check',
  },
  'kaon-pion': {
    title: 'K⁺ → π⁺ Z′',
    quarks: ['d', 's'],
    masses: [M_KAON, M_PION],
    lifetime_s: 1.238e-8,
    formFactor: 0.97,
    citations: ['flag-2021', 'pdg-2024'],
    provenance: 'from memory: check',
  },
} as const satisfies Record<string, PseudoscalarTransition>

/** The largest branching ratio of a decay to a lighter meson and nothing else that is seen. */
export interface InvisibleLimit {
  readonly branching: number
  /** Invisible masses [GeV] that the search looks at. */
  readonly windows_GeV: readonly (readonly [number, number])[]
  readonly confidence: number
  readonly citation: CitationKey
  readonly where: string
  readonly provenance: Provenance
}

export const INVISIBLE_LIMITS = {
  'b-kaon': {
    branching: 1.6e-5,
    windows_GeV: [[0, 2.9]],
    confidence: 0.9,
    citation: 'babar-2013',
    where: 'B⁺ → K⁺ ν ν̄, invisible masses squared up to 0.3 of the B’s',
    provenance: 'from memory: check',
  },
  'kaon-pion': {
    branching: 1.78e-10,
    windows_GeV: [
      [0, 0.1],
      [0.161, 0.261],
    ],
    confidence: 0.9,
    citation: 'na62-2020',
    where: 'K⁺ → π⁺ ν ν̄, both signal regions',
    provenance: 'from memory: check',
  },
} as const satisfies Partial<Record<keyof typeof PSEUDOSCALAR_TRANSITIONS, InvisibleLimit>>
