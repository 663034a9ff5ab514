import { asking } from './asking.ts'
import type { Aside, AsideAnswer, Sheet } from './protocol.ts'

/** Asks the worker that answers beside the plane. */
export function createAsides(): (aside: Aside, sheet: Sheet) => Promise<AsideAnswer> {
  const ask = asking<{ aside: Aside; sheet: Sheet }, AsideAnswer>(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'zest-answers' }),
  )
  return (aside, sheet) => ask({ aside, sheet })
}
