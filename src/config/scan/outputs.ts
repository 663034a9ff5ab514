import { z } from 'zod'

const folder = z.string().describe('of the scan, as it was given')
const hash = z.string().describe('SHA-256 of what the numbers depend on: spec, assumptions, version, tables')
const points = z.int()
const shardNumbers = z.array(z.int())

/** What `zest scan … --json` prints. */
export const SCAN_OUTPUTS = {
  'scan-plan': z.strictObject({
    folder,
    hash,
    new: z.boolean().describe('false where the same plan was there already'),
    points,
    shards: z.int(),
    chunk: z.int().describe('points that are stored at a time'),
    seconds_per_point: z.number().describe('of one core, measured'),
    bytes_per_point: z.number().describe('on disk while it runs'),
  }),
  'scan-run': z.strictObject({
    folder,
    computed: points.describe('by this run'),
    found: points.describe('that were there already'),
    of: points.describe('points of the shards that this run was asked for and could have'),
    complete: z.boolean(),
    interrupted: z.boolean(),
    busy: shardNumbers.describe('shards that another run is computing'),
  }),
  'scan-status': z.strictObject({
    folder,
    title: z.string(),
    hash,
    points,
    chunks: z.strictObject({ done: z.int(), of: z.int() }),
    shards: z.array(
      z
        .strictObject({ shard: z.int(), state: z.enum(['complete', 'running', 'incomplete']), done: z.int(), of: z.int() })
        .describe('in chunks'),
    ),
  }),
  'scan-merge': z.strictObject({ folder, file: z.string().describe('the Parquet file'), points, bytes: z.int(), hash }),
  'scan-submit': z.strictObject({
    folder,
    engine: z.enum(['slurm', 'htcondor']),
    shards: shardNumbers.describe('that are left to compute'),
    array: z.string().optional().describe('the number of the array job that was submitted'),
    merge: z.string().optional().describe('the number of the job that merges after it'),
    files: z.array(z.string()).optional().describe('that were written, where nothing was submitted'),
  }),
} as const satisfies Record<string, z.ZodType>
