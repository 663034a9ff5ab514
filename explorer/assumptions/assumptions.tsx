import { type Assumptions as All, ASSUMPTION_KEYS, ASSUMPTION_PRESETS, assume, departures } from '../../src/index.ts'
import { useExplorer } from '../context.ts'

/** What matters most, in words; the mixing stands with the model. */
const FIRST: Readonly<Partial<Record<keyof All, string>>> = {
  recipe: 'formulas',
  gMinus2: 'g − 2 data',
  solarModel: 'metallicity of the Sun',
  oscillation: 'oscillations',
  'statistic.threshold': 'statistic',
}
const WORDS: Readonly<Record<string, string>> = { 'b16-gs98': 'high (GS98)', 'b16-agss09': 'low (AGSS09)' }

const KEYS = Object.keys(ASSUMPTION_KEYS) as (keyof All)[]
const OTHERS = KEYS.filter((key) => FIRST[key] === undefined)

/** Everything results rest on that is a choice; what is not as the default says is marked. */
export function Assumptions() {
  const { store } = useExplorer()
  const chosen = store.view.value.assumptions
  const count = OTHERS.filter((key) => key in chosen).length
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
      {KEYS.filter((key) => FIRST[key] !== undefined).map((key) => (
        <Choice key={key} name={key} />
      ))}
      <details>
        <summary>{count === 0 ? 'all others as the default' : `${count} of the others not as the default`}</summary>
        {OTHERS.map((key) => (
          <Choice key={key} name={key} />
        ))}
      </details>
    </section>
  )
}

function Choice({ name }: { readonly name: keyof All }) {
  const { store } = useExplorer()
  const chosen = store.view.value.assumptions
  const { values, about } = ASSUMPTION_KEYS[name]
  const value = chosen[name] ?? values[0]
  return (
    <label class={name in chosen ? 'field changed' : 'field'} title={about}>
      <span>{FIRST[name] ?? name}</span>
      <select
        value={value}
        onChange={({ currentTarget }) => store.change({ assumptions: departures(assume({ ...chosen, [name]: currentTarget.value })) })}
      >
        {[...new Set([...values, value])].map((word) => (
          <option key={word} value={word}>
            {WORDS[word] ?? word}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The preset that says the same, if one does. */
function presetOf(chosen: Partial<All>): string {
  const text = (part: Partial<All>): string => JSON.stringify(Object.entries(part).sort())
  return Object.keys(ASSUMPTION_PRESETS).find((name) => text(departures(assume(name))) === text(chosen)) ?? ''
}
