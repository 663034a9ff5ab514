import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useExplorer } from '../context.ts'
import type { Aside, AsideAnswer, Sheet } from '../engine/protocol.ts'

const MM_PER_PX = 25.4 / 96
/** Figures are laid out smaller than they are shown, so that their names can be read on a screen. */
const ENLARGED = 1.25
/** Panels side by side are never narrower than this [px]. */
const LEAST_PX = 300

export interface Told {
  readonly answer: AsideAnswer | undefined
  readonly problem: string | undefined
  readonly isBusy: boolean
}

/** How wide a place of the page is [px], in steps. */
function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const observer = new ResizeObserver(([{ contentRect }]) => setWidth(8 * Math.floor(contentRect.width / 8)))
    observer.observe(place.current!)
    return () => observer.disconnect()
  }, [place])
  return width
}

/** The answer to a question, as wide as a place; while a newer one is awaited, the one before stands. */
export function useAside(aside: Aside | undefined, place: RefObject<HTMLElement | null>, aspect: number, panels = 1): Told {
  const { store, engine } = useExplorer()
  const [told, setTold] = useState<Told>({ answer: undefined, problem: undefined, isBusy: true })
  const width = Math.max(useWidth(place), panels * LEAST_PX)
  const theme: Sheet['theme'] = store.isDark.value ? 'dark' : 'light'
  const sheet: Sheet = { width_mm: (width / ENLARGED) * MM_PER_PX, aspect, theme }
  const text = JSON.stringify([aside, sheet])
  const newest = useRef('')
  const isAsking = useRef(false)
  newest.current = text

  useEffect(() => {
    // One question at a time: what a slider passes by meanwhile is never asked.
    const ask = async (): Promise<void> => {
      isAsking.current = true
      for (let asked = ''; asked !== newest.current; ) {
        asked = newest.current
        const [question, paper] = JSON.parse(asked) as [Aside | null, Sheet]
        if (question === null) continue
        setTold((before) => (before.isBusy ? before : { ...before, isBusy: true }))
        try {
          const answer = await engine.aside(question, paper)
          setTold({ answer, problem: undefined, isBusy: asked !== newest.current })
        } catch (error) {
          setTold((before) => ({ ...before, problem: (error as Error).message, isBusy: asked !== newest.current }))
        }
      }
      isAsking.current = false
    }
    if (!isAsking.current) void ask()
  }, [engine, text])
  return told
}
