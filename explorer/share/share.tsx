import { useState } from 'preact/hooks'
import { lazily } from '../asides/lazily.tsx'
import { useExplorer } from '../context.ts'

const TakeAway = lazily(() => import('./take-away.tsx').then((part) => part.TakeAway))

/** What is shown, to take away; and the way back to the beginning. */
export function ShareBar() {
  const { store } = useExplorer()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <a class="whole" href={store.address()} target="_blank" rel="noopener">
        {store.view.value.model} in full
      </a>
      <div class="share">
        <button type="button" onClick={() => setOpen(true)}>
          Share, export, cite
        </button>
        <button type="button" class="quiet" onClick={store.reset}>
          Start over
        </button>
        {isOpen && <TakeAway onClose={() => setOpen(false)} />}
      </div>
    </>
  )
}
