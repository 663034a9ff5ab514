import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { nodesOf } from '../plane/picture.ts'
import { Copied } from './copied.tsx'
import type { Told } from './use-aside.ts'

export interface SketchProps {
  readonly told: Told
  readonly place: RefObject<HTMLDivElement | null>
  /** What it is, for the name of the place that scrolls. */
  readonly name: string
}

/** A small figure made by the figure code, what it says in words, and its numbers to take away. */
export function Sketch({ told: { answer, problem, isBusy }, place, name }: SketchProps) {
  const host = useRef<HTMLDivElement>(null)
  const sketch = answer?.sketch
  useEffect(() => {
    if (sketch === undefined) host.current!.replaceChildren()
    else host.current!.replaceChildren(nodesOf(sketch))
  }, [sketch])
  return (
    <figure class="sketch" aria-busy={isBusy}>
      <section
        ref={place}
        class="sketch-place"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard
        tabIndex={0}
        aria-label={name}
      >
        <div ref={host} class={`sketch-picture panels-${Math.min(3, sketch?.panels ?? 1)}`} />
      </section>
      <figcaption>
        {problem !== undefined && (
          <p class="wrong" role="alert">
            {problem}
          </p>
        )}
        {sketch !== undefined && <Caption text={sketch.caption} />}
        {answer?.remarks.map((remark) => (
          <p key={remark} class="about">
            {remark}
          </p>
        ))}
      </figcaption>
      {sketch !== undefined && <Copied summary="Numbers" text={sketch.csv} />}
    </figure>
  )
}

/** Longer captions are folded. */
const LONG = 400

function Caption({ text }: { readonly text: string }) {
  const about = <p class="about">{text}</p>
  if (text.length < LONG) return about
  return (
    <details>
      <summary>What is drawn</summary>
      {about}
    </details>
  )
}
