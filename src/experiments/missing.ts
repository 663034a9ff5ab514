/** A limit known to exist that the catalogue does not hold: said aloud, so that a plot never looks complete when it is not. */
export interface MissingLimit {
  readonly id: string
  readonly title: string
  readonly status: 'not-available'
  /** Where it was published. */
  readonly arXiv: string
  readonly why: string
}

const NO_NUMBERS = 'the curve is not available in numbers'
const NOT_YET = 'not in the catalogue yet'

/** Limits on bosons that couple to muons or neutrinos, beside those of the catalogue. */
export const MISSING: readonly MissingLimit[] = [
  missing('babar-4mu-2016', 'BaBar, e⁺e⁻ → 4μ', '1606.03501', NOT_YET),
  missing('belle2-mumu-inv-2019', 'Belle II, e⁺e⁻ → μ⁺μ⁻ + invisible (2019)', '1912.11276', NOT_YET),
  missing('ccfr-1991', 'CCFR, neutrino tridents', '1406.2332', NOT_YET),
  missing('na64mu-2024', 'NA64 with muons', '2401.01708', NOT_YET),
  missing('cenns10-2020', 'COHERENT, CENNS-10 argon', '2003.10630', NOT_YET),
  missing('coherent-csi-2021', 'COHERENT, CsI', '2110.07730', NOT_YET),
  missing('xenon1t-2020', 'XENON1T, electron recoils', '2006.09721', NOT_YET),
  missing('belle-4mu-2021', 'Belle, e⁺e⁻ → 4μ', '2109.08596', NO_NUMBERS),
  missing('belle2-invisible-2022', 'Belle II, e⁺e⁻ → μ⁺μ⁻ + invisible (2022)', '2212.03066', NO_NUMBERS),
  missing('belle2-4mu-2024', 'Belle II, e⁺e⁻ → 4μ', '2403.02841', NO_NUMBERS),
  missing('cms-z-4mu-2018', 'CMS, Z → 4μ', '1808.03684', NO_NUMBERS),
  missing('atlas-4mu-2023', 'ATLAS, W and Z → 4μ', '2301.09342', NO_NUMBERS),
  missing('sn1987a-mu-tau', 'SN 1987A, Lμ−Lτ', '2006.13942', NO_NUMBERS),
]

function missing(id: string, title: string, arXiv: string, why: string): MissingLimit {
  return { id, title, status: 'not-available', arXiv, why }
}
