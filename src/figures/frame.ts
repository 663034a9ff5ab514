import { InputError } from '../errors.ts'
import { position, type Ticks, ticks } from './axes.ts'
import type { Box, Line } from './geometry.ts'
import type { DrawnLayer, PlacedLabel } from './layers.ts'
import type { Axis, Panel, Point } from './spec.ts'
import type { Typeset, Typesetter } from './typesetter.ts'

export interface LayoutOptions {
  /** Width of the whole figure; 120 mm for one panel, 180 mm for more. */
  readonly width_mm?: number
  /** Height of a frame over its width; 0.75 for one panel, 0.9 for more. */
  readonly aspect?: number
  /** Without names, and with regions stacked by their area alone: for a page to show while a slider moves. */
  readonly isDraft?: boolean
  readonly typesetter?: Typesetter
}

/** A text and where its baseline starts. */
export interface PlacedText {
  readonly text: Typeset
  readonly x: number
  readonly y: number
}

export interface LegendEntry extends PlacedText {
  readonly layer: number
  /** The sample's left end and middle. */
  readonly sample: Point
}

/** A colour and what it means. */
export interface KeyEntry extends PlacedText {
  readonly slot: number
  /** The sample's left end and middle. */
  readonly sample: Point
}

export interface DrawnAxis {
  readonly labels: readonly PlacedText[]
  readonly title?: PlacedText
}

export interface DrawnPanel {
  readonly frame: Box
  readonly x: DrawnAxis
  readonly y: DrawnAxis
  /** Line by line. */
  readonly title: readonly PlacedText[]
  readonly layers: readonly DrawnLayer[]
  readonly labels: readonly PlacedLabel[]
  /** The legend's box where it stands inside the frame. */
  readonly legendBox?: Box
  readonly legend: readonly LegendEntry[]
  readonly key: readonly KeyEntry[]
  readonly tickMarks: { readonly major: readonly Line[]; readonly minor: readonly Line[] }
  readonly sampleWidth: number
}

/** Every place and size of a figure, in points (1/72 inch) from the top left corner. */
export interface FigureLayout {
  readonly width: number
  readonly height: number
  readonly fontSize: number
  readonly title?: PlacedText
  readonly panels: readonly DrawnPanel[]
  readonly footnote: readonly PlacedText[]
}

const POINTS_PER_MM = 72 / 25.4

/** The width asked for, in millimetres and in points. */
export function layoutWidth({ width_mm: asked }: LayoutOptions, usual_mm: number): { width_mm: number; width: number } {
  const width_mm = asked ?? usual_mm
  if (!(width_mm >= 20 && width_mm <= 2000)) throw new InputError(`a figure is 20 to 2000 mm wide, not ${width_mm}`, 'width_mm')
  return { width_mm, width: width_mm * POINTS_PER_MM }
}

/** Ticks of an axis with their texts set, and its title. */
export interface AxisTexts {
  readonly ticks: Ticks
  readonly labels: readonly (Typeset | undefined)[]
  readonly title: Typeset
}

/** The tick marks on all four sides, pointing inwards; none on the corners. */
function tickStrokes(frame: Box, xs: readonly number[], ys: readonly number[], length: number): Line[] {
  const [left, right, top, bottom] = [frame.x, frame.x + frame.width, frame.y, frame.y + frame.height]
  const within = (at: number, from: number, to: number): boolean => at > from + 0.3 && at < to - 0.3
  const vertical = (x: number): Line[] => [
    [[x, bottom] as const, [x, bottom - length] as const],
    [[x, top] as const, [x, top + length] as const],
  ]
  const horizontal = (y: number): Line[] => [
    [[left, y] as const, [left + length, y] as const],
    [[right, y] as const, [right - length, y] as const],
  ]
  return [...xs.filter((x) => within(x, left, right)).flatMap(vertical), ...ys.filter((y) => within(y, top, bottom)).flatMap(horizontal)]
}

/** Where values fall in a frame, and its tick marks, major ones of a length. */
export function tickMarksOf(frame: Box, { x, y }: Pick<Panel, 'x' | 'y'>, xs: Ticks, ys: Ticks, length: number) {
  const toX = position(x, frame.x, frame.x + frame.width)
  const toY = position(y, frame.y + frame.height, frame.y)
  const majors = ({ major }: Ticks): number[] => major.map(({ value }) => value)
  const tickMarks = {
    major: tickStrokes(frame, majors(xs).map(toX), majors(ys).map(toY), length),
    minor: tickStrokes(frame, xs.minor.map(toX), ys.minor.map(toY), 0.55 * length),
  }
  return { toX, toY, tickMarks }
}

/** The texts of an axis with at most so many labels; none of a bare one. */
export function textsOfAxis(axis: Axis, most: number, fontSize: number, typesetter: Typesetter): AxisTexts {
  const found = axis.isBare ? { major: [], minor: [] } : ticks(axis, Math.max(2, Math.floor(most)))
  return {
    ticks: found,
    labels: found.major.map((tick) => (tick.label === undefined ? undefined : typesetter.typeset(tick.label, TICK_SIZE * fontSize))),
    title: typesetter.typeset(axis.isBare ? '' : axis.label, 1.05 * fontSize),
  }
}

/** Size of the labels of ticks over that of text. */
export const TICK_SIZE = 0.92
