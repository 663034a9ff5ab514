import { useId, useState } from 'preact/hooks'
import { dark, light } from '../../src/figures/index.ts'
import { lazily } from '../asides/lazily.tsx'
import { useExplorer } from '../context.ts'
import type { CatalogueRow, PointRow, ReachRow } from '../engine/protocol.ts'
import { strengthText } from '../format.ts'
import { Named } from '../named.tsx'
import { OwnLimits } from '../own/own.tsx'
import { isShown, switched } from './shown.ts'

const Card = lazily(() => import('./card.tsx').then((part) => part.Card), 'card')

/** Every constraint there is: in groups, to be searched and switched, with what it says about the pinned boson. */
export function Constraints() {
  const { store, engine } = useExplorer()
  const [sought, setSought] = useState('')
  const id = useId()
  const { projections, hidden, only } = store.view.value
  const rows = engine.catalogue.value.filter((row) => matches(row, sought))
  const groups = [...new Set(rows.map(({ group }) => group))]
  const slots = engine.drawing.value?.slots ?? {}
  // With few regions each has a colour of its own, and that of a group would mean another.
  const isByGroup = engine.catalogue.value.every(
    ({ id, kind, groupColour }) => kind === 'preferred' || (slots[id] ?? groupColour) === groupColour,
  )
  const isAltered = hidden.length > 0 || only.length > 0
  return (
    <section class="panel constraints" aria-labelledby="constraints-heading">
      <h2 id="constraints-heading">Constraints</h2>
      <div class="tools">
        <label class="unseen" for={id}>
          Search constraints
        </label>
        <input
          id={id}
          type="search"
          placeholder="such as NA64"
          value={sought}
          onInput={({ currentTarget }) => setSought(currentTarget.value)}
        />
        <label class="switch">
          <input
            type="checkbox"
            checked={projections}
            onChange={({ currentTarget }) => store.change({ projections: currentTarget.checked })}
          />
          projections
        </label>
        {isAltered && (
          <button type="button" class="quiet" onClick={() => store.change({ hidden: [], only: [] })}>
            Show all
          </button>
        )}
      </div>
      <p class="about">
        {engine.catalogue.value.length} in the catalogue; {engine.missing.value} more are known, without numbers here.
      </p>
      <div class="groups">
        {groups.map((group) => (
          <Group
            key={group}
            group={group}
            rows={rows.filter((row) => row.group === group)}
            isSought={sought !== ''}
            isByGroup={isByGroup}
          />
        ))}
        {rows.length === 0 && <p class="about">Nothing of that name.</p>}
      </div>
      <OwnLimits />
    </section>
  )
}

const matches = (row: CatalogueRow, sought: string): boolean => {
  const text =
    `${row.id} ${row.label} ${row.title} ${row.group} ${row.experiment ?? ''} ${row.kind} ${row.citations.join(' ')}`.toLowerCase()
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

interface GroupProps {
  readonly group: string
  readonly rows: readonly CatalogueRow[]
  readonly isSought: boolean
  /** Whether colours tell groups apart on the plot. */
  readonly isByGroup: boolean
}

function Group({ group, rows, isSought, isByGroup }: GroupProps) {
  const { store, engine } = useExplorer()
  const [isUnfolded, setUnfolded] = useState(false)
  const isOpen = isSought || isUnfolded
  const view = store.view.value
  const shown = rows.filter((row) => isShown(row, view))
  const usual = shown.length > 0 ? shown : rows.filter(({ isVariant }) => !isVariant)
  const strengths = new Map((engine.pinned.value?.rows ?? []).map((row) => [row.id, row]))
  const reaches = new Map(engine.reaches.value.map((row) => [row.id, row]))
  const pending = new Set(engine.pending.value)
  const slots = engine.drawing.value?.slots ?? {}
  return (
    <details class="group" open={isOpen} onToggle={({ currentTarget }) => !isSought && setUnfolded(currentTarget.open)}>
      <summary>
        <Swatch slot={isByGroup ? rows[0].groupColour : undefined} />
        {group}{' '}
        <small>
          {shown.length} of {rows.length}
        </small>
        {engine.pinned.value !== undefined && <Excluding rows={shown} strengths={strengths} />}
      </summary>
      {isOpen && (
        <>
          <button
            type="button"
            class="quiet"
            onClick={() => store.change(switched(view, usual, shown.length === 0, engine.catalogue.value))}
          >
            {shown.length === 0 ? 'switch all on' : 'switch all off'}
          </button>
          <ul>
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                isOn={isShown(row, view)}
                point={strengths.get(row.id)}
                reach={reaches.get(row.id)}
                isPending={pending.has(row.id)}
                slot={isShown(row, view) ? slots[row.id] : undefined}
              />
            ))}
          </ul>
        </>
      )}
    </details>
  )
}

/** How many of a group speak against the pinned boson. */
function Excluding({ rows, strengths }: { readonly rows: readonly CatalogueRow[]; readonly strengths: ReadonlyMap<string, PointRow> }) {
  const count = rows.filter(({ id }) => strengths.get(id)?.status === 'excluded').length
  return count === 0 ? null : <span class="count">{count} exclude</span>
}

interface RowProps {
  readonly row: CatalogueRow
  readonly isOn: boolean
  readonly point: PointRow | undefined
  readonly reach: ReachRow | undefined
  readonly isPending: boolean
  /** Of the palette, where it is drawn. */
  readonly slot: number | undefined
}

/** The colour that something has on the plot; an empty place where it has none. */
function Swatch({ slot }: { readonly slot: number | undefined }) {
  const { store } = useExplorer()
  if (slot === undefined) return <span class="swatch none" aria-hidden="true" />
  const { palette } = store.isDark.value ? dark : light
  // Slots are counted on where a figure has more layers than the palette has colours.
  const { edge, fill } = palette[slot % palette.length]
  return <span class="swatch" style={{ borderColor: edge, backgroundColor: `${fill}33` }} aria-hidden="true" />
}

/** Its strength in a few letters. */
const shortly = (kind: CatalogueRow['kind'], strength: number): string => strengthText(kind, strength).split(',')[0]

function Row({ row, isOn, point, reach, isPending, slot }: RowProps) {
  const { store, engine } = useExplorer()
  const [isRead, setRead] = useState(false)
  const silent = point?.silent ?? reach?.silent
  return (
    <li class={isPending ? 'row waiting' : 'row'} data-row={row.id}>
      <label title={row.title}>
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ currentTarget }) => store.change(switched(store.view.value, [row], currentTarget.checked, engine.catalogue.value))}
        />
        <Swatch slot={slot} />
        <span class="name">
          <Named text={row.label} />
        </span>
      </label>
      <span class={`strength ${point?.status ?? ''}`} title={silent}>
        {isPending
          ? 'pending'
          : point?.strength !== undefined
            ? shortly(row.kind, point.strength)
            : silent !== undefined && isOn
              ? 'silent'
              : ''}
      </span>
      <button type="button" class="quiet more" aria-expanded={isRead} aria-label={`About ${row.label}`} onClick={() => setRead(!isRead)}>
        ?
      </button>
      {isRead && <Card row={row} point={point} reach={reach} />}
    </li>
  )
}
