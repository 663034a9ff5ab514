import type { Assumptions } from '../../assumptions.ts'
import { type CitationKey, reference } from '../../citations.ts'
import { type Constraint, type Entry, type EventSpectrum, fullStatement } from '../../constraints/index.ts'
import type { Boson } from '../../couplings/index.ts'
import { InputError, unknownWord } from '../../errors.ts'
import { EXPERIMENTS, refuseMissing, WITH_SPECTRA } from '../../experiments/index.ts'
import { unverifiedLine } from '../../figures/exclusion.ts'
import type { FigureSpec } from '../../figures/spec.ts'
import { spectrumPanel, spectrumTable } from '../../figures/spectrum.ts'
import { type ReportedSpectrum, spectraCsv, spectraJson, spectraText } from '../../reports/spectrum.ts'
import { formatEnergy, trim } from '../../reports/text.ts'
import { parseGrid } from '../../units.ts'
import { bosonJson, optionalBoson, potentialOf } from '../boson.ts'
import { writeFiles } from '../io.ts'
import { chosenAssumptions, jsonText, oneOf, print, printJson, warnAbout } from '../options.ts'
import { chosenOutputs, chosenTheme, FIGURE_FORMATS, figureFiles } from '../outputs.ts'
import { chosenSource, type Part, SOURCES } from '../source.ts'
import { CHANNELS, chosenSpectrum, type RateOptions } from './rate.ts'

interface Options extends Omit<RateOptions, 'channel'> {
  experiment?: string
  channel?: string
  out?: string
  theme: string
}

/** Spectra and what they rest on. */
interface Spectra {
  readonly title: string
  /** Short, over a figure. */
  readonly label: string
  readonly tables: readonly ReportedSpectrum[]
  /** What of the choice belongs in the result. */
  readonly how: object
  readonly citations: readonly CitationKey[]
  /** What was compared with what, and what of it is not confirmed. */
  readonly remarks: readonly string[]
  /** Under a figure, where there is something to be said. */
  readonly footnote?: string
}

/** `darwin` with a channel is as good as `darwin-nr`. */
function chosenEntry(name: string, channel: string | undefined): Entry {
  const ids = WITH_SPECTRA.map(({ id }) => id)
  const found = WITH_SPECTRA.find(({ id }) => id === name) ?? WITH_SPECTRA.find(({ id }) => id === `${name}-${channel}`)
  if (found !== undefined) return found
  const analyses = ids.filter((id) => id.startsWith(`${name}-`))
  if (analyses.length > 0) throw new InputError(`'${name}' has several analyses; one of ${analyses.join(', ')}`, 'experiment')
  refuseMissing(name, 'experiment')
  if (EXPERIMENTS.some(({ id }) => id === name)) throw new InputError(`'${name}' has no events in bins`, 'experiment')
  throw unknownWord('experiment', name, ids, 'experiment')
}

function spectraOf({ entry, spectra }: Constraint, channel: string | undefined): EventSpectrum[] {
  const all = spectra!()
  const kept = channel === undefined ? [...all] : all.filter((one) => one.channel === channel)
  if (kept.length === 0) throw new InputError(`'${entry.id}' records ${all[0].channel} alone`, 'channel')
  return kept
}

/** Whether nothing is expected without the boson. */
const isBosonAlone = ({ rows }: ReportedSpectrum): boolean =>
  rows.every(({ neutrinos, background }) => neutrinos === undefined && background === undefined)

function tableOf(spectrum: EventSpectrum, boson: Boson | undefined): ReportedSpectrum {
  const table = { ...spectrumTable(spectrum, boson), about: spectrum.about }
  if (boson === undefined && isBosonAlone(table))
    throw new InputError(
      'missing; nothing is expected there without a boson: write one such as --model mu-tau --mass 0.1GeV --coupling 5e-4',
      'model',
    )
  return table
}

/** What an experiment has of its own, by option. */
const OF_TARGETS = {
  target: 'target',
  energy: 'energy',
  electrons: 'electrons',
  formFactor: 'form-factor',
  source: 'source',
  power: 'power',
  distance: 'distance',
  protons: 'protons',
  pions: 'pions',
} as const

async function ofExperiment(options: Options, boson: Boson | undefined, assumptions: Assumptions): Promise<Spectra> {
  for (const [key, option] of Object.entries(OF_TARGETS)) {
    if (options[key as keyof typeof OF_TARGETS] !== undefined)
      throw new InputError(`belongs to a bare --target; an --experiment has its own, leave --${option} out`, option)
  }
  const channel = options.channel === undefined ? undefined : oneOf('channel', options.channel, [...CHANNELS, 'muon'])
  const constraint = await chosenEntry(`${options.experiment}`, channel).prepare(assumptions)
  const { entry, citations } = constraint
  const spectra = spectraOf(constraint, channel)
  const tables = spectra.map((one) => tableOf(one, boson))
  const { title, label } = entry
  const statement = fullStatement(constraint)
  const remark = statement.startsWith(`${title}: `) ? statement.slice(title.length + 2) : statement
  const footnote =
    [...unverifiedLine([constraint]), ...(tables.some(isBosonAlone) ? ['No background is assumed'] : [])].join('\n') || undefined
  const remarks = [remark, ...spectra.flatMap((one) => one.remark ?? [])]
  return { title, label, tables, how: { experiment: entry.id }, citations, remarks, footnote }
}

/** Recoils of neutrinos on a tonne of a material in a year. */
async function ofTarget(options: Options, boson: Boson | undefined, assumptions: Assumptions): Promise<Spectra> {
  if (options.target === undefined)
    throw new InputError(
      'missing; write --experiment darwin-nr, or a material such as --target Xe and --energy 1keV:30keV:50',
      'experiment',
    )
  if (options.energy === undefined) throw new InputError('missing; write recoil energies such as --energy 1keV:30keV:50', 'energy')
  const recoils_keV = Float64Array.from(parseGrid(options.energy, 'energy', 'energy'), (energy_GeV) => 1e6 * energy_GeV)
  const channel = oneOf('channel', options.channel ?? 'er', CHANNELS)
  const { spectrum, how } = chosenSpectrum({ ...options, channel }, boson, assumptions)
  const { source, citations, parts } = await chosenSource(options, assumptions)
  const potential = potentialOf(boson, assumptions)
  const summed = (some: readonly Part[]): Float64Array =>
    some.map((part) => spectrum(part, recoils_keV)).reduce((sum, terms) => sum.map((term, t) => term + terms[t]))
  const neutrinos = summed(parts())
  const terms = potential === undefined ? neutrinos : summed(parts(potential))
  const rows = [...recoils_keV].map((energy, i) => ({
    from: energy,
    to: energy,
    neutrinos: neutrinos[3 * i],
    ...(boson === undefined ? {} : { withBoson: terms[3 * i] + terms[3 * i + 1] + terms[3 * i + 2] }),
  }))
  const title = `${SOURCES[source].title} on ${options.target}`
  return {
    title,
    label: title,
    tables: [{ channel, unit: 'keV', quantity: 'rate_per_t_yr_keV', rows }],
    how: { target: options.target, source, ...how },
    citations,
    remarks: [],
  }
}

/** `1e-4` rather than `1.000e-4`. */
const short = (value: number): string => (value < 1e-3 ? Number(value.toPrecision(4)).toExponential() : trim(value))
const bosonText = ({ model, mass, coupling }: Boson): string => `${model.title}, ${formatEnergy(mass)}, g = ${short(coupling)}`
/** The same typeset. */
function bosonLabelOf({ model, mass, coupling }: Boson): string {
  const [mantissa, exponent] = short(coupling).split('e')
  const power = exponent === undefined ? '' : `10^{${exponent}}`
  const number = exponent !== undefined && mantissa === '1' ? power : [mantissa, power].filter(Boolean).join(' \\times ')
  return `${model.title}, ${formatEnergy(mass)}, $g = ${number}$`
}

function figureOf({ title, label, tables, remarks, footnote }: Spectra, boson: Boson | undefined): FigureSpec {
  const bosonLabel = boson === undefined ? undefined : bosonLabelOf(boson)
  return {
    id: 'spectrum',
    panels: tables.map((table) =>
      spectrumPanel(table, { title: table.about === undefined ? label : `${label}: ${table.about}`, bosonLabel }),
    ),
    footnote,
    caption: [`${title}.`, ...(boson === undefined ? [] : [`Boson: ${bosonText(boson)}.`]), ...remarks.map((text) => `${text}.`)].join(' '),
  }
}

/** Events against energy, of an experiment or on a target, with a boson and without. */
export async function spectrum(options: Options): Promise<void> {
  const assumptions = await chosenAssumptions(options)
  const theme = chosenTheme(options.theme)
  const outputs = options.out === undefined ? [] : await chosenOutputs(options.out, 'spectrum.svg', [...FIGURE_FORMATS, 'csv', 'json'])
  const boson = await optionalBoson(options, assumptions)
  const result = await (options.experiment === undefined ? ofTarget : ofExperiment)(options, boson, assumptions)
  const { title, tables, how, citations, remarks } = result

  const files = outputs.map(({ path }) => path)
  const json = {
    ...how,
    title,
    ...bosonJson(boson),
    assumptions,
    citations,
    remarks,
    spectra: spectraJson(tables),
  }
  const figures = outputs.filter(({ format }) => (FIGURE_FORMATS as readonly string[]).includes(format))
  const drawn = figures.length === 0 ? [] : await figureFiles(figureOf(result, boson), theme, figures)
  const written = outputs.flatMap(({ path, format }) => {
    if (format === 'csv') return [{ path, content: spectraCsv(tables) }]
    return format === 'json' ? [{ path, content: jsonText(json) }] : []
  })
  await writeFiles([...drawn, ...written])
  if (boson !== undefined) warnAbout(boson.model, assumptions)
  if (options.json) {
    printJson({ ...json, files })
    return
  }
  const heading = boson === undefined ? title : `${title}; boson: ${bosonText(boson)}`
  print([heading, ...remarks, '', spectraText(tables), '', `Sources: ${citations.map(reference).join('; ')}`].join('\n'))
  if (files.length > 0) print(`wrote ${files.join(', ')}`)
}
