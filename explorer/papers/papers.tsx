import { useState } from 'preact/hooks'
import { lazily } from '../asides/lazily.tsx'

const Starts = lazily(() => import('./list.tsx').then((part) => part.Starts), 'starts')

/** Published figures, to start from. */
export function Papers() {
  const [isOpen, setOpen] = useState(false)
  return (
    <section class="panel papers" aria-labelledby="papers-heading">
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <h2 id="papers-heading">Start from a published figure</h2>
        </summary>
        {isOpen && <Starts />}
      </details>
    </section>
  )
}
