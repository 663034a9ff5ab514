import { InputError, unknownWord } from '../errors.ts'

/** −2 ln L as a function of numbers, and what they are. */
export interface ServedLikelihood {
  readonly parameters: readonly ServedParameter[]
  /** At values of the parameters within their ranges, in order; Infinity where the likelihood is zero. */
  minus2LogL(point: ArrayLike<number>): number
}

export interface ServedParameter {
  readonly name: string
  readonly unit: string
  readonly range: readonly [lo: number, hi: number]
}

const FIELDS = ['id', 'points']

/** No line may be longer [characters]: two million points of two numbers. */
const LONGEST_LINE = 64e6

/** The line that answers a line: values, or one error that says what is wrong with which part of it. Whatever is asked, there is an answer. */
export function answerTo(line: string, likelihood: ServedLikelihood): string {
  let id: unknown = null
  try {
    const request = parsed(line)
    checkId(request.id)
    id = request.id ?? null
    return JSON.stringify({ id, minus2LogL: valuesAt(request, likelihood) })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return JSON.stringify({
      id,
      error: { message, ...(error instanceof InputError && error.field !== undefined && { field: error.field }) },
    })
  }
}

function parsed(line: string): { readonly id?: unknown; readonly points?: unknown } {
  if (line.length > LONGEST_LINE) throw new InputError(`the line is longer than ${LONGEST_LINE} characters; send fewer points at a time`)
  let request: unknown
  try {
    request = JSON.parse(line)
  } catch (error) {
    const hint = /\b(NaN|Infinity)\b/.test(line) ? '; JSON has no NaN and no Infinity' : ''
    throw new InputError(`the line is not JSON: ${(error as Error).message}${hint}`)
  }
  if (typeof request !== 'object' || request === null || Array.isArray(request)) {
    throw new InputError('the line is no JSON object; write {"id": 1, "points": [[...], ...]}')
  }
  return request
}

/** What is a number beyond this would come back as another. */
function checkId(id: unknown): void {
  if (typeof id === 'number' && !(Math.abs(id) <= Number.MAX_SAFE_INTEGER))
    throw new InputError(`beyond 2^53 − 1 numbers do not come back as they were; write it as text, "…"`, 'id')
  if (typeof id === 'object' && id !== null) Object.values(id).forEach(checkId)
}

function valuesAt(request: { readonly points?: unknown }, { parameters, minus2LogL }: ServedLikelihood): number[] {
  const unknown = Object.keys(request).find((key) => !FIELDS.includes(key))
  if (unknown !== undefined) throw unknownWord('field', unknown, FIELDS, unknown)
  const { points } = request
  const names = parameters.map(({ name }) => name).join(', ')
  if (!Array.isArray(points)) throw new InputError(`missing; write one [${names}] for each point`, 'points')
  // All of them are looked at before any is computed.
  for (let i = 0; i < points.length; i++) {
    const point: unknown = points[i]
    if (!Array.isArray(point)) throw new InputError(`not a list of numbers; write [${names}]`, `points[${i}]`)
    if (point.length !== parameters.length) {
      throw new InputError(`${point.length} numbers are not allowed; allowed: ${parameters.length}, [${names}]`, `points[${i}]`)
    }
    for (let k = 0; k < parameters.length; k++) checkValue(point[k], parameters[k], i, k)
  }
  return points.map((point: number[], i) => {
    try {
      const value = minus2LogL(point)
      if (!Number.isNaN(value)) return value
    } catch (error) {
      throw new InputError((error as Error).message, `points[${i}]`)
    }
    throw new InputError('−2 ln L is not a number here: please report this', `points[${i}]`)
  })
}

function checkValue(value: unknown, { name, unit, range: [lo, hi] }: ServedParameter, i: number, k: number): void {
  if (typeof value === 'number' && value >= lo && value <= hi) return
  // JSON knows no infinity, but 1e400 is read as one.
  const shown = typeof value === 'number' ? value : JSON.stringify(value)
  throw new InputError(`${name} ${shown} is not allowed; allowed: ${lo} to ${hi}${unit === '' ? '' : ` ${unit}`}`, `points[${i}][${k}]`)
}

/**
 * The lines of a stream, each without its end; the last one needs none. Of a line that is too long a beginning is left, longer than what is allowed, so
 * that memory does not grow with what is sent.
 */
export async function* linesOf(chunks: AsyncIterable<string>, longest = LONGEST_LINE): AsyncGenerator<string> {
  let parts: string[] = []
  let length = 0
  const take = (part: string): void => {
    if (length <= longest) parts.push(part)
    length += part.length
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      take(chunk.slice(start, end))
      yield parts.join('')
      parts = []
      length = 0
      start = end + 1
    }
    if (start < chunk.length) take(chunk.slice(start))
  }
  if (length > 0) yield parts.join('')
}
