import type { Assumptions } from '../../assumptions.ts'
import { type SolarFlux, type SolarSource, solarFluxesB16 } from '../../data/solar-fluxes-b16.ts'

export { SOLAR_SOURCES, type SolarSource } from '../../data/solar-fluxes-b16.ts'

/**
 * Total flux of a solar source at the Earth, all flavours [cm⁻² s⁻¹], and its fractional 1σ, in the standard solar models B16
 * (Vinyoles et al. 2017, Table 6).
 *
 * @example
 * solarFlux('b16-gs98', '7Be').flux_cm2s // 4.93e9
 */
export function solarFlux(model: Assumptions['solarModel'], source: SolarSource): SolarFlux {
  return solarFluxesB16.rows.find((row) => row.model === model && row.source === source)!
}
