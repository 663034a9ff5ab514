import type { Axis } from '../../src/figures/index.ts'
import type { Drawing } from '../engine/protocol.ts'
import type { Range } from '../state/view.ts'
import { cut, moved, valueIn, zoomed } from './zoom.ts'

/** A place in the frame, from its left and its bottom, each between 0 and 1. */
export type Place = readonly [x: number, y: number]

export interface Hands {
  readonly drawing: () => Drawing | undefined
  readonly hover: (at: readonly [x: number, y: number] | undefined) => void
  readonly pin: (at: readonly [x: number, y: number]) => void
  /** Takes the last pin back: its click was the first of two. */
  readonly unpin: () => void
  readonly axes: (x: Range, y: Range) => void
  readonly reset: () => void
  /** The box being drawn, as places in the frame. */
  readonly box: (corners: readonly [Place, Place] | undefined) => void
}

/** A press that moves less than this [css px] is a click. */
const STILL = 4
const WHEEL = 0.0016

interface Finger {
  readonly start: Place
  readonly clientStart: Place
  at: Place
  client: Place
}

/** Wheel, drag, pinch and click on the frame; returns what ends it. */
export function handle(frame: Element, hands: Hands): () => void {
  const fingers = new Map<number, Finger>()
  let axesAtStart: readonly [Axis, Axis] | undefined
  let isPanning = false
  let isPinched = false
  /** Where the press that ended last stood still. */
  let pressed: Place | undefined

  const placeOf = ({ clientX, clientY }: MouseEvent): Place => {
    const { left, bottom, width, height } = frame.getBoundingClientRect()
    return [(clientX - left) / width, (bottom - clientY) / height]
  }
  const valuesAt = ([x, y]: Place): readonly [number, number] | undefined => {
    const drawing = hands.drawing()
    return drawing && [valueIn(drawing.x, x), valueIn(drawing.y, y)]
  }
  const isInside = ([x, y]: Place): boolean => x >= 0 && x <= 1 && y >= 0 && y <= 1

  const wheel = (event: WheelEvent): void => {
    const drawing = hands.drawing()
    if (drawing === undefined) return
    event.preventDefault()
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1)
    const factor = Math.exp(Math.max(-200, Math.min(200, pixels)) * WHEEL)
    const [x, y] = placeOf(event)
    hands.axes(zoomed(drawing.x, x, factor), zoomed(drawing.y, y, factor))
  }
  const down = (event: PointerEvent): void => {
    const drawing = hands.drawing()
    if (drawing === undefined || (event.pointerType === 'mouse' && event.button > 1)) return
    frame.setPointerCapture(event.pointerId)
    const at = placeOf(event)
    const client: Place = [event.clientX, event.clientY]
    fingers.set(event.pointerId, { start: at, clientStart: client, at, client })
    for (const [id, finger] of fingers) fingers.set(id, { ...finger, start: finger.at })
    axesAtStart = [drawing.x, drawing.y]
    isPanning = event.shiftKey || event.button === 1
    if (fingers.size > 1) isPinched = true
    if (event.button === 1) event.preventDefault()
  }
  const move = (event: PointerEvent): void => {
    const at = placeOf(event)
    const finger = fingers.get(event.pointerId)
    if (finger === undefined) {
      if (event.pointerType !== 'touch') hands.hover(isInside(at) ? valuesAt(at) : undefined)
      return
    }
    finger.at = at
    finger.client = [event.clientX, event.clientY]
    if (axesAtStart === undefined) return
    if (fingers.size === 2) pinch(axesAtStart)
    else if (isPinched) return
    else if (isPanning) pan(axesAtStart, finger)
    else if (event.pointerType !== 'touch' && isFar(finger)) hands.box([finger.start, at])
  }
  const isFar = ({ client, clientStart }: Finger): boolean => Math.hypot(client[0] - clientStart[0], client[1] - clientStart[1]) > STILL
  const pan = ([x, y]: readonly [Axis, Axis], { start, at }: Finger): void =>
    hands.axes(moved(x, start[0] - at[0]), moved(y, start[1] - at[1]))
  const pinch = ([x, y]: readonly [Axis, Axis]): void => {
    const [a, b] = [...fingers.values()]
    const spread = (p: Place, q: Place): number => Math.max(0.02, Math.hypot(p[0] - q[0], p[1] - q[1]))
    const factor = spread(a.start, b.start) / spread(a.at, b.at)
    const ends = (axis: Axis, k: 0 | 1): Range => {
      const [from, to] = [(a.start[k] + b.start[k]) / 2, (a.at[k] + b.at[k]) / 2]
      return cut(axis, from - to * factor, from + (1 - to) * factor)
    }
    hands.axes(ends(x, 0), ends(y, 1))
  }
  const up = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId)
    fingers.delete(event.pointerId)
    hands.box(undefined)
    pressed = undefined
    if (finger === undefined) return
    if (fingers.size === 0 && !isPinched && event.type === 'pointerup' && axesAtStart !== undefined) {
      if (!isFar(finger)) pressed = finger.at
      else if (!isPanning && event.pointerType !== 'touch') {
        const within = (part: number): number => Math.min(1, Math.max(0, part))
        const [from, to] = [finger.start.map(within), finger.at.map(within)]
        const [x, y] = axesAtStart
        if (Math.abs(from[0] - to[0]) > 0.01 && Math.abs(from[1] - to[1]) > 0.01) hands.axes(cut(x, from[0], to[0]), cut(y, from[1], to[1]))
      }
    }
    if (fingers.size === 0) isPinched = false
  }
  /** Comes after the press has ended, and counts clicks at one place. */
  const click = ({ detail }: MouseEvent): void => {
    const at = pressed !== undefined && detail < 2 && isInside(pressed) ? valuesAt(pressed) : undefined
    if (at !== undefined) hands.pin(at)
  }
  const leave = (): void => hands.hover(undefined)
  const twice = (): void => {
    hands.unpin()
    hands.reset()
  }

  const listeners = {
    wheel,
    pointerdown: down,
    pointermove: move,
    pointerup: up,
    pointercancel: up,
    pointerleave: leave,
    click,
    dblclick: twice,
  } as Readonly<Record<string, (event: never) => void>>
  for (const [type, listener] of Object.entries(listeners)) {
    frame.addEventListener(type, listener as EventListener, type === 'wheel' ? { passive: false } : undefined)
  }
  return () => {
    for (const [type, listener] of Object.entries(listeners)) frame.removeEventListener(type, listener as EventListener)
  }
}
