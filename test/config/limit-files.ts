import { assume } from '../../src/assumptions.ts'
import { parseLimitYaml } from '../../src/config/index.ts'
import { type PublishedLimit, recast } from '../../src/constraints/index.ts'
import { InputError } from '../../src/errors.ts'
import type { ModelSpec } from '../../src/models/index.ts'
import { type LimitCurve, Session } from '../../src/session.ts'

const HEADER = {
  id: 'mine',
  title: 'Mine',
  source: 'nowhere',
  confidence: '0.9',
  model: 'dark-photon',
  production: 'electron-bremsstrahlung',
  finalState: 'ee',
  window: 'any',
} as const

/** A header with some fields changed, added, or (undefined) left out; `data` begins with the file, and GeV and epsilon where no units are given. */
export function header(fields: Readonly<Record<string, string | undefined>> = {}): string {
  return Object.entries({ ...HEADER, data: dataOf('d.lmt'), ...fields })
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
    .join('\n')
}

/** The `data` of a header. */
export const dataOf = (file: string, more = ''): string =>
  `{file: ${file}, units: {mass: GeV, coupling: epsilon}${more === '' ? '' : `, ${more}`}}`

/** A window that has an upper edge. */
export const DISPLACED = '{displaced: {shield: 10 m, volume: 5 m}}'

/** Reads a header whose data file holds a text, whatever its name. */
export const read = (yaml: string, text = ''): Promise<PublishedLimit> => parseLimitYaml(yaml, 'my.yaml', (name) => ({ name, text }))

/** The one line that a header or its data are refused with. */
export async function refusal(yaml: string, text = ''): Promise<string> {
  try {
    await read(yaml, text)
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  throw new Error('accepted')
}

/** What a limit says of a model at some masses. */
export async function curveOf(limit: PublishedLimit, model: ModelSpec, masses: readonly number[]): Promise<LimitCurve> {
  const [curve] = await new Session(assume(), [recast(limit)]).limits(model, [limit.id], masses)
  return curve
}
