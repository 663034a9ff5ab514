import { ASSUMPTION_KEYS, type Assumptions, assume, departures } from '../../src/index.ts'
import { useExplorer } from '../context.ts'
import type { Words } from './words.ts'

/** One assumption and its values, in words; marked where it is not as the default says. */
export function Choice({ name, words }: { readonly name: keyof Assumptions; readonly words: Words }) {
  const { store } = useExplorer()
  const chosen = store.view.value.assumptions
  const { values, about } = ASSUMPTION_KEYS[name]
  const value = chosen[name] ?? values[0]
  return (
    <label class={name in chosen ? 'field changed' : 'field'} title={about}>
      <span>{words.name}</span>
      <select
        value={value}
        onChange={({ currentTarget }) => store.change({ assumptions: departures(assume({ ...chosen, [name]: currentTarget.value })) })}
      >
        {[...new Set([...values, value])].map((word) => (
          <option key={word} value={word}>
            {words.values?.[word] ?? word}
          </option>
        ))}
      </select>
    </label>
  )
}
