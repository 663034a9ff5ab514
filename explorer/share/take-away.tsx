import { useEffect, useRef, useState } from 'preact/hooks'
import { useExplorer } from '../context.ts'
import type { Sheet, TakenFormat } from '../engine/protocol.ts'
import { scanOver } from '../scan/scans.ts'
import { queryOf } from '../state/view.ts'
import { Copy } from './copy.tsx'
import { embedded } from './embed.ts'
import { download, pngOf } from './files.ts'

const FILES = [
  ['svg', 'SVG', 'image/svg+xml', 'the figure, for the web and for drawing programs'],
  ['pdf', 'PDF', 'application/pdf', 'the figure, for a paper'],
  ['png', 'PNG', 'image/png', 'the figure, 300 dots an inch'],
  ['csv', 'CSV', 'text/csv', 'every limit against the mass, as a table'],
  ['json', 'JSON', 'application/json', 'the same, with assumptions and sources'],
  ['bib', 'BibTeX', 'application/x-bibtex', 'the publications that the figure rests on'],
] as const
type FileFormat = (typeof FILES)[number][0]

/** Everything that can be taken away of what is shown. */
export function TakeAway({ onClose }: { readonly onClose: () => void }) {
  const { store, engine } = useExplorer()
  const dialog = useRef<HTMLDialogElement>(null)
  const [theme, setTheme] = useState<Sheet['theme']>('light')
  const [command, setCommand] = useState('')
  const [said, setSaid] = useState('')
  const [working, setWorking] = useState<FileFormat>()
  const view = store.view.value
  const title = `Zest: limits on ${view.model}`
  const ownLimits = engine.ownRows.value.filter(({ id }) => id !== undefined)
  const isOverlaid = scanOver(engine.scans, view) !== undefined
  const take = (format: TakenFormat) => {
    return engine.take(queryOf(store.view.peek()), theme, format)
  }

  useEffect(() => dialog.current!.showModal(), [])
  useEffect(() => {
    let isWanted = true
    const show = (text: string): void => {
      if (isWanted) setCommand(text)
    }
    take('command').then(
      (text) => show(text as string),
      (error: Error) => show(`# ${error.message}`),
    )
    return () => {
      isWanted = false
    }
  }, [view, theme])

  const save = async (format: FileFormat, type: string): Promise<void> => {
    setWorking(format)
    setSaid(`Making the ${format.toUpperCase()} …`)
    try {
      const name = `${/--out '?([^' ]+)\.svg/.exec(command)?.[1] ?? 'zest'}.${format}`
      const content = format === 'png' ? await pngOf((await take('svg')) as string) : await take(format)
      download(name, content, type)
      setSaid(`${name} is saved`)
    } catch (error) {
      setSaid(`There is no ${format.toUpperCase()}: ${(error as Error).message}`)
    } finally {
      setWorking(undefined)
    }
  }

  return (
    <dialog ref={dialog} class="take-away" aria-labelledby="take-away-heading" onClose={onClose}>
      <div class="head">
        <h2 id="take-away-heading">Take it away</h2>
        <button type="button" onClick={() => dialog.current!.close()}>
          Close
        </button>
      </div>
      {ownLimits.length > 0 && (
        <p class="warning">
          Limits of your own ({ownLimits.map(({ label }) => label).join(', ')}) stay in this browser until the page is left or reloaded:
          they are in the files, but not behind the link. The command reads them from your files.
        </p>
      )}
      {isOverlaid && (
        <p class="warning">
          The scan lies over the figures (SVG, PDF, PNG). It stays in this browser and is not behind the link; the command reads it from
          your file.
        </p>
      )}
      <Copy label="Link to this view" text={store.address()} rows={2} />
      <fieldset class="files">
        <legend>Files</legend>
        <label class="switch">
          <input
            type="checkbox"
            checked={theme === 'dark'}
            onChange={({ currentTarget }) => setTheme(currentTarget.checked ? 'dark' : 'light')}
          />
          dark figure
        </label>
        <ul>
          {FILES.map(([format, label, type, about]) => (
            <li key={format}>
              <button type="button" disabled={working !== undefined} onClick={() => save(format, type)}>
                {label}
              </button>
              <span class="about">{about}</span>
            </li>
          ))}
        </ul>
        <p role="status" class="about">
          {said}
        </p>
      </fieldset>
      <Copy label="The same figure from a terminal" text={command} rows={3} />
      <Copy label="In a page of your own" text={embedded(store.address(), title)} rows={3} />
    </dialog>
  )
}
