import { z } from 'zod'
import { QUANTITIES } from '../../scan/spec.ts'
import { assumptionsSchema } from '../schema.ts'

const value = z.union([z.number(), z.string()])
const ends = z.tuple([value, value], { error: 'write two ends: [1e-6, 0.1], or with units [1 MeV, 10 GeV] for masses' })
const whole = z.int({ error: 'allowed: a whole number' })

const many = whole.min(1, { error: 'allowed: 1 or more' })

const axis = z
  .strictObject({
    grid: ends.optional().describe('evenly spaced, both ends included; with points'),
    logGrid: ends.optional().describe('evenly spaced in the logarithm, both ends included; with points'),
    uniform: ends.optional().describe('drawn by samples, evenly'),
    logUniform: ends.optional().describe('drawn by samples, evenly in the logarithm'),
    points: whole.min(2, { error: 'allowed: 2 or more' }).optional(),
  })
  .describe('one of grid, logGrid, uniform and logUniform')

const words = (about: string) => z.union([z.string(), z.array(z.string())]).describe(about)

/** A scan as users write it. */
export const scanFileSchema = z
  .strictObject({
    title: z.string().min(1, { error: 'write some text' }).optional().describe('the model where not given'),
    model: z
      .union([z.string(), z.record(z.string(), z.unknown())])
      .describe('preset id, charge expression, YAML file or definition, with {name} where a parameter stands'),
    parameters: z
      .record(z.string(), z.union([value, z.array(value).min(1, { error: 'write one value or more' }), axis]))
      .describe('mass (with units), coupling, and what the model names; the first runs slowest'),
    samples: z
      .strictObject({
        sobol: many.optional().describe('points of a Sobol sequence'),
        random: many.optional().describe('random points'),
        seed: whole.min(0, { error: 'allowed: zero or above' }).optional().describe('of random points'),
      })
      .optional()
      .describe('how many samples of uniform and logUniform parameters, together'),
    compute: z
      .strictObject({
        constraints: words(
          'strength and status of these at every point: ids, YAML files of your own, all for every one that Zest has',
        ).optional(),
        limits: words('the couplings that these exclude or prefer, at every mass and model').optional(),
        likelihood: words('−2 ln L of these together, nuisances profiled, and Δχ² against no boson').optional(),
        approximate: words('limits that enter the likelihood by the approximation that zest fit declares').optional(),
        quantities: z.array(z.enum(QUANTITIES)).optional(),
      })
      .describe('what is computed at every point'),
    assumptions: assumptionsSchema.optional().describe('a preset to start from, if any, and keys'),
  })
  .describe('a scan, for zest scan plan; see docs/scans.md')

export type ScanFile = z.infer<typeof scanFileSchema>
