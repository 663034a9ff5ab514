import { useEffect, useState } from 'preact/hooks'
import { useExplorer } from '../context.ts'
import type { CatalogueRow, PointRow, ReachRow } from '../engine/protocol.ts'
import { strengthText } from '../format.ts'
import { reachText } from '../reach/reach-text.ts'
import { Copy } from '../share/copy.tsx'

const KINDS = { exclusion: 'excludes', preferred: 'prefers', projection: 'is to reach' } as const

interface Props {
  readonly row: CatalogueRow
  readonly point: PointRow | undefined
  readonly reach: ReachRow | undefined
}

/** What was measured, by whom, and what it rests on. */
export function Card({ row, point, reach }: Props) {
  const { store, engine } = useExplorer()
  const [references, setReferences] = useState<{ readonly texts: readonly string[]; readonly bibtex: string }>()
  const { assumptions } = store.view.value
  useEffect(() => {
    let isWanted = true
    engine.references(row.id, assumptions).then(
      (found) => isWanted && setReferences(found),
      () => isWanted && setReferences({ texts: [], bibtex: '' }),
    )
    return () => {
      isWanted = false
    }
  }, [engine, row.id, assumptions])
  const silent = point?.silent ?? reach?.silent
  const assumed = Object.entries(assumptions).map(([key, value]) => `${key} = ${value}`)
  return (
    <div class="card">
      <p>{row.title}</p>
      <p>
        {row.statement}
        {row.confidence !== '' && ` (${row.confidence})`}
      </p>
      {row.unverified !== undefined && <p class="warning">Unverified: {row.unverified}</p>}
      {silent !== undefined && <p class="about">Silent: {silent}</p>}
      <dl>
        <dt>in this plane</dt>
        <dd>{reach === undefined ? 'not drawn' : `${KINDS[row.kind]} ${reachText(reach)}`}</dd>
        {point?.strength !== undefined && (
          <>
            <dt>at the pin</dt>
            <dd class={point.status}>
              {point.status}, {row.kind !== 'preferred' && 'strength '}
              {strengthText(row.kind, point.strength, 4)}
            </dd>
          </>
        )}
        <dt>assumptions</dt>
        <dd>{assumed.length === 0 ? 'default' : assumed.join(', ')}</dd>
        <dt>numbers from</dt>
        <dd>{row.where}</dd>
        {row.notes !== undefined && (
          <>
            <dt>notes</dt>
            <dd>{row.notes}</dd>
          </>
        )}
      </dl>
      <ul>
        {references?.texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {references !== undefined && references.bibtex !== '' && (
        <details>
          <summary>BibTeX</summary>
          <Copy label={`BibTeX of ${row.label}`} text={references.bibtex} rows={6} />
        </details>
      )}
      <p>
        <button type="button" class="quiet" onClick={() => store.change({ only: [row.id], hidden: [] })}>
          show it alone
        </button>
        <code>{row.id}</code>
      </p>
    </div>
  )
}
