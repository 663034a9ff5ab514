import type { Assumptions } from '../assumptions.ts'
import { type Constraint, confidenceText, type Entry, fullStatement, isSilent } from '../constraints/constraint.ts'
import { InputError } from '../errors.ts'
import { EXPERIMENTS, MISSING } from '../experiments/index.ts'
import type { Model } from '../models/index.ts'
import { visibleOutlines } from '../regions/outline.ts'
import { type Plane, type PlaneOptions, placeOf, planeOf, signed } from '../regions/plane.ts'
import { type Traced, traced } from '../regions/trace.ts'
import type { ConstraintSpec, Session } from '../session.ts'
import { groupColour, labelsOf, ownColours, plotPhrases, plotTitle } from './phrases.ts'
import type { Axis, FigureSpec, LayerStyle, Panel, RegionLayer } from './spec.ts'

export interface ExclusionOptions extends PlaneOptions {
  /** Ends of the coupling axis; fitted to the curves where not given. */
  readonly couplings?: readonly [number, number]
  /**
   * Ends of the axis of ε^medium, with their sign: logarithmic where they have the same sign and are a decade apart. Where not given, four decades
   * below 1 and two above against the mass, 0 to 4 against tan η.
   */
  readonly epsMedium?: readonly [number, number]
  /** Drawn in this order, first at the bottom; every exclusion and preferred band of the catalogue where not given. */
  readonly constraints?: readonly ConstraintSpec[]
  /** With the projections of the catalogue, where `constraints` is not given. */
  readonly projections?: boolean
  /**
   * Each constraint as a region of its own; else those of one experiment are one region, their union. Where not said, a few constraints that are named
   * stand apart, and the catalogue is joined.
   */
  readonly apart?: boolean
  readonly title?: string
}

/** The historical muon band is drawn beside today's limit, lightly, unless it is itself the data set chosen. */
const HISTORICAL_BAND = 'g-2-muon@gMinus2=fnal-2021'

/** With more regions than this colours tell groups of searches apart (bands keep their own), and regions that others cover have no name on the plot. */
const MANY = 10

/** What rests on assumptions about the universe or the theory lies under what was measured. */
const BACKGROUND: readonly Entry['group'][] = ['cosmology', 'theory']

const CATALOGUE: ReadonlySet<string> = new Set(EXPERIMENTS.map(({ id }) => id))

/** Whether an entry comes from a file of the user's. */
const isOwn = ({ id }: Entry): boolean => !CATALOGUE.has(id)

/**
 * The exclusion plot of a model: every constraint that speaks, as regions in a plane of its parameters.
 * The caption names each constraint, drawn or silent, once.
 */
export async function exclusionFigure(session: Session, spec: Model, options: ExclusionOptions): Promise<FigureSpec> {
  const { plane, regions } = await exclusionRegions(session, spec, options)
  return figureOfRegions(plane, regions, options, session.assumptions)
}

/** The same figure from regions that are traced already. */
export function figureOfRegions(
  plane: Plane,
  regions: readonly Traced[],
  options: Pick<ExclusionOptions, 'couplings' | 'epsMedium' | 'title'>,
  assumptions: Assumptions,
): FigureSpec {
  const spec = plane.model
  const { panel, silent, drawn } = panelOfRegions(plane, regions, options, assumptions)
  const footnote = [
    plotPhrases(plane, assumptions).join(' · '),
    ...(drawn.length === 0 ? [NOTHING] : []),
    ...unverifiedLine(drawn),
    ...zeroLine([panel]),
    INCOMPLETE,
  ].join('\n')
  const sentences = [
    `Limits on ${spec.title}.`,
    ...(drawn.length === 0 ? [NOTHING] : []),
    ...drawn.map(sentenceOf),
    ...zeroLine([panel]).map((line) => `${line}.`),
    ...silentSentences(silent),
    `Known limits without numbers here: ${MISSING.map(({ title, arXiv }) => `${title} (arXiv:${arXiv})`).join('; ')}.`,
    ...spec.warnings.map((warning) => `Warning: ${warning}`),
  ]
  return { id: `exclusion-${spec.id}`, panels: [panel], caption: sentences.join(' '), footnote }
}

/** Said under every plot: a plot never looks complete when it is not. */
const INCOMPLETE = `${MISSING.length} known limits are not drawn, for want of numbers: the caption names them`

const NOTHING = 'No constraint of the catalogue excludes or prefers anything within these axes.'

/** What a drawn constraint compares, and at which confidence. */
function sentenceOf(constraint: Constraint): string {
  const { title } = constraint.entry
  const level = constraint.confidence === null ? '' : ` (${confidenceText(constraint.confidence)})`
  const statement = fullStatement(constraint)
  return statement.startsWith(title) ? `${title}${level}${statement.slice(title.length)}.` : `${title}${level}: ${statement}.`
}

/** Constraints that are not drawn, those of one reason together. */
function silentSentences(silent: readonly (readonly [Constraint, string])[]): string[] {
  const reasons = [...new Set(silent.map(([, reason]) => reason))]
  return reasons.map((reason) => {
    const titles = silent.flatMap(([{ entry }, own]) => (own === reason ? [entry.title] : []))
    return `Not drawn (${reason}): ${titles.join('; ')}.`
  })
}

/** The regions of these panels that exclude even that there is no coupling. */
export function zeroLine(panels: readonly Panel[]): string[] {
  const regions = panels.flatMap(({ layers }) => layers.filter((layer) => layer.kind === 'region' && layer.isFromZero === true))
  const names = [...new Set(regions.map(({ id, label = id }) => label))]
  return names.length === 0 ? [] : [`Zero coupling itself is excluded: ${names.join('; ')}`]
}

/** The curves that rest on a number not confirmed at its source. */
export function unverifiedLine(drawn: readonly Constraint[]): string[] {
  const labels = [...new Set(drawn.filter(({ unverified }) => unverified !== undefined).map(({ entry }) => entry.label))]
  if (labels.length > MANY) return [`Some inputs of ${labels.length} curves unverified: named in the metadata of this file`]
  return labels.length === 0 ? [] : [`Some inputs unverified: ${labels.join(', ')}`]
}

/** One panel of an exclusion plot, with its plane, what was drawn, and what had nothing to say and why. */
export async function exclusionPanel(session: Session, model: Model, options: ExclusionOptions) {
  const { plane, regions } = await exclusionRegions(session, model, options)
  return { plane, ...panelOfRegions(plane, regions, options, session.assumptions) }
}

async function exclusionRegions(session: Session, model: Model, options: ExclusionOptions): Promise<{ plane: Plane; regions: Traced[] }> {
  const plane = await planeOf(model, options, session.assumptions)
  const constraints = await session.constraints(options.constraints ?? drawnByDefault(session, options.projections))
  return { plane, regions: regionsOf(constraints, options.apart ?? isFew(options)).map((those) => traced(plane, those)) }
}

/** Which constraints are one region: each by itself, or those of one experiment together. */
export const regionsOf = (constraints: readonly Constraint[], apart: boolean): Constraint[][] =>
  apart ? constraints.map((one) => [one]) : byExperiment(constraints)

function panelOfRegions(
  plane: Plane,
  regions: readonly Traced[],
  options: Pick<ExclusionOptions, 'couplings' | 'epsMedium' | 'title'>,
  shared: Assumptions,
): { panel: Panel; drawn: Constraint[]; silent: (readonly [Constraint, string])[] } {
  const along = alongAxis(plane, options, regions)
  const window = windowOf(plane, along)
  const shown = regions.flatMap((region) => {
    const polygons = visibleOutlines(region.columns, window).map((outline) => outline.map((vertex) => placeOf(plane, vertex)))
    return polygons.length === 0 ? [] : [{ region, polygons }]
  })
  const isMany = shown.length > MANY
  const labels = labelsOf(
    shown.map(({ region }) => region.constraints),
    shared,
    isMany,
  )
  const colours = ownColours(shown.map(({ region: { constraints } }) => constraints[0].entry))
  const layers = shown.map(({ region, polygons }, i): RegionLayer => {
    const { constraints } = region
    const [{ entry, kind, assumptions }] = constraints
    const isHistorical = kind === 'preferred' && assumptions !== shared
    const isBelow = isMany && kind === 'preferred' && along.scale === 'log' && reachesZero(region)
    return {
      kind: 'region',
      id: constraints.map(({ entry }) => entry.id).join(' '),
      polygons,
      style: isBelow ? 'curve' : isHistorical ? 'historical' : STYLES[kind],
      label: isBelow ? `${labels[i]}: ${weakerSide(plane)}` : labels[i],
      colour: !isMany ? colours[i] : kind === 'preferred' ? entry.colour : groupColour(entry.group),
      ...(kind !== 'preferred' && isFromZero(region) ? { isFromZero: true } : {}),
      ...(isMany && isOwn(entry) ? { isForeground: true } : isMany && BACKGROUND.includes(entry.group) ? { isBackground: true } : {}),
    }
  })
  const { label, values } = plane.parameter
  const across: Axis = { label, scale: plane.parameter.scale, min: values[0], max: values[values.length - 1] }
  const panel: Panel = {
    title: options.title ?? plotTitle(plane.model),
    x: plane.isTurned ? along : across,
    y: plane.isTurned ? across : along,
    layers,
    ...(isMany ? { isCrowded: true, key: groupsOf(shown.map(({ region }) => region)) } : {}),
  }
  const isShown = new Set(shown.map(({ region }) => region))
  const drawn: Constraint[] = []
  const silent: (readonly [Constraint, string])[] = []
  for (const region of regions) {
    region.constraints.forEach((constraint, i) => {
      const extent = region.extents[i]
      if ('silent' in extent) silent.push([constraint, extent.silent])
      else if (isShown.has(region) && extent[0] < window[1] && extent[1] > window[0]) drawn.push(constraint)
      else silent.push([constraint, 'nothing within these axes'])
    })
  }
  return { panel, drawn, silent }
}

/** What a plot draws unless it is told: the constraints of `defaultConstraints` but for variants, over the band that once explained $(g-2)_\mu$. */
export function drawnByDefault(session: Session, projections = false): ConstraintSpec[] {
  const entries = defaultConstraints(session, projections).filter(({ isVariant }) => !isVariant)
  return session.assumptions.gMinus2 === 'final-2025' ? [HISTORICAL_BAND, ...entries] : entries
}

/** What a plot tells of unless it is told: every exclusion and preferred band of the catalogue, and the projections if asked for. */
export function defaultConstraints({ catalogue }: Session, projections = false): Entry[] {
  return catalogue.filter(({ isProjection }) => projections || isProjection !== true)
}

const isFew = ({ constraints }: ExclusionOptions): boolean => constraints !== undefined && constraints.length <= MANY

/** Constraints of one experiment and group, of one kind and under the same assumptions, in the order of their first; the user's own by themselves. */
function byExperiment(constraints: readonly Constraint[]): Constraint[][] {
  const groups: Constraint[][] = []
  for (const constraint of constraints) {
    const { entry, kind, assumptions } = constraint
    const group = groups.find(
      ([one]) =>
        entry.experiment !== undefined &&
        one.entry.experiment === entry.experiment &&
        !isOwn(one.entry) &&
        !isOwn(entry) &&
        one.entry.group === entry.group &&
        one.kind === kind &&
        one.assumptions === assumptions,
    )
    if (group === undefined) groups.push([constraint])
    else group.push(constraint)
  }
  return groups
}

/** Whether a band reaches down to no coupling at all: on a log axis it would fill most of a plot, where a line says as much. */
const reachesZero = ({ columns }: Traced): boolean => columns.every(({ result }) => isSilent(result) || result.every(([lo]) => lo === 0))

/** Whether at every mass what is excluded begins with no coupling at all. */
const isFromZero = ({ columns }: Traced): boolean => columns.every(({ result }) => !isSilent(result) && result.some(([lo]) => lo === 0))

/** Where couplings are smaller, as seen on the plot. */
const weakerSide = ({ sign, isTurned }: Plane): string => (isTurned ? (sign === 1 ? 'left' : 'right') : sign === 1 ? 'below' : 'above')

/** The groups of what is drawn, each with its colour. */
function groupsOf(regions: readonly Traced[]): NonNullable<Panel['key']> {
  const groups = [...new Set(regions.flatMap(({ constraints: [{ entry, kind }] }) => (kind === 'preferred' ? [] : [entry.group])))]
  const colours = [...new Set(groups.map(groupColour))]
  return colours.map((colour) => ({ label: groups.filter((group) => groupColour(group) === colour).join(', '), colour }))
}

const STYLES = { exclusion: 'exclusion', preferred: 'preferred', projection: 'projection' } as const satisfies Record<
  Constraint['kind'],
  LayerStyle
>

/** Ends of ε^medium where none are given: what solar neutrinos speak of lies between. */
const NSI = { 'mass,epsMedium': [1e-4, 1e2], 'epsMedium,tanEta': [0, 4] } as const

/** The axis of what runs along the columns. */
function alongAxis(
  plane: Plane,
  { couplings, epsMedium }: Pick<ExclusionOptions, 'couplings' | 'epsMedium'>,
  regions: readonly Traced[],
): Axis {
  const { label } = plane.along
  if (plane.name === 'mass,coupling') {
    const [min, max] = couplings ?? fittedWindow(regions)
    return { label, scale: 'log', min, max }
  }
  const [min, max] = epsMedium ?? signed(plane, NSI[plane.name])
  if (Math.max(plane.sign * min, plane.sign * max) <= 0) {
    const side = plane.sign > 0 ? 'above' : 'below'
    throw new InputError(`ε_medium of ${plane.model.id} lies ${side} zero; ${min} to ${max} holds none of it`, 'eps')
  }
  const isLog = min * max > 0 && Math.max(max / min, min / max) >= 10
  return { label, scale: isLog ? 'log' : 'linear', min, max }
}

/** The part of an axis that a boson can reach, in sizes of what runs along the columns. */
function windowOf({ sign }: Plane, { min, max }: Axis): [number, number] {
  const [lo, hi] = sign === 1 ? [min, max] : [-max, -min]
  return [Math.max(0, lo), hi]
}

/**
 * Decades that hold the curves: from below the lowest limit of an experiment (cosmology and perturbativity reach far down and up) to 1, or
 * beyond where a curve lies higher.
 */
function fittedWindow(traced: readonly Traced[]): [number, number] {
  const edgesOf = ({ columns }: Traced): number[] =>
    columns.flatMap(({ result }) => (isSilent(result) ? [] : result.map(([lo]) => lo))).filter((edge) => edge > 0)
  const isMeasured = ({ constraints: [{ entry }] }: Traced): boolean => !BACKGROUND.includes(entry.group)
  const measured = traced.filter(isMeasured).flatMap(edgesOf)
  const bottom = measured.length === 0 ? 1e-6 : Math.min(0.1, 10 ** Math.floor(Math.log10(least(measured)) - 0.3))
  const lowest = least(traced.flatMap(edgesOf))
  return [bottom, lowest > 1 && Number.isFinite(lowest) ? 10 ** Math.ceil(Math.log10(lowest) + 0.3) : 1]
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
