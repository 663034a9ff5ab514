import { plainText } from './plain-text.ts'
import type { Axis, FigureSpec, Layer, Point } from './spec.ts'

type Part = readonly Point[]

/** The lines of a layer: closed outlines of a region (even-odd), open paths of a line, the points of markers. */
function partsOf(layer: Layer): readonly Part[] {
  if (layer.kind === 'region') return layer.polygons
  return layer.kind === 'line' ? layer.paths : [layer.points]
}

const nameOf = (layer: Layer): string => plainText(layer.label ?? layer.id)

const axisJson = ({ label, scale, min, max }: Axis) => ({ label: plainText(label), scale, min, max })

/**
 * What each panel of a figure draws, as data: the axes, and of each layer its points in the units of the axes. Regions run on beyond the axes.
 *
 * @example
 * const axis = { label: '$x$', scale: 'linear', min: 0, max: 1 } as const
 * figureJson({ id: 'empty', caption: '', panels: [{ x: axis, y: axis, layers: [] }] })[0].x.label // 'x'
 */
export function figureJson({ panels }: FigureSpec) {
  return panels.map(({ title, x, y, layers }) => ({
    ...(title === undefined ? {} : { title: plainText(title) }),
    x: axisJson(x),
    y: axisJson(y),
    layers: layers.map((layer) => ({
      id: layer.id,
      label: nameOf(layer),
      kind: layer.kind,
      ...(layer.kind === 'marker' ? {} : { style: layer.style }),
      ...(layer.kind === 'marker' && layer.errors !== undefined ? { errors: layer.errors } : {}),
      parts: partsOf(layer),
    })),
  }))
}

const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/**
 * The same as CSV, one row a point: panel and part counted from 1, the layer, the values of the axes.
 *
 * @example
 * const axis = { label: '$x$', scale: 'linear', min: 0, max: 1 } as const
 * figureCsv({ id: 'empty', caption: '', panels: [{ x: axis, y: axis, layers: [] }] }).split(',')[0] // 'panel'
 */
export function figureCsv(spec: FigureSpec): string {
  const rows = spec.panels.flatMap(({ title, layers }, n) =>
    layers.flatMap((layer) => {
      const style = layer.kind === 'marker' ? '' : layer.style
      const head = [String(n + 1), plainText(title ?? ''), layer.id, nameOf(layer), layer.kind, style].map(quote).join(',')
      return partsOf(layer).flatMap((part, k) => part.map(([x, y]) => `${head},${k + 1},${x},${y}`))
    }),
  )
  return `${['panel,panel_title,layer,label,kind,style,part,x,y', ...rows].join('\n')}\n`
}
