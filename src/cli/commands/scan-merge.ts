import { stat } from 'node:fs/promises'
import { mergeScan, readPlan } from '../../scan/node/index.ts'
import { print, printJson } from '../options.ts'
import { bytesText, countText } from '../scan-text.ts'

/** `zest scan merge`. */
export async function merge(folder: string, { json }: { json?: boolean }): Promise<void> {
  const { plan } = await readPlan(folder)
  const file = await mergeScan(folder, plan)
  const { size } = await stat(file)
  if (json) printJson({ folder, file, points: plan.points, bytes: size, hash: plan.hash })
  else print(`wrote ${file}: ${countText(plan.points, 'point')}, ${bytesText(size)}`)
}
