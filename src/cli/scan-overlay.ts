import { InputError } from '../errors.ts'
import type { ScanOverlay } from '../figures/overlaid.ts'
import { scanOverlay, scanRemarks, whyNotOver } from '../figures/scan.ts'
import { bestPoint } from '../inference/index.ts'
import type { PlaneName } from '../regions/index.ts'
import { compared, scanSamples, scanUnder, type Under } from '../scan/index.ts'
import { openScanFile } from '../scan/node/index.ts'

const AXES = ['mass', 'coupling'] as const
/** Of regions: 1σ, 90 %, 2σ. */
const LEVELS = [0.6827, 0.9, 0.9545]

/** What `--scan` lays over a plane, and what has to be said of it first: that it is of another model, or computed otherwise. */
export interface ChosenOverlay {
  readonly overlay: ScanOverlay
  readonly warning?: string
}

/** What is laid over limits. */
export async function chosenOverlay(path: string | undefined, plane: PlaneName, limits: Under): Promise<ChosenOverlay | undefined> {
  if (path === undefined) return undefined
  if (plane !== 'mass,coupling') throw new InputError(`lies over mass and coupling; it does not go with --plane ${plane}`, 'scan')
  const { table } = await openScanFile(path)
  const why = whyNotOver(table, AXES)
  if (why !== undefined) throw new InputError(why, 'scan')
  const { spec } = table
  const samples = await scanSamples(table)
  const { point } = bestPoint(samples)
  const of = scanUnder(spec, new Map(samples.parameters.map(({ name }, k) => [name, point[k]])))
  const { ofModel, isUnderSame, models, assumptions } = compared(of, limits)
  const said = [models, assumptions].filter((sentence) => sentence !== undefined).join(' ')
  return {
    overlay: scanOverlay(samples, AXES, { title: spec.title, remarks: scanRemarks(table), levels: LEVELS, of }),
    ...((ofModel === 'other' || !isUnderSame) && { warning: `${path}: ${said}` }),
  }
}
