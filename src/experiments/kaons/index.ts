import type { Entry } from '../../constraints/constraint.ts'
import { e949Kaon3nu } from './e949-kaon-3nu.ts'
import { na62Kaon } from './na62-kaon.ts'
import { na62Kaon3nu } from './na62-kaon-3nu.ts'
import { na62KaonTenfold } from './na62-kaon-tenfold.ts'

/** Kaons that decay to a muon, a neutrino and the boson. */
export const KAONS: readonly Entry[] = [na62Kaon, e949Kaon3nu, na62Kaon3nu, na62KaonTenfold]
