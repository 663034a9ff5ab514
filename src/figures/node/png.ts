import { FailureError, InputError } from '../../errors.ts'
import { withTextsOf } from '../png-text.ts'

export interface PngOptions {
  /** Dots per inch: the figure's size in millimetres fixes the pixels. 300 where absent. */
  readonly dpi?: number
}

/**
 * A figure as PNG, at its size in millimetres and so many dots per inch. The title and description of the SVG become texts `Title` and `Description`
 * of the file.
 *
 * Throws InputError for a resolution outside 36 to 2400, FailureError where the optional package `@resvg/resvg-js` is not installed.
 *
 * @example
 * const axis = { label: '$x$', scale: 'linear', min: 0, max: 1 } as const
 * const svg = renderSvg({ id: 'empty', caption: '', panels: [{ x: axis, y: axis, layers: [] }] }, { typesetter: await loadTypesetter() })
 * const png = await figurePng(svg, { dpi: 150 })
 * png.slice(1, 4) // [80, 78, 71]
 */
export async function figurePng(svg: string, options: PngOptions = {}): Promise<Uint8Array> {
  const dpi = options.dpi ?? 300
  if (!(dpi >= 36 && dpi <= 2400)) throw new InputError(`${dpi} dots per inch; allowed: 36 to 2400`, 'dpi')
  const { Resvg } = await import('@resvg/resvg-js').catch(() => {
    throw new FailureError('PNG files need the optional package @resvg/resvg-js; npm install @resvg/resvg-js')
  })
  // Only text left to the reader's fonts needs the system's.
  const loadSystemFonts = svg.includes('<text')
  // The last row and column of pixels are paper too, where the figure ends within them.
  const background = / style="background:([^"]+)"/u.exec(svg)?.[1]
  // Lengths in millimetres come out at 96 pixels an inch.
  const png = new Resvg(svg, { fitTo: { mode: 'zoom', value: dpi / 96 }, font: { loadSystemFonts }, background }).render().asPng()
  return withTextsOf(png, svg)
}
