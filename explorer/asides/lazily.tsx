import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** A part of the page whose code comes when it is first shown; until then that is said, where a class for it is given. */
export function lazily<Props extends object>(load: () => Promise<FunctionComponent<Props>>, className?: string): FunctionComponent<Props> {
  return (props) => {
    const [Part, setPart] = useState<FunctionComponent<Props>>()
    const [isLost, setLost] = useState(false)
    useEffect(() => {
      load().then(
        (part) => setPart(() => part),
        () => setLost(true),
      )
    }, [])
    if (Part !== undefined) return <Part {...props} />
    if (className === undefined && !isLost) return null
    return (
      <div class={className} aria-busy={!isLost}>
        <p class="about">{isLost ? 'This part did not load; reload the page.' : 'Loading …'}</p>
      </div>
    )
  }
}
