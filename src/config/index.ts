import { type Assumptions, assume } from '../assumptions.ts'
import type { ModelDefinition } from '../models/index.ts'
import { assumptionsSchema, modelSchema } from './schema.ts'
import { parseYaml } from './yaml.ts'

export { isDumpYaml, parseDumpYaml } from './dumps/file.ts'
export { INPUT_SCHEMAS, inputJsonSchemas } from './inputs.ts'
export { type NamedText, parseLimitYaml } from './limits/file.ts'
export { OUTPUT_SCHEMAS, outputJsonSchemas } from './outputs.ts'
export { parseScanFile, parseScanYaml, type ScanInFile, type ScanLoader } from './scan/file.ts'

/**
 * A model definition from YAML text.
 *
 * @param name the file's name, for messages
 * @throws InputError in one line that begins with `file:line:column`
 * @example
 * parseModelYaml('charges: {L: [0, 1, -1]}', 'model.yaml') // { charges: { L: [0, 1, -1] } }
 */
export function parseModelYaml(text: string, name: string): ModelDefinition {
  return parseYaml(text, name, modelSchema)
}

/**
 * Assumptions from YAML text: `preset: amaral-2020` and any keys that differ from it.
 *
 * @param name the file's name, for messages
 * @throws InputError in one line that begins with `file:line:column`
 * @example
 * parseAssumptionsYaml('preset: amaral-2020\nkineticMixing: loop', 'my.yaml').oscillation // 'nufit-4.0'
 */
export function parseAssumptionsYaml(text: string, name: string): Assumptions {
  const { preset = 'default', ...keys } = parseYaml(text, name, assumptionsSchema)
  return assume(preset, Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, String(value)])))
}
