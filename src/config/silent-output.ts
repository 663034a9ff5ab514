import { z } from 'zod'

/** Constraints with nothing to say about a boson, in JSON. */
export const silentOutput = z
  .array(
    z.strictObject({
      id: z.string(),
      reasons: z.array(z.string()),
      masses_GeV: z.array(z.tuple([z.number(), z.number()])).describe('stretches, as closely as they were looked at'),
      left_out: z.boolean().describe('silent at every mass, and so not among the data'),
    }),
  )
  .describe('constraints that know nothing of the boson at some masses')
