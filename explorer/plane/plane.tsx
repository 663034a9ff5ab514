import { effect, signal, useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { InputError } from '../../src/index.ts'
import { resolveModel } from '../../src/models/index.ts'
import { lazily } from '../asides/lazily.tsx'
import { useExplorer } from '../context.ts'
import type { Drawing, Sheet } from '../engine/protocol.ts'
import { isNeutral } from '../model/mixed.ts'
import { scanOver } from '../scan/scans.ts'
import { ENLARGED, MM_PER_PX } from '../sheet.ts'
import { queryOf, type Range, type View, WHOLE_PLANE } from '../state/view.ts'
import { Axes } from './axes.tsx'
import { handle, type Place } from './gestures.ts'
import { LeftOut } from './left-out.tsx'
import { showIn } from './picture.ts'
import { Readout } from './readout.tsx'
import { silenceOf } from './silence.ts'
import { moved, partIn, valueIn, zoomed } from './zoom.ts'

const ScanKey = lazily(() => import('../scan/key.tsx').then((part) => part.ScanKey))

/** Figures are laid out no wider than this. */
const WIDEST_PX = 1200
/** What stands around the frame, in css pixels: names of axes and ticks. */
const AROUND_PX = [64, 56] as const

/** The sheet that fills a place of the page. */
function sheetFor(width_px: number, height_px: number, theme: Sheet['theme']): Sheet {
  const scale = Math.max(ENLARGED, width_px / WIDEST_PX)
  const aspect = (height_px / scale - AROUND_PX[1]) / (width_px / scale - AROUND_PX[0])
  return { width_mm: Math.max(60, (width_px / scale) * MM_PER_PX), aspect: Math.min(1.5, Math.max(0.35, aspect)), theme }
}

/** The axes of a view, changed to other ends. */
export function withAxes({ plane }: View, x: Range, y: Range): Partial<View> {
  if (plane === 'mass,coupling') return { mass_GeV: x, coupling: y }
  return plane === 'mass,epsMedium' ? { mass_GeV: x, epsMedium: y } : { epsMedium: x, tanEta: y }
}

/** The plot, and everything one can do with it. */
export function PlanePanel() {
  const { store, engine } = useExplorer()
  const picture = useRef<HTMLDivElement>(null)
  const box = useSignal<readonly [Place, Place] | undefined>(undefined)
  const frame = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const host = picture.current!
    let before: Drawing | undefined
    let whole: { readonly drawing: Drawing; readonly query: string } | undefined
    const asked = (): string => JSON.stringify(queryOf(store.view.peek()))
    const stop = effect(() => {
      const drawing = engine.drawing.value
      if (drawing === undefined) {
        host.replaceChildren()
        return
      }
      const isNamed = engine.isNamed.value
      showIn(host, drawing, before, isNamed, engine.pending.value)
      before = drawing
      if (!isNamed) return
      whole = { drawing, query: asked() }
      // What finds no place in the frame is named below it, and what follows makes room.
      host.parentElement!.style.setProperty('--drawn', String(drawing.height / drawing.width))
    })
    // There is no time to compute anything: what was whole before is printed, where only its size is another.
    const print = (): void => {
      if (whole?.query !== asked()) return
      host.dataset.whole = 'true'
      if (!engine.isNamed.peek()) showIn(host, whole.drawing, undefined, true, [])
    }
    const printed = (): void => {
      if (host.dataset.whole === undefined) return
      delete host.dataset.whole
      showIn(host, engine.drawing.peek()!, before, engine.isNamed.peek(), engine.pending.peek())
    }
    window.addEventListener('beforeprint', print)
    window.addEventListener('afterprint', printed)
    return () => {
      stop()
      window.removeEventListener('beforeprint', print)
      window.removeEventListener('afterprint', printed)
    }
  }, [engine, store])

  useEffect(() => {
    const place = picture.current!.parentElement!
    // Kept rather than asked for: to ask would make the browser lay the page out at every move of a slider.
    const size = signal([place.clientWidth, place.clientHeight])
    let asked = ''
    const stop = effect(() => {
      const query = queryOf(store.view.value)
      const [width, height] = size.value
      const sheet = sheetFor(width, height, store.isDark.value ? 'dark' : 'light')
      const text = JSON.stringify([query, sheet])
      if (text === asked || width === 0) return
      asked = text
      engine.recompute(query, sheet)
    })
    const observer = new ResizeObserver(([{ contentRect }]) => {
      // Paper gets the figure as it is on the screen: there is no time to make another.
      if (window.matchMedia('print').matches) return
      size.value = [Math.round(contentRect.width), Math.round(contentRect.height)]
    })
    observer.observe(place)
    return () => {
      stop()
      observer.disconnect()
    }
  }, [engine, store])

  useEffect(() => {
    let before: View['pin']
    return handle(frame.current!, {
      drawing: () => engine.drawing.peek(),
      hover: engine.probe,
      pin: (at) => {
        before = store.view.peek().pin
        store.change({ pin: at.map((value) => Number(value.toPrecision(4))) as [number, number] })
      },
      unpin: () => store.change({ pin: before }),
      axes: (x, y) => store.change(withAxes(store.view.peek(), x, y)),
      reset: () => store.change(WHOLE_PLANE),
      box: (corners) => {
        box.value = corners
      },
    })
  }, [engine, store, box])

  const drawing = engine.drawing.value
  const { pin } = store.view.value
  return (
    <section class="panel plane" id="plane" aria-labelledby="plane-heading">
      <h2 id="plane-heading" class="unseen">
        Plot
      </h2>
      <Axes />
      <div class="plot">
        <div class="picture" ref={picture} />
        {!engine.isReady.value && <p class="unfinished">Printed while limits were being computed: some are missing or old.</p>}
        <FrameOverlay drawing={drawing}>
          <div
            ref={frame}
            class="frame"
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the plane is worked with the keyboard
            tabIndex={0}
            aria-label="Plot: Enter pins the middle, arrow keys move the pin, plus and minus zoom, shift with an arrow moves the axes, 0 resets, Escape unpins"
            onKeyDown={(event) => {
              if (drawing === undefined || event.ctrlKey || event.metaKey || event.altKey) return
              const part = keyboard(event, drawing, store.view.value)
              if (part === undefined) return
              event.preventDefault()
              store.change(part)
            }}
          />
          {pin !== undefined && drawing !== undefined && <Pin drawing={drawing} at={pin} />}
          {box.value !== undefined && <ZoomBox corners={box.value} />}
          <Silence />
          <Computing />
        </FrameOverlay>
        <Trouble />
        <LeftOut />
      </div>
      {scanOver(engine.scans, store.view.value) !== undefined && <ScanKey />}
      <Readout />
    </section>
  )
}

const STILL: Place = [0, 0]

/** What a key does to the view. */
function keyboard({ key, shiftKey }: KeyboardEvent, { x, y }: Drawing, view: View): Partial<View> | undefined {
  const arrows: Readonly<Record<string, Place>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }
  if (key === 'Enter' && view.pin !== undefined) return undefined
  const arrow = key === 'Enter' ? STILL : arrows[key]
  if (arrow !== undefined && shiftKey) return withAxes(view, moved(x, 0.1 * arrow[0]), moved(y, 0.1 * arrow[1]))
  if (arrow !== undefined) {
    const [px, py] = view.pin === undefined ? [0.5, 0.5] : [partIn(x, view.pin[0]), partIn(y, view.pin[1])]
    const within = (part: number): number => Math.min(1, Math.max(0, part))
    const at = [valueIn(x, within(px + 0.01 * arrow[0])), valueIn(y, within(py + 0.01 * arrow[1]))]
    return { pin: at.map((value) => Number(value.toPrecision(4))) as [number, number] }
  }
  if (key === '+' || key === '=') return withAxes(view, zoomed(x, 0.5, 0.8), zoomed(y, 0.5, 0.8))
  if (key === '-') return withAxes(view, zoomed(x, 0.5, 1.25), zoomed(y, 0.5, 1.25))
  if (key === '0') return WHOLE_PLANE
  return key === 'Escape' ? { pin: undefined } : undefined
}

/** What lies over the frame of the plot, whatever its size. */
function FrameOverlay({ drawing, children }: { readonly drawing: Drawing | undefined; readonly children: preact.ComponentChildren }) {
  const over = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (drawing === undefined) return
    const { frame, width, height } = drawing
    const style = over.current!.style
    style.setProperty('--left', String(frame.x / width))
    style.setProperty('--top', String(frame.y / height))
    style.setProperty('--width', String(frame.width / width))
    style.setProperty('--height', String(frame.height / height))
    style.setProperty('--whole', String(height / width))
  }, [drawing])
  return (
    <div ref={over} class="over">
      {children}
    </div>
  )
}

/** Places of the frame as custom properties, which a strict page may set from scripts but not from markup. */
function usePlace(names: Readonly<Record<string, number>>) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    for (const [name, value] of Object.entries(names)) ref.current?.style.setProperty(`--${name}`, String(value))
  })
  return ref
}

function Pin({ drawing, at }: { readonly drawing: Drawing; readonly at: readonly [number, number] }) {
  const [x, y] = [partIn(drawing.x, at[0]), partIn(drawing.y, at[1])]
  const ref = usePlace({ x, y })
  const isSeen = x >= 0 && x <= 1 && y >= 0 && y <= 1
  return <div ref={ref} class="pin" hidden={!isSeen} aria-hidden="true" />
}

function ZoomBox({ corners: [a, b] }: { readonly corners: readonly [Place, Place] }) {
  const [from, to] = [0, 1].map((k) => [Math.min(a[k], b[k]), Math.max(a[k], b[k])])
  const ref = usePlace({ x: from[0], y: to[1], dx: from[1] - from[0], dy: to[1] - to[0] })
  return <div ref={ref} class="zoom-box" aria-hidden="true" />
}

/** What takes less than this [ms] is not spoken of. */
const SPOKEN_MS = 500

/** That the plot is not complete yet; the number is for eyes alone, since it changes. */
function Computing() {
  const { isReady, pending } = useExplorer().engine
  const [isLong, setLong] = useState(false)
  const isBusy = !isReady.value
  useEffect(() => {
    const timer = isBusy ? setTimeout(() => setLong(true), SPOKEN_MS) : undefined
    if (!isBusy) setLong(false)
    return () => clearTimeout(timer)
  }, [isBusy])
  const count = pending.value.length
  return (
    <p class="computing-note" role="status">
      {isBusy && isLong && (
        <>
          computing {count > 0 && <span aria-hidden="true">{count} </span>}
          {count === 1 ? 'limit' : 'limits'}…
        </>
      )}
    </p>
  )
}

function isOfNothing(text: string): boolean {
  try {
    return isNeutral(resolveModel(text))
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}

/** Why there is nothing to see. */
function Silence() {
  const { store, engine } = useExplorer()
  const view = store.view.value
  const couplesToNothing = useMemo(() => isOfNothing(view.model), [view.model])
  if (engine.problem.value !== undefined || !engine.isReady.value) return null
  const text = silenceOf(view, engine.catalogue.value, engine.reaches.value, { isNeutral: couplesToNothing, missing: engine.missing.value })
  return (
    <p class="silence" role="status">
      {text}
    </p>
  )
}

/** Why there is nothing new to see. */
function Trouble() {
  const { problem } = useExplorer().engine
  if (problem.value === undefined) return null
  return (
    <p class="trouble" role="alert">
      {problem.value.message}
    </p>
  )
}
