/**
 * What a figure is, before anyone draws it: data coordinates and meanings, no pixels.
 * Text is plain with TeX between dollars: `Borexino 2017, $^7$Be`.
 */
export interface FigureSpec {
  readonly id: string
  readonly title?: string
  /** One panel, or several side by side; in rows and columns where each says its place. */
  readonly panels: readonly Panel[]
  /** Plain sentences under the figure's name: what is shown, under which assumptions, what is missing. Written into the file's description. */
  readonly caption: string
  /** One or two short lines printed under the frame, a line break between them: `kinetic mixing: loop · NuFIT 6.0`. */
  readonly footnote?: string
}

export interface Panel {
  /** In rows and columns it may have two lines, with a line break between them. */
  readonly title?: string
  /**
   * Row and column from the top left, from 0, in a figure whose panels all say theirs: frames of one size, where those of a column share the axis at the
   * bottom and those of a row the axis to the left, and every name goes to one legend.
   */
  readonly place?: { readonly row: number; readonly column: number }
  readonly x: Axis
  readonly y: Axis
  readonly layers: readonly Layer[]
  /** `auto` (default): a label on its region or curve, and only what finds no room goes to a legend. `all`: every label goes to the legend. */
  readonly legend?: 'auto' | 'all'
  /** With many regions: smaller labels, and none on regions that others cover wholly, which the caption names. */
  readonly isCrowded?: boolean
  /** What colours mean, in a row under the frame. */
  readonly key?: readonly { readonly label: string; readonly colour: number }[]
}

export interface Axis {
  readonly label: string
  /** A log axis may lie wholly below zero. */
  readonly scale: 'log' | 'linear'
  readonly min: number
  readonly max: number
  /** Neither ticks nor a label. */
  readonly isBare?: boolean
}

export type Point = readonly [x: number, y: number]

/**
 * How a layer speaks:
 * `exclusion` solid fill and edge · `allowed` the same, of what a fit allows · `preferred` hatched band · `historical` the same, light and thin · `projection` dashed outline, no fill · `curve` a plain line.
 */
export type LayerStyle = 'exclusion' | 'allowed' | 'preferred' | 'historical' | 'projection' | 'curve'

export interface RegionLayer {
  readonly kind: 'region'
  /**
   * The constraint's id, or those of several drawn as one region with spaces between; becomes `data-constraint`, where
   * `[data-constraint~="<id>"]` finds each.
   */
  readonly id: string
  /** Rings, filled by the even-odd rule: a ring inside another is a hole. */
  readonly polygons: readonly (readonly Point[])[]
  readonly style: LayerStyle
  readonly label?: string
  /** Of the outline, where not that of the style. */
  readonly dash?: 'solid' | 'dashed' | 'dotted'
  /** Short strokes into it along its open edges, for an outline that does not show on which side it lies. */
  readonly hasTeeth?: boolean
  /** A fixed palette slot, so that an experiment keeps its colour; assigned in order where absent. */
  readonly colour?: number
  /** Whether even that there is no coupling at all is excluded. */
  readonly isFromZero?: boolean
  /** Where its name stands, if not where there is room on the plot: in the legend, or beside the figure, by whoever shows it. */
  readonly named?: 'legend' | 'beside'
  /** How many regions of its colour lie around it: as dark as they make it is its sample in a legend. */
  readonly depth?: number
  /** What lies along these ends is where no more is known, and has no edge. */
  readonly within?: { readonly x: readonly [min: number, max: number]; readonly y: readonly [min: number, max: number] }
  /** Fainter than others, so that what lies under it can be read. */
  readonly isFaint?: boolean
  /** Under every other filled region of a crowded panel. */
  readonly isBackground?: boolean
  /** Over every other filled region of a crowded panel, with its whole outline and its name. */
  readonly isForeground?: boolean
}

export interface LineLayer {
  readonly kind: 'line'
  readonly id: string
  readonly paths: readonly (readonly Point[])[]
  readonly style: LayerStyle
  /** Filled down to the lower end of the axis. */
  readonly isFilled?: boolean
  readonly dash?: 'solid' | 'dashed' | 'dotted'
  readonly label?: string
  readonly colour?: number
}

export interface MarkerLayer {
  readonly kind: 'marker'
  readonly id: string
  readonly points: readonly Point[]
  /** A `sight` is four strokes around a place, which leave room for another symbol there. */
  readonly symbol: 'star' | 'circle' | 'cross' | 'plus' | 'sight'
  /** Vertical error bars, one a point. */
  readonly errors?: readonly number[]
  readonly label?: string
  /** Where its name stands, if not where there is room on the plot: in the legend, or beside the figure, by whoever shows it. */
  readonly named?: 'legend' | 'beside'
  readonly colour?: number
}

export type Layer = RegionLayer | LineLayer | MarkerLayer
