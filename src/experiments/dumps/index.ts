import type { DumpEntry } from '../../constraints/beam-dump.ts'
import { faser2 } from './faser2.ts'
import { seaquest } from './seaquest.ts'
import { ship } from './ship.ts'

/** Beam dumps from first principles, weakest first. */
export const DUMPS: readonly DumpEntry[] = [faser2, seaquest, ship]
