import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useExplorer } from '../context.ts'
import type { Aside, AsideAnswer, Sheet } from '../engine/protocol.ts'

const MM_PER_PX = 25.4 / 96
/** Figures are laid out smaller than they are shown, so that their names can be read on a screen. */
const ENLARGED = 1.25

export interface Told {
  readonly answer: AsideAnswer | undefined
  readonly problem: string | undefined
  readonly isBusy: boolean
}

/** How large a place of the page is [px], in steps. */
function useSize(place: RefObject<HTMLElement | null>): readonly [width: number, height: number] {
  const [size, setSize] = useState<readonly [number, number]>([0, 0])
  useEffect(() => {
    const stepped = (length: number): number => 8 * Math.floor(length / 8)
    const observer = new ResizeObserver(
      ([
        {
          contentRect: { width, height },
        },
      ]) => setSize([stepped(width), stepped(height)]),
    )
    observer.observe(place.current!)
    return () => observer.disconnect()
  }, [place])
  return size
}

/** The answer to a question, as large as a place; while a newer one is awaited, the one before stands. */
export function useAside(aside: Aside, place: RefObject<HTMLElement | null>): Told {
  const { store, engine } = useExplorer()
  const [told, setTold] = useState<Told>({ answer: undefined, problem: undefined, isBusy: true })
  const [width, height] = useSize(place)
  const theme: Sheet['theme'] = store.isDark.value ? 'dark' : 'light'
  const sheet: Sheet = { width_mm: (width / ENLARGED) * MM_PER_PX, aspect: height / width, theme }
  const text = JSON.stringify(width > 0 && height > 0 ? [aside, sheet] : null)
  const newest = useRef('')
  const isAsking = useRef(false)
  newest.current = text

  useEffect(() => {
    // One question at a time: what a slider passes by meanwhile is never asked.
    const ask = async (): Promise<void> => {
      isAsking.current = true
      for (let asked = ''; asked !== newest.current; ) {
        asked = newest.current
        const question = JSON.parse(asked) as [Aside, Sheet] | null
        if (question === null) continue
        setTold((before) => (before.isBusy ? before : { ...before, isBusy: true }))
        try {
          const answer = await engine.aside(...question)
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
