import { plain } from '../asides/beside.tsx'
import { lazily } from '../asides/lazily.tsx'
import { useExplorer } from '../context.ts'
import type { PointAnswer } from '../engine/client.ts'
import { mass, number, strengthText } from '../format.ts'
import { Named } from '../named.tsx'
import { verdictGroups } from './verdicts.ts'

const BosonPanel = lazily(() => import('../boson/boson.tsx').then((part) => part.BosonPanel), 'boson')

/** The pinned boson: what every constraint says about it, and what it does. */
export function Pinned() {
  const { store, engine } = useExplorer()
  const pinned = engine.pinned.value
  if (pinned === undefined || !Number.isFinite(pinned.place.coupling)) return null
  const { place } = pinned
  return (
    <section class="panel pinned" aria-labelledby="pinned-heading">
      <h2 id="pinned-heading">
        The pinned boson: {mass(place.mass_GeV, 4)}, {place.symbol} = {number(place.coupling, 4)}
      </h2>
      <button type="button" class="quiet" onClick={() => store.change({ pin: undefined })}>
        Unpin
      </button>
      <BosonPanel boson={plain(place)} />
      <Verdicts pinned={pinned} />
    </section>
  )
}

function Verdicts({ pinned }: { readonly pinned: PointAnswer }) {
  const { store, engine } = useExplorer()
  const groups = verdictGroups(pinned.rows, engine.catalogue.value, store.view.value)
  if (groups.length === 0) {
    const unseen = pinned.rows.find(({ silent }) => silent !== undefined)?.silent
    return (
      <p class="about verdicts">
        No constraint that is shown speaks about it{unseen === undefined ? '' : `; the first says why: ${unseen}`}.
      </p>
    )
  }
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
        {groups.map(({ heading, rows }) => (
          <tbody key={heading}>
            {heading !== undefined && (
              <tr>
                <th colSpan={3} scope="rowgroup">
                  {heading}
                </th>
              </tr>
            )}
            {rows.map(({ id, label, kind, status, strength }) => (
              <tr key={id} data-point={id} class={status}>
                <th scope="row">
                  <Named text={label} />
                </th>
                <td class={status}>{status}</td>
                <td class={status}>{strengthText(kind, strength, 4)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
