import { join } from 'node:path'
import { InputError } from '../../errors.ts'
import type { ScanPlan } from '../plan.ts'
import { makeFolder, writeAll, writeWhole } from './files.ts'
import { scanStatus } from './status.ts'

/** What is handed to a cluster. */
export interface Batch {
  /** The folder of the scan, absolute. */
  readonly dir: string
  readonly plan: ScanPlan
  /** Shards that are not complete. */
  readonly shards: readonly number[]
  /** The program and the words before `scan`: `['/usr/bin/node', '…/cli/main.js']`. */
  readonly command: readonly string[]
  /** Cores for each shard. */
  readonly threads: number
  /** What the user adds for the engine. */
  readonly extra: readonly string[]
}

/**
 * What of a scan is left to compute.
 *
 * @throws InputError where a line break in a path or an option would end a line of a script
 */
export async function batchOf(batch: Omit<Batch, 'shards'>): Promise<Batch> {
  const broken = [batch.dir, ...batch.command, ...batch.extra].find((text) => /[\n\r]/.test(text))
  if (broken !== undefined) throw new InputError(`${JSON.stringify(broken)} has a line break in it`, 'submit')
  const status = await scanStatus(batch.dir, batch.plan)
  return { ...batch, shards: status.filter(({ state }) => state !== 'complete').map(({ shard }) => shard) }
}

/** Writes scripts into a folder of the scan; returns where they are. */
export async function writeScripts<Name extends string>(
  folder: string,
  scripts: Readonly<Record<Name, string>>,
): Promise<Record<Name, string>> {
  const paths = {} as Record<Name, string>
  await makeFolder(folder)
  for (const name of Object.keys(scripts) as Name[]) {
    paths[name] = join(folder, name)
    await writeWhole(paths[name], (file) => writeAll(file, Buffer.from(scripts[name])))
  }
  return paths
}
