import { effect, type ReadonlySignal } from '@preact/signals'
import type { CatalogueRow } from '../engine/protocol.ts'
import type { Store } from './store.ts'
import { withoutStrangeFigure, withoutStrangers } from './strangers.ts'

/** Tells, and leaves out, what a link names and nothing goes by, as soon as that is known. */
export function checkNames(
  store: Store,
  {
    catalogue,
    unread,
  }: { readonly catalogue: ReadonlySignal<readonly CatalogueRow[]>; readonly unread: ReadonlySignal<readonly string[]> },
): void {
  const seen = new Set<string>()
  effect(() => {
    const rows = catalogue.value
    if (rows.length === 0) return
    for (const { id } of rows) seen.add(id)
    store.correct(withoutStrangers(store.view.value, rows, seen, unread.value))
  })
  effect(() => {
    const { figure } = store.view.value
    if (figure === undefined) return
    import('../papers/starts.ts').then(
      ({ STARTS }) => {
        const ids = STARTS.map(({ id }) => id)
        store.correct(withoutStrangeFigure(store.view.peek(), ids))
      },
      // The figure itself says that it did not load.
      () => {},
    )
  })
}
