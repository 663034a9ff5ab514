import { useRef } from 'preact/hooks'
import { Sketch } from '../asides/sketch.tsx'
import { useAside } from '../asides/use-aside.ts'
import { useExplorer } from '../context.ts'
import type { PlainBoson } from '../engine/protocol.ts'

/** Events in one experiment, as the Standard Model and as the pinned boson have them. */
export function Spectrum({ boson, experiment }: { readonly boson: PlainBoson | undefined; readonly experiment: string }) {
  const { store } = useExplorer()
  const place = useRef<HTMLDivElement>(null)
  const { assumptions } = store.view.value
  const told = useAside({ kind: 'spectrum', assumptions, boson, experiment }, place)
  const choices = told.answer?.choices ?? [{ id: experiment, label: experiment }]
  return (
    <>
      <label class="graph">
        Experiment: <span class="on-paper">{choices.find(({ id }) => id === experiment)?.label ?? experiment}</span>
        <select value={experiment} onChange={({ currentTarget: { value } }) => store.change({ spectrum: value })}>
          {choices.every(({ id }) => id !== experiment) && <option value={experiment}>{experiment}</option>}
          {choices.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Sketch told={told} place={place} name={`Events in ${experiment}`} />
    </>
  )
}
