import { type FigureSpec, overlaid, plainText } from '../../src/figures/index.ts'
import { type Assumptions, bibtex, type Constraint, type Entry, InputError, MISSING, reference, type Session } from '../../src/index.ts'
import { drawn } from './draw.ts'
import { Helper, NO_HELP } from './help.ts'
import { problemOf } from './problem.ts'
import type { FromPhysics, LaidOver, OwnFile, Query, Sheet, TakenFormat, ToDrawing, ToPhysics } from './protocol.ts'
import {
  type Draft,
  type Prepared,
  prepared,
  preparedEarly,
  Recomputing,
  readied,
  type Scene,
  sceneOf,
  shownSpecs,
  type Turn,
} from './recompute.ts'
import { catalogueRows, pointRows, reachRows } from './rows.ts'
import { sessions } from './sessions.ts'
import { Overtaken, turnTaker } from './turns.ts'

const keptSession = sessions()
let own: readonly Entry[] = []
/** The files that the user's own entries come from. */
let ownFiles: ReadonlyMap<string, string> = new Map()
/** What lies over the plane of mass and coupling. */
let over: LaidOver | undefined
const sessionFor = (departures: Partial<Assumptions>): Session => keptSession(departures, own)
const recomputing = new Recomputing()
/** The helper knows nothing of the user's own. */
const isShared = (id: string): boolean => own.every((entry) => entry.id !== id)
const nextTurn = turnTaker()
/** The close look at every edge, and the placing of names, wait until nothing has moved for so long [ms]. */
const REST_MS = 120

let toDrawing: MessagePort | undefined
let helper: Helper | undefined
let newest = 0
let scene: Scene | undefined
/** What was ready to be asked last. */
let shown: Prepared | undefined
let described = ''

const reply = (message: FromPhysics): void => self.postMessage(message)

function tell(id: number, error: unknown): void {
  if (error instanceof Overtaken) return
  const field = error instanceof InputError ? error.field : undefined
  reply({ kind: 'problem', id, field, message: problemOf(error) })
}

const stay = async (): Promise<void> => {}
const idsOf = (constraints: readonly Constraint[]): string[] => [...new Set(constraints.map(({ entry }) => entry.id))]

/** Tells the catalogue, where it reads otherwise than before. */
async function describe(session: Session, turn: Turn): Promise<void> {
  const { ready, failed } = await readied(session, session.catalogue, turn)
  const rows = catalogueRows(ready, session)
  const unread = failed.map(({ id }) => id)
  const text = JSON.stringify([rows, unread])
  if (text === described) return
  described = text
  reply({ kind: 'catalogue', rows, unread, missing: MISSING.length })
}

/** What a plot was computed for and under: the first line under a figure. */
const noteOf = ({ footnote = '' }: FigureSpec): string => plainText(footnote.split('\n')[0])

const laidOver = ({ plane }: Query): LaidOver | undefined => (plane === 'mass,coupling' ? over : undefined)

/** A figure of a view with what lies over it. */
function withOverlay(spec: FigureSpec, query: Query): FigureSpec {
  const { overlay } = laidOver(query) ?? {}
  return overlay === undefined ? spec : overlaid(spec, overlay, query)
}

async function recompute(id: number, query: Query, sheet: Sheet): Promise<void> {
  const stillAsked = (): void => {
    if (newest !== id) throw new Overtaken()
  }
  const turn = async (): Promise<void> => {
    await nextTurn()
    stillAsked()
  }
  const drafted = ({ spec, pending, failed }: Draft): void =>
    reply({ kind: 'draft', id, drawing: drawn(withOverlay(spec, query), sheet, true), note: noteOf(spec), pending, failed })
  await turn()
  const help = helper?.isThere ? helper.ask(id, query, recomputing.share(isShared)) : NO_HELP
  const session = sessionFor(query.assumptions)
  const isFirst = described === ''
  const own = await sceneOf(query, session).catch(async (error: unknown) => {
    if (isFirst) await describe(session, turn)
    throw error
  })
  stillAsked()
  scene = own
  let found: Prepared['found'] | undefined
  if (shown?.scene.session !== session) {
    const early = await preparedEarly(own, shown)
    stillAsked()
    for await (const draft of recomputing.drafts(early, turn, help)) drafted(draft)
    if (isFirst) await describe(session, turn)
    found = early.found
  }
  const asked = await prepared(own, turn, found)
  shown = asked
  let isPinned = query.pin === undefined
  for await (const draft of recomputing.drafts(asked, turn, help)) {
    drafted(draft)
    if (isPinned) continue
    const { ready } = await readied(session, session.catalogue, stay)
    const pinned = await pointRows(own.plane, query.pin!, session, idsOf(ready))
    stillAsked()
    reply({ kind: 'pinned', id, ...pinned })
    isPinned = true
  }
  if (!isFirst) await new Promise((resolve) => setTimeout(resolve, REST_MS))
  await turn()
  await describe(session, turn)
  const { spec, regions, failed } = await recomputing.settled(asked, turn)
  reply({ kind: 'settled', id, reaches: reachRows(regions), note: noteOf(spec), failed })
  toDrawing?.postMessage({ id, spec: withOverlay(spec, query), sheet } satisfies ToDrawing)
}

async function probe(id: number, at: readonly [number, number]): Promise<void> {
  if (scene === undefined) {
    reply({ kind: 'probed', id, answer: undefined })
    return
  }
  const { plane, query, session } = scene
  const { ready } = await readied(session, shownSpecs(session, query), stay)
  reply({ kind: 'probed', id, answer: await pointRows(plane, at, session, idsOf(ready)) })
}

async function references(id: number, name: string, assumptions: Partial<Assumptions>): Promise<void> {
  const { citations } = await sessionFor(assumptions).constraint(name)
  reply({ kind: 'references', id, texts: citations.map(reference), bibtex: citations.map(bibtex).join('\n') })
}

async function readOwnFiles(id: number, files: readonly OwnFile[]): Promise<void> {
  const { readOwn } = await import('../own/read.ts')
  const { entries, rows } = await readOwn(files)
  own = entries
  ownFiles = new Map(rows.flatMap(({ id: name, file }) => (name === undefined ? [] : [[name, file]])))
  reply({ kind: 'own', id, rows })
}

async function takeAway(id: number, query: Query, theme: Sheet['theme'], format: TakenFormat): Promise<void> {
  const { taken } = await import('../share/taken.ts')
  reply({
    kind: 'taken',
    id,
    content: await taken({ query, theme, ownFiles, over: laidOver(query) }, sessionFor(query.assumptions), format),
  })
}

function answer(message: ToPhysics): Promise<void> | undefined {
  switch (message.kind) {
    case 'connect':
      if (message.to === 'drawing') toDrawing = message.port
      else helper = new Helper(message.port)
      return undefined
    case 'recompute':
      newest = message.id
      return recompute(message.id, message.query, message.sheet)
    case 'probe':
      return probe(message.id, message.at)
    case 'references':
      return references(message.id, message.constraint, message.assumptions)
    case 'own':
      return readOwnFiles(message.id, message.files)
    case 'lay-over':
      over = message.over
      return undefined
    case 'take':
      return takeAway(message.id, message.query, message.theme, message.format)
  }
}

/** Answers a message of the page. */
export function take({ data }: MessageEvent<ToPhysics>): void {
  answer(data)?.catch((error: unknown) => tell('id' in data ? data.id : 0, error))
}
