import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from '../../errors.ts'
import { openScan, type ScanTable } from '../table.ts'
import { shellWord } from './shell.ts'

/** What a merged scan is named in its folder. */
export const RESULT = 'result.parquet'

/**
 * Opens a merged scan: the folder of its plan, or the Parquet file itself, wherever it lies.
 *
 * @throws InputError (field `scan`) where there is none
 */
export async function openScanFile(path: string): Promise<{ path: string; table: ScanTable }> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new InputError(`there is no '${path}'; name the folder of a merged scan, or its ${RESULT}`, 'scan')
  const file = found.isDirectory() ? join(path, RESULT) : path
  if (!(await stat(file).catch(() => undefined))?.isFile()) {
    throw new InputError(`there is no ${RESULT} in '${path}'; zest scan merge ${shellWord(path)} writes it`, 'scan')
  }
  const { asyncBufferFromFile } = await import('hyparquet')
  return { path: file, table: await openScan(await asyncBufferFromFile(file)) }
}
