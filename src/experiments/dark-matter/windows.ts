import { type Material, nuclearTarget, sharp } from '../../detectors/index.ts'
import { maximumRecoil } from '../../processes/index.ts'
import type { Window } from './plan.ts'
import type { Channel } from './solar-counts.ts'

/** End of the hep spectrum and a little [GeV]: no solar neutrino has more. */
const HIGHEST_GeV = 0.0188

/** A channel of one window of perfect resolution. */
export interface WindowChannel extends Channel {
  readonly window: Window
}

/** Recoils of electrons in a window of perfect resolution, with an exposure that efficiencies are part of. */
export function electronWindow(material: Material, window: Window, exposure_t_yr: number): WindowChannel {
  const response = { edges: window, observable: sharp(), recoils_keV: window, exposure_t_yr }
  return { recoil: 'electron', material, response, window }
}

/** The same for nuclei, up to the greatest recoil that solar neutrinos give. */
export function nuclearWindow(material: Material, window: Window, exposure_t_yr: number): WindowChannel {
  const [from, to] = window
  const greatest = Math.max(...nuclearTarget(material).nuclei.map(({ mass_GeV }) => 1e6 * maximumRecoil(HIGHEST_GeV, mass_GeV)))
  const recoils_keV = [from, Math.min(to, greatest)] as const
  const response = { edges: window, observable: sharp(), recoils_keV, exposure_t_yr }
  return { recoil: 'nucleus', material, response, window }
}
