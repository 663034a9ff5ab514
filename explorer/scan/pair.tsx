import { useId, useRef, useState } from 'preact/hooks'
import { Sketch } from '../asides/sketch.tsx'
import { useTold } from '../asides/use-aside.ts'
import { useExplorer } from '../context.ts'
import type { OpenedScan, ScanColumn } from '../engine/protocol.ts'

const isOfPlane = (x: string, y: string): boolean => x === 'mass' && y === 'coupling'

/** Any two columns of a scan, whatever the others are: a figure beside the plot. */
export function Pair({ scan }: { readonly scan: OpenedScan }) {
  const [[x, y], choose] = useState<readonly [string, string]>(['mass', 'coupling'])
  const names = scan.columns.map(({ name }) => name)
  const chosen = [x, y].map((name, k) => (names.includes(name) ? name : names[k])) as [string, string]
  if (names.length < 2 || scan.likelihood.length === 0) return null
  return (
    <details>
      <summary>Other columns of it</summary>
      <div class="columns">
        <ColumnChoice label="across" columns={scan.columns} name={chosen[0]} onChange={(name) => choose([name, chosen[1]])} />
        <ColumnChoice label="upwards" columns={scan.columns} name={chosen[1]} onChange={(name) => choose([chosen[0], name])} />
      </div>
      {isOfPlane(...chosen) && 'overlay' in scan.over ? (
        <p class="about">These two lie over the plot; choose another for a figure of its own.</p>
      ) : chosen[0] === chosen[1] ? (
        <p class="about">Choose two columns.</p>
      ) : (
        <PairFigure scan={scan} names={chosen} />
      )}
    </details>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly columns: readonly ScanColumn[]
  readonly name: string
  readonly onChange: (name: string) => void
}

function ColumnChoice({ label, columns, name, onChange }: ChoiceProps) {
  const id = useId()
  const options = (isParameter: boolean) =>
    columns
      .filter((column) => column.isParameter === isParameter)
      .map((column) => (
        <option key={column.name} value={column.name}>
          {column.name}
        </option>
      ))
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={name} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <optgroup label="scanned">{options(true)}</optgroup>
        <optgroup label="computed">{options(false)}</optgroup>
      </select>
    </div>
  )
}

function PairFigure({ scan, names }: { readonly scan: OpenedScan; readonly names: readonly [string, string] }) {
  const { scans } = useExplorer().engine
  const place = useRef<HTMLDivElement>(null)
  const told = useTold([scan.hash, names] as const, place, ([, pair], sheet) => scans.pair(pair, sheet))
  return <Sketch told={told} place={place} name={`${names.join(' and ')} of the scan`} />
}
