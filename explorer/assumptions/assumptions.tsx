import { type Assumptions as All, ASSUMPTION_KEYS, ASSUMPTION_PRESETS, assume, departures } from '../../src/index.ts'
import { useExplorer } from '../context.ts'

/** Everything results rest on that is a choice; what is not as the default says is marked. */
export function Assumptions() {
  const { store } = useExplorer()
  const chosen = store.view.value.assumptions
  const count = Object.keys(chosen).length
  const set = (key: string, value: string): void => store.change({ assumptions: departures(assume({ ...chosen, [key]: value })) })
  return (
    <section class="panel assumptions" aria-labelledby="assumptions-heading">
      <h2 id="assumptions-heading">Assumptions</h2>
      <label class="field">
        <span>As in</span>
        <select
          value={presetOf(chosen)}
          onChange={({ currentTarget: { value } }) => store.change({ assumptions: departures(assume(value)) })}
        >
          {presetOf(chosen) === '' && <option value="">my own choice</option>}
          {Object.keys(ASSUMPTION_PRESETS).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <details>
        <summary>{count === 0 ? 'all as the default' : `${count} not as the default`}</summary>
        {Object.entries(ASSUMPTION_KEYS).map(([key, { values, about }]) => {
          const value = chosen[key as keyof All] ?? values[0]
          return (
            <label key={key} class={key in chosen ? 'field changed' : 'field'} title={about}>
              <span>{key}</span>
              <select value={value} onChange={({ currentTarget }) => set(key, currentTarget.value)}>
                {[...new Set([...values, value])].map((word) => (
                  <option key={word}>{word}</option>
                ))}
              </select>
            </label>
          )
        })}
      </details>
    </section>
  )
}

/** The preset that says the same, if one does. */
function presetOf(chosen: Partial<All>): string {
  const text = (part: Partial<All>): string => JSON.stringify(Object.entries(part).sort())
  return Object.keys(ASSUMPTION_PRESETS).find((name) => text(departures(assume(name))) === text(chosen)) ?? ''
}
