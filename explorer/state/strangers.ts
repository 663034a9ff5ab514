import type { CatalogueRow } from '../engine/protocol.ts'
import type { Problem } from './address.ts'
import type { View } from './view.ts'

/** What a view is without names that nothing goes by, and what is to be said of them. */
export interface Corrected {
  readonly part: Partial<View>
  readonly problems: readonly Problem[]
}

/**
 * Names of constraints, and of the experiment whose events are shown, that are not in the catalogue.
 *
 * @param gone names that were there: limits of the reader's own whose files were removed, of which nothing is to be said
 * @param unread constraints of the catalogue whose tables did not load: no strangers
 */
export function withoutStrangers(
  { only, hidden, spectrum }: View,
  catalogue: readonly CatalogueRow[],
  gone: ReadonlySet<string>,
  unread: readonly string[] = [],
): Corrected {
  const known = new Set([...catalogue.map(({ id }) => id), ...unread])
  const problems: Problem[] = []
  const kept = (field: string, ids: readonly string[]): readonly string[] => {
    const strange = ids.filter((id) => !known.has(id))
    const untold = strange.filter((id) => !gone.has(id))
    if (untold.length > 0) {
      const names = untold.length > MOST ? `${untold.slice(0, MOST).join(', ')} and ${untold.length - MOST} more` : untold.join(', ')
      problems.push({
        field,
        message: `${names}: not in the catalogue. Limits of someone’s own are not behind a link; add their files under “Constraints”.`,
      })
    }
    return strange.length === 0 ? ids : ids.filter((id) => known.has(id))
  }
  const [shown, off] = [kept('only', only), kept('off', hidden)]
  const isStrange =
    spectrum !== undefined && !unread.includes(spectrum) && !catalogue.some(({ id, hasSpectra }) => hasSpectra && id === spectrum)
  if (isStrange) problems.push({ field: 'spectrum', message: `'${spectrum}' is no experiment whose events are computed` })
  return {
    part: {
      ...(shown === only ? {} : { only: shown }),
      ...(off === hidden ? {} : { hidden: off }),
      ...(isStrange ? { spectrum: undefined } : {}),
    },
    problems,
  }
}

/** So many names are told. */
const MOST = 3

/** A published figure that is none of those that are computed again. */
export function withoutStrangeFigure({ figure }: View, figures: readonly string[]): Corrected {
  if (figure === undefined || figures.includes(figure)) return { part: {}, problems: [] }
  return { part: { figure: undefined }, problems: [{ field: 'figure', message: `'${figure}' is no figure that is computed again here` }] }
}
