import { z } from 'zod'
import { GRID_PRIORS } from '../inference/index.ts'
import { mockOutput } from './mock-output.ts'
import { silentOutput } from './silent-output.ts'

/** The parts of a fit's JSON that are its own; `constraint` is what every curve says of itself, `shared` what every result carries. */
export function fitOutput(shared: z.ZodRawShape & { readonly model: z.ZodType }, constraint: z.ZodRawShape) {
  const { model } = shared
  const end = z.number().nullable()
  const stretches = z.array(z.tuple([end, end]))
  const delta_chi2 = z.number().describe('Δχ² of the edge, from the best point or the Standard Model, whichever is better')
  const columns = z
    .array(z.strictObject({ mass_GeV: z.number(), allowed: stretches }))
    .describe('couplings within the level at each mass; null where a stretch reaches the end of the range')
  const ends = z.array(z.tuple([z.number(), z.number()]))
  const orNothing = z.number().nullable()
  return z.strictObject({
    ...shared,
    mock: mockOutput(model),
    constraints: z.array(
      z.strictObject({
        ...constraint,
        approximation: z.string().optional().describe('what stands in for a likelihood that was not published'),
      }),
    ),
    silent: silentOutput,
    data: z.number().describe('how many numbers were measured, by constraints that have something to say'),
    parameters: z.array(z.strictObject({ name: z.string(), range: z.tuple([z.number(), z.number()]), scale: z.enum(['log', 'linear']) })),
    nuisances: z.array(
      z.strictObject({
        id: z.string(),
        central: z.number(),
        sigma: z.number().nullable().describe('null where nothing but the data constrains it'),
        best: z.number().describe('at the best point'),
      }),
    ),
    best: z
      .strictObject({
        mass_GeV: z.number(),
        coupling: z.number(),
        others: z.record(z.string(), z.number()),
        minus2LogL: z.number().describe('over that of a perfect description, with the constraints of the nuisances'),
      })
      .describe('the best point of the ranges; not a discovery where delta_chi2 is zero'),
    standard_model: z
      .strictObject({
        minus2LogL: orNothing,
        delta_chi2: orNothing.describe('by how much the boson describes the data better'),
        p_local: z
          .number()
          .describe(
            'of the coupling at the mass found: half of χ² of one degree of freedom, since g² is not below zero; all of it where two_sided',
          ),
        two_sided: z.boolean().describe('whether interference lets the boson move data to both sides: then p_local is an upper end'),
        p_global: z.number().describe('χ² of as many degrees as there are parameters; where one looked is not accounted for'),
        significance: orNothing.describe('p_local in standard deviations, one-sided, or two-sided where two_sided'),
      })
      .describe('null where the data exclude the Standard Model outright: events where none are expected'),
    goodness_of_fit: z.strictObject({ degrees: z.number(), p: z.number() }),
    table_error: z.number().describe('of tabulated counts, relative; 0 where all were computed'),
    untabulated: z.array(z.string()).describe('constraints computed at every point where others are tabulated'),
    intervals: z
      .array(z.strictObject({ parameter: z.string(), confidence: z.number(), delta_chi2, intervals: stretches }))
      .describe('profile likelihood, one parameter; null where the range ends first'),
    regions: z.array(z.strictObject({ confidence: z.number(), delta_chi2, columns })).describe('profile likelihood, mass and coupling'),
    posterior: z
      .strictObject({
        prior: z.enum(GRID_PRIORS).describe('every decade of mass and coupling alike, or every value'),
        log_evidence: z.number().describe('ln of ∫ L/L(best) × prior'),
        regions: z.array(z.strictObject({ share: z.number(), delta_chi2: z.number(), columns, mass_GeV: ends, coupling: ends })),
      })
      .optional(),
    files: z.array(z.string()),
  })
}
