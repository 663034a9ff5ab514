import type { Entry } from '../constraints/constraint.ts'
import { recast } from '../constraints/recast.ts'
import { recastScattering } from '../constraints/scattering-recast.ts'
import { bbnCmb } from './bbn-cmb.ts'
import { borexino2011 } from './borexino-2011.ts'
import { borexino2017 } from './borexino-2017.ts'
import { DARK_MATTER } from './dark-matter/index.ts'
import { DUMPS } from './dumps/index.ts'
import { bKaon } from './fcnc-b-kaon.ts'
import { kaonPion } from './fcnc-kaon-pion.ts'
import { foreseeDpSn1987a } from './foresee-dp-sn1987a.ts'
import { gMinus2Electron } from './g-2-electron.ts'
import { gMinus2Muon } from './g-2-muon.ts'
import { hubble } from './hubble.ts'
import { KAONS } from './kaons/index.ts'
import { LIMITS } from './limits/index.ts'
import { lma } from './lma.ts'
import { lmaDark } from './lma-dark.ts'
import { nEff } from './n-eff.ts'
import { NA64E, NA64MU } from './na64/index.ts'
import { perturbativity } from './perturbativity.ts'
import { PROJECTIONS } from './projections/index.ts'
import { SCATTERING } from './scattering/index.ts'
import { SPALLATION } from './spallation/index.ts'
import { TRIDENTS } from './tridents/index.ts'
import { whiteDwarf } from './white-dwarf.ts'

/** Rates of solar neutrinos, and what their oscillations allow. */
export const SOLAR: readonly Entry[] = [borexino2011, borexino2017, lma, lmaDark]

/** The catalogue, in the order tables and legends follow: first at the bottom of a plot. */
export const EXPERIMENTS: readonly Entry[] = [
  perturbativity,
  bbnCmb,
  nEff,
  foreseeDpSn1987a,
  ...LIMITS.map(recast),
  ...SCATTERING.map(recastScattering),
  whiteDwarf,
  ...KAONS,
  ...TRIDENTS,
  ...NA64MU,
  bKaon,
  kaonPion,
  ...SPALLATION,
  ...DARK_MATTER,
  ...SOLAR,
  hubble,
  gMinus2Electron,
  gMinus2Muon,
  ...PROJECTIONS.map(recast),
  ...DUMPS,
  ...NA64E,
]

/** Entries whose results come from the thermal history of the early universe. */
export const THERMAL_HISTORY: readonly Entry[] = [nEff, hubble]

/** Those that record events against energy, in bins: what their `spectra()` tell. */
export const WITH_SPECTRA: readonly Entry[] = [...SPALLATION, ...DARK_MATTER, ...NA64MU]

export { MISSING, refuseMissing } from './missing.ts'
export { TRIDENTS }
