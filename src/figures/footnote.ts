import type { PlacedText } from './frame.ts'
import { type Typeset, type Typesetter, typesetWithin } from './typesetter.ts'

const DOT = ' · '
const COMMA = ','

/** A line of phrases between middle dots, broken at dots where it would run over, and at commas where one phrase alone does; what is longer yet is cut short. */
export function wrapped(line: string, size: number, width: number, typesetter: Typesetter): Typeset[] {
  const isWide = (text: string): boolean => typesetter.typeset(text, size).width > width
  const lines = isWide(line) ? fill(line.split(DOT), DOT, '', isWide) : [line]
  return lines
    .flatMap((text) => (isWide(text) ? fill(text.split(COMMA), COMMA, COMMA, isWide) : [text]))
    .map((text) => typesetWithin(text, size, width, typesetter))
}

/** Phrases joined into as few lines as fit; a phrase too wide by itself stays alone. */
function fill(phrases: readonly string[], joint: string, ending: string, isWide: (text: string) => boolean): string[] {
  const lines: string[] = []
  let current = phrases[0]
  for (const phrase of phrases.slice(1)) {
    const longer = current + joint + phrase
    if (isWide(longer)) {
      lines.push(current + ending)
      current = phrase.trimStart()
    } else current = longer
  }
  return [...lines, current]
}

/** Size of a footnote over that of text. */
const SIZE = 0.72

/** The lines of a footnote under a place, each as wide as it allows. */
export function placedFootnote(
  footnote: string | undefined,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  fontSize: number,
  typesetter: Typesetter,
): PlacedText[] {
  const size = SIZE * fontSize
  const lines = footnote ? footnote.split('\n').flatMap((line) => wrapped(line, size, width, typesetter)) : []
  return lines.map((text, i) => ({ text, x, y: y + size + i * 1.3 * size }))
}

/** Where a footnote ends; what is above it, where there is none. */
export const footBottom = (footnote: readonly PlacedText[], fontSize: number, above: number): number =>
  footnote.length === 0 ? above : footnote[footnote.length - 1].y + 0.35 * SIZE * fontSize
