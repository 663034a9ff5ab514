import { type Assumptions, departures } from '../assumptions.ts'
import { type Constraint, confidenceText, isSilent } from '../constraints/constraint.ts'
import { couplingRays } from '../couplings/index.ts'
import { MISSING } from '../experiments/index.ts'
import type { Model } from '../models/index.ts'
import { visibleOutlines } from '../regions/outline.ts'
import { type Column, refinedColumns } from '../regions/refine.ts'
import type { ConstraintSpec, Session } from '../session.ts'
import type { FigureSpec, LayerStyle, Panel, RegionLayer } from './spec.ts'

export interface ExclusionOptions {
  /** Ends of the mass axis [GeV]. */
  readonly masses: readonly number[]
  /** Ends of the coupling axis; fitted to the curves where not given. */
  readonly couplings?: readonly [number, number]
  /** Drawn in this order, first at the bottom; the whole catalogue where not given. */
  readonly constraints?: readonly ConstraintSpec[]
  readonly title?: string
}

/** One constraint as drawn: its intervals on a mass grid refined at thresholds. */
interface Traced {
  readonly constraint: Constraint
  readonly columns: readonly Column[]
}

/** The historical muon band is drawn beside today's limit, lightly, unless it is itself the data set chosen. */
const HISTORICAL_BAND = 'g-2-muon@gMinus2=fnal-2021'

/**
 * The exclusion plot of a model: every constraint that speaks, as regions in the plane of mass and coupling.
 * Constraints that are silent throughout are named, with their reasons, in the caption.
 */
export async function exclusionFigure(session: Session, spec: Model, options: ExclusionOptions): Promise<FigureSpec> {
  const { panel, silent, drawn } = await exclusionPanel(session, spec, options)
  const footnote = `${[`model: ${spec.id}`, ...assumptionPhrases(session.assumptions, hasCharges(spec))].join(' · ')}\n${INCOMPLETE}`
  const sentences = [
    `Limits on ${spec.title}.`,
    ...drawn.map((constraint) => `${constraint.entry.title}: ${constraint.statement}.${unverified(constraint)}`),
    ...silent.map(([constraint, reason]) => `Not drawn: ${constraint.entry.title} (${reason}).`),
    `Known limits without numbers here: ${MISSING.map(({ title, arXiv }) => `${title} (arXiv:${arXiv})`).join('; ')}.`,
    ...spec.warnings.map((warning) => `Warning: ${warning}`),
  ]
  return { id: `exclusion-${spec.id}`, panels: [panel], caption: sentences.join(' '), footnote }
}

/** Said under every plot: a plot never looks complete when it is not. */
const INCOMPLETE = `${MISSING.length} known limits are not drawn: zest constraints --missing`

const unverified = (constraint: Constraint): string =>
  constraint.entry.source.unverified === undefined ? '' : ` Unverified: ${constraint.entry.source.unverified}.`

/** One panel of an exclusion plot, with what was drawn and what had nothing to say. */
export async function exclusionPanel(
  session: Session,
  model: Model,
  { masses, couplings, constraints, title }: ExclusionOptions,
): Promise<{ panel: Panel; drawn: Constraint[]; silent: [Constraint, string][] }> {
  const specs = constraints ?? defaultConstraints(session)
  const traced: Traced[] = (await session.constraints(specs)).map((constraint) => ({
    constraint,
    columns: refinedColumns(constraint, couplingRays(model, constraint.assumptions), masses),
  }))
  const window = couplings ?? fittedWindow(traced)
  const drawn: Constraint[] = []
  const silent: [Constraint, string][] = []
  const layers: RegionLayer[] = []
  for (const { constraint, columns } of traced) {
    const polygons = visibleOutlines(columns, window)
    if (polygons.length === 0) {
      const words = columns.map(({ result }) => result).find(isSilent)
      silent.push([constraint, words?.silent ?? 'nothing within these axes'])
      continue
    }
    drawn.push(constraint)
    const isHistorical = constraint.assumptions !== session.assumptions
    layers.push({
      kind: 'region',
      id: constraint.entry.id,
      polygons,
      style: isHistorical ? 'historical' : styleOf(constraint),
      label: labelOf(constraint, isHistorical),
      colour: constraint.entry.colour,
    })
  }
  const panel: Panel = {
    title: title ?? `$${model.tex}$`,
    x: { label: '$m_{Z^\\prime}$ [GeV]', scale: 'log', min: masses[0], max: masses[masses.length - 1] },
    y: { label: `$${model.couplingTex}$`, scale: 'log', min: window[0], max: window[1] },
    layers,
  }
  return { panel, drawn, silent }
}

function defaultConstraints(session: Session): readonly ConstraintSpec[] {
  const isHistory = session.assumptions.gMinus2 === 'final-2025'
  return isHistory ? [HISTORICAL_BAND, ...session.catalogue.map(({ id }) => id)] : session.catalogue.map(({ id }) => id)
}

const STYLES = { exclusion: 'exclusion', preferred: 'preferred', projection: 'projection' } as const satisfies Record<
  Constraint['kind'],
  LayerStyle
>
const styleOf = (constraint: Constraint): LayerStyle => STYLES[constraint.kind]

const YEARS: Record<Assumptions['gMinus2'], string> = { 'final-2025': '2025', 'fnal-2023': '2023', 'fnal-2021': '2021', 'bnl-2006': '2006' }

/** The label on a region: the experiment and, where it has one, the confidence level. */
function labelOf(constraint: Constraint, isHistorical: boolean): string {
  const { entry, confidence, kind, assumptions } = constraint
  if (entry.id === 'g-2-muon') {
    const year = YEARS[assumptions.gMinus2]
    const sigma = `${assumptions.gMinus2Sigma}$\\sigma$`
    if (isHistorical) return `${entry.label} favoured in ${year}, ${sigma} (historical)`
    return kind === 'preferred' ? `${entry.label} ${year}, ${sigma}` : `${entry.label} ${year} limit, ${sigma}`
  }
  return confidence === null ? entry.label : `${entry.label}, ${confidenceText(confidence).replace('σ', '$\\sigma$')}`
}

/** Decades that hold the curves: from below the lowest limit (cosmology aside, which reaches far down) to 1. */
function fittedWindow(traced: readonly Traced[]): [number, number] {
  const edges = traced
    .filter(({ constraint }) => constraint.entry.group !== 'cosmology')
    .flatMap(({ columns }) => columns.flatMap(({ result }) => (isSilent(result) ? [] : result.map(([lo]) => lo))))
    .filter((edge) => edge > 0)
  if (edges.length === 0) return [1e-6, 1]
  return [10 ** Math.floor(Math.log10(Math.min(...edges)) - 0.3), 1]
}

const MIXING_WORDS: Record<string, string> = {
  loop: 'kinetic mixing: one loop, full $q^2$',
  'loop-contact': 'kinetic mixing: one loop, $q^2\\to 0$',
  'amaral-2020-v1': 'kinetic mixing: $4\\pi^2$ as first printed',
  none: 'no loop mixing',
}

/** Without charges at tree level nothing runs in a loop. */
const hasCharges = (model: Model): boolean => Object.values(model.charges).some(({ left, right }) => left !== 0 || right !== 0)

/** The assumptions that shape the plot, in few words. */
function assumptionPhrases(assumptions: Assumptions, hasLoops: boolean): string[] {
  const named = ['kineticMixing', 'solarModel', 'oscillation', 'gMinus2', 'gMinus2Sigma', 'recipe']
  const others = Object.entries(departures(assumptions)).filter(([key]) => !named.includes(key))
  return [
    ...(hasLoops ? [MIXING_WORDS[assumptions.kineticMixing] ?? `kinetic mixing ${assumptions.kineticMixing}`] : []),
    assumptions.solarModel === 'b16-gs98' ? 'B16-GS98' : 'B16-AGSS09',
    assumptions.oscillation.replace('nufit-', 'NuFIT ').replace('-sk', ' (SK)'),
    ...(assumptions.recipe === 'as-printed' ? ['formulas as printed'] : []),
    ...others.map(([key, value]) => `${key}=${value}`),
  ]
}
