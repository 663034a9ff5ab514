import type { RecastEntry } from '../../constraints/recast.ts'
import { na64e_1e13, na64e_5e12 } from './electrons.ts'
import type { MuonSearchEntry } from './missing-muon-energy.ts'
import { na64mu_1e11, na64mu_1e12, na64mu_2024 } from './muons.ts'

/** NA64 with muons: the first data with an assumed efficiency, and what is planned. */
export const NA64MU: readonly MuonSearchEntry[] = [na64mu_2024, na64mu_1e11, na64mu_1e12]

/** NA64 with more electrons. */
export const NA64E: readonly RecastEntry[] = [na64e_5e12, na64e_1e13]

export { ELECTRONS_2019, scaledToElectrons } from './electrons.ts'
export {
  beamOf,
  expectedEvents,
  luminosity,
  type MuonRun,
  type MuonSearch,
  type MuonSearchEntry,
  missingMuonEnergy,
  muonCounts,
  muonSpectrum,
  outgoingMuons,
  runText,
} from './missing-muon-energy.ts'
export { NA64MU_1E11, NA64MU_1E12, NA64MU_2024 } from './muons.ts'
