import type { Entry } from '../../constraints/constraint.ts'
import { cenns10Of2020 } from './cenns10-2020.ts'
import { coherentCsi2017 } from './coherent-csi-2017.ts'
import { coherentCsi2021 } from './coherent-csi-2021.ts'
import { SPALLATION_PROJECTIONS } from './projections.ts'

/** Coherent scattering of the neutrinos of stopped pions: measured, then planned. */
export const SPALLATION: readonly Entry[] = [coherentCsi2017, cenns10Of2020, coherentCsi2021, ...SPALLATION_PROJECTIONS]
