import { plain } from '../asides/beside.tsx'
import { lazily } from '../asides/lazily.tsx'
import { useExplorer } from '../context.ts'
import type { PointAnswer } from '../engine/client.ts'
import { mass, number } from '../format.ts'

const BosonPanel = lazily(() => import('../boson/boson.tsx').then((part) => part.BosonPanel), 'boson')

/** The pinned boson: what every constraint says about it, and what it does. */
export function Pinned() {
  const { store, engine } = useExplorer()
  const pinned = engine.pinned.value
  if (pinned === undefined) return null
  const { place } = pinned
  return (
    <section class="panel pinned" aria-labelledby="pinned-heading">
      <h2 id="pinned-heading">
        The pinned boson: {mass(place.mass_GeV, 4)}, g = {number(place.coupling, 4)}
      </h2>
      <button type="button" class="quiet" onClick={() => store.change({ pin: undefined })}>
        Unpin
      </button>
      {Number.isFinite(place.coupling) && <BosonPanel boson={plain(place)} />}
      <Verdicts pinned={pinned} />
    </section>
  )
}

function Verdicts({ pinned }: { readonly pinned: PointAnswer }) {
  const { engine } = useExplorer()
  const words = new Map(engine.catalogue.value.map((row) => [row.id, row]))
  const speaking = pinned.rows.filter(({ strength }) => strength !== undefined).sort((a, b) => b.strength! - a.strength!)
  const unseen = speaking.length === 0 ? pinned.rows.find(({ silent }) => silent !== undefined)?.silent : undefined
  if (unseen !== undefined) return <p class="about verdicts">No constraint speaks about it; the first says why: {unseen}.</p>
  return (
    <section
      class="scroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard
      tabIndex={0}
      aria-label="What constraints say about the pinned boson"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">constraint</th>
            <th scope="col">verdict</th>
            <th scope="col">strength</th>
          </tr>
        </thead>
        <tbody>
          {speaking.map(({ id, status, strength }) => (
            <tr key={id} data-point={id} class={status}>
              <th scope="row">{words.get(id)?.label ?? id}</th>
              <td class={status}>{status}</td>
              <td class={status}>{number(strength!, 4)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
