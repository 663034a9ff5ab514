import { z } from 'zod'
import { ASSUMPTION_KEYS, assumptionPreset, parseAssumption } from '../assumptions.ts'
import { defineModel } from '../models/index.ts'
import { refuse } from './refuse.ts'

const charge = z.union([z.number(), z.string()])
const threeCharges = z.tuple([charge, charge, charge], {
  error: ({ input }) => (Array.isArray(input) ? 'write one charge, or three (one a family)' : undefined),
})
const charges = z.union([z.number(), z.string(), threeCharges])

/** A model written out in YAML; see `ModelDefinition`. */
export const modelSchema = z
  .strictObject({
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
    hiddenScalar: z.strictObject({ charge: z.number(), massRatio: z.number(), decaysTo: z.literal('ee').optional() }).optional(),
  })
  .superRefine((definition, context) => refuse(context, () => defineModel(definition)))

/** Assumptions in YAML: an optional preset to start from, and keys. */
export const assumptionsSchema = z.strictObject({
  preset: z
    .string()
    .superRefine((name, context) => refuse(context, () => assumptionPreset(name)))
    .optional(),
  ...Object.fromEntries(Object.keys(ASSUMPTION_KEYS).map((key) => [key, assumption(key).optional()])),
})

function assumption(key: string) {
  return z
    .union([z.string(), z.number()])
    .transform(String)
    .superRefine((value, context) => refuse(context, () => parseAssumption(key, value)))
}
