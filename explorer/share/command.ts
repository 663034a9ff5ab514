import { InputError } from '../../src/index.ts'
import type { Query, Sheet } from '../engine/protocol.ts'
import { DEFAULT_VIEW, isSame, type Range } from '../state/view.ts'

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
 * @param named the constraints, where not all of a plot are shown
 * @param own files of the user's own limits
 * @param scan the file of a scan that lies over the plane
 */
export function commandOf(
  query: Query,
  {
    named,
    own,
    scan,
    theme,
    out,
  }: { named: readonly string[] | undefined; own: readonly string[]; scan?: string | undefined; theme: Sheet['theme']; out: string },
): string {
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
    if (own.length > 0) words.push('--constraint', listed(['all', ...own]))
    if (query.projections) words.push('--projections')
  }
  if (scan !== undefined) words.push('--scan', scan)
  if (theme !== 'light') words.push('--theme', theme)
  words.push('--out', out)
  return words.map(quoted).join(' ')
}
