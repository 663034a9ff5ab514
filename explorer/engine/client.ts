import { batch, type ReadonlySignal, signal } from '@preact/signals'
import { createScans, type Scans } from '../scan/scans.ts'
import { createAsides } from './asides.ts'
import { NOT_LOADED } from './asking.ts'
import type {
  Aside,
  AsideAnswer,
  CatalogueRow,
  Drawing,
  Failure,
  FromDrawing,
  FromPhysics,
  OwnFile,
  OwnRow,
  PointAnswer,
  Query,
  ReachRow,
  Sheet,
  TakenFormat,
  ToPhysics,
} from './protocol.ts'

export type { PointAnswer }

/** What the workers found, and what they are asked. */
export interface Engine {
  readonly drawing: ReadonlySignal<Drawing | undefined>
  /** Whether the drawing has its names: a draft has not. */
  readonly isNamed: ReadonlySignal<boolean>
  readonly catalogue: ReadonlySignal<readonly CatalogueRow[]>
  /** Those whose tables did not load. */
  readonly unread: ReadonlySignal<readonly string[]>
  /** Known limits without numbers here. */
  readonly missing: ReadonlySignal<number>
  readonly pending: ReadonlySignal<readonly string[]>
  /** What could not be computed, and is left out. */
  readonly failed: ReadonlySignal<readonly Failure[]>
  readonly pinned: ReadonlySignal<PointAnswer | undefined>
  readonly probed: ReadonlySignal<PointAnswer | undefined>
  readonly reaches: ReadonlySignal<readonly ReachRow[]>
  /** What the plot was computed for and under. */
  readonly note: ReadonlySignal<string>
  readonly problem: ReadonlySignal<{ readonly field: string | undefined; readonly message: string } | undefined>
  /** Whether everything asked for is drawn. */
  readonly isReady: ReadonlySignal<boolean>
  recompute(query: Query, sheet: Sheet): void
  /** The same once more: what did not load may load now. */
  again(): void
  probe(at: readonly [x: number, y: number] | undefined): void
  references(constraint: string, assumptions: Query['assumptions']): Promise<{ readonly texts: readonly string[]; readonly bibtex: string }>
  /** What panels beside the plane show. */
  aside(aside: Aside, sheet: Sheet): Promise<AsideAnswer>
  /** What became of the files of the user's own. */
  readonly ownRows: ReadonlySignal<readonly OwnRow[]>
  /** Replaces the user's own limits by those of these files, and computes with them. */
  own(files: readonly OwnFile[]): Promise<void>
  /** A merged scan of the user's own. */
  readonly scans: Scans
  /** A file of what a view shows. Rejects, with a message for the reader, where there is none. */
  take(query: Query, theme: Sheet['theme'], format: TakenFormat): Promise<string | Uint8Array<ArrayBuffer>>
}

/** Starts the workers. */
export function createEngine(): Engine {
  const physics = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'zest-physics' })
  const ask = (message: ToPhysics, transfer: Transferable[] = []): void => physics.postMessage(message, transfer)

  const drawing = signal<Drawing>()
  const isNamed = signal(false)
  const catalogue = signal<readonly CatalogueRow[]>([])
  const unread = signal<readonly string[]>([])
  const missing = signal(0)
  const pending = signal<readonly string[]>([])
  const failed = signal<readonly Failure[]>([])
  const pinned = signal<PointAnswer>()
  const probed = signal<PointAnswer>()
  const reaches = signal<readonly ReachRow[]>([])
  const note = signal('')
  const ownRows = signal<readonly OwnRow[]>([])
  const problem = signal<{ field: string | undefined; message: string }>()
  const isReady = signal(false)

  let last = 0
  let newest = 0
  /** The last question of which anything is shown. */
  let told = 0
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
        unread.value = message.unread
        catalogue.value = message.rows
        missing.value = message.missing
        return
      case 'draft':
        // While something moves, what is older than the newest question is shown: but not over what came after it.
        if (message.id < told) return
        told = message.id
        drawing.value = message.drawing
        startNames()
        note.value = message.note
        isNamed.value = false
        pending.value = message.pending
        failed.value = message.failed
        problem.value = undefined
        return
      case 'pinned':
        if (message.id >= told && asked?.query.pin !== undefined) pinned.value = message
        return
      case 'settled':
        if (message.id !== newest) return
        reaches.value = message.reaches
        note.value = message.note
        failed.value = message.failed
        if (!hasNames) nameless()
        return
      case 'probed':
        if (message.id !== probing) return
        probing = 0
        if (nextProbe !== undefined) sendProbe(nextProbe)
        nextProbe = undefined
        probed.value = message.answer
        return
      case 'problem':
        if (message.id === probing) probing = 0
        answers.get(message.id)?.(message)
        answers.delete(message.id)
        if (message.id !== newest) return
        told = message.id
        // Nothing of what was asked before stands as if it answered this.
        drawing.value = undefined
        pinned.value = undefined
        probed.value = undefined
        reaches.value = []
        note.value = ''
        failed.value = []
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
  /** The end, for the worker that places names, of a line to the one that computes. */
  function lineToNames(): MessagePort {
    const { port1, port2 } = new MessageChannel()
    ask({ kind: 'connect', to: 'drawing', port: port1 }, [port1])
    return port2
  }
  let nameLine: MessagePort | undefined = lineToNames()
  let hasNames = true
  /** Names are placed by a worker of their own, which the first draft need not wait for. */
  function startNames(): void {
    if (nameLine === undefined) return
    const names = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'zest-drawing' })
    names.onmessage = takeNamed
    names.onerror = () => {
      hasNames = false
      if (reaches.peek().length > 0) batch(() => nameless())
    }
    names.postMessage({ port: nameLine }, [nameLine])
    nameLine = undefined
  }
  /** The plot stays as it was drafted. */
  function nameless(message = NOT_LOADED): void {
    failed.value = [...failed.value, { id: 'names', label: 'the names on the plot', message }]
    pending.value = []
    isReady.value = true
  }
  let isHelped = false
  /** What is asked of many constraints is shared with another worker once the first view stands; without one all works as well. */
  function startHelp(): void {
    if (isHelped || navigator.hardwareConcurrency < 4) return
    isHelped = true
    const helper = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'zest-helping' })
    const channel = new MessageChannel()
    helper.postMessage({ port: channel.port1 }, [channel.port1])
    ask({ kind: 'connect', to: 'helper', port: channel.port2 }, [channel.port2])
  }
  const takeNamed = ({ data }: MessageEvent<FromDrawing>) => {
    if (data.id !== newest) return
    batch(() => {
      if ('problem' in data) {
        nameless(data.problem)
        return
      }
      drawing.value = data.drawing
      isNamed.value = true
      pending.value = []
      isReady.value = true
    })
    startHelp()
  }
  const fail = (): void => {
    for (const [id, answer] of answers) answer({ kind: 'problem', id, field: undefined, message: NOT_LOADED })
    answers.clear()
    problem.value = { field: undefined, message: NOT_LOADED }
    isReady.value = true
  }
  physics.onerror = fail

  function recompute(query: Query, sheet: Sheet): void {
    newest = ++last
    asked = { query, sheet }
    probing = 0
    nextProbe = undefined
    batch(() => {
      isReady.value = false
      // Where the cursor rests, another boson may lie now.
      probed.value = undefined
      if (query.pin === undefined) pinned.value = undefined
    })
    ask({ kind: 'recompute', id: newest, query, sheet })
  }

  const again = (): void => {
    if (asked !== undefined) recompute(asked.query, asked.sheet)
  }
  return {
    drawing,
    isNamed,
    catalogue,
    unread,
    missing,
    pending,
    failed,
    again() {
      if (!hasNames) nameLine = lineToNames()
      hasNames = true
      again()
    },
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
    references: (constraint, assumptions) => answered('references', (id) => ({ kind: 'references', id, constraint, assumptions })),
    ownRows,
    async own(files) {
      ownRows.value = (await answered('own', (id) => ({ kind: 'own', id, files }))).rows
      again()
    },
    scans: createScans((over) => {
      ask({ kind: 'lay-over', over })
      again()
    }),
    take: async (query, theme, format) => (await answered('taken', (id) => ({ kind: 'take', id, query, theme, format }))).content,
  }
}
