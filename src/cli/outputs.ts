import { InputError, unknownWord } from '../errors.ts'
import { plainText } from '../figures/plain-text.ts'
import type { FigureSpec } from '../figures/spec.ts'
import { renderSvg } from '../figures/svg.ts'
import { themes } from '../figures/theme.ts'
import { checkWritable, type OutputFile } from './io.ts'

export interface Output {
  readonly path: string
  readonly format: string
}

/** The files of `--out`, or of another option, their formats known and their folders writable, before anything is computed. */
export async function chosenOutputs(
  text: string | undefined,
  fallback: string,
  formats: readonly string[],
  field = 'out',
): Promise<Output[]> {
  const paths = (text ?? fallback)
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '')
  if (paths.length === 0) throw new InputError(`names no file; write a name such as ${fallback}`, field)
  const outputs: Output[] = []
  for (const path of paths) {
    const dot = path.lastIndexOf('.')
    const format = dot > path.lastIndexOf('/') ? path.slice(dot + 1).toLowerCase() : ''
    if (format === '') throw new InputError(`'${path}' does not say its format; end it in ${formats.map((f) => `.${f}`).join(', ')}`, field)
    if (!formats.includes(format)) throw unknownWord('output format', format, formats, field)
    await checkWritable(path, field)
    outputs.push({ path, format })
  }
  return outputs
}

export const FIGURE_FORMATS = ['svg', 'pdf', 'png'] as const

export type ThemeName = keyof typeof themes

export function chosenTheme(text: string): ThemeName {
  if (!Object.hasOwn(themes, text)) throw unknownWord('theme', text, Object.keys(themes), 'theme')
  return text as ThemeName
}

/** A figure, drawn once, in each of the formats asked for. */
export async function figureFiles(spec: FigureSpec, theme: ThemeName, outputs: readonly Output[]): Promise<OutputFile[]> {
  const { loadTypesetter } = await import('../figures/node/tex.ts')
  const svg = renderSvg(spec, { typesetter: await loadTypesetter(), theme: themes[theme] })
  const content: Record<string, () => Promise<string | Uint8Array>> = {
    svg: async () => svg,
    png: async () => (await import('../figures/node/png.ts')).figurePng(svg),
    pdf: async () =>
      (await import('../figures/node/pdf.ts')).figurePdf(svg, {
        title: plainText(spec.title ?? spec.id),
        subject: plainText(spec.caption),
      }),
  }
  return Promise.all(outputs.map(async ({ path, format }) => ({ path, content: await content[format]() })))
}
