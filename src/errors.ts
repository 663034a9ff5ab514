/**
 * A mistake in what the user gave: one line that says what is wrong, in which field, and what is allowed.
 * The command line prints the message alone and exits with 2.
 */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly field: string | undefined

  constructor(message: string, field?: string) {
    super(field === undefined ? message : `${field}: ${message}`)
    this.field = field
  }
}

/** Something that should have worked and did not (a full disk, a missing optional part): exit code 1. */
export class FailureError extends Error {
  override readonly name = 'FailureError'
}

/** Two letters swapped are a likelier slip than one letter changed for another. */
const SWAP = 0.9

/** Damerau–Levenshtein distance. */
function editDistance(a: string, b: string): number {
  const d: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i])
  for (let j = 0; j <= b.length; j++) d[0][j] = j
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + SWAP)
      }
    }
  }
  return d[a.length][b.length]
}

/**
 * The candidate closest to a mistyped word, if any is close enough to be meant.
 *
 * @example
 * closest('borxino-2017', ['borexino-2011', 'borexino-2017']) // 'borexino-2017'
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase()
  let best: string | undefined
  // As many changes as there are letters would turn any word into any other.
  let bestDistance = Math.min(Math.max(2, Math.floor(word.length / 3)) + 1, word.length)
  for (const candidate of candidates) {
    const distance = editDistance(lower, candidate.toLowerCase())
    if (distance < bestDistance) {
      bestDistance = distance
      best = candidate
    }
  }
  return best
}

/** So many words are listed in a refusal. */
const LISTED = 12

/** What lists all of a kind. */
const LISTS: Readonly<Record<string, string>> = {
  constraint: 'zest constraints',
  'citation or constraint': 'zest constraints or zest cite --json',
  figure: 'zest figures',
}

function listed(what: string, candidates: readonly string[]): string {
  if (candidates.length <= LISTED) return candidates.join(', ')
  const all = Object.hasOwn(LISTS, what) ? `${LISTS[what]} lists all ${candidates.length}` : `${candidates.length} in all`
  return `${candidates.slice(0, LISTED).join(', ')}, … (${all})`
}

/** The one-line refusal of an unknown word: with a did-you-mean where one is close or some begin with it, else the first dozen of what is allowed. */
export function unknownWord(what: string, word: string, candidates: readonly string[], field?: string): InputError {
  const guess = closest(word, candidates)
  const begun = word === '' ? [] : candidates.filter((candidate) => candidate.toLowerCase().startsWith(word.toLowerCase())).slice(0, LISTED)
  const meant = guess === undefined ? begun : [guess]
  const hint = meant.length === 0 ? `known: ${listed(what, candidates)}` : `did you mean ${meant.map((one) => `'${one}'`).join(' or ')}?`
  return new InputError(`unknown ${what} '${word}'; ${hint}`, field)
}
