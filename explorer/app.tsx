import { BesidePanels } from './asides/beside.tsx'
import { Assumptions } from './assumptions/assumptions.tsx'
import { Constraints } from './constraints/list.tsx'
import { useExplorer } from './context.ts'
import { ModelPanel } from './model/model.tsx'
import { Papers } from './papers/papers.tsx'
import { Pinned } from './pinned/pinned.tsx'
import { PlanePanel } from './plane/plane.tsx'
import { ReachTable } from './reach/reach.tsx'
import { ShareBar } from './share/share.tsx'

/** The whole page: the model on the left, its plane in the middle, the constraints on the right, the pinned boson below. */
export function App() {
  return (
    <>
      <button type="button" class="skip" onClick={() => document.querySelector<HTMLElement>('.frame')?.focus()}>
        Skip to the plot
      </button>
      <header class="bar">
        <h1>
          Zest <span>explorer</span>
        </h1>
        <ShareBar />
        <ThemeSwitch />
      </header>
      <AddressProblems />
      <main class="desk">
        <div class="column model">
          <ModelPanel />
          <Papers />
          <Assumptions />
        </div>
        <div class="column centre">
          <PlanePanel />
          <Pinned />
          <BesidePanels />
          <ReachTable />
        </div>
        <div class="column right">
          <Constraints />
        </div>
      </main>
      <Printed />
    </>
  )
}

/** Where a print was made: paper has no address bar. */
function Printed() {
  const { store, engine } = useExplorer()
  return (
    <footer class="printed">
      {engine.note.value} · {store.address()}
    </footer>
  )
}

function ThemeSwitch() {
  const { store } = useExplorer()
  return (
    <label class="theme">
      <span class="unseen">Colours</span>
      <select
        value={store.view.value.theme}
        onChange={({ currentTarget: { value } }) => store.change({ theme: value === 'light' || value === 'dark' ? value : 'auto' })}
      >
        <option value="auto">system colours</option>
        <option value="light">light</option>
        <option value="dark">dark</option>
      </select>
    </label>
  )
}

/** What of the link could not be used; the rest of it holds. */
function AddressProblems() {
  const { problems } = useExplorer().store
  if (problems.value.length === 0) return null
  return (
    <section class="notice" role="alert" aria-label="Parts of the link that could not be used">
      <p>Part of this link could not be read, and was left out:</p>
      <ul>
        {problems.value.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <code>{field}</code> {message}
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={() => {
          problems.value = []
        }}
      >
        Dismiss
      </button>
    </section>
  )
}
