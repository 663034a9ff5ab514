import { useState } from 'preact/hooks'
import { useExplorer } from '../context.ts'

/** The link to what is shown, to take away. */
export function ShareBar() {
  const { store } = useExplorer()
  const [said, setSaid] = useState('')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(store.address())
      setSaid('Link copied')
    } catch {
      setSaid('The link stands in the address bar')
    }
    setTimeout(() => setSaid(''), 3000)
  }
  return (
    <div class="share">
      <span role="status">{said}</span>
      <button type="button" onClick={copy}>
        Copy link
      </button>
      <button type="button" class="quiet" onClick={store.reset}>
        Start over
      </button>
    </div>
  )
}
