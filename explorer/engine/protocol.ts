import type { Quantity, Silent } from '../../src/constraints/index.ts'
import type { Axis, FigureSpec, ScanOverlay } from '../../src/figures/index.ts'
import type { Assumptions, Entry, Interval, Kind, Status } from '../../src/index.ts'
import type { ModelSpec } from '../../src/models/index.ts'
import type { SolarSource } from '../../src/neutrinos/index.ts'
import type { pointJson } from '../../src/reports/index.ts'
import type { Beside, Graph, Range, View } from '../state/view.ts'
import type { Answered } from './asking.ts'
import type { Answer } from './columns.ts'

/** What results depend on. */
export type Query = Omit<View, keyof Beside>

/** How a figure is to be drawn. */
export interface Sheet {
  readonly width_mm: number
  readonly aspect: number
  readonly theme: 'light' | 'dark'
}

/** A figure as the page shows it: markup made by the figure code, and where its frame lies, in points. */
export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly x: Axis
  readonly y: Axis
  /** The palette slot of each constraint drawn, by id. */
  readonly slots: Readonly<Record<string, number>>
}

/** A constraint under the assumptions chosen, in words. */
export interface CatalogueRow {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly group: Entry['group']
  readonly experiment: string | undefined
  readonly kind: Kind
  /** Drawn only when it is named. */
  readonly isVariant: boolean
  /** Whether the events that it counts are computed. */
  readonly hasSpectra: boolean
  /** Palette slots: of its own, and of its group in a plot of many. */
  readonly colour: number | undefined
  readonly groupColour: number
  readonly confidence: string
  readonly statement: string
  readonly unverified: string | undefined
  readonly where: string
  readonly notes: string | undefined
  readonly citations: readonly string[]
}

/** What a constraint says about one boson; `strength` is absent where it is silent. */
export interface PointRow {
  readonly id: string
  readonly status: Status
  readonly strength: number | undefined
  readonly silent: string | undefined
}

/** How far a constraint reaches in the plane. */
export interface ReachRow {
  readonly id: string
  /** Why it says nothing, where it does not. */
  readonly silent: string | undefined
  /** The least and the most of what runs along the columns. */
  readonly extent: Interval | undefined
}

/** A boson in words that do not depend on the plane. */
export interface Place {
  readonly x: number
  readonly y: number
  /** As the command line takes it; in a plane of a model's parameters, with those of the place. */
  readonly model: string
  readonly mass_GeV: number
  /** The coupling's, as the plot has it in TeX. */
  readonly symbol: string
  readonly coupling: number
}

/** A file of the user's own: it stays in the browser. */
export interface OwnFile {
  readonly name: string
  readonly text: string
}

/** What lies over the plane of mass and coupling, and the file that it comes from. */
export interface LaidOver {
  readonly file: string
  readonly overlay: ScanOverlay
}

/** What became of a file of the user's own. */
export interface OwnRow {
  readonly file: string
  /** Of the limit that the file heads. */
  readonly id?: string
  readonly label?: string
  /** Drawn with projections only. */
  readonly isProjection?: boolean
  /** Why there is none, or what the file lacks. */
  readonly problem?: string
}

/** A constraint that could not be computed, and is left out. */
export interface Failure {
  readonly id: string
  readonly label: string
  readonly message: string
}

/** What of a view can be taken away; `command` is what a terminal makes the same with. */
export type TakenFormat = 'svg' | 'pdf' | 'csv' | 'json' | 'bib' | 'command'

/** To the worker that computes. */
export type ToPhysics =
  | { readonly kind: 'connect'; readonly to: 'drawing' | 'helper'; readonly port: MessagePort }
  | { readonly kind: 'recompute'; readonly id: number; readonly query: Query; readonly sheet: Sheet }
  | { readonly kind: 'probe'; readonly id: number; readonly at: readonly [x: number, y: number] }
  | { readonly kind: 'references'; readonly id: number; readonly constraint: string; readonly assumptions: Partial<Assumptions> }
  | { readonly kind: 'own'; readonly id: number; readonly files: readonly OwnFile[] }
  | { readonly kind: 'lay-over'; readonly over: LaidOver | undefined }
  | { readonly kind: 'take'; readonly id: number; readonly query: Query; readonly theme: Sheet['theme']; readonly format: TakenFormat }

/** To the worker that asks constraints for the one that computes: into how many columns from one to the next each of them is to be asked, by key. */
export interface ToHelper {
  readonly id: number
  readonly query: Query
  readonly strides: ReadonlyMap<string, number>
}

export interface FromHelper {
  readonly id: number
  readonly answers: readonly (readonly [key: string, answer: Answer])[]
  readonly isLast: boolean
}

/** From the worker that computes; `id` is that of the question. */
export type FromPhysics =
  | { readonly kind: 'catalogue'; readonly rows: readonly CatalogueRow[]; readonly unread: readonly string[]; readonly missing: number }
  | {
      readonly kind: 'draft'
      readonly id: number
      readonly drawing: Drawing
      readonly note: string
      readonly pending: readonly string[]
      readonly failed: readonly Failure[]
    }
  | { readonly kind: 'pinned'; readonly id: number; readonly place: Place; readonly rows: readonly PointRow[] }
  | {
      readonly kind: 'settled'
      readonly id: number
      readonly reaches: readonly ReachRow[]
      readonly note: string
      readonly failed: readonly Failure[]
    }
  | { readonly kind: 'probed'; readonly id: number; readonly answer: PointAnswer | undefined }
  | { readonly kind: 'references'; readonly id: number; readonly texts: readonly string[]; readonly bibtex: string }
  | { readonly kind: 'own'; readonly id: number; readonly rows: readonly OwnRow[] }
  | { readonly kind: 'taken'; readonly id: number; readonly content: string | Uint8Array<ArrayBuffer> }
  | { readonly kind: 'problem'; readonly id: number; readonly field: string | undefined; readonly message: string }

/** From the worker that computes to the one that draws: a figure with all its names. */
export interface ToDrawing {
  readonly id: number
  readonly spec: FigureSpec
  readonly sheet: Sheet
}

/** From the worker that draws: the drawing, or why there is none. */
export type FromDrawing = { readonly id: number } & ({ readonly drawing: Drawing } | { readonly problem: string })

/** What constraints say at a place of the plane. */
export interface PointAnswer {
  readonly place: Place
  readonly rows: readonly PointRow[]
}

/** A boson as a worker is told of it. */
export type PlainBoson = Pick<Place, 'model' | 'mass_GeV' | 'coupling'>

/** What is asked of the worker that answers beside the plane. */
export type Aside = { readonly assumptions: Partial<Assumptions> } & (
  | { readonly kind: 'boson'; readonly boson: PlainBoson; readonly graph: Graph; readonly masses_GeV: Range }
  | { readonly kind: 'spectrum'; readonly boson: PlainBoson | undefined; readonly experiment: string }
  | { readonly kind: 'solar'; readonly boson: PlainBoson | undefined; readonly source: SolarSource }
  | { readonly kind: 'figure'; readonly figure: string }
)

/** A small figure, in words and numbers as well. */
export interface Sketch {
  readonly svg: string
  /** Of its panels, which stand side by side. */
  readonly panels: number
  readonly caption: string
  readonly csv: string
}

/** Everything about one boson, as `zest point --json` says it. */
export type BosonFacts = Omit<ReturnType<typeof pointJson>, 'constraints'>

export interface AsideAnswer {
  /** Absent where there is nothing to draw. */
  readonly sketch: Sketch | undefined
  readonly remarks: readonly string[]
  readonly facts?: BosonFacts
  /** What the early universe has of the boson, or why that is not computed: N_eff, H₀ by the ids of their constraints. */
  readonly universe?: Readonly<Record<string, Quantity | Silent | undefined>>
  /** What else may be asked for. */
  readonly choices?: readonly { readonly id: string; readonly label: string }[]
}

export interface ToAnswers {
  readonly id: number
  readonly aside: Aside
  /** Of the whole place that the figure is to fill. */
  readonly sheet: Sheet
}

export type FromAnswers = Answered<AsideAnswer>

/** A column of a scan that a figure can have along an axis. */
export interface ScanColumn {
  readonly name: string
  /** Whether it was run, rather than computed. */
  readonly isParameter: boolean
}

/** A region of a scan, and how far it reaches. */
export interface ScanReach {
  /** That of its layer. */
  readonly id: string
  /** Its level: `1σ`. */
  readonly level: string
  readonly masses_GeV: Range
  readonly couplings: Range
}

/** What of a scan lies over the plane of mass and coupling. */
export interface ScanOver {
  readonly overlay: ScanOverlay
  readonly reaches: readonly ScanReach[]
  /** Every parameter that varies, at the best point. */
  readonly best: readonly (readonly [name: string, value: number])[]
  readonly minus2LogL: number
}

/** A merged scan that the reader opened: what it is of, and what the plane shows of it. */
export interface OpenedScan {
  readonly file: string
  readonly title: string
  readonly points: number
  /** Of its plan. */
  readonly hash: string
  /** Of Zest. */
  readonly version: string
  /** With `{name}` where a parameter stands. */
  readonly model: ModelSpec
  /** The same at the best point. */
  readonly bestModel: ModelSpec
  /** How each parameter was run, in words. */
  readonly parameters: readonly (readonly [name: string, run: string])[]
  readonly columns: readonly ScanColumn[]
  readonly likelihood: readonly string[]
  readonly approximate: readonly string[]
  /** What differs from the default. */
  readonly assumptions: Partial<Assumptions>
  readonly references: readonly string[]
  readonly over: ScanOver | { readonly absent: string }
}

/** To the worker that reads scans; a file is read anew only where the number of the scan is another. */
export type ToScans = { readonly scan: number; readonly file: File } & (
  | { readonly kind: 'open' }
  /** The regions of two columns, whatever the others are. */
  | { readonly kind: 'pair'; readonly names: readonly [x: string, y: string]; readonly sheet: Sheet }
)

export type FromScans = Answered<OpenedScan | AsideAnswer>
