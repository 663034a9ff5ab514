import { batch, type ReadonlySignal, signal } from '@preact/signals'
import { createAsides } from './asides.ts'
import type {
  Aside,
  AsideAnswer,
  CatalogueRow,
  Drawing,
  FromDrawing,
  FromPhysics,
  LimitRow,
  OwnFile,
  OwnRow,
  Place,
  PointRow,
  Query,
  ReachRow,
  Sheet,
  TakenFormat,
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
  /** What panels beside the plane show. */
  aside(aside: Aside, sheet: Sheet): Promise<AsideAnswer>
  /** What became of the files of the user's own. */
  readonly ownRows: ReadonlySignal<readonly OwnRow[]>
  /** Replaces the user's own limits by those of these files, and computes with them. */
  own(files: readonly OwnFile[]): Promise<void>
  /** A file of what a view shows. Rejects, with a message for the reader, where there is none. */
  take(query: Query, theme: Sheet['theme'], format: TakenFormat): Promise<string | Uint8Array<ArrayBuffer>>
}

/** Starts the workers. */
export function createEngine(): Engine {
  const physics = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'zest-physics' })
  const { port1, port2 } = new MessageChannel()
  const ask = (message: ToPhysics, transfer: Transferable[] = []): void => physics.postMessage(message, transfer)
  ask({ kind: 'connect', port: port1 }, [port1])

  const drawing = signal<Drawing>()
  const isNamed = signal(false)
  const catalogue = signal<readonly CatalogueRow[]>([])
  const missing = signal(0)
  const pending = signal<readonly string[]>([])
  const pinned = signal<PointAnswer>()
  const probed = signal<PointAnswer>()
  const reaches = signal<readonly ReachRow[]>([])
  const note = signal('')
  const ownRows = signal<readonly OwnRow[]>([])
  const problem = signal<{ field: string | undefined; message: string }>()
  const isReady = signal(false)

  let last = 0
  let newest = 0
  let probing = 0
  let nextProbe: readonly [number, number] | undefined
  let asked: { readonly query: Query; readonly sheet: Sheet } | undefined
  const answers = new Map<number, (message: FromPhysics) => void>()

  /** One question, its answer; a problem rejects. */
  function answered<Kind extends FromPhysics['kind']>(
    kind: Kind,
    question: (id: number) => ToPhysics,
  ): Promise<Extract<FromPhysics, { readonly kind: Kind }>> {
    const id = ++last
    return new Promise((resolve, reject) => {
      answers.set(id, (message) => {
        if (message.kind === kind) resolve(message as Extract<FromPhysics, { readonly kind: Kind }>)
        else if (message.kind === 'problem') reject(new Error(message.message))
      })
      ask(question(id))
    })
  }

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
        startNames()
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
        answers.get(message.id)?.(message)
        answers.delete(message.id)
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
  let areNamesStarted = false
  /** Names are placed by a worker of their own, which the first draft need not wait for. */
  function startNames(): void {
    if (areNamesStarted) return
    areNamesStarted = true
    const names = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'zest-drawing' })
    names.onmessage = takeNamed
    names.onerror = fail
    names.postMessage({ port: port2 }, [port2])
  }
  const takeNamed = ({ data }: MessageEvent<FromDrawing>) => {
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

  function recompute(query: Query, sheet: Sheet): void {
    newest = ++last
    asked = { query, sheet }
    batch(() => {
      isReady.value = false
      if (query.pin === undefined) pinned.value = undefined
    })
    ask({ kind: 'recompute', id: newest, query, sheet })
  }

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
    aside: createAsides(),
    recompute,
    probe(at) {
      if (at === undefined) {
        nextProbe = undefined
        probed.value = undefined
        probing = 0
      } else if (probing === 0) sendProbe(at)
      else nextProbe = at
    },
    limits: async (query, ids, masses) => (await answered('limits', (id) => ({ kind: 'limits', id, query, ids, masses }))).rows,
    references: (constraint) => answered('references', (id) => ({ kind: 'references', id, constraint })),
    ownRows,
    async own(files) {
      ownRows.value = (await answered('own', (id) => ({ kind: 'own', id, files }))).rows
      if (asked !== undefined) recompute(asked.query, asked.sheet)
    },
    take: async (query, theme, format) => (await answered('taken', (id) => ({ kind: 'take', id, query, theme, format }))).content,
  }
}
