/** A limit known to exist whose numbers we do not have: said aloud, so that a plot never looks complete when it is not. */
export interface MissingLimit {
  readonly id: string
  readonly title: string
  readonly status: 'not-available'
  /** Where it was published. */
  readonly arXiv: string
  readonly why: string
}

const noNumbers = 'the curve is not available in numbers'

/** Limits of Lμ−Lτ-like bosons that status plots name in their captions. */
export const MISSING: readonly MissingLimit[] = [
  { id: 'belle-4mu-2021', title: 'Belle, e⁺e⁻ → 4μ', status: 'not-available', arXiv: '2109.08596', why: noNumbers },
  { id: 'belle2-invisible-2022', title: 'Belle II, e⁺e⁻ → μ⁺μ⁻ + invisible', status: 'not-available', arXiv: '2212.03066', why: noNumbers },
  { id: 'belle2-4mu-2024', title: 'Belle II, e⁺e⁻ → 4μ', status: 'not-available', arXiv: '2403.02841', why: noNumbers },
  { id: 'cms-z-4mu-2018', title: 'CMS, Z → 4μ', status: 'not-available', arXiv: '1808.03684', why: noNumbers },
  { id: 'atlas-4mu-2023', title: 'ATLAS, W and Z → 4μ', status: 'not-available', arXiv: '2301.09342', why: noNumbers },
  { id: 'sn1987a-mu-tau', title: 'SN 1987A, Lμ−Lτ', status: 'not-available', arXiv: '2006.13942', why: noNumbers },
]
