import { z } from 'zod'

/** The boson that mock data are of; `model` is what every result says of one. */
export const mockOutput = <Model extends z.ZodType>(model: Model) =>
  z
    .strictObject({
      model,
      mass_GeV: z.number(),
      coupling: z.number(),
      data: z.enum(['asimov', 'drawn']).describe('the expectation itself, or fluctuated'),
      seed: z.number().optional(),
    })
    .optional()
    .describe('the boson whose data stand in place of what was measured')
