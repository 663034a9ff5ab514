import { useExplorer } from '../context.ts'
import type { PlainBoson } from '../engine/protocol.ts'
import { lazily } from './lazily.tsx'

const Spectrum = lazily(() => import('../spectra/spectra.tsx').then((part) => part.Spectrum), 'sketch')
const SolarNeutrinos = lazily(() => import('../spectra/sun.tsx').then((part) => part.SolarNeutrinos), 'sketch')
const PublishedFigure = lazily(() => import('../papers/figure.tsx').then((part) => part.PublishedFigure), 'panel published sketch')

/** What is looked at beside the plane: detectors, the Sun, a published figure. Each is fetched when it is opened. */
export function BesidePanels() {
  const { store, engine } = useExplorer()
  const { spectrum, solar, figure, pin } = store.view.value
  const place = pin === undefined ? undefined : engine.pinned.value?.place
  const boson = place && Number.isFinite(place.coupling) ? plain(place) : undefined
  const about = boson === undefined ? 'Standard Model alone; pin a boson to compare' : 'Standard Model, and the pinned boson'
  return (
    <>
      {figure !== undefined && <PublishedFigure key={figure} figure={figure} />}
      <section class="panel" aria-labelledby="recoils-heading">
        <details
          open={spectrum !== undefined}
          onToggle={({ currentTarget: { open } }) =>
            open !== (spectrum !== undefined) && store.change({ spectrum: open ? 'xenon1t-2020' : undefined })
          }
        >
          <summary>
            <h2 id="recoils-heading">Recoil spectra</h2> <small>{about}</small>
          </summary>
          {spectrum !== undefined && <Spectrum boson={boson} experiment={spectrum} />}
        </details>
      </section>
      <section class="panel" aria-labelledby="sun-heading">
        <details
          open={solar !== undefined}
          onToggle={({ currentTarget: { open } }) => open !== (solar !== undefined) && store.change({ solar: open ? '8B' : undefined })}
        >
          <summary>
            <h2 id="sun-heading">Solar neutrinos</h2> <small>{about}</small>
          </summary>
          {solar !== undefined && <SolarNeutrinos boson={boson} source={solar} />}
        </details>
      </section>
    </>
  )
}

/** Of a place, what workers are told of its boson. */
export const plain = ({ model, mass_GeV, coupling }: PlainBoson): PlainBoson => ({ model, mass_GeV, coupling })
