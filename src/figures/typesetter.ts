/** A line of text made ready to draw: its box, and SVG that draws it in the inherited fill with the baseline's left end at the origin. */
export interface Typeset {
  readonly width: number
  /** Above the baseline. */
  readonly height: number
  /** Below the baseline. */
  readonly depth: number
  readonly svg: string
  /** Outlines the SVG refers to, by id: the figure writes each once. */
  readonly glyphs?: ReadonlyMap<string, string>
}

/** Turns plain text with TeX mathematics between dollars into drawable SVG. `size` is the font size in points. */
export interface Typesetter {
  typeset(text: string, size: number): Typeset
}

/** The text, or as much of its beginning as fits a width, with an ellipsis. Mathematics is kept or dropped whole. */
export function typesetWithin(text: string, size: number, width: number, typesetter: Typesetter): Typeset {
  const whole = typesetter.typeset(text, size)
  if (whole.width <= width) return whole
  const atoms = text.match(/\$[^$]*\$|[^$]/gu) ?? []
  const shortened = (count: number): Typeset => typesetter.typeset(`${atoms.slice(0, count).join('').trimEnd()}…`, size)
  let [fits, over] = [0, atoms.length]
  while (over - fits > 1) {
    const middle = (fits + over) >> 1
    if (shortened(middle).width <= width) fits = middle
    else over = middle
  }
  return shortened(fits)
}
