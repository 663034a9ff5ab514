import { dark, drawLayout, type FigureSpec, figureCsv, layoutFigure, light, plainText } from '../../src/figures/index.ts'
import type { Sheet, Sketch } from './protocol.ts'

/** Panels side by side are never narrower than this; what is wider than its place is scrolled. */
const LEAST_MM = 64
/** What stands around the frames: names of axes and ticks, and the legend. */
const AROUND_MM = [17, 22] as const

/** What stands on the axes of panels side by side, each once. */
const axisOf = ({ panels }: FigureSpec, side: 'x' | 'y'): string =>
  [...new Set(panels.map((panel) => plainText(panel[side].label)))].join(' | ').replaceAll('"', '""')

/** A table of points whose last columns say what they are, with units. */
const headed = (csv: string, figure: FigureSpec): string =>
  csv.replace(/,x,y\n/, () => `,"${axisOf(figure, 'x')}","${axisOf(figure, 'y')}"\n`)

/** A figure as a part of the page that fills its place; the page says around it what a file says in its title and its footnote. */
export function sketched(figure: FigureSpec, { width_mm, aspect, theme }: Sheet, csv = headed(figureCsv(figure), figure)): Sketch {
  const spec: FigureSpec = { ...figure, id: `aside-${figure.id}`, footnote: undefined }
  const panels = spec.panels.length
  const width = Math.max(width_mm, panels * LEAST_MM)
  const frame = (aspect * width_mm - AROUND_MM[1]) / (width / panels - AROUND_MM[0])
  const layout = layoutFigure({ ...spec, title: undefined }, { width_mm: width, aspect: Math.min(1.2, Math.max(0.3, frame)) })
  const svg = drawLayout(spec, layout, { theme: theme === 'dark' ? dark : light, isInline: true })
  return { svg, panels, caption: plainText(spec.caption), csv }
}
