import { type Constraint, fullStatement, isSilent } from '../constraints/constraint.ts'
import { couplingRays } from '../couplings/index.ts'
import { MISSING } from '../experiments/index.ts'
import type { Model } from '../models/index.ts'
import { visibleOutlines } from '../regions/outline.ts'
import { type Column, refinedColumns } from '../regions/refine.ts'
import type { ConstraintSpec, Session } from '../session.ts'
import { labelOf, plotPhrases, plotTitle } from './phrases.ts'
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
  const footnote = [
    plotPhrases(spec, session.assumptions).join(' · '),
    ...(drawn.length === 0 ? [NOTHING] : []),
    ...unverifiedLine(drawn),
    INCOMPLETE,
  ].join('\n')
  const sentences = [
    `Limits on ${spec.title}.`,
    ...(drawn.length === 0 ? [NOTHING] : []),
    ...drawn.map((constraint) => `${constraint.entry.title}: ${fullStatement(constraint)}.`),
    ...silent.map(([constraint, reason]) => `Not drawn: ${constraint.entry.title} (${reason}).`),
    `Known limits without numbers here: ${MISSING.map(({ title, arXiv }) => `${title} (arXiv:${arXiv})`).join('; ')}.`,
    ...spec.warnings.map((warning) => `Warning: ${warning}`),
  ]
  return { id: `exclusion-${spec.id}`, panels: [panel], caption: sentences.join(' '), footnote }
}

/** Said under every plot: a plot never looks complete when it is not. */
const INCOMPLETE = `${MISSING.length} known limits are not drawn: zest constraints --missing`

const NOTHING = 'No constraint of the catalogue excludes or prefers anything within these axes.'

/** The curves that rest on a number not confirmed at its source. */
function unverifiedLine(drawn: readonly Constraint[]): string[] {
  const labels = [...new Set(drawn.filter(({ unverified }) => unverified !== undefined).map(({ entry }) => entry.label))]
  return labels.length === 0 ? [] : [`Some inputs unverified: ${labels.join(', ')}`]
}

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
    const isHistorical = constraint.kind === 'preferred' && constraint.assumptions !== session.assumptions
    layers.push({
      kind: 'region',
      id: constraint.entry.id,
      polygons,
      style: isHistorical ? 'historical' : styleOf(constraint),
      label: labelOf(constraint, session.assumptions),
      colour: constraint.entry.colour,
    })
  }
  const panel: Panel = {
    title: title ?? plotTitle(model),
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

/**
 * Decades that hold the curves: from below the lowest limit of an experiment (cosmology and perturbativity reach far down and up) to 1, or
 * beyond where a curve lies higher.
 */
function fittedWindow(traced: readonly Traced[]): [number, number] {
  const edgesOf = ({ columns }: Traced): number[] =>
    columns.flatMap(({ result }) => (isSilent(result) ? [] : result.map(([lo]) => lo))).filter((edge) => edge > 0)
  const isMeasured = ({ constraint: { entry } }: Traced): boolean => entry.group !== 'cosmology' && entry.group !== 'theory'
  const measured = traced.filter(isMeasured).flatMap(edgesOf)
  const bottom = measured.length === 0 ? 1e-6 : Math.min(0.1, 10 ** Math.floor(Math.log10(Math.min(...measured)) - 0.3))
  const lowest = Math.min(...traced.flatMap(edgesOf))
  return [bottom, lowest > 1 && Number.isFinite(lowest) ? 10 ** Math.ceil(Math.log10(lowest) + 0.3) : 1]
}
