import { z } from 'zod'
import { dumpFileSchema } from './dumps/schema.ts'
import { limitFileSchema } from './limits/schema.ts'
import { scanFileSchema } from './scan/schema.ts'

/** What users write in YAML, by the name of its schema. */
export const INPUT_SCHEMAS = {
  'limit-file': limitFileSchema.meta({ title: 'a limit of your own, for --constraint my-limit.yaml' }),
  'dump-file': dumpFileSchema.meta({ title: 'a beam dump of your own, for --constraint my-dump.yaml' }),
  'scan-file': scanFileSchema.meta({ title: 'a scan, for zest scan plan my-scan.yaml' }),
} as const satisfies Record<string, z.ZodType>

/**
 * The JSON Schema (draft 2020-12) of each kind of file, for editors that help to write one. Zest itself checks more.
 *
 * @example
 * inputJsonSchemas()['limit-file'].type // 'object'
 */
export function inputJsonSchemas(): Record<keyof typeof INPUT_SCHEMAS, z.core.JSONSchema.BaseSchema> {
  return {
    'limit-file': z.toJSONSchema(INPUT_SCHEMAS['limit-file'], { io: 'input' }),
    'dump-file': z.toJSONSchema(INPUT_SCHEMAS['dump-file'], { io: 'input' }),
    'scan-file': z.toJSONSchema(INPUT_SCHEMAS['scan-file'], { io: 'input' }),
  }
}
