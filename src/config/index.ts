import { type Assumptions, assume } from '../assumptions.ts'
import type { ModelDefinition } from '../models/index.ts'
import { assumptionsSchema, modelSchema } from './schema.ts'
import { parseYaml } from './yaml.ts'

/** A model definition from YAML text. */
export function parseModelYaml(text: string, name: string): ModelDefinition {
  return parseYaml(text, name, modelSchema)
}

/** Assumptions from YAML text: `preset: amaral-2020` and any keys that differ from it. */
export function parseAssumptionsYaml(text: string, name: string): Assumptions {
  const { preset = 'default', ...keys } = parseYaml(text, name, assumptionsSchema)
  return assume(preset, Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, String(value)])))
}
