import { dark, drawLayout, type FigureSpec, type Layer, layoutFigure, light } from '../../src/figures/index.ts'
import type { Drawing, Sheet } from './protocol.ts'

/** What a file names in its legend, the page names under the plot. */
const namedBeside = (layer: Layer): Layer => (layer.kind !== 'line' && layer.named === 'legend' ? { ...layer, named: 'beside' } : layer)

/** A figure for the page, which says around it what a file says in its title, its key and its footnote; as a draft without names. */
export function drawn(figure: FigureSpec, { width_mm, aspect, theme }: Sheet, isDraft: boolean): Drawing {
  const panels = figure.panels.map((panel) => ({ ...panel, title: undefined, key: undefined, layers: panel.layers.map(namedBeside) }))
  const spec: FigureSpec = { ...figure, footnote: undefined, panels }
  const layout = layoutFigure(spec, { width_mm, aspect, isDraft })
  const svg = drawLayout(spec, layout, { theme: theme === 'dark' ? dark : light, isInline: true })
  const [{ x, y }] = spec.panels
  const [{ frame, layers }] = layout.panels
  const ofToday = layers.filter(({ style }) => style !== 'historical')
  const slots = Object.fromEntries(ofToday.flatMap(({ layer, slot }) => layer.id.split(' ').map((id) => [id, slot])))
  return { svg, width: layout.width, height: layout.height, frame, x, y, slots }
}
