import { InputError } from '../errors.ts'

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

/** Limits on bosons that couple to muons or neutrinos, beside those of the catalogue. */
export const MISSING: readonly MissingLimit[] = [
  missing('na64mu-2024-published', 'NA64 with muons, the published curve', '2401.01708', NO_NUMBERS),
  missing('pandax-4t-8b-2024', 'PandaX-4T, coherent scattering of solar ⁸B neutrinos', '2407.10892', NO_NUMBERS),
  missing('xenonnt-8b-2026', 'XENONnT, coherent scattering of solar ⁸B neutrinos (2026)', '2604.06002', NO_NUMBERS),
  missing('coherent-ge-2024', 'COHERENT, germanium', '2406.13806', NO_NUMBERS),
  missing('conus-plus-2025', 'CONUS+, reactor antineutrinos on germanium', '2501.05206', NO_NUMBERS),
  missing('dresden-ii-2022', 'Dresden-II, reactor antineutrinos on germanium', '2202.09672', NO_NUMBERS),
  missing('borexino-cno-2022', 'Borexino, CNO neutrinos and phase III', '2205.15975', NO_NUMBERS),
  missing('belle-4mu-2021', 'Belle, e⁺e⁻ → 4μ', '2109.08596', NO_NUMBERS),
  missing('belle2-invisible-2022', 'Belle II, e⁺e⁻ → μ⁺μ⁻ + invisible (2022)', '2212.03066', NO_NUMBERS),
  missing('belle2-4mu-2024', 'Belle II, e⁺e⁻ → 4μ', '2403.02841', NO_NUMBERS),
  missing('cms-z-4mu-2018', 'CMS, Z → 4μ', '1808.03684', NO_NUMBERS),
  missing('atlas-4mu-2023', 'ATLAS, W and Z → 4μ', '2301.09342', NO_NUMBERS),
  missing('na64-inv-2021', 'NA64, invisible decays (2021)', '2102.01885', NO_NUMBERS),
  missing('na64-inv-2023', 'NA64, invisible decays (2023)', '2307.02404', NO_NUMBERS),
  missing('na64-mu-tau-2024', 'NA64 with electrons, Lμ−Lτ', '2404.06982', NO_NUMBERS),
  missing('besiii-mumu-inv-2023', 'BESIII, J/ψ → μ⁺μ⁻ + invisible', '2311.01076', NO_NUMBERS),
  missing('microboone-2023', 'MicroBooNE, dark tridents', '2312.13945', NO_NUMBERS),
  missing(
    'nsi-oscillation',
    'oscillations, global fits of neutrino interactions with matter',
    '1805.04530',
    'the likelihood is not available in numbers; `lma` and `lma-dark` hold the intervals quoted by bernal-2022',
  ),
  missing('stellar-cooling', 'cooling of the Sun, red giants and horizontal-branch stars', '1302.3884', NO_NUMBERS),
  missing('sn1987a-mu-tau', 'SN 1987A, Lμ−Lτ', '2006.13942', NO_NUMBERS),
]

/**
 * Says of a limit that the catalogue lacks why it does.
 *
 * @throws InputError where the id is that of one
 */
export function refuseMissing(id: string, field: string): void {
  const limit = MISSING.find((one) => one.id === id)
  if (limit !== undefined) throw new InputError(`'${id}' is known (arXiv:${limit.arXiv}), but ${limit.why}`, field)
}

function missing(id: string, title: string, arXiv: string, why: string): MissingLimit {
  return { id, title, status: 'not-available', arXiv, why }
}
