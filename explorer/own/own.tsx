import { useSignal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import { lazily } from '../asides/lazily.tsx'
import { useExplorer } from '../context.ts'
import type { OwnFile } from '../engine/protocol.ts'
import { isScan } from '../scan/scans.ts'
import { readFiles } from './files.ts'

const OpenScan = lazily(() => import('../scan/scan.tsx').then((part) => part.OpenScan))

/** Limits and a scan of the reader's own: files that are dropped on the page or chosen. They never leave the browser, which forgets them with the page. */
export function OwnLimits() {
  const { engine } = useExplorer()
  const files = useSignal<readonly OwnFile[]>([])
  const refusals = useSignal<readonly string[]>([])
  const isOver = useSignal(false)
  const reading = engine.scans.reading.value
  const id = useId()
  const problem = engine.scans.problem.value
  const told = problem === undefined ? refusals.value : [...refusals.value, problem]

  const take = async (next: readonly OwnFile[]): Promise<void> => {
    files.value = next
    try {
      await engine.own(next)
    } catch (error) {
      refusals.value = [...refusals.peek(), (error as Error).message]
    }
  }
  /** What was told of files before, which new ones answer. */
  const dismiss = (): void => {
    refusals.value = []
    engine.scans.dismiss()
  }
  const add = async (chosen: readonly File[]): Promise<void> => {
    dismiss()
    const kinds = await Promise.all(chosen.map(isScan))
    const scans = chosen.filter((_, i) => kinds[i])
    if (scans.length > 0) void engine.scans.open(scans[scans.length - 1])
    const { read, refused } = await readFiles(chosen.filter((_, i) => !kinds[i]))
    refusals.value = scans.length > 1 ? [...refused, 'One scan at a time is shown: the last of them.'] : refused
    const names = new Set(read.map(({ name }) => name))
    if (read.length > 0) await take([...files.peek().filter(({ name }) => !names.has(name)), ...read])
  }

  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      isOver.value = event.type !== 'dragleave' || event.relatedTarget !== null
    }
    const drop = (event: DragEvent): void => {
      if (event.dataTransfer === null || event.dataTransfer.files.length === 0) return
      event.preventDefault()
      isOver.value = false
      void add([...event.dataTransfer.files])
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', over)
      window.removeEventListener('drop', drop)
    }
  }, [])

  return (
    <section class="own" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>A limit or a scan of your own</h3>
      <label for={id} class="about">
        Drop a YAML file and its table on the page, or choose them; a file that describes a beam dump needs no table. A merged scan
        (result.parquet) lies over the plot. They count until the page is left or reloaded, and nothing is sent anywhere.
      </label>
      <input
        id={id}
        type="file"
        multiple
        accept=".yaml,.yml,.lmt,.txt,.dat,.csv,.json,.parquet"
        onChange={({ currentTarget }) => {
          void add([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      <div role="alert">
        {told.map((text) => (
          <p key={text} class="wrong">
            {text}
          </p>
        ))}
      </div>
      {told.length > 0 && (
        <button type="button" class="quiet" onClick={dismiss}>
          Dismiss
        </button>
      )}
      <ul>
        {engine.ownRows.value.map(({ file, id: name, label, isProjection = false, problem }) => (
          <li key={file}>
            <code>{file}</code>{' '}
            {problem === undefined ? <span class="about">{label ?? 'its table'}</span> : <span class="wrong">{problem}</span>}
            {name !== undefined && <WhyHidden id={name} isProjection={isProjection} />}{' '}
            <button
              type="button"
              class="quiet"
              aria-label={`Remove ${file}`}
              onClick={() => take(files.value.filter(({ name }) => name !== file))}
            >
              remove
            </button>
          </li>
        ))}
      </ul>
      <p role="status" class={reading === undefined ? 'unseen' : 'about'}>
        {reading !== undefined && `Reading ${reading} …`}
      </p>
      {engine.scans.opened.value !== undefined && <OpenScan />}
      {isOver.value && <p class="drop-here">Drop it: a limit or a scan of your own</p>}
    </section>
  )
}

/** Why a limit is read and not drawn, where that is so. */
function WhyHidden({ id, isProjection }: { readonly id: string; readonly isProjection: boolean }) {
  const { store } = useExplorer()
  const { only, hidden, projections } = store.view.value
  if (hidden.includes(id)) return <span class="about">: switched off</span>
  if (only.length > 0 && !only.includes(id)) {
    return (
      <>
        <span class="about">: not drawn, as only some constraints are shown</span>{' '}
        <button type="button" class="quiet" onClick={() => store.change({ only: [...only, id] })}>
          show it too
        </button>
      </>
    )
  }
  return isProjection && only.length === 0 && !projections ? <span class="about">: drawn with projections, which are off</span> : null
}
