import { InputError } from '../../src/index.ts'
import type { Query, Sheet } from '../engine/protocol.ts'
import { DEFAULT_VIEW, isSame, type Range } from '../state/view.ts'

/** How a terminal is told what is shown: by name, or as all but some. */
export interface Chosen {
  readonly named: readonly string[] | undefined
  readonly projections: boolean
  /** Shown besides all, which hold no variants. */
  readonly variants: readonly string[]
  readonly without: readonly string[]
}

/** A word as a POSIX shell reads it back. */
const quoted = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)

/** Names as one word, which the command line cuts at commas. */
function listed(names: readonly string[]): string {
  const cut = names.find((name) => name.includes(','))
  if (cut !== undefined) throw new InputError(`there is no command: the comma in '${cut}' would part its name; give the file another`)
  return names.join(',')
}

/**
 * The `zest` command that makes the figure of a view.
 *
 * @param chosen what is shown, and `own`: files of the user's own limits; `scan`: the file of a scan that lies over the plane
 */
export function commandOf(
  query: Query,
  chosen: Chosen & {
    readonly own: readonly string[]
    readonly scan?: string | undefined
    readonly theme: Sheet['theme']
    readonly out: string
  },
): string {
  const { named, projections, variants, without, own, scan, theme, out } = chosen
  const { plane } = query
  const words = ['zest', 'plot', '--model', query.model]
  if (plane !== DEFAULT_VIEW.plane) words.push('--plane', plane)
  const range = ([lo, hi]: Range, unit = ''): string => `${lo}${unit}:${hi}${unit}`
  if (plane === 'epsMedium,tanEta') words.push('--mass', `${query.fixedMass_GeV}GeV`, '--tan-eta', range(query.tanEta))
  else if (!isSame(query.mass_GeV, DEFAULT_VIEW.mass_GeV)) words.push('--mass', range(query.mass_GeV, 'GeV'))
  if (plane === 'mass,coupling') {
    if (query.coupling !== undefined) words.push('--coupling', range(query.coupling))
  } else if (query.epsMedium !== undefined) words.push('--eps', range(query.epsMedium))
  for (const [key, value] of Object.entries(query.assumptions)) words.push('--set', `${key}=${value}`)
  if (named !== undefined) words.push('--constraint', listed(named))
  else {
    const besides = [...variants, ...own]
    if (besides.length > 0) words.push('--constraint', listed(['all', ...besides]))
    if (projections) words.push('--projections')
    if (without.length > 0) words.push('--without', listed(without))
  }
  if (scan !== undefined) words.push('--scan', scan)
  if (theme !== 'light') words.push('--theme', theme)
  words.push('--out', out)
  return words.map(quoted).join(' ')
}
