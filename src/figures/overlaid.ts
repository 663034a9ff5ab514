import { compared, type ScanUnder, type Under } from '../scan/index.ts'
import type { Axis, FigureSpec, Layer, Panel } from './spec.ts'

/** Regions and the best point of a scan that lie over a figure of other things: plain data. */
export interface ScanOverlay {
  readonly layers: readonly Layer[]
  /** What they are, in one line. */
  readonly about: string
  /** What they are of. */
  readonly of: ScanUnder
}

/** Rounding at the ends of a frame, as a part of it. */
const SLACK = 1e-9

/** Whether values from one to another reach into an axis. */
function reaches({ scale, min, max }: Axis, from: number, to: number): boolean {
  const place = (value: number): number => (scale === 'log' ? Math.log(Math.abs(value)) : value)
  const slack = SLACK * Math.abs(place(max) - place(min))
  return scale === 'log' && min > 0
    ? to > 0 && place(to) >= place(min) - slack && (from <= 0 || place(from) <= place(max) + slack)
    : to >= min - slack && from <= max + slack
}

/** What is said where the best point of some layers lies outside a frame. */
export function bestOutside({ layers }: Pick<Panel, 'layers'>, { x, y }: Pick<Panel, 'x' | 'y'>): string[] {
  const best = layers.find((layer) => layer.kind === 'marker')
  if (best?.kind !== 'marker') return []
  const [[u, v]] = best.points
  return reaches(x, u, u) && reaches(y, v, v) ? [] : ['the best point is outside the frame']
}

/** Whether nothing of a scan lies within a frame. */
function isApart({ layers }: ScanOverlay, { x, y }: Panel): boolean {
  const ends = (values: readonly number[]): [from: number, to: number] => [
    values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  ]
  const parts = layers.flatMap((layer) =>
    layer.kind === 'region' ? layer.polygons : layer.kind === 'marker' ? [layer.points] : layer.paths,
  )
  return !parts.some((part) => reaches(x, ...ends(part.map(([u]) => u))) && reaches(y, ...ends(part.map(([, v]) => v))))
}

/** What is to be said of how a scan lies in the first panel of a figure: nothing where it is seen as a whole. */
export function scanAside({ panels: [panel] }: FigureSpec, overlay: ScanOverlay): string[] {
  return isApart(overlay, panel) ? ['nothing of the scan lies within these axes'] : bestOutside(overlay, panel)
}

/** A figure of limits, of one panel, with a scan over it; where the scan is of another model, or assumes otherwise, the figure says so. */
export function overlaid(figure: FigureSpec, overlay: ScanOverlay, limits: Under): FigureSpec {
  const { models, assumptions } = compared(overlay.of, limits)
  const said = [models, assumptions].filter((sentence) => sentence !== undefined)
  const [panel, ...others] = figure.panels
  const about = [overlay.about, ...scanAside(figure, overlay)].join(' · ')
  return {
    ...figure,
    panels: [{ ...panel, layers: [...panel.layers, ...overlay.layers] }, ...others],
    caption: [figure.caption, `${about}.`, ...said].join(' '),
    footnote: [figure.footnote, about, ...said.map((sentence) => sentence.replace(/\.$/, ''))]
      .filter((line) => line !== undefined)
      .join('\n'),
  }
}
