import { confidenceText, fullStatement } from '../constraints/index.ts'
import type { Fit, FitRegion } from '../inference/index.ts'
import { visibleOutlines } from '../regions/index.ts'
import { INK, plotTitle, sharedAssumptions } from './phrases.ts'
import type { FigureSpec, Panel, RegionLayer } from './spec.ts'

/** What else a figure of a fit shows. */
export interface FitFigureOptions {
  /** The boson that mock data are of. */
  readonly truth?: { readonly mass: number; readonly coupling: number }
  readonly title?: string
  /** What the regions are: `profile likelihood` where not said. */
  readonly about?: string
  /** Said under the frame. */
  readonly remarks?: readonly string[]
}

/** Palette slot of the regions, and of what marks places. */
const SLOT = 0

/** How regions are drawn: all as outlines, or the innermost filled. */
interface RegionLook {
  readonly colour?: number
  readonly label?: string
  readonly id?: string
  readonly isOutline?: boolean
}

/** Of outlines from the innermost on, so that regions of one colour tell themselves apart. */
const DASHES = ['solid', 'dashed', 'dotted'] as const

/** Regions of a fit as layers, the widest first; one that has nothing to show is none. */
export function regionLayers(
  regions: readonly FitRegion[],
  window: readonly [number, number],
  { colour = SLOT, label, id = 'fit', isOutline = false }: RegionLook = {},
): RegionLayer[] {
  return [...regions]
    .sort((a, b) => b.level - a.level)
    .map((region, i, { length }): RegionLayer => {
      const level = confidenceText(region.confidence)
      return {
        kind: 'region',
        id: `${id}-${level.replace(/ %$/, '')}`,
        polygons: visibleOutlines(region.columns, window),
        style: i === length - 1 && !isOutline ? 'allowed' : 'curve',
        dash: DASHES[Math.min(length - 1 - i, DASHES.length - 1)],
        label: label ?? level,
        ...(isOutline && { hasTeeth: true }),
        colour,
      }
    })
    .filter(({ polygons }) => polygons.length > 0)
}

/** The panel of a fit: regions of mass and coupling, the best point, and the truth where it is known. */
export function fitPanel(found: Fit, regions: readonly FitRegion[], { truth, title }: FitFigureOptions = {}): Panel {
  const [mass, coupling] = found.space.parameters
  const [x, y] = [mass, coupling].map(({ label, range: [min, max] }) => ({ label, scale: 'log', min, max }) as const)
  const { point } = found.best
  return {
    title:
      title ??
      plotTitle(
        found.space.model,
        found.space.parameters.map(({ name }) => name),
      ),
    x,
    y,
    layers: [
      ...regionLayers(regions, coupling.range),
      ...(found.improvement > 0
        ? [{ kind: 'marker', id: 'best-fit', points: [[point[0], point[1]]], symbol: 'star', label: 'best fit', colour: SLOT } as const]
        : []),
      ...(truth === undefined
        ? []
        : [
            {
              kind: 'marker',
              id: 'truth',
              points: [[truth.mass, truth.coupling]],
              symbol: 'sight',
              label: 'truth',
              colour: INK,
            } as const,
          ]),
    ],
    legend: 'all',
  }
}

/**
 * The figure of a fit: regions of mass and coupling, other parameters profiled, and the best point.
 *
 * @example
 * const session = new Session(assume('foldenauer-2021'))
 * const joint = combine(await session.constraints(['g-2-muon']))
 * const found = fit(joint, modelSpace(resolveModel('mu-tau'), { masses: [0.01, 0.1], couplings: [1e-4, 1e-2] }))
 * fitFigure(found, fitRegions(found, [0.6827, 0.9])).panels[0].layers.length // 3
 */
export function fitFigure(found: Fit, regions: readonly FitRegion[], options: FitFigureOptions = {}): FigureSpec {
  const { about = 'profile likelihood', remarks = [] } = options
  const { constraints, approximations } = found.combination
  const levels = regions.map(({ confidence }) => confidenceText(confidence)).join(', ')
  const others = found.space.parameters.slice(2).map(({ name }) => name)
  const combined = constraints.map(({ entry }) => entry.label).join(', ')
  const under = sharedAssumptions(constraints)
  const profiled = [...others, ...(found.nuisances.length > 0 ? ['nuisances'] : [])]
  return {
    id: `fit-${found.space.model.id}`,
    panels: [fitPanel(found, regions, options)],
    caption: [
      `Fit of ${found.space.model.title} to ${constraints.length} constraints together: regions of ${levels}, two parameters, ${about}.`,
      ...constraints.map((constraint) => `${constraint.entry.title}: ${fullStatement(constraint)}.`),
      ...approximations.map(({ constraint, statement }) => `${constraint.entry.title} enters by an approximation: ${statement}.`),
      ...(found.improvement > 0 ? [] : ['No boson describes the data better than the Standard Model.']),
      ...[...under, ...remarks].map((remark) => `${remark}.`),
    ].join(' '),
    footnote: [
      [about, combined, ...(profiled.length > 0 ? [`profiled: ${profiled.join(', ')}`] : [])].join(' · '),
      ...under,
      ...remarks,
    ].join('\n'),
  }
}
