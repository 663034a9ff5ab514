import type { Assumptions } from '../../assumptions.ts'
import { type CitationKey, reference } from '../../citations.ts'
import { type Constraint, type Entry, fullStatement } from '../../constraints/index.ts'
import type { Boson } from '../../couplings/index.ts'
import { InputError, unknownWord } from '../../errors.ts'
import { DARK_MATTER } from '../../experiments/dark-matter/index.ts'
import { SPALLATION } from '../../experiments/spallation/index.ts'
import type { FigureSpec } from '../../figures/spec.ts'
import { type SpectrumTable, spectrumPanel, spectrumTable } from '../../figures/spectrum.ts'
import { buildMoments, loadSun } from '../../neutrinos/index.ts'
import { spectraCsv, spectraJson, spectraText } from '../../reports/spectrum.ts'
import { formatEnergy, trim } from '../../reports/text.ts'
import { parseGrid } from '../../units.ts'
import { bosonJson, optionalBoson, potentialOf } from '../boson.ts'
import { writeFiles } from '../io.ts'
import { chosenAssumptions, jsonText, print, printJson, warnAbout } from '../options.ts'
import { chosenOutputs, chosenTheme, FIGURE_FORMATS, figureFiles } from '../outputs.ts'
import { chosenSpectrum, oneOf, type RateOptions } from './rate.ts'

interface Options extends Omit<RateOptions, 'channel'> {
  experiment?: string
  channel?: string
  out?: string
  theme: string
}

/** Recoil spectra and what they rest on. */
interface Spectra {
  readonly title: string
  /** Short, over a figure. */
  readonly label: string
  readonly tables: readonly SpectrumTable[]
  /** What of the choice belongs in the result. */
  readonly how: object
  readonly citations: readonly CitationKey[]
  /** What was compared with what, and what of it is not confirmed. */
  readonly remarks: readonly string[]
}

const CHANNELS = ['er', 'nr'] as const
/** Whose recoils there are bins for. */
const DETECTORS: readonly Entry[] = [...SPALLATION, ...DARK_MATTER]

/** `darwin` with a channel is as good as `darwin-nr`. */
function chosenDetector(name: string, channel: string | undefined): Entry {
  const ids = DETECTORS.map(({ id }) => id)
  const found = DETECTORS.find(({ id }) => id === name) ?? DETECTORS.find(({ id }) => id === `${name}-${channel}`)
  if (found !== undefined) return found
  const analyses = ids.filter((id) => id.startsWith(`${name}-`))
  if (analyses.length > 0) throw new InputError(`'${name}' has several analyses; one of ${analyses.join(', ')}`, 'experiment')
  throw unknownWord('experiment', name, ids, 'experiment')
}

function spectraOf({ entry, spectra }: Constraint, channel: string | undefined, boson: Boson | undefined): SpectrumTable[] {
  const all = spectra?.() ?? []
  if (all.length === 0) throw new InputError(`'${entry.id}' counts without measuring the energy of recoils`, 'experiment')
  const kept = channel === undefined ? all : all.filter((one) => one.channel === channel)
  if (kept.length === 0) throw new InputError(`'${entry.id}' records ${all[0].channel} alone`, 'channel')
  return kept.map((one) => spectrumTable(one, boson))
}

async function ofExperiment(options: Options, boson: Boson | undefined, assumptions: Assumptions): Promise<Spectra> {
  const { experiment, target, energy } = options
  if (target !== undefined) throw new InputError('an --experiment has a target of its own; leave --target out', 'target')
  if (energy !== undefined) throw new InputError('an --experiment has bins of its own; leave --energy out', 'energy')
  const channel = options.channel === undefined ? undefined : oneOf('channel', options.channel, CHANNELS)
  const constraint = await chosenDetector(`${experiment}`, channel).prepare(assumptions)
  const { entry, citations } = constraint
  const tables = spectraOf(constraint, channel, boson)
  return { title: entry.title, label: entry.label, tables, how: { experiment: entry.id }, citations, remarks: [fullStatement(constraint)] }
}

/** Recoils of solar neutrinos on a tonne of a material in a year. */
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
  const sun = await loadSun(assumptions)
  const standard = buildMoments(sun)
  const potential = potentialOf(boson, assumptions)
  const changed = potential === undefined ? standard : buildMoments(sun, potential)
  const neutrinos = spectrum(standard.total, recoils_keV)
  const terms = spectrum(changed.total, recoils_keV)
  const rows = [...recoils_keV].map((energy, i) => ({
    from: energy,
    to: energy,
    neutrinos: neutrinos[3 * i],
    ...(boson === undefined ? {} : { withBoson: terms[3 * i] + terms[3 * i + 1] + terms[3 * i + 2] }),
  }))
  return {
    title: `Solar neutrinos on ${options.target}`,
    label: `Solar neutrinos on ${options.target}`,
    tables: [{ channel, unit: 'keV', quantity: 'rate_per_t_yr_keV', rows }],
    how: { target: options.target, ...how },
    citations: sun.citations,
    remarks: [],
  }
}

const bosonText = ({ model, mass, coupling }: Boson): string => `${model.title}, ${formatEnergy(mass)}, g = ${trim(coupling)}`

function figureOf({ title, label, tables, remarks }: Spectra, boson: Boson | undefined): FigureSpec {
  const bosonLabel = boson === undefined ? undefined : bosonText(boson)
  return {
    id: 'spectrum',
    panels: tables.map((table) => spectrumPanel(table, { title: label, bosonLabel })),
    caption: [`${title}.`, ...(bosonLabel === undefined ? [] : [`Boson: ${bosonLabel}.`]), ...remarks.map((text) => `${text}.`)].join(' '),
  }
}

/** Recoils against energy, of an experiment or on a target, with a boson and without. */
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
