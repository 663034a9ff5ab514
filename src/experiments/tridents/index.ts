import type { Entry } from '../../constraints/constraint.ts'
import { ccfr1991 } from './ccfr-1991.ts'
import { charm2Trident } from './charm2-trident.ts'
import { duneTrident } from './dune-trident.ts'
import { nutevTrident } from './nutev-trident.ts'

/** Muon pairs made by neutrinos on nuclei. */
export const TRIDENTS: readonly Entry[] = [nutevTrident, charm2Trident, ccfr1991, duneTrident]
