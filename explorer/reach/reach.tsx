import { lazily } from '../asides/lazily.tsx'
import { isShown } from '../constraints/shown.ts'
import { useExplorer } from '../context.ts'
import { mass, number, strengthText } from '../format.ts'
import { Named } from '../named.tsx'
import { scanOver } from '../scan/scans.ts'
import { reachText } from './reach-text.ts'

const ScanRows = lazily(() => import('../scan/rows.tsx').then((part) => part.ScanRows))

const WORDS = { exclusion: 'excluded', preferred: 'preferred', projection: 'to be reached' } as const
const ALONG = { 'mass,coupling': 'couplings', 'mass,epsMedium': '|ε| in matter', 'epsMedium,tanEta': '|ε| in matter' } as const

/** What the plot shows, as a table: for those who cannot see it, and to copy from. */
export function ReachTable() {
  const { store, engine } = useExplorer()
  const view = store.view.value
  const reaches = new Map(engine.reaches.value.map((row) => [row.id, row]))
  const shown = engine.catalogue.value.filter((row) => isShown(row, view) && reaches.has(row.id))
  const points = new Map(engine.pinned.value?.rows.map((row) => [row.id, row]))
  const [speaking, silent] = [true, false].map((speaks) => shown.filter(({ id }) => (reaches.get(id)!.extent !== undefined) === speaks))
  const place = engine.pinned.value?.place
  const over = scanOver(engine.scans, view)
  return (
    <section class="panel reach" aria-labelledby="reach-heading">
      <h2 id="reach-heading">The plot as a table</h2>
      <details>
        <summary>
          {speaking.length} constraints speak, {silent.length} are silent
        </summary>
        <section
          class="scroll"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard
          tabIndex={0}
          aria-label="What constraints say in this plane"
        >
          <table>
            <caption class="about">
              The range of {ALONG[view.plane]} that each constraint speaks of, over the whole plane
              {place !== undefined && `; strength at ${mass(place.mass_GeV, 4)}, g = ${number(place.coupling, 4)}`}
            </caption>
            <thead>
              <tr>
                <th scope="col">constraint</th>
                <th scope="col">confidence</th>
                <th scope="col">what</th>
                <th scope="col">{ALONG[view.plane]}</th>
                {place !== undefined && <th scope="col">at the pin</th>}
              </tr>
            </thead>
            <tbody>
              {over !== undefined && <ScanRows isPinned={place !== undefined} />}
              {[...speaking, ...silent].map(({ id, label, kind, confidence }) => {
                const { strength, status = '' } = points.get(id) ?? {}
                const isSilent = reaches.get(id)!.extent === undefined
                return (
                  <tr key={id} data-reach={id} class={isSilent ? 'says-nothing' : undefined}>
                    <th scope="row">
                      <Named text={label} />
                    </th>
                    <td>{confidence}</td>
                    <td>{isSilent ? 'silent' : WORDS[kind]}</td>
                    <td>{reachText(reaches.get(id)!)}</td>
                    {place !== undefined && <td class={status}>{strength === undefined ? 'silent' : strengthText(kind, strength)}</td>}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  )
}
