import { useExplorer } from '../context.ts'
import { STARTS, type Start, viewOf } from './starts.ts'

const PAPERS = [...new Set(STARTS.map(({ paper }) => paper))]

/** Figures of the papers: where to start from, and as they were published. */
export function Starts() {
  return (
    <div class="starts">
      <p class="about">A name sets the page up as the figure is; “redraw” computes the figure itself.</p>
      {PAPERS.map((paper) => (
        <section key={paper} aria-label={paper}>
          <h3>{paper}</h3>
          <ul>
            {STARTS.filter((start) => start.paper === paper).map((start) => (
              <Figure key={start.id} start={start} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Figure({ start }: { readonly start: Start }) {
  const { store } = useExplorer()
  const { id, paper, about } = start
  const name = id.slice(paper.length + 1)
  return (
    <li>
      <button type="button" class="quiet" onClick={() => store.step(viewOf(start, store.view.value))}>
        {name}: {about}
      </button>
      <button type="button" class="quiet" aria-label={`Redraw ${id}`} onClick={() => store.change({ figure: id })}>
        redraw
      </button>
    </li>
  )
}
