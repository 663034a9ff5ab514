import type { CitationKey } from '../../citations.ts'
import type { Entry } from '../../constraints/constraint.ts'
import { lindhard, lindhardK } from '../../detectors/index.ts'
import { type Detector, electronsLike, electronsOf, type PlannedWindow, type Window } from './plan.ts'
import { projection } from './projection.ts'

/** Lindhard's quenching of xenon. */
const QUENCHING = lindhard(54, lindhardK(54, 131.3))
/** Above 30 keV the double β decay of ¹³⁶Xe outdoes the neutrinos; as nuclear recoils some 100 keV. */
const HIGHEST_keVee = 30
/** Half the nuclear recoils are kept where 99.5 % of electron recoils are rejected. */
const KEPT = 0.5
const LEAKED = 0.005

/** A detector of liquid xenon: what its analyses share. */
export interface XenonDetector {
  readonly name: string
  readonly exposure_t_yr: number
  readonly citations: readonly CitationKey[]
  readonly notes: string
  readonly background: Detector
  readonly unverified?: string
}

type Names = Pick<Entry, 'id' | 'label' | 'title' | 'isVariant'>

/** Electron recoils alone, in a window in keVee. */
export function xenonElectrons(names: Names, detector: XenonDetector, window: Window): Entry {
  const { name: experiment, exposure_t_yr, citations, notes, background, unverified } = detector
  return projection({
    ...names,
    experiment,
    citations,
    notes,
    unverified: unverified === undefined ? undefined : () => unverified,
    windows: () => [electronsOf(background, 'Xe', window, exposure_t_yr)],
  })
}

/**
 * Nuclear recoils told from those of electrons, in a window in keVnr. Electrons that look like nuclei are a background; those that solar neutrinos
 * scatter on are signal, unless `recipe` is `as-printed`: amaral-2020 leaves them out, though below 10 MeV they come to outnumber the nuclei.
 */
export function xenonNuclei(names: Names, detector: XenonDetector, window: Window): Entry {
  const { name: experiment, exposure_t_yr, citations, notes, background, unverified } = detector
  const look = electronsLike(QUENCHING, window)
  const leaked: PlannedWindow = {
    recoil: 'electron',
    material: 'Xe',
    window: look,
    exposure_t_yr: LEAKED * exposure_t_yr,
    about: `electron recoils that leak in, ${100 * LEAKED} % of all`,
  }
  return projection({
    ...names,
    experiment,
    citations,
    notes: `${notes} 0.5 % of electron recoils leak in between ${look.map((edge) => edge.toPrecision(3)).join(' and ')} keVee.`,
    unverified: unverified === undefined ? undefined : () => unverified,
    windows: ({ recipe }) => [
      {
        recoil: 'nucleus',
        material: 'Xe',
        window,
        exposure_t_yr: KEPT * exposure_t_yr,
        background: { of: background, exposure_t_yr: LEAKED * exposure_t_yr, looksLike: (part) => electronsLike(QUENCHING, part) },
      },
      ...(recipe === 'as-printed' ? [] : [leaked]),
    ],
  })
}

/** Both, not told apart: nuclei in a window in keVnr; electrons from the same number of keVee, which does not trust Lindhard below a keV, to 30. */
export function xenonBoth(names: Names, detector: XenonDetector, window: Window): Entry {
  const { name: experiment, exposure_t_yr, citations, notes, background, unverified } = detector
  const electrons: Window = [window[0], HIGHEST_keVee]
  return projection({
    ...names,
    experiment,
    citations,
    notes,
    unverified: unverified === undefined ? undefined : () => unverified,
    windows: () => [{ recoil: 'nucleus', material: 'Xe', window, exposure_t_yr }, electronsOf(background, 'Xe', electrons, exposure_t_yr)],
  })
}
