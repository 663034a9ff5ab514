import { z } from 'zod'
import { CHANNELS } from '../../decays/index.ts'
import { InputError, unknownWord } from '../../errors.ts'
import { resolveModel } from '../../models/index.ts'
import { MECHANISMS } from '../../processes/index.ts'
import { parsePositive, type QuantityKind } from '../../units.ts'
import { refuse } from '../refuse.ts'
import { ROLES, wrongRoles } from './rows.ts'
import { couplingConversion, massConversion } from './units.ts'

/** Formats of a data file; `columns` stands for any text whose columns are parted by blanks. */
export const FORMATS = ['lmt', 'columns', 'csv', 'hepdata', 'json'] as const

const GROUPS = [
  'scattering',
  'precision',
  'cosmology',
  'astrophysics',
  'meson decays',
  'colliders',
  'fixed target',
  'beam dumps',
  'flavour',
  'theory',
] as const

/** A text that the library can read. */
export const readable = (read: (text: string) => unknown, error?: z.core.$ZodErrorMap) =>
  z.string({ error }).superRefine((text, context) => refuse(context, () => read(text)))

/** One of a few words; a wrong one is told the nearest. */
export function word<const T extends string>(what: string, allowed: readonly T[]): z.ZodType<T, T> {
  const check = (text: string): void => {
    if (!(allowed as readonly string[]).includes(text)) throw unknownWord(what, text, allowed)
  }
  const schema = readable(check).meta({ enum: [...allowed] })
  return schema as unknown as z.ZodType<T, T>
}

export const withoutUnit: z.core.$ZodErrorMap = ({ input }) =>
  typeof input === 'number' ? `${input} has no unit; write one behind it, such as 15 MeV, 10 m or 1 ps` : undefined

export const quantity = (kind: QuantityKind, field: string) => readable((text) => parsePositive(text, kind, field), withoutUnit)

/** Some words, on however many lines they were written. */
const words = readable((text) => {
  if (text.trim() === '') throw new InputError('empty; write some words')
})

/** Text with TeX between dollars. */
const label = readable((text) => {
  if (text.trim() === '') throw new InputError('empty; write some words')
  if (text.split('$').length % 2 === 0) throw new InputError('a $ has no partner; TeX stands between two')
})

const share = z.number().min(0).max(1)
const shares = z
  .strictObject(Object.fromEntries(MECHANISMS.map((mechanism) => [mechanism, share.optional()])))
  .superRefine((record, context) =>
    refuse(context, () => {
      const sum = Object.values(record).reduce<number>((total, one) => total + (one ?? 0), 0)
      if (!(Math.abs(sum - 1) < 2e-3))
        throw new InputError(`the shares of the mechanisms add up to ${Number(sum.toPrecision(4))}, not to 1`)
    }),
  )

const production = z.union([
  word('mechanism', MECHANISMS),
  shares,
  z.array(z.strictObject({ below: quantity('energy', 'below').optional(), shares })).superRefine((steps, context) =>
    refuse(context, () => {
      const edges = steps.map(({ below }) => (below === undefined ? Number.POSITIVE_INFINITY : parsePositive(below, 'energy', 'below')))
      if (steps.length === 0) throw new InputError('no shares at all')
      const wrong = edges.findIndex((edge, i) => i > 0 && !(edge > edges[i - 1]))
      if (wrong > 0) throw new InputError('must lie above the one before; only the last may be left out', `[${wrong + 1}].below`)
    }),
  ),
])

const CHANNEL_WORDS = [...CHANNELS, 'pion-pair'] as const
const finalState = z.union([
  word('final state', ['invisible', 'everything', ...CHANNEL_WORDS]),
  z.array(word('decay channel', CHANNEL_WORDS)).min(1, { error: 'no decay channel in it' }),
])

const lifetime = z.union([
  quantity('time', 'prompt'),
  z.strictObject({ length: quantity('length', 'length'), momentum: quantity('energy', 'momentum') }),
])
const window = z.union([
  word('window', ['any']),
  z
    .strictObject({
      prompt: lifetime.optional(),
      displaced: z
        .strictObject({
          shield: quantity('length', 'shield'),
          volume: readable((text) => text === 'open' || parsePositive(text, 'length', 'volume'), withoutUnit),
        })
        .optional(),
    })
    .superRefine(({ prompt, displaced }, context) => {
      if ((prompt === undefined) === (displaced === undefined)) context.addIssue({ code: 'custom', message: 'write prompt or displaced' })
    }),
])

const place = z.union([z.string(), z.number().int().positive({ error: 'columns are numbered from 1' })])
const columns = z.union([
  z.array(word('column', [...ROLES, '_'])),
  z.strictObject(
    Object.fromEntries(ROLES.map((role) => [role, place.optional()])) as Record<(typeof ROLES)[number], z.ZodOptional<typeof place>>,
  ),
])

const checkRoles: z.core.CheckFn<z.infer<typeof columns>> = ({ value, issues }) => {
  // A record without a mass takes the only independent variable of a HEPData table for it.
  const wrong = wrongRoles(Array.isArray(value) ? value : ['mass', ...Object.keys(value).filter((role) => role !== 'mass')])
  if (wrong !== undefined) issues.push({ code: 'custom', message: `columns: ${wrong}`, input: value })
}

const data = z
  .strictObject(
    {
      file: words.optional().describe('the data, beside this file; or rows'),
      rows: z.array(z.array(z.number())).optional().describe('the data themselves'),
      format: word('format', FORMATS).optional().describe('what the name of the file says where not given'),
      columns: columns
        .check(checkRoles)
        .optional()
        .describe('which column is what: in order (_ for one to pass over), or a name or number for each'),
      units: z
        .strictObject(
          {
            mass: readable(massConversion).describe('eV, keV, MeV, GeV, TeV, or log10(…) of one'),
            coupling: readable(couplingConversion).describe('epsilon, epsilon^2, alpha-ratio; g, g^2; or log10(…) of one'),
          },
          { error: missing('units: {mass: GeV, coupling: epsilon}') },
        )
        .describe('mandatory'),
      shape: word('shape', ['curve', 'contour']).optional().describe('curve where not given; a contour is closed'),
      gaps: z
        .array(z.tuple([quantity('energy', 'gaps'), quantity('energy', 'gaps')], { error: 'a gap has two ends: [3.0 GeV, 3.1 GeV]' }))
        .optional()
        .describe('masses the search left out'),
    },
    { error: missing('data: {file: mine.lmt, units: {mass: GeV, coupling: epsilon}}') },
  )
  .superRefine(({ file, rows, gaps = [], shape }, context) =>
    refuse(context, () => {
      if ((file === undefined) === (rows === undefined)) throw new InputError('write file or rows', 'data')
      if (gaps.length > 0 && shape === 'contour') throw new InputError('a contour has none', 'gaps')
      for (const [i, gap] of gaps.entries()) {
        const [from, to] = gap.map((end) => parsePositive(end, 'energy', 'gaps'))
        if (!(from < to)) throw new InputError('write the lighter end first', `gaps[${i + 1}]`)
      }
    }),
  )

/** What to write where a record is missing. */
export function missing(example: string) {
  return ({ code, input }: { code: string; input?: unknown }) =>
    code === 'invalid_type' && input === undefined ? `missing; write ${example}` : undefined
}

/** A limit of the user's own: what was measured, and where its numbers are. */
export const limitFileSchema = z
  .strictObject({
    id: readable((id) => {
      const isId = /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id) && !/\.ya?ml$/i.test(id) && id !== 'all'
      if (!isId) throw new InputError(`'${id}' is no id; allowed: letters, digits, points, - and _`, 'id')
    }).describe('short and lasting, such as my-dump-2026'),
    title: label,
    experiment: label.optional().describe('as the legend names it; the title where not given'),
    group: word('group', GROUPS).optional(),
    kind: word('kind', ['exclusion', 'projection'])
      .optional()
      .describe('where not given what the JSON of zest limits says, else exclusion'),
    confidence: z
      .number()
      .gt(0, { error: 'allowed: above 0 and below 1, such as 0.9' })
      .lt(1, { error: 'allowed: above 0 and below 1, such as 0.9' })
      .nullable()
      .describe('such as 0.9; null where none is stated'),
    source: words.describe('where it was published, in words; printed with every result'),
    notes: words.optional(),
    unverified: words.optional().describe('what of it is not confirmed'),
    model: readable(resolveModel).describe('what the curve was published for: a preset id or a charge expression'),
    decaysUnseen: z.boolean().optional().describe('with finalState: invisible, whether that model was taken to decay invisibly always'),
    production: production.describe('how the boson is made: one mechanism, shares that add up to 1, or shares by mass'),
    finalState: finalState.describe('what the search looks for'),
    window: window.optional().describe('which lifetimes the search sees: any where not given'),
    data,
  })
  .describe('a published limit, to be recast to any model; see docs/limit-files.md')

export type LimitFile = z.infer<typeof limitFileSchema>
