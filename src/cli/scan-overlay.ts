import { InputError } from '../errors.ts'
import type { ScanOverlay } from '../figures/overlaid.ts'
import { scanOverlay, scanRemarks, whyNotOver } from '../figures/scan.ts'
import type { PlaneName } from '../regions/index.ts'
import { scanSamples } from '../scan/index.ts'
import { openScanFile } from '../scan/node/index.ts'

const AXES = ['mass', 'coupling'] as const
/** Of regions: 1σ, 90 %, 2σ. */
const LEVELS = [0.6827, 0.9, 0.9545]

/** What `--scan` lays over a plane. */
export async function chosenOverlay(path: string | undefined, plane: PlaneName): Promise<ScanOverlay | undefined> {
  if (path === undefined) return undefined
  if (plane !== 'mass,coupling') throw new InputError(`lies over mass and coupling; it does not go with --plane ${plane}`, 'scan')
  const { table } = await openScanFile(path)
  const why = whyNotOver(table, AXES)
  if (why !== undefined) throw new InputError(why, 'scan')
  return scanOverlay(await scanSamples(table), AXES, { title: table.spec.title, remarks: scanRemarks(table), levels: LEVELS })
}
