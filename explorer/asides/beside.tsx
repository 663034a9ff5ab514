import type { ComponentChildren } from 'preact'
import { useExplorer } from '../context.ts'
import type { PlainBoson } from '../engine/protocol.ts'
import { lazily } from './lazily.tsx'

const Spectrum = lazily(() => import('../spectra/spectra.tsx').then((part) => part.Spectrum), 'sketch')
const SolarNeutrinos = lazily(() => import('../spectra/sun.tsx').then((part) => part.SolarNeutrinos), 'sketch')
const PublishedFigure = lazily(() => import('../papers/figure.tsx').then((part) => part.PublishedFigure), 'panel published sketch')

/**
 * What is looked at beside the plane: a published figure, detectors, the Sun. Each is a kind of `Aside` that a worker answers, fetched when it is
 * first opened.
 */
export function BesidePanels() {
  const { store, engine } = useExplorer()
  const { spectrum, solar, figure, pin } = store.view.value
  const place = pin === undefined ? undefined : engine.pinned.value?.place
  const boson = place && Number.isFinite(place.coupling) ? plain(place) : undefined
  return (
    <>
      {figure !== undefined && <PublishedFigure key={figure} figure={figure} />}
      <Folded
        title="Event spectra"
        isCompared={boson !== undefined}
        isOpen={spectrum !== undefined}
        onToggle={(isOpen) => store.change({ spectrum: isOpen ? 'xenon1t-2020' : undefined })}
      >
        {spectrum !== undefined && <Spectrum boson={boson} experiment={spectrum} />}
      </Folded>
      <Folded
        title="Solar neutrinos"
        isCompared={boson !== undefined}
        isOpen={solar !== undefined}
        onToggle={(isOpen) => store.change({ solar: isOpen ? '8B' : undefined })}
      >
        {solar !== undefined && <SolarNeutrinos boson={boson} source={solar} />}
      </Folded>
    </>
  )
}

interface FoldedProps {
  readonly title: string
  /** Whether there is a boson to compare the Standard Model with. */
  readonly isCompared: boolean
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  readonly children: ComponentChildren
}

function Folded({ title, isCompared, isOpen, onToggle, children }: FoldedProps) {
  return (
    <section class="panel" aria-label={title}>
      <details open={isOpen} onToggle={({ currentTarget: { open } }) => open !== isOpen && onToggle(open)}>
        <summary>
          <h2>{title}</h2>{' '}
          <small>{isCompared ? 'Standard Model, and the pinned boson' : 'Standard Model alone; pin a boson to compare'}</small>
        </summary>
        {children}
      </details>
    </section>
  )
}

/** Of a place, what workers are told of its boson. */
export const plain = ({ model, mass_GeV, coupling }: PlainBoson): PlainBoson => ({ model, mass_GeV, coupling })
