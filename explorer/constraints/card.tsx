import { useEffect, useState } from 'preact/hooks'
import { useExplorer } from '../context.ts'
import type { CatalogueRow } from '../engine/protocol.ts'

/** What was measured, by whom, and what it rests on. */
export function Card({ row, silent }: { readonly row: CatalogueRow; readonly silent: string | undefined }) {
  const { store, engine } = useExplorer()
  const [texts, setTexts] = useState<readonly string[]>([])
  useEffect(() => {
    let isWanted = true
    engine.references(row.id).then((found) => isWanted && setTexts(found.texts))
    return () => {
      isWanted = false
    }
  }, [engine, row.id])
  return (
    <div class="card">
      <p>{row.title}</p>
      <p>
        {row.statement}
        {row.confidence !== '' && ` (${row.confidence})`}
      </p>
      {silent !== undefined && <p class="about">Silent: {silent}</p>}
      {row.unverified !== undefined && <p class="warning">Unverified: {row.unverified}</p>}
      <p class="about">{row.where}</p>
      {row.notes !== undefined && <p class="about">{row.notes}</p>}
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>
        <button type="button" class="quiet" onClick={() => store.change({ only: [row.id], hidden: [] })}>
          show it alone
        </button>
        <code>{row.id}</code>
      </p>
    </div>
  )
}
