import { z } from 'zod'
import { ASSUMPTION_KEYS } from '../assumptions.ts'
import { SUBJECTS } from '../constraints/index.ts'
import { FERMIONS } from '../models/index.ts'
import { SOLAR_SOURCES } from '../neutrinos/index.ts'
import { PLANES } from '../regions/index.ts'
import { fitOutput } from './fit-output.ts'
import { sampleOutput } from './sample-output.ts'
import { SCAN_OUTPUTS } from './scan/outputs.ts'

const texts = z.array(z.string())
const citations = texts.describe('citation keys; `zest cite <key>` prints them')
const model = z.strictObject({ id: z.string(), title: z.string() })
const kind = z.enum(['exclusion', 'preferred', 'projection'])
const confidence = z.number().nullable().describe('0.9, 0.9545, …; null where the bound is a convention without a confidence level')
const statement = z.string().describe('what was compared with what, in one line')
const unverified = z.string().optional().describe('facts not confirmed at the source')
const files = texts.describe('files written')

const assumptions = z
  .strictObject(
    Object.fromEntries(
      Object.entries(ASSUMPTION_KEYS).map(([key, { values, form, about }]) => [
        key,
        (form === undefined ? z.enum(values) : z.string()).describe(about),
      ]),
    ),
  )
  .describe('the assumptions that the result was computed under; `--set key=value` changes one')

const coupling = z
  .strictObject({ vector: z.number(), axial: z.number() })
  .describe('L = −Z′_μ f̄ γ^μ (vector + axial γ₅) f; for neutrinos `vector` is the coupling of the left-handed current')

const CHANNELS = ['ee', 'mumu', 'tautau', 'neutrinos', 'hadrons', 'hidden'] as const

const verdict = {
  id: z.string(),
  title: z.string(),
  kind,
  confidence,
  statement,
  citations,
  source: z.string().optional().describe('where there are no citation keys: the source in words'),
  unverified,
}

const point = z.strictObject({
  model,
  mass_GeV: z.number(),
  coupling: z.number(),
  assumptions,
  couplings: z.record(z.enum(FERMIONS), coupling).describe('on shell, q² = m²: c_f = g Q′_f − ε e Q_f'),
  kinetic_mixing: z.number().describe('sign(Re ε)·|ε| on shell'),
  widths_GeV: z.strictObject({ ...numbers(CHANNELS), total: z.number() }),
  branching: z.strictObject(numbers(CHANNELS)),
  lifetime_s: z.number().nullable().describe('null where the boson is stable'),
  decay_length_m: z.number().nullable().describe('cτ; null where the boson is stable'),
  g_minus_2: z.strictObject({ electron: z.number(), muon: z.number() }).describe('the boson’s contribution to a = (g − 2)/2'),
  warnings: texts,
  constraints: z.array(
    z.union([
      z.strictObject({
        ...verdict,
        strength: z
          .number()
          .describe(
            '1 on the contour; above it excluded or detected; for `preferred`, at most 1 inside the band: the signal over the signal at the limit, for fits to counts and rates Δχ² over its threshold',
          ),
        status: z.enum(['excluded', 'allowed', 'preferred', 'disfavoured', 'detected', 'beyond-reach']),
        quantity: z
          .strictObject({
            name: z.string(),
            value: z.number(),
            unit: z.string().optional(),
            under: z.string().optional().describe('the assumption that it was computed under, where another would move it'),
          })
          .optional()
          .describe('what is compared, where it is of interest as a number'),
      }),
      z.strictObject({ ...verdict, status: z.literal('silent'), reason: z.string() }),
    ]),
  ),
})

const edge = z.number().nullable()
const intervals = z.array(z.tuple([edge, edge])).describe('disjoint, ascending [lower, upper]; null where open')
const mass_GeV = z.number()

const limits = z.strictObject({
  model,
  assumptions,
  curves: z.array(
    z.strictObject({
      ...verdict,
      ownAssumptions: assumptions.partial().optional().describe('assumptions in which this curve differs from the rest'),
      points: z.array(
        z.union([
          z.strictObject({ mass_GeV, excluded: intervals }),
          z.strictObject({ mass_GeV, preferred: intervals }),
          z.strictObject({ mass_GeV, silent: z.string().describe('why the constraint has nothing to say') }),
        ]),
      ),
    }),
  ),
})

const COLUMNS = [z.strictObject({ mass_GeV }), z.strictObject({ tan_eta: z.number() })]

/** Limits in another plane than that of mass and coupling. */
const planeLimits = limits.extend({
  plane: z.enum(PLANES).describe('the axes; intervals are of ε_medium, with its sign'),
  curves: z.array(
    limits.shape.curves.element.extend({
      points: z.array(
        z.union(
          COLUMNS.flatMap((at) => [
            at.extend({ excluded: intervals }),
            at.extend({ preferred: intervals }),
            at.extend({ silent: z.string().describe('why the constraint has nothing to say') }),
          ]),
        ),
      ),
    }),
  ),
})

const figure = { id: z.string(), paper: z.string(), title: z.string(), missing: texts.describe('published curves that are not drawn') }

const axis = z.strictObject({ label: z.string(), scale: z.enum(['log', 'linear']), min: z.number(), max: z.number() })

const panels = z
  .array(
    z.strictObject({
      title: z.string().optional(),
      x: axis,
      y: axis,
      layers: z.array(
        z.strictObject({
          id: z.string().describe('the constraint, or those drawn as one region with spaces between'),
          label: z.string(),
          kind: z.enum(['region', 'line', 'marker']),
          style: z.enum(['exclusion', 'preferred', 'historical', 'projection', 'curve']).optional(),
          errors: z.array(z.number()).optional().describe('of markers: half the height of each error bar'),
          parts: z
            .array(z.array(z.tuple([z.number(), z.number()])))
            .describe(
              '[x, y] in the units of the axes: closed outlines of a region, filled by the even-odd rule; open paths of a line; points; regions run on beyond the axes',
            ),
        }),
      ),
    }),
  )
  .describe('what is drawn')

/** The boson of a result that may do without one. */
const optionalBoson = {
  model: z.strictObject({ id: z.string(), title: z.string() }).optional(),
  mass_GeV: z.number().optional(),
  coupling: z.number().optional(),
}

/** What sends neutrinos to a bare target. */
const NEUTRINO_SOURCES = ['solar', 'reactor', 'stopped-pion'] as const

/** Of a bin, or at an energy. */
const counted = {
  neutrinos: z.number().optional().describe('without the boson; absent where nothing is expected then'),
  with_boson: z.number().optional().describe('neutrinos, or muons, with the boson'),
  background: z.number().optional(),
  observed: z.number().optional(),
  error: z.number().optional().describe('1σ of what was observed'),
}

/** The JSON that `zest <command> --json` prints, by command. Other programs may rely on it. */
export const OUTPUT_SCHEMAS = {
  models: z.array(
    z.strictObject({
      id: z.string(),
      aliases: texts,
      title: z.string(),
      tex: z.string(),
      summary: z.string(),
      parameters: z.array(z.strictObject({ name: z.string(), about: z.string(), default: z.string().optional(), range: z.string() })),
      anomaly_free: z.boolean().nullable().describe('null for an effective model that is no gauge theory'),
      remarks: texts,
      warnings: texts,
      citations,
    }),
  ),
  constraints: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      group: z.string(),
      experiment: z.string().optional(),
      about: z.array(z.enum(SUBJECTS)).describe('which couplings it speaks about'),
      year: z.number().nullable().describe('of the first publication'),
      kind,
      confidence,
      statement,
      citations,
      where: z.string().describe('where in the publication the numbers stand, and how they came here'),
      unverified,
      notes: z.string().optional(),
      status: z.literal('available'),
    }),
  ),
  'constraints-missing': z.array(
    z.strictObject({ id: z.string(), title: z.string(), status: z.literal('not-available'), arXiv: z.string(), why: z.string() }),
  ),
  figures: z.array(z.strictObject(figure)),
  point,
  limits,
  sample: sampleOutput({ model, assumptions, files }),
  fit: fitOutput({ model, assumptions }, { ...verdict, ownAssumptions: limits.shape.curves.element.shape.ownAssumptions }),
  plot: z.union([limits.extend({ files }), planeLimits.extend({ files })]),
  figure: z.strictObject({ ...figure, assumptions, caption: z.string().optional(), panels: panels.optional(), files }),
  oscillation: z.strictObject({
    source: z.enum(SOLAR_SOURCES),
    latitude_deg: z.number().describe('of a detector that the Sun is seen from through the Earth; by day where absent').optional(),
    time: z.enum(['night', 'year']).describe('averaged over the nights of a year, or the whole of it').optional(),
    ...optionalBoson,
    assumptions,
    citations: z.array(z.string()),
    points: z.array(z.strictObject({ energy_MeV: z.number(), P_ee: z.number(), P_emu: z.number(), P_etau: z.number() })),
  }),
  rate: z.strictObject({
    target: z.string(),
    source: z.enum(NEUTRINO_SOURCES),
    channel: z.string(),
    electrons: z.string().describe('electron recoils: which atomic electrons count at an energy').optional(),
    form_factor: z.string().describe('nuclear recoils: how nucleons are spread').optional(),
    ...optionalBoson,
    assumptions,
    citations: z.array(z.string()),
    points: z.array(
      z.strictObject({
        energy_keV: z.number(),
        rate_per_t_yr_keV: z.number(),
        by_source: z.record(z.string(), z.number()).describe('of each solar source, or each kind of neutrino of a source on Earth'),
      }),
    ),
  }),
  spectrum: z.strictObject({
    experiment: z.string().optional(),
    target: z.string().optional(),
    source: z.enum(NEUTRINO_SOURCES).describe('of the neutrinos on a target').optional(),
    electrons: z.string().describe('electron recoils on a target: which atomic electrons count at an energy').optional(),
    form_factor: z.string().describe('nuclear recoils on a target: how nucleons are spread').optional(),
    title: z.string(),
    ...optionalBoson,
    assumptions,
    citations,
    remarks: texts.describe('of an experiment: what was compared with what, and what of it is not confirmed'),
    spectra: z.array(
      z.strictObject({
        channel: z.enum(['er', 'nr', 'muon']).describe('recoils of electrons or of nuclei, or outgoing muons'),
        about: z.string().optional().describe('which recoils, where not those that the detector is after'),
        axis: z
          .enum(['electron recoil energy', 'nuclear recoil energy', 'energy of the outgoing muon', 'photoelectrons'])
          .describe('what the points run over'),
        unit: z.enum(['keV', 'keVee', 'keVnr', 'photoelectrons', 'GeV']).describe('of that axis'),
        window: z.tuple([z.number(), z.number()]).optional().describe('what the limit counts, where the points go beyond it'),
        quantity: z.enum(['counts', 'rate_per_t_yr_keV']).describe('counts in bins, or a rate at energies'),
        silent: z.string().optional().describe('why the boson changes nothing'),
        points: z.array(
          z.union([z.strictObject({ from: z.number(), to: z.number(), ...counted }), z.strictObject({ energy: z.number(), ...counted })]),
        ),
      }),
    ),
    files,
  }),
  validate: z.array(
    z.strictObject({
      id: z.string(),
      paper: z.string(),
      where: z.string(),
      what: z.string(),
      unit: z.string().optional(),
      printed: z.number(),
      tolerance: z.number().describe('relative deviation still called reproduced'),
      side: z.enum(['above', 'below']).optional().describe('where the paper states an inequality'),
      assume: z.string().describe('preset, with keys changed after @, of computed_as_paper'),
      computed: z.number().describe('under the default assumptions'),
      computed_as_paper: z.number(),
      verdict: z.enum(['reproduced', 'reproduced under assumptions', 'not reproduced']),
      reason: z.string().optional(),
    }),
  ),
  cite: z.array(
    z.strictObject({
      key: z.string(),
      type: z.enum(['article', 'techreport', 'misc', 'incollection']),
      authors: texts,
      collaboration: z.string().optional(),
      title: z.string(),
      journal: z.string().optional(),
      volume: z.string().optional(),
      pages: z.string().optional(),
      year: z.number(),
      doi: z.string().optional(),
      arXiv: z.string().optional(),
      url: z.string().optional(),
      note: z.string().optional(),
      verified: z.boolean().describe('false where a detail waits to be compared with a printed source'),
      reference: z.string(),
      bibtex: z.string(),
    }),
  ),
  ...SCAN_OUTPUTS,
} as const satisfies Record<string, z.ZodType>

function numbers<K extends string>(keys: readonly K[]): Record<K, z.ZodNumber> {
  return Object.fromEntries(keys.map((key) => [key, z.number()])) as Record<K, z.ZodNumber>
}

/**
 * The JSON Schema (draft 2020-12) of each output.
 *
 * @example
 * outputJsonSchemas().oscillation.title // 'zest oscillation --json'
 */
export function outputJsonSchemas(): Record<keyof typeof OUTPUT_SCHEMAS, z.core.JSONSchema.BaseSchema> {
  const entries = Object.entries(OUTPUT_SCHEMAS).map(([name, schema]) => {
    const command = name === 'constraints-missing' ? 'constraints --missing' : name.replace(/^scan-/, 'scan ')
    return [name, z.toJSONSchema(schema.meta({ title: `zest ${command} --json` }))]
  })
  return Object.fromEntries(entries)
}
