import { darkMatterWindows } from '../../data/dark-matter-windows.ts'
import type { BackgroundRate, Source } from '../../detectors/backgrounds/index.ts'
import { integratedRate } from '../../detectors/backgrounds/index.ts'
import { electronEquivalent, type Material, nuclearTarget, type Quenching, sharp } from '../../detectors/index.ts'
import { maximumRecoil } from '../../processes/index.ts'
import type { Channel } from './solar-counts.ts'

export type Window = readonly [from_keV: number, to_keV: number]

/** End of the hep spectrum and a little [GeV]: no solar neutrino has more. */
const HIGHEST_GeV = 0.0188

/** The row of Table II of amaral-2020. */
export function configuration(id: 'supercdms-izip' | 'supercdms-hv' | 'lz' | 'darwin' | 'darkside') {
  return darkMatterWindows.rows.find((row) => row.id === id)!
}

/** Counts that are not neutrinos between two energies of a channel, and the numbers they rest on. */
export interface BackgroundCounts {
  readonly sources: readonly Source[]
  in(window: Window): number
}

/** A channel of a plan: one window of perfect resolution. */
export interface WindowChannel extends Channel {
  readonly window: Window
  readonly background?: BackgroundCounts
  /** Of its recoils, where they are not those that the detector is after. */
  readonly about?: string
}

/** What a background gives in an exposure. */
export const backgroundIn = (exposure_t_yr: number, rate: BackgroundRate): BackgroundCounts => ({
  sources: rate.sources,
  in: (window) => exposure_t_yr * integratedRate(rate, window),
})

/** Recoils of electrons in a window of perfect resolution, with an exposure that efficiencies are part of. */
export function electronWindow(material: Material, window: Window, exposure_t_yr: number, background?: BackgroundCounts): WindowChannel {
  const response = { edges: window, observable: sharp(), recoils_keV: window, exposure_t_yr }
  return { recoil: 'electron', material, response, window, background }
}

/** The same for nuclei, up to the greatest recoil that solar neutrinos give. */
export function nuclearWindow(material: Material, window: Window, exposure_t_yr: number, background?: BackgroundCounts): WindowChannel {
  const [from, to] = window
  const greatest = Math.max(...nuclearTarget(material).nuclei.map(({ mass_GeV }) => 1e6 * maximumRecoil(HIGHEST_GeV, mass_GeV)))
  const recoils_keV = [from, Math.min(to, greatest)] as const
  const response = { edges: window, observable: sharp(), recoils_keV, exposure_t_yr }
  return { recoil: 'nucleus', material, response, window, background }
}

/** A window of nuclear recoils in the energy of electrons that look alike. */
export const electronsLike = (quenching: Quenching, [from, to]: Window): Window => [
  electronEquivalent(quenching, from),
  electronEquivalent(quenching, to),
]
