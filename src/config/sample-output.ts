import { z } from 'zod'
import { mockOutput } from './mock-output.ts'
import { silentOutput } from './silent-output.ts'

/** The JSON of a sampled posterior; `shared` is what every result carries. */
export function sampleOutput<Model extends z.ZodType, Shared extends z.ZodRawShape>(shared: Shared & { readonly model: Model }) {
  const value = z.number()
  return z.strictObject({
    ...shared,
    mock: mockOutput(shared.model),
    constraints: z.array(z.strictObject({ id: z.string(), statement: z.string() })),
    silent: silentOutput,
    method: z.enum(['nested', 'ensemble']),
    seed: value,
    evaluations: value.describe('of the likelihood'),
    samples: value.describe('before weights: rows of a chain, those of weight zero among them'),
    parameters: z.array(
      z.strictObject({
        name: z.string(),
        unit: z.string().describe('empty for a pure number'),
        range: z.tuple([value, value]),
        scale: z.enum(['linear', 'log']).describe('in which the prior is even'),
        mean: value,
        standard_deviation: value,
        quantiles: z.record(z.string(), value).describe('by the share of the posterior below'),
        limit: z
          .strictObject({ above: value.nullable(), below: value.nullable() })
          .optional()
          .describe('of 95 %, where the range ends before the posterior does: null to the side where it does'),
        r_hat: value.optional().describe('rank-normalised split R̂ of the walkers: 1 where they agree'),
        ess_bulk: value.optional().describe('effective sample size'),
        ess_tail: value.optional(),
      }),
    ),
    evidence: z
      .strictObject({
        ln_z: value.describe('ln of the evidence, −2 ln L being that over a perfect description of the data'),
        error: value.describe('its standard deviation'),
        information: value.describe('what was learnt [nat]'),
        ln_bayes_factor: value.describe('ln of the evidence over the likelihood of the Standard Model: for the ranges given'),
        kinship: value.describe('correlation of ranks of new points and those they began at: zero where slices were enough'),
      })
      .optional()
      .describe('by nested sampling'),
    walkers: value.optional(),
    acceptance: value.optional().describe('share of the moves that were made'),
    converged: z.boolean().optional().describe('whether R̂ is below 1.01 and effective samples above 400 in every parameter'),
  })
}
