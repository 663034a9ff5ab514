import type { Entry } from '../../constraints/constraint.ts'
import { darksideEr, darksideNrEr } from './darkside.ts'
import { darwin1keV, darwin5keV, darwin10To30, darwinEr, darwinNr, darwinNrEr, darwinTwice } from './darwin.ts'
import { lzEr, lzNr, lzNrEr } from './lz.ts'
import { lzEr2022, lzEr2024 } from './lz-er-measured.ts'
import { supercdmsHv, supercdmsIzipEr, supercdmsIzipNr } from './supercdms.ts'
import { xenon1t2020 } from './xenon1t-2020.ts'
import { xenonnt8B2024 } from './xenonnt-8b-2024.ts'
import { xenonntEr2022 } from './xenonnt-er-2022.ts'
import { xlzd } from './xlzd.ts'

/** Detectors of dark matter that see solar neutrinos: what was measured, then what is planned. */
export const DARK_MATTER: readonly Entry[] = [
  xenon1t2020,
  xenonntEr2022,
  lzEr2022,
  lzEr2024,
  xenonnt8B2024,
  supercdmsIzipEr,
  supercdmsIzipNr,
  supercdmsHv,
  lzEr,
  lzNr,
  lzNrEr,
  darwinEr,
  darwinNr,
  darwinNrEr,
  darwin10To30,
  darwin1keV,
  darwin5keV,
  darwinTwice,
  darksideEr,
  darksideNrEr,
  xlzd,
]
