import { stat } from 'node:fs/promises'
import { silenceText, sumOfRefusals } from '../../scan/index.ts'
import { mergeScan, readPlan, scanStatus } from '../../scan/node/index.ts'
import { print, printJson } from '../options.ts'
import { bytesText, countText, refusedText } from '../scan-text.ts'

/** `zest scan merge`. */
export async function merge(folder: string, { json }: { json?: boolean }): Promise<void> {
  const { plan } = await readPlan(folder)
  let silent = 0
  const file = await mergeScan(folder, plan, { onProgress: (_, found) => (silent = found) })
  const { size } = await stat(file)
  const refused = sumOfRefusals((await scanStatus(folder, plan)).map(({ refused = [] }) => refused))
  if (json) printJson({ folder, file, points: plan.points, bytes: size, refused, silent, hash: plan.hash })
  else {
    const points = countText(plan.points, 'point')
    const silence = silenceText(silent, plan.points)
    print(`wrote ${file}: ${points}, ${bytesText(size)}\n${refusedText(refused, points)}${silence === undefined ? '' : `${silence}\n`}`)
  }
}
