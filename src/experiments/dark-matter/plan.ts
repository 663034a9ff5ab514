import type { Assumptions } from '../../assumptions.ts'
import type { CitationKey } from '../../citations.ts'
import type { Entry } from '../../constraints/constraint.ts'
import { darkMatterWindows } from '../../data/dark-matter-windows.ts'
import { electronEquivalent, type Material, type Quenching } from '../../detectors/index.ts'

export type Window = readonly [from_keV: number, to_keV: number]

/** Detectors whose electron recoils from other sources than neutrinos are known. */
export type Detector = 'supercdms-izip' | 'supercdms-hv' | 'lz' | 'darwin' | 'darkside' | 'xlzd'

/** Recoils of one kind in one window of perfect resolution. */
export interface PlannedWindow {
  readonly recoil: 'electron' | 'nucleus'
  readonly material: Material
  readonly window: Window
  /** With efficiencies. */
  readonly exposure_t_yr: number
  /** Electron recoils of a detector that are seen among them. */
  readonly background?: {
    readonly of: Detector
    readonly exposure_t_yr: number
    /** Where those lie that look like recoils in a part of the window, if not there. */
    looksLike?(part: Window): Window
  }
  /** Of the recoils, where they are not those that the detector is after. */
  readonly about?: string
}

/** A future detector of dark matter that counts the recoils of solar neutrinos in one window. */
export interface Plan extends Pick<Entry, 'id' | 'label' | 'title' | 'isVariant'> {
  readonly experiment: string
  readonly citations: readonly CitationKey[]
  readonly notes?: string
  windows(assumptions: Assumptions): readonly PlannedWindow[]
  /** What nobody has confirmed besides numbers from memory that backgrounds rest on, which mark themselves. */
  unverified?(assumptions: Assumptions): string
}

/** Electron recoils, with the backgrounds of a detector. */
export const electronsOf = (of: Detector, material: Material, window: Window, exposure_t_yr: number): PlannedWindow => ({
  recoil: 'electron',
  material,
  window,
  exposure_t_yr,
  background: { of, exposure_t_yr },
})

/** The row of Table II of amaral-2020. */
export function configuration(id: Exclude<Detector, 'xlzd'>) {
  return darkMatterWindows.rows.find((row) => row.id === id)!
}

/** A window of nuclear recoils in the energy of electrons that look alike. */
export const electronsLike = (quenching: Quenching, [from, to]: Window): Window => [
  electronEquivalent(quenching, from),
  electronEquivalent(quenching, to),
]
