import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useExplorer } from '../context.ts'
import type { Aside, AsideAnswer, Sheet } from '../engine/protocol.ts'
import { ENLARGED, MM_PER_PX } from '../sheet.ts'

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

/** The answer to a question about what is beside the plane. */
export function useAside(aside: Aside, place: RefObject<HTMLElement | null>): Told {
  return useTold(aside, place, useExplorer().engine.aside)
}

/** The answer to a question, as large as a place; while a newer one is awaited, the one before stands. */
export function useTold<Question>(
  asked: Question,
  place: RefObject<HTMLElement | null>,
  answer: (question: Question, sheet: Sheet) => Promise<AsideAnswer>,
): Told {
  const { store } = useExplorer()
  const [told, setTold] = useState<Told>({ answer: undefined, problem: undefined, isBusy: true })
  const [width, height] = useSize(place)
  const theme: Sheet['theme'] = store.isDark.value ? 'dark' : 'light'
  const sheet: Sheet = { width_mm: (width / ENLARGED) * MM_PER_PX, aspect: height / width, theme }
  const text = JSON.stringify(width > 0 && height > 0 ? [asked, sheet] : null)
  const newest = useRef('')
  const isAsking = useRef(false)
  newest.current = text

  useEffect(() => {
    // One question at a time: what a slider passes by meanwhile is never asked.
    const ask = async (): Promise<void> => {
      isAsking.current = true
      for (let before = ''; before !== newest.current; ) {
        before = newest.current
        const question = JSON.parse(before) as [Question, Sheet] | null
        if (question === null) continue
        setTold((last) => (last.isBusy ? last : { ...last, isBusy: true }))
        try {
          setTold({ answer: await answer(...question), problem: undefined, isBusy: before !== newest.current })
        } catch (error) {
          setTold((last) => ({ ...last, problem: (error as Error).message, isBusy: before !== newest.current }))
        }
      }
      isAsking.current = false
    }
    if (!isAsking.current) void ask()
  }, [text])
  return told
}
