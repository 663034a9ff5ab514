import { useId, useRef, useState } from 'preact/hooks'
import { copied } from './files.ts'

interface Props {
  readonly label: string
  readonly text: string
  readonly rows?: number
}

/** A text to read, to select and to copy. */
export function Copy({ label, text, rows = 1 }: Props) {
  const [said, setSaid] = useState('')
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const copy = async (): Promise<void> => {
    field.current!.select()
    setSaid((await copied(text)) ? 'copied' : 'press Ctrl+C')
    setTimeout(() => setSaid(''), 3000)
  }
  return (
    <div class="copy">
      <label for={id}>{label}</label>
      <textarea id={id} ref={field} rows={rows} readonly spellcheck={false} value={text} />
      <button type="button" onClick={copy} aria-label={`Copy: ${label}`}>
        {said === '' ? 'Copy' : said}
      </button>
      <span class="unseen" role="status">
        {said}
      </span>
    </div>
  )
}
