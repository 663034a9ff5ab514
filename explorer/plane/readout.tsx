import { isShown } from '../constraints/shown.ts'
import { useExplorer } from '../context.ts'
import type { PointAnswer } from '../engine/client.ts'
import type { CatalogueRow, PointRow } from '../engine/protocol.ts'
import { mass, number } from '../format.ts'
import { Named } from '../named.tsx'

/** So many are named; the others are counted. */
const NAMED = 6

/** What lies under the cursor, else at the pin: mass, coupling, and who constrains here. */
export function Readout() {
  const { store, engine } = useExplorer()
  const answer = engine.probed.value ?? engine.pinned.value
  const words = new Map(engine.catalogue.value.filter((row) => isShown(row, store.view.value)).map((row) => [row.id, row]))
  return (
    <div class="readout">
      <p class="here">
        <strong>{engine.probed.value !== undefined ? 'Here' : answer !== undefined ? 'At the pin' : 'Point at the plot'}</strong>
        {answer !== undefined && (
          <>
            <span>
              m = <output>{mass(answer.place.mass_GeV)}</output>
            </span>
            <span>
              {answer.place.symbol} = <output>{number(answer.place.coupling)}</output>
            </span>
          </>
        )}
      </p>
      <section
        class="who"
        aria-label="Who constrains this boson"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what does not fit is scrolled to with the keyboard
        tabIndex={0}
      >
        {answer === undefined ? (
          'Click pins a boson · wheel or pinch zooms · drag a box to look closer'
        ) : (
          <Who answer={answer} words={words} />
        )}
      </section>
      <p class="notes">{engine.note.value}</p>
    </div>
  )
}

const sizeOf = ({ strength = 0 }: PointRow): number => strength

function Who({ answer, words }: { readonly answer: PointAnswer; readonly words: ReadonlyMap<string, CatalogueRow> }) {
  const those = (status: PointRow['status']): PointRow[] =>
    answer.rows.filter((row) => row.status === status && words.has(row.id)).sort((a, b) => sizeOf(b) - sizeOf(a))
  // In a band the middle is what is preferred most: strength is the distance from there.
  const [excluding, preferring, detecting] = [those('excluded'), those('preferred').reverse(), those('detected')]
  if (!Number.isFinite(answer.place.coupling))
    return <>No boson lies here: {answer.rows.find(({ silent }) => silent !== undefined)?.silent}</>
  if (excluding.length + preferring.length + detecting.length === 0) return <>Nothing shown excludes this boson</>
  const name = ({ id, status, strength }: PointRow) => (
    <li key={id} data-id={id}>
      <Named text={words.get(id)?.label ?? id} /> {status !== 'preferred' && <small>{number(strength ?? Number.NaN, 2)}×</small>}
    </li>
  )
  const list = (label: string, rows: readonly PointRow[]) =>
    rows.length > 0 && (
      <>
        <b>{label}</b>
        <ul>
          {rows.slice(0, NAMED).map(name)}
          {rows.length > NAMED && <li>{rows.length - NAMED} more</li>}
        </ul>
      </>
    )
  return (
    <span class="lists">
      {list('Excluded by', excluding)}
      {list('In the band of', preferring)}
      {list('Within reach of', detecting)}
    </span>
  )
}
