import { compared, type ScanUnder, type Under } from '../scan/index.ts'
import type { FigureSpec, Layer } from './spec.ts'

/** Regions and the best point of a scan that lie over a figure of other things: plain data. */
export interface ScanOverlay {
  readonly layers: readonly Layer[]
  /** What they are, in one line. */
  readonly about: string
  /** What they are of. */
  readonly of: ScanUnder
}

/** A figure of limits, of one panel, with a scan over it; where the scan is of another model, or assumes otherwise, the figure says so. */
export function overlaid(figure: FigureSpec, { layers, about, of }: ScanOverlay, limits: Under): FigureSpec {
  const { models, assumptions } = compared(of, limits)
  const said = [models, assumptions].filter((sentence) => sentence !== undefined)
  const [panel, ...others] = figure.panels
  return {
    ...figure,
    panels: [{ ...panel, layers: [...panel.layers, ...layers] }, ...others],
    caption: [figure.caption, `${about}.`, ...said].join(' '),
    footnote: [figure.footnote, about, ...said.map((sentence) => sentence.replace(/\.$/, ''))]
      .filter((line) => line !== undefined)
      .join('\n'),
  }
}
