import type { FigureSpec, Layer } from './spec.ts'

/** Regions and the best point of a scan that lie over a figure of other things: plain data. */
export interface ScanOverlay {
  readonly layers: readonly Layer[]
  /** What they are, in one line. */
  readonly about: string
}

/** A figure of one panel with a scan over it. */
export function overlaid(figure: FigureSpec, { layers, about }: ScanOverlay): FigureSpec {
  const [panel, ...others] = figure.panels
  return {
    ...figure,
    panels: [{ ...panel, layers: [...panel.layers, ...layers] }, ...others],
    caption: `${figure.caption} ${about}.`,
    footnote: [figure.footnote, about].filter((line) => line !== undefined).join('\n'),
  }
}
