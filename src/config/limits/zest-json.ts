import { z } from 'zod'
import { parseLocated } from '../yaml.ts'
import { lineError, type RawRow, type RawTable } from './rows.ts'

const edge = z.number().nullable()

/** What is needed of `zest limits --json`. */
const limitsSchema = z.looseObject({
  curves: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.enum(['exclusion', 'preferred', 'projection']).optional(),
      points: z.array(
        z.strictObject({
          mass_GeV: z.number(),
          excluded: z.array(z.tuple([edge, edge])).optional(),
          preferred: z.array(z.tuple([edge, edge])).optional(),
          silent: z.string().optional(),
        }),
      ),
    }),
  ),
})

/**
 * The JSON of `zest limits`, with one curve in it. Masses that say why they are silent, or have no interval, are gaps.
 *
 * @param name the file's name, for messages
 * @throws InputError that begins with `file:line`
 */
export function readZestJson(text: string, name: string, massUnit: string): RawTable {
  const { value, line, refusal } = parseLocated(text, name, limitsSchema)
  if (value.curves.length !== 1) throw refusal(['curves'], `one curve is expected, not ${value.curves.length}`)
  if (massUnit.trim() !== 'GeV') {
    const at = line(['curves', 0, 'points', 0, 'mass_GeV'])
    throw lineError(name, at, `the table has masses in GeV (mass_GeV), but its header file says ${massUnit}`)
  }
  const { kind, points } = value.curves[0]
  if (kind === 'preferred') throw refusal(['curves', 0, 'kind'], 'a preferred band is no limit')
  const rows = points.map(({ mass_GeV, excluded, preferred, silent }, i): RawRow => {
    const at = ['curves', 0, 'points', i]
    if (preferred !== undefined) throw refusal(at, 'a preferred band is no limit')
    if (excluded !== undefined && excluded.length > 1)
      throw refusal(at, `two separate intervals at ${mass_GeV} GeV; draw them as shape: contour`)
    const [lower, upper] = excluded?.[0] ?? [null, null]
    const reason = excluded?.length === 0 ? 'no interval' : (silent ?? '')
    return { line: line(at), cells: { mass: `${mass_GeV}`, lower: `${lower ?? ''}`, upper: `${upper ?? ''}`, silent: reason } }
  })
  return { name, kind, rows }
}
