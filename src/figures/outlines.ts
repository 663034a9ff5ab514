import { FailureError } from '../errors.ts'
import { plainText, short } from './plain-text.ts'
import type { Typeset, Typesetter } from './typesetter.ts'

/** What we use of MathJax: one element of its own small document. */
interface MathElement {
  readonly kind: string
  readonly attributes: Readonly<Record<string, string | undefined>>
  readonly children: readonly MathElement[]
}

/** What we use of MathJax: TeX to SVG, in a document of its own. */
export interface MathJaxApi {
  readonly startup: { readonly adaptor: { outerHTML(element: MathElement): string } }
  tex2svg(tex: string, options: { display: boolean }): MathElement
  tex2svgPromise(tex: string, options: { display: boolean }): Promise<MathElement>
}

/** How MathJax is to be set up for {@link outlineTypesetter}, whatever loads it. */
export const MATHJAX_OPTIONS = {
  tex: {
    packages: ['base', 'ams'],
    formatError: (_: unknown, error: Error) => {
      throw error
    },
  },
  svg: { fontCache: 'none', mtextInheritFont: false },
} as const

/** MathJax's own units: a thousandth of the font size. */
const EM = 1000
/** Characters beyond the font's base set; seeing them once loads their outlines, which later calls find ready. */
const WARM_UP = '\\text{é²łŠ}\\mathcal{B}\\ell\\hbar\\odot\\simeq\\mathbb{R}\\to\\longrightarrow\\acute{x}\\mathbf{x}\\mathit{x}\\mathsf{x}'

/** Plain text with mathematics between dollars, as one TeX formula. */
function formula(text: string): string {
  return text
    .split(/(?<!\\)\$/u)
    .map((piece, i) => {
      if (i % 2 === 1) return `{${piece}}`
      return piece
        .replace(/~/gu, '\u00a0')
        .replace(/\\(?=[%&#_${}])/gu, '')
        .replace(/\\/gu, '')
        .split(/([{}$])/u)
        .map((part, k) => (k % 2 === 1 ? `\\${part}` : part === '' ? '' : `\\text{${part}}`))
        .join('')
    })
    .join('')
}

/** A short name for an outline, the same in every figure. */
function outlineName(character: string, outline: string): string {
  let hash = 0
  for (let i = 0; i < outline.length; i++) hash = (Math.imul(hash, 31) + outline.charCodeAt(i)) | 0
  return `glyph-${character}-${(hash >>> 0).toString(36)}`
}

/**
 * MathJax's tree as `<use>` of shared outlines, one group for each change of scale; offsets are added up on the way down.
 * Coordinates are MathJax's: y upwards, thousandths of the font size.
 */
function write(element: MathElement, x: number, y: number, glyphs: Map<string, string>, api: MathJaxApi): string {
  const { attributes, kind } = element
  const [, dx = '0', dy = '0'] = /translate\(([-\d.]+)[, ]*([-\d.]+)?\)/u.exec(attributes.transform ?? '') ?? []
  const scale = /scale\(([-\d.]+)\)/u.exec(attributes.transform ?? '')?.[1]
  const [atX, atY] = [x + Number(dx), y + Number(dy)]
  if (kind === 'path' && attributes.d !== undefined) {
    if (attributes.d === '') return ''
    const name = outlineName(attributes['data-c'] ?? 'path', attributes.d)
    glyphs.set(name, attributes.d)
    const place = [atX === 0 ? '' : ` x="${short(atX)}"`, atY === 0 ? '' : ` y="${short(atY)}"`].join('')
    return `<use xlink:href="#${name}"${place}/>`
  }
  if (kind === 'rect') {
    const { width = '0', height = '0' } = attributes
    const [rx, ry] = [atX + Number(attributes.x ?? 0), atY + Number(attributes.y ?? 0)]
    return `<rect x="${short(rx)}" y="${short(ry)}" width="${width}" height="${height}"/>`
  }
  if (kind === 'g') {
    if (scale === undefined) return element.children.map((child) => write(child, atX, atY, glyphs, api)).join('')
    const inner = element.children.map((child) => write(child, 0, 0, glyphs, api)).join('')
    return inner === '' ? '' : `<g transform="translate(${short(atX)} ${short(atY)}) scale(${scale})">${inner}</g>`
  }
  if (kind.startsWith('#')) return ''
  // Stretched delimiters come as pictures of their own.
  return `<g transform="translate(${short(x)} ${short(y)})">${api.startup.adaptor.outerHTML(element)}</g>`
}

function convert(api: MathJaxApi, text: string): MathElement {
  try {
    return api.tex2svg(formula(text), { display: false })
  } catch {
    // TeX that MathJax does not know: the same words, without their typography.
    return api.tex2svg(formula(plainText(text).replace(/[^\u0020-\u00ff\u0370-\u03ff\u2010-\u2044]/gu, '')), { display: false })
  }
}

function typesetWith(api: MathJaxApi, text: string, size: number): Typeset {
  const svg = convert(api, text).children.find((child) => child.kind === 'svg')
  const viewBox = svg?.attributes.viewBox
  if (svg === undefined || viewBox === undefined) throw new FailureError(`MathJax gave no outlines for '${text}'`)
  const [left, top, width, height] = viewBox.split(' ').map(Number)
  const glyphs = new Map<string, string>()
  const scale = size / EM
  // The outermost group only turns the y axis round, as ours does.
  const body = svg.children
    .filter((child) => child.kind === 'g')
    .flatMap((child) => child.children)
    .map((child) => write(child, -left, 0, glyphs, api))
    .join('')
  const factor = Number(scale.toFixed(6))
  return {
    width: width * scale,
    height: -top * scale,
    depth: (height + top) * scale,
    svg: body === '' ? '' : `<g transform="scale(${factor} ${-factor})">${body}</g>`,
    glyphs,
  }
}

/**
 * A typesetter that turns every character, in and out of formulas, into outlines of the New Computer Modern font (MathJax 4): the figure looks
 * the same on every machine, with no fonts installed. TeX it does not know is shown as plain words.
 *
 * @param api MathJax, set up with {@link MATHJAX_OPTIONS}; `loadTypesetter` of `figures/node` does so in Node
 */
export async function outlineTypesetter(api: MathJaxApi): Promise<Typesetter> {
  await api.tex2svgPromise(WARM_UP, { display: false })
  const memo = new Map<string, Typeset>()
  return {
    typeset(text, size) {
      const key = `${size} ${text}`
      let found = memo.get(key)
      if (found === undefined) memo.set(key, (found = typesetWith(api, text, size)))
      return found
    },
  }
}
