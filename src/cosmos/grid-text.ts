/** Characters that need no quotes; two of those before announce a large number and a run of zeros. */
const [FIRST, LAST] = [40, 122]
const MIDDLE = (FIRST + LAST) >> 1
const BASE = LAST - FIRST + 1
const [LARGE, RUN] = ['!', '#']
const SHORTEST_RUN = 3

/** Writes whole numbers as text: a character each; `!` and three where one is large, `#` and one where many are zero. */
function encodeIntegers(values: readonly number[]): string {
  const character = (digit: number) => String.fromCharCode(FIRST + digit)
  let text = ''
  for (let i = 0; i < values.length; ) {
    let run = 0
    while (run < BASE - 1 && values[i + run] === 0) run++
    if (run >= SHORTEST_RUN) {
      text += RUN + character(run)
      i += run
      continue
    }
    const code = MIDDLE + values[i]
    const all = values[i] + BASE ** 3 / 2 - 0.5
    text +=
      code >= FIRST && code <= LAST
        ? String.fromCharCode(code)
        : LARGE + [all / BASE ** 2, all / BASE, all].map((digit) => character(Math.floor(digit) % BASE)).join('')
    i++
  }
  return text
}

function decodeIntegers(text: string): number[] {
  const values: number[] = []
  for (let i = 0; i < text.length; i++) {
    if (text[i] === RUN) for (let run = text.charCodeAt(++i) - FIRST; run > 0; run--) values.push(0)
    else if (text[i] === LARGE) {
      let value = 0.5 - BASE ** 3 / 2
      for (let digit = 2; digit >= 0; digit--) value += (text.charCodeAt(++i) - FIRST) * BASE ** digit
      values.push(value)
    } else values.push(text.charCodeAt(i) - MIDDLE)
  }
  return values
}

/** Each number less the one that came `lag` before it. */
const differences = (values: readonly number[], lag: number): number[] => values.map((value, i) => value - (values[i - lag] ?? 0))

/**
 * Writes the numbers of a grid as one text, in steps of `resolution`: how each differs from what the one before, the one in the row before and the one before
 * that let expect, by fewer than 285 000 steps.
 *
 * @param columns of the grid
 * @param base numbers that these are told relative to
 */
export function encodeGrid(values: ArrayLike<number>, resolution: number, columns: number, base?: ArrayLike<number>): string {
  const steps = Array.from(values, (value, i) => Math.round(value / resolution) - Math.round((base?.[i] ?? 0) / resolution))
  return encodeIntegers(differences(differences(steps, columns), 1))
}

/** The numbers that `encodeGrid` wrote. */
export function decodeGrid(text: string, resolution: number, columns: number, base?: ArrayLike<number>): Float64Array {
  const steps = decodeIntegers(text)
  for (const lag of [1, columns]) for (let i = lag; i < steps.length; i++) steps[i] += steps[i - lag]
  return Float64Array.from(steps, (step, i) => resolution * (step + Math.round((base?.[i] ?? 0) / resolution)))
}
