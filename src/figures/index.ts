export { position, type Tick, type Ticks, ticks, valueAt } from './axes.ts'
export { type CornerOptions, cornerFigure } from './corner.ts'
export { figureCsv, figureJson } from './data.ts'
export {
  defaultConstraints,
  drawnByDefault,
  type ExclusionOptions,
  exclusionFigure,
  exclusionPanel,
  figureOfRegions,
  regionsOf,
} from './exclusion.ts'
export { type FitFigureOptions, fitFigure, fitPanel, regionLayers } from './fit.ts'
export type { DrawnPanel, FigureLayout, LayoutOptions } from './frame.ts'
export { layoutFigure } from './layout.ts'
export { MATHJAX_OPTIONS, type MathJaxApi, outlineTypesetter } from './outlines.ts'
export { overlaid, type ScanOverlay } from './overlaid.ts'
export { groupColour, labelsOf } from './phrases.ts'
export { plainText, plainTypesetter } from './plain-text.ts'
export { withTextsOf } from './png-text.ts'
export { intervalOfPoints, type PointInterval, type PointOptions, planePanel, type View } from './points.ts'
export {
  type ScanFigureOptions,
  type ScanMap,
  scanFigure,
  scanMapFigure,
  scanOverlay,
  scanRemarks,
  whyNotOver,
} from './scan.ts'
export type * from './spec.ts'
export { type SpectrumPanelOptions, type SpectrumRow, type SpectrumTable, spectrumPanel, spectrumTable } from './spectrum.ts'
export { drawLayout, renderSvg, type SvgOptions } from './svg.ts'
export { dark, light, type Swatch, type Theme, themes } from './theme.ts'
export type { Typeset, Typesetter } from './typesetter.ts'
