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
