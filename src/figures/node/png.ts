import { FailureError, InputError } from '../../errors.ts'

export interface PngOptions {
  /** Dots per inch: the figure's size in millimetres fixes the pixels. 300 where absent. */
  readonly dpi?: number
}

/**
 * A figure as PNG, at its size in millimetres and so many dots per inch.
 *
 * Throws InputError for a resolution outside 36 to 2400, FailureError where the optional package `@resvg/resvg-js` is not installed.
 *
 * @example
 * const png = await figurePng(renderSvg(spec, { typesetter: await loadTypesetter() }), { dpi: 600 })
 */
export async function figurePng(svg: string, options: PngOptions = {}): Promise<Uint8Array> {
  const dpi = options.dpi ?? 300
  if (!(dpi >= 36 && dpi <= 2400)) throw new InputError(`${dpi} dots per inch; allowed: 36 to 2400`, 'dpi')
  const { Resvg } = await import('@resvg/resvg-js').catch(() => {
    throw new FailureError('PNG files need the optional package @resvg/resvg-js; npm install @resvg/resvg-js')
  })
  // Only text left to the reader's fonts needs the system's.
  const loadSystemFonts = svg.includes('<text')
  // Lengths in millimetres come out at 96 pixels an inch.
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: dpi / 96 }, font: { loadSystemFonts } }).render().asPng()
}
