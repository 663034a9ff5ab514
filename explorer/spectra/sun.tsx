import { useRef } from 'preact/hooks'
import { SOLAR_SOURCES, type SolarSource } from '../../src/neutrinos/index.ts'
import { Sketch } from '../asides/sketch.tsx'
import { useAside } from '../asides/use-aside.ts'
import { useExplorer } from '../context.ts'
import type { PlainBoson } from '../engine/protocol.ts'

const NAMES: Readonly<Partial<Record<SolarSource, string>>> = { '7Be': '⁷Be', '8B': '⁸B', '13N': '¹³N', '15O': '¹⁵O', '17F': '¹⁷F' }

/** What becomes of solar neutrinos on their way here, with the potential of the pinned boson and without. */
export function SolarNeutrinos({ boson, source }: { readonly boson: PlainBoson | undefined; readonly source: SolarSource }) {
  const { store } = useExplorer()
  const place = useRef<HTMLDivElement>(null)
  const { assumptions } = store.view.value
  const told = useAside({ kind: 'solar', assumptions, boson, source }, place)
  return (
    <>
      <label class="graph">
        Source: <span class="on-paper">{NAMES[source] ?? source}</span>
        <select
          value={source}
          onChange={({ currentTarget: { value } }) => store.change({ solar: SOLAR_SOURCES.find((one) => one === value) })}
        >
          {SOLAR_SOURCES.map((one) => (
            <option key={one} value={one}>
              {NAMES[one] ?? one}
            </option>
          ))}
        </select>
      </label>
      <Sketch told={told} place={place} name={`Probabilities of solar ${source} neutrinos`} />
    </>
  )
}
