import { batch, type ReadonlySignal, signal } from '@preact/signals'
import { asking } from '../engine/asking.ts'
import type { AsideAnswer, LaidOver, OpenedScan, ScanOver, Sheet, ToScans } from '../engine/protocol.ts'
import type { View } from '../state/view.ts'

/** A merged scan of the reader's own, which lies over the plane; one at a time. */
export interface Scans {
  readonly opened: ReadonlySignal<OpenedScan | undefined>
  /** The file that is being read. */
  readonly reading: ReadonlySignal<string | undefined>
  readonly problem: ReadonlySignal<string | undefined>
  /** In place of the one before. */
  open(file: File): Promise<void>
  remove(): void
  /** Forgets the problem that was told. */
  dismiss(): void
  /** Two columns of it as a figure of its own. */
  pair(names: readonly [x: string, y: string], sheet: Sheet): Promise<AsideAnswer>
}

/** A file that takes longer than this [ms] is given up. */
const PATIENCE_MS = 60_000

/** Whether a file is a scan rather than a limit: by its name, or by how it begins. */
export async function isScan(file: File): Promise<boolean> {
  if (/\.parquet$/i.test(file.name)) return true
  return (
    (await file
      .slice(0, 4)
      .text()
      .catch(() => '')) === 'PAR1'
  )
}

/** What of a scan lies over the plane of a view, where anything does. */
export function scanOver({ opened: { value: scan } }: Scans, { plane }: View): ScanOver | undefined {
  return scan !== undefined && 'overlay' in scan.over && plane === 'mass,coupling' ? scan.over : undefined
}

/** @param lay puts over the plane what is to lie there */
export function createScans(lay: (over: LaidOver | undefined) => void): Scans {
  const ask = asking<{ question: ToScans }, OpenedScan | AsideAnswer>(
    () => new Worker(new URL('../engine/worker.ts', import.meta.url), { type: 'module', name: 'zest-scans' }),
    PATIENCE_MS,
  )
  const opened = signal<OpenedScan>()
  const reading = signal<string>()
  const problem = signal<string>()
  let count = 0
  let held: { readonly scan: number; readonly file: File } | undefined

  function show(scan: OpenedScan | undefined): void {
    opened.value = scan
    lay(scan !== undefined && 'overlay' in scan.over ? { file: scan.file, overlay: scan.over.overlay } : undefined)
  }
  return {
    opened,
    reading,
    problem,
    async open(file) {
      const scan = ++count
      batch(() => {
        reading.value = file.name
        problem.value = undefined
      })
      try {
        const found = (await ask({ question: { kind: 'open', scan, file } })) as OpenedScan
        if (scan !== count) return
        held = { scan, file }
        batch(() => show(found))
      } catch (error) {
        if (scan === count) problem.value = `${file.name}: ${(error as Error).message}`
      } finally {
        if (scan === count) reading.value = undefined
      }
    },
    remove() {
      count++
      held = undefined
      batch(() => {
        reading.value = undefined
        show(undefined)
      })
    },
    dismiss() {
      problem.value = undefined
    },
    async pair(names, sheet) {
      if (held === undefined) throw new Error('there is no scan any more')
      return (await ask({ question: { kind: 'pair', ...held, names, sheet } })) as AsideAnswer
    },
  }
}
