import { useRef } from 'preact/hooks'
import { Sketch } from '../asides/sketch.tsx'
import { useAside } from '../asides/use-aside.ts'
import { useExplorer } from '../context.ts'

/** A published figure, computed again under the assumptions of its paper. */
export function PublishedFigure({ figure }: { readonly figure: string }) {
  const { store } = useExplorer()
  const place = useRef<HTMLDivElement>(null)
  const told = useAside({ kind: 'figure', assumptions: {}, figure }, place)
  return (
    <section class="panel published" aria-labelledby="published-heading">
      <h2 id="published-heading">Published figure {figure}, computed again</h2>
      <button type="button" class="quiet" onClick={() => store.change({ figure: undefined })}>
        Close
      </button>
      <Sketch told={told} place={place} name={`Figure ${figure}`} />
    </section>
  )
}
