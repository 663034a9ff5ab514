import { useState } from 'preact/hooks'
import { Copy } from '../share/copy.tsx'

/** Text to take away, folded away until it is wanted. */
export function Copied({ summary, text }: { readonly summary: string; readonly text: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && <Copy label={summary} rows={8} text={text} />}
    </details>
  )
}
