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
