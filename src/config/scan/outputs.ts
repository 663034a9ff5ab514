import { z } from 'zod'

const folder = z.string().describe('of the scan, as it was given')
const hash = z.string().describe('SHA-256 of what the numbers depend on: spec, assumptions, version and build of Zest')
const points = z.int()
const result = z.string().describe('the Parquet file')
const best = z.record(z.string(), z.number()).describe('the point with the largest likelihood: its parameters (mass in GeV) and minus2LogL')
const figures = z.array(z.string()).describe('files written')
const reason = z.string().describe('one of its kind; the others differ in their numbers')
const refused = z
  .array(z.strictObject({ reason, points }))
  .describe('points where nothing could be computed, and why, the most frequent kind first')
const shardNumbers = z.array(z.int())

const remarks = z.array(z.string()).describe('what it is of and was computed under, as under the figure')
const leftOut = z.string().describe('how many points that have a likelihood have no value of a column asked for')

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
    refused: z
      .array(z.strictObject({ reason, share: z.number().describe('of the points that it was measured on') }))
      .describe('points where nothing can be computed, and why'),
  }),
  'scan-run': z.strictObject({
    folder,
    computed: points.describe('by this run'),
    found: points.describe('that were there already'),
    of: points.describe('points of the shards that this run was asked for and could have'),
    refused,
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
    refused: refused.describe('points of complete shards where nothing could be computed, and why'),
    shards: z.array(
      z
        .strictObject({ shard: z.int(), state: z.enum(['complete', 'running', 'incomplete']), done: z.int(), of: z.int() })
        .describe('in chunks'),
    ),
  }),
  'scan-merge': z.strictObject({
    folder,
    file: z.string().describe('the Parquet file'),
    points,
    bytes: z.int(),
    refused,
    silent: points.describe('points where the likelihood has nothing to say'),
    hash,
  }),
  'scan-plot': z.strictObject({
    scan: result,
    x: z.string().describe('column'),
    y: z.string().describe('column'),
    value: z.string().describe('column; minus2LogL for regions of the likelihood'),
    remarks,
    view: z.enum(['profile', 'marginal', 'values']),
    best: best.optional(),
    leftOut: leftOut.optional(),
    files: figures,
  }),
  'scan-corner': z.strictObject({
    scan: result.optional(),
    chain: z.string().optional().describe('the root of the chain, where it is of one'),
    remarks,
    view: z.enum(['profile', 'marginal']),
    parameters: z
      .array(
        z.strictObject({
          name: z.string(),
          middle: z.number(),
          low: z.number(),
          high: z.number(),
          isOpen: z
            .tuple([z.boolean(), z.boolean()])
            .describe('whether the range ends it below, above; of a posterior the other end then is a limit of 95 %'),
        }),
      )
      .describe('median and central 68 %; of a profile the best value, and where Δχ² is below 1'),
    best,
    leftOut: leftOut.optional(),
    files: figures,
  }),
  'scan-submit': z.strictObject({
    folder,
    engine: z.enum(['slurm', 'htcondor']),
    shards: shardNumbers.describe('that are left to compute'),
    array: z.string().optional().describe('the number of the array job that was submitted'),
    merge: z.string().optional().describe('the number of the job that merges after it'),
    files: z.array(z.string()).optional().describe('that were written, where nothing was submitted'),
  }),
} as const satisfies Record<string, z.ZodType>
