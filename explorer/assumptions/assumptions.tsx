import { useState } from 'preact/hooks'
import { type Assumptions as All, ASSUMPTION_PRESETS, assume, departures } from '../../src/index.ts'
import { lazily } from '../asides/lazily.tsx'
import { useExplorer } from '../context.ts'
import { Choice } from './choice.tsx'
import { FIRST } from './words.ts'

const OtherAssumptions = lazily(() => import('./others.tsx').then((part) => part.OtherAssumptions), 'others')

const FIRST_KEYS = Object.keys(FIRST) as (keyof All)[]

/** Everything results rest on that is a choice; what is not as the default says is marked. */
export function Assumptions() {
  const { store } = useExplorer()
  const [isOpen, setOpen] = useState(false)
  const chosen = store.view.value.assumptions
  const count = Object.keys(chosen).filter((key) => key !== 'kineticMixing' && !(key in FIRST)).length
  return (
    <section class="panel assumptions" aria-labelledby="assumptions-heading">
      <h2 id="assumptions-heading">Assumptions</h2>
      <label class="field">
        <span>As in</span>
        <select
          value={presetOf(chosen)}
          onChange={({ currentTarget: { value } }) => store.step({ assumptions: departures(assume(value)) })}
        >
          {presetOf(chosen) === '' && <option value="">my own choice</option>}
          {Object.keys(ASSUMPTION_PRESETS).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      {FIRST_KEYS.map((key) => (
        <Choice key={key} name={key} words={FIRST[key]!} />
      ))}
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{count === 0 ? 'all others as the default' : `${count} of the others not as the default`}</summary>
        {isOpen && <OtherAssumptions />}
      </details>
    </section>
  )
}

/** The preset that says the same, if one does. */
function presetOf(chosen: Partial<All>): string {
  const text = (part: Partial<All>): string => JSON.stringify(Object.entries(part).sort())
  return Object.keys(ASSUMPTION_PRESETS).find((name) => text(departures(assume(name))) === text(chosen)) ?? ''
}
