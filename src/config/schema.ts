import { z } from 'zod'

const charge = z.union([z.number(), z.string()])
const charges = z.union([charge, z.tuple([charge, charge, charge])])

/** A model written out in YAML; see `ModelDefinition`. */
export const modelSchema = z.strictObject({
  id: z.string().optional(),
  title: z.string().optional(),
  tex: z.string().optional(),
  charges: z.union([
    z.string(),
    z.strictObject({
      Q: charges.optional(),
      u: charges.optional(),
      d: charges.optional(),
      L: charges.optional(),
      e: charges.optional(),
      nuR: charges.optional(),
    }),
  ]),
  kineticMixing: z.strictObject({ epsilon: z.number().optional(), epsilonOverG: z.number().optional() }).optional(),
  massMixing: z.number().optional(),
  hiddenScalar: z.strictObject({ charge: z.number(), massRatio: z.number() }).optional(),
})

/** Assumptions in YAML: an optional preset to start from, and keys. */
export const assumptionsSchema = z.looseObject({ preset: z.string().optional() })
