import type { Typeset, Typesetter } from './typesetter.ts'

/** A stretch of text in one style; lengths in units of the font size. */
interface Run {
  readonly text: string
  readonly italic: boolean
  readonly scale: number
  /** Baseline above the line's own. */
  readonly shift: number
  /** A step back before drawing, so that a superscript stands over a subscript. */
  readonly back: number
}

interface Style {
  readonly italic: boolean
  readonly scale: number
  readonly shift: number
}

const SYMBOLS: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ϵ',
  varepsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  vartheta: 'ϑ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  upsilon: 'υ',
  phi: 'ϕ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
  prime: '′',
  to: ' → ',
  rightarrow: ' → ',
  leftarrow: ' ← ',
  times: '×',
  cdot: '·',
  pm: ' ± ',
  mp: ' ∓ ',
  infty: '∞',
  odot: '⊙',
  oplus: '⊕',
  sim: ' ∼ ',
  simeq: ' ≃ ',
  approx: ' ≈ ',
  equiv: ' ≡ ',
  propto: ' ∝ ',
  neq: ' ≠ ',
  ne: ' ≠ ',
  le: ' ≤ ',
  leq: ' ≤ ',
  ge: ' ≥ ',
  geq: ' ≥ ',
  lesssim: ' ≲ ',
  gtrsim: ' ≳ ',
  ll: ' ≪ ',
  gg: ' ≫ ',
  in: ' ∈ ',
  ell: 'ℓ',
  hbar: 'ℏ',
  partial: '∂',
  nabla: '∇',
  sum: '∑',
  int: '∫',
  degree: '°',
  circ: '°',
  dagger: '†',
  ast: '∗',
  star: '⋆',
  ldots: '…',
  dots: '…',
  cdots: '⋯',
  langle: '⟨',
  rangle: '⟩',
  mid: ' | ',
  vert: '|',
  quad: '\u2003',
  ',': '\u2009',
  ':': '\u2005',
  ';': '\u2004',
  ' ': ' ',
  '!': '',
  '%': '%',
  '&': '&',
  '#': '#',
  _: '_',
  $: '$',
  '{': '{',
  '}': '}',
  left: '',
  right: '',
  displaystyle: '',
  textstyle: '',
  limits: '',
  nolimits: '',
  big: '',
  Big: '',
  min: 'min',
  max: 'max',
}
const ACCENTS: Readonly<Record<string, string>> = {
  bar: '\u0304',
  overline: '\u0305',
  hat: '\u0302',
  tilde: '\u0303',
  vec: '\u20d7',
  dot: '\u0307',
}
const UPRIGHT = new Set(['mathrm', 'text', 'textrm', 'mathsf', 'operatorname', 'mbox', 'textsf', 'mathbf', 'textbf', 'boldsymbol', 'bm'])
const SPACED = new Set(['=', '<', '>', '+'])

function tokens(tex: string): string[] {
  return tex.match(/\\[a-zA-Z]+\s*|\\.|[\s\S]/gu)?.map((token) => (/^\\[a-zA-Z]/.test(token) ? token.trimEnd() : token)) ?? []
}

/** Reads the mathematics between two dollars into runs. */
class MathReader {
  private readonly tokens: readonly string[]
  private at = 0

  constructor(tex: string) {
    this.tokens = tokens(tex)
  }

  read(style: Style): Run[] {
    const runs: Run[] = []
    let current = style
    while (this.at < this.tokens.length && this.tokens[this.at] !== '}') {
      const token = this.tokens[this.at]
      if (token === '\\rm') {
        current = { ...current, italic: false }
        this.at++
      } else if (token === '_' || token === '^' || token === "'") {
        runs.push(...this.scripts(current))
      } else {
        runs.push(...this.atom(current))
      }
    }
    return runs
  }

  private scripts(style: Style): Run[] {
    const runs: Run[] = []
    let firstWidth = 0
    for (let n = 0; n < 2; n++) {
      const token = this.tokens[this.at]
      if (token !== '_' && token !== '^' && token !== "'") break
      this.at++
      const shift = style.shift + style.scale * (token === '_' ? -0.2 : 0.38)
      const inner = { italic: style.italic, scale: style.scale * 0.7, shift }
      const script = token === "'" ? [{ ...inner, text: '′', back: 0 }] : this.atom(inner)
      if (script.length === 0) continue
      const width = runsWidth(script)
      runs.push({ ...script[0], back: script[0].back + firstWidth }, ...script.slice(1))
      // The pen goes on after the wider of the two.
      if (n === 1 && firstWidth > width) runs.push({ ...inner, text: '', back: width - firstWidth })
      firstWidth = width
    }
    return runs
  }

  private group(style: Style): Run[] {
    this.at++
    const runs = this.read(style)
    this.at++
    return runs
  }

  private atom(style: Style): Run[] {
    const token = this.tokens[this.at]
    if (token === undefined || token === '}') return []
    if (token === '{') return this.group(style)
    this.at++
    const upright = (text: string): Run[] => (text === '' ? [] : [{ ...style, italic: false, text, back: 0 }])
    if (!token.startsWith('\\')) {
      if (/\s/u.test(token)) return this.tokens[this.at - 2] !== undefined && !style.italic ? upright(' ') : []
      if (token === '~') return upright('\u00a0')
      if (token === '-') return upright('−')
      if (SPACED.has(token) && style.scale === 1) return upright(` ${token} `)
      return /\p{L}/u.test(token) ? [{ ...style, text: token, back: 0 }] : upright(token)
    }
    const name = token.slice(1)
    if (UPRIGHT.has(name)) return this.atom({ ...style, italic: false })
    if (name === 'mathit' || name === 'mathcal' || name === 'mathbb') return this.atom(style)
    if (name in ACCENTS) {
      const base = this.atom(style)
      const last = base.at(-1)
      return last === undefined ? [] : [...base.slice(0, -1), { ...last, text: last.text + ACCENTS[name] }]
    }
    if (name === 'sqrt') return [...upright('√'), ...this.atom(style)]
    if (name === 'frac' || name === 'tfrac' || name === 'dfrac') return [...this.atom(style), ...upright('/'), ...this.atom(style)]
    const symbol = SYMBOLS[name]
    if (symbol === undefined) return upright(name)
    const text = style.scale < 1 ? symbol.trim() : symbol
    return /^[α-ωϑϕϵ]$/u.test(text) ? [{ ...style, text, back: 0 }] : upright(text)
  }
}

const WIDTHS: Readonly<Record<string, number>> = {}
for (const [width, characters] of [
  [0.222, "ijl'′`"],
  [0.278, ' !,./:;I[]\\ft|·\u00a0'],
  [0.333, '-()r²³¹'],
  [0.5, 'Jckvsxyz'],
  [0.584, '+−=<>~±×∼≃≈≲≳≤≥≠'],
  [0.611, 'FTZ'],
  [0.667, 'ABEKPSVXY&'],
  [0.722, 'CDHNRUw'],
  [0.778, 'GOQ'],
  [0.833, 'Mm'],
  [0.889, '%'],
  [0.944, 'W'],
  [1, '→←…—\u2003'],
  [0.2, '\u2009\u2005'],
  [0.3, '\u2004'],
] as const) {
  for (const character of characters) (WIDTHS as Record<string, number>)[character] = width
}

/** An estimate of a run's width in units of the font size: a common sans serif's for Latin, 0.556 for what it lacks, nothing for combining marks. */
function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += /\p{M}/u.test(character) ? 0 : (WIDTHS[character] ?? 0.556)
  return width
}

function runsWidth(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum - run.back + textWidth(run.text) * run.scale, 0)
}

const LINE: Style = { italic: false, scale: 1, shift: 0 }

function readRuns(text: string): Run[] {
  const runs: Run[] = []
  // Odd pieces lie between dollars; an escaped dollar parts nothing.
  text.split(/(?<!\\)\$/u).forEach((piece, i) => {
    if (i % 2 === 1) runs.push(...new MathReader(piece).read({ ...LINE, italic: true }))
    else if (piece !== '')
      runs.push({
        ...LINE,
        text: piece
          .replace(/~/gu, '\u00a0')
          .replace(/\\([%&#_$])/gu, '$1')
          .replace(/\\/gu, ''),
        back: 0,
      })
  })
  const merged: Run[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (last && run.back === 0 && last.italic === run.italic && last.scale === run.scale && last.shift === run.shift) {
      merged[merged.length - 1] = { ...last, text: last.text + run.text }
    } else merged.push(run)
  }
  return merged
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '−': '⁻',
  '+': '⁺',
}

/**
 * The text as a person would type it, with no TeX left: for titles, descriptions and terminals.
 *
 * @example
 * plainText('$m_{A^\\prime} > 10^{-3}$ GeV') // 'm_A′ > 10⁻³ GeV'
 */
export function plainText(text: string): string {
  let out = ''
  let shift = 0
  for (const run of readRuns(text)) {
    if (run.text === '') continue
    const raised = [...run.text].every((c) => c in SUPERSCRIPTS)
    if (run.shift > shift && run.shift > 0 && raised) out += [...run.text].map((c) => SUPERSCRIPTS[c]).join('')
    else if (run.shift > shift && run.text !== '′' && run.shift > 0) out += `^${run.text}`
    else if (run.shift < shift && run.shift < 0) out += `_${run.text}`
    else out += run.text
    shift = run.shift
  }
  return out.replace(/\s+/gu, ' ').trim()
}

/** Text as XML may hold it, in elements and in attributes. */
export function escapeXml(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;')
}

/** Rounded to two decimals, as short as can be. */
export function short(x: number): string {
  const rounded = Math.round(x * 100) / 100
  return String(rounded === 0 ? 0 : rounded)
}

function typeset(text: string, size: number): Typeset {
  const runs = readRuns(text)
  const width = runsWidth(runs) * size
  let shift = 0
  let back = 0
  let spans = ''
  for (const run of runs) {
    back += run.back
    if (run.text === '') continue
    const attributes = [
      run.shift === shift ? '' : ` dy="${short((shift - run.shift) * size)}"`,
      back === 0 ? '' : ` dx="${short(-back * size)}"`,
      run.scale === 1 ? '' : ` font-size="${short(run.scale * size)}"`,
      run.italic ? ' font-style="italic"' : '',
    ].join('')
    spans += attributes === '' ? escapeXml(run.text) : `<tspan${attributes}>${escapeXml(run.text)}</tspan>`
    shift = run.shift
    back = 0
  }
  const top = Math.max(0.74, ...runs.map((run) => run.shift + 0.74 * run.scale))
  const bottom = Math.max(0.21, ...runs.map((run) => 0.21 * run.scale - run.shift))
  // Anchored in the middle, so that an error of the estimated width falls evenly on both sides.
  const svg = `<text x="${short(width / 2)}" text-anchor="middle" font-size="${short(size)}" xml:space="preserve">${spans}</text>`
  return { width, height: top * size, depth: bottom * size, svg }
}

/**
 * Sets text with the reader's own fonts and estimated widths; understands the TeX that labels use (Greek, sub- and superscripts, common symbols)
 * and shows what it does not understand by name, without backslashes.
 */
export const plainTypesetter: Typesetter = { typeset }
