import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type {
  CatalogueRow,
  Drawing,
  FromDrawing,
  FromPhysics,
  LimitRow,
  Place,
  PointRow,
  Query,
  ReachRow,
  Sheet,
  ToPhysics,
} from './protocol.ts'

export interface PointAnswer {
  readonly place: Place
  readonly rows: readonly PointRow[]
}

/** What the workers found, and what they are asked. */
export interface Engine {
  readonly drawing: ReadonlySignal<Drawing | undefined>
  /** Whether the drawing has its names: a draft has not. */
  readonly isNamed: ReadonlySignal<boolean>
  readonly catalogue: ReadonlySignal<readonly CatalogueRow[]>
  /** Known limits without numbers here. */
  readonly missing: ReadonlySignal<number>
  readonly pending: ReadonlySignal<readonly string[]>
  readonly pinned: ReadonlySignal<PointAnswer | undefined>
  readonly probed: ReadonlySignal<PointAnswer | undefined>
  readonly reaches: ReadonlySignal<readonly ReachRow[]>
  /** What the plot was computed for and under. */
  readonly note: ReadonlySignal<string>
  readonly problem: ReadonlySignal<{ readonly field: string | undefined; readonly message: string } | undefined>
  /** Whether everything asked for is drawn. */
  readonly isReady: ReadonlySignal<boolean>
  recompute(query: Query, sheet: Sheet): void
  probe(at: readonly [x: number, y: number] | undefined): void
  limits(query: Query, ids: readonly string[], masses: readonly number[]): Promise<readonly LimitRow[]>
  references(constraint: string): Promise<{ readonly texts: readonly string[]; readonly bibtex: string }>
}

/** Starts the workers. */
export function createEngine(): Engine {
  const physics = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'zest-physics' })
  const names = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'zest-drawing' })
  const { port1, port2 } = new MessageChannel()
  const ask = (message: ToPhysics, transfer: Transferable[] = []): void => physics.postMessage(message, transfer)
  ask({ kind: 'connect', port: port1 }, [port1])
  names.postMessage({ port: port2 }, [port2])

  const drawing = signal<Drawing>()
  const isNamed = signal(false)
  const catalogue = signal<readonly CatalogueRow[]>([])
  const missing = signal(0)
  const pending = signal<readonly string[]>([])
  const pinned = signal<PointAnswer>()
  const probed = signal<PointAnswer>()
  const reaches = signal<readonly ReachRow[]>([])
  const note = signal('')
  const problem = signal<{ field: string | undefined; message: string }>()
  const isReady = signal(false)

  let last = 0
  let newest = 0
  let probing = 0
  let nextProbe: readonly [number, number] | undefined
  const answers = new Map<number, (message: FromPhysics) => void>()

  function sendProbe(at: readonly [number, number]): void {
    probing = ++last
    ask({ kind: 'probe', id: probing, at })
  }

  const take = (message: FromPhysics): void => {
    switch (message.kind) {
      case 'catalogue':
        catalogue.value = message.rows
        missing.value = message.missing
        return
      case 'draft':
        drawing.value = message.drawing
        note.value = message.note
        isNamed.value = false
        pending.value = message.pending
        problem.value = undefined
        return
      case 'pinned':
        pinned.value = message
        return
      case 'settled':
        if (message.id !== newest) return
        reaches.value = message.reaches
        note.value = message.note
        return
      case 'probed':
        if (message.id !== probing) return
        probing = 0
        if (nextProbe !== undefined) sendProbe(nextProbe)
        nextProbe = undefined
        probed.value = message
        return
      case 'problem':
        if (message.id === probing) probing = 0
        if (message.id !== newest) return
        problem.value = { field: message.field, message: message.message }
        pending.value = []
        isReady.value = true
        return
      default:
        answers.get(message.id)?.(message)
        answers.delete(message.id)
    }
  }
  physics.onmessage = ({ data }: MessageEvent<FromPhysics>) => batch(() => take(data))
  names.onmessage = ({ data }: MessageEvent<FromDrawing>) => {
    if (data.id !== newest) return
    batch(() => {
      drawing.value = data.drawing
      isNamed.value = true
      pending.value = []
      isReady.value = true
    })
  }
  const fail = (): void => {
    problem.value = { field: undefined, message: 'the part of this page that computes did not load; reload the page' }
    isReady.value = true
  }
  physics.onerror = fail
  names.onerror = fail

  return {
    drawing,
    isNamed,
    catalogue,
    missing,
    pending,
    pinned,
    probed,
    reaches,
    note,
    problem,
    isReady,
    recompute(query, sheet) {
      newest = ++last
      batch(() => {
        isReady.value = false
        if (query.pin === undefined) pinned.value = undefined
      })
      ask({ kind: 'recompute', id: newest, query, sheet })
    },
    probe(at) {
      if (at === undefined) {
        nextProbe = undefined
        probed.value = undefined
        probing = 0
      } else if (probing === 0) sendProbe(at)
      else nextProbe = at
    },
    limits: (query, ids, masses) =>
      new Promise((resolve) => {
        const id = ++last
        answers.set(id, (message) => message.kind === 'limits' && resolve(message.rows))
        ask({ kind: 'limits', id, query, ids, masses })
      }),
    references: (constraint) =>
      new Promise((resolve) => {
        const id = ++last
        answers.set(id, (message) => message.kind === 'references' && resolve(message))
        ask({ kind: 'references', id, constraint })
      }),
  }
}
