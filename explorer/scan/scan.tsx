import { departuresText } from '../../src/index.ts'
import { compared } from '../../src/scan/index.ts'
import { useExplorer } from '../context.ts'
import type { OpenedScan, ScanOver } from '../engine/protocol.ts'
import { mass, number, shown } from '../format.ts'
import { COUPLINGS, MASSES_GeV } from '../state/bounds.ts'
import type { View } from '../state/view.ts'
import { around } from './around.ts'
import { Pair } from './pair.tsx'

/** The scan that was opened: what it is, how it goes with what is computed here, and its other columns. */
export function OpenScan() {
  const scan = useExplorer().engine.scans.opened.value
  return scan === undefined ? null : <ScanCard key={scan.hash + scan.file} scan={scan} />
}

function ScanCard({ scan }: { readonly scan: OpenedScan }) {
  const { engine } = useExplorer()
  return (
    <section class="opened-scan" aria-label="The scan">
      <p>
        <strong>{scan.title}</strong>{' '}
        <button type="button" class="quiet" aria-label={`Remove ${scan.file}`} onClick={engine.scans.remove}>
          remove
        </button>
      </p>
      <Where scan={scan} />
      <OfModel scan={scan} />
      <details>
        <summary>What was scanned</summary>
        <About scan={scan} />
      </details>
      <Pair scan={scan} />
    </section>
  )
}

const isOver = (over: OpenedScan['over']): over is ScanOver => 'overlay' in over

/** Where in the plot it is seen, or why it is not. */
function Where({ scan: { over } }: { readonly scan: OpenedScan }) {
  const { store, engine } = useExplorer()
  if (!isOver(over)) return <p class="warning">{over.absent}</p>
  if (store.view.value.plane !== 'mass,coupling') {
    return (
      <p class="warning">
        It lies over the plane of mass and coupling; this is another one.{' '}
        <button type="button" class="quiet" onClick={() => store.change({ plane: 'mass,coupling', pin: undefined })}>
          Show that plane
        </button>
      </p>
    )
  }
  const { masses_GeV, couplings } = over.reaches[0] ?? {}
  const { x, y } = engine.drawing.value ?? {}
  if (masses_GeV === undefined || couplings === undefined || x === undefined || y === undefined) return null
  const isApart = masses_GeV[0] > x.max || masses_GeV[1] < x.min || couplings[0] > y.max || couplings[1] < y.min
  const axes = { mass_GeV: around(masses_GeV, MASSES_GeV), coupling: around(couplings, COUPLINGS) }
  return (
    <p class={isApart ? 'warning' : 'about'}>
      {isApart ? 'Nothing of it lies within these axes.' : 'Its regions lie over the limits.'}{' '}
      {axes.mass_GeV !== undefined && axes.coupling !== undefined && (
        <button type="button" class="quiet" onClick={() => store.change(axes as Partial<View>)}>
          Axes around it
        </button>
      )}
    </p>
  )
}

/** That limits and scan are of different things, where they are. */
function OfModel({ scan: { model, bestModel, assumptions, over } }: { readonly scan: OpenedScan }) {
  const { store } = useExplorer()
  const view = store.view.value
  const { ofModel, isUnderSame, ...said } = compared({ model, best: bestModel, assumptions }, view)
  // Without regions there is nothing of the best at each point.
  const ofModels = isOver(over) || ofModel !== 'same' ? said.models : undefined
  const told = [ofModels, said.assumptions].filter((sentence) => sentence !== undefined)
  if (told.length === 0) return null
  const isOther = ofModel === 'other' || ofModel === 'varied'
  const isAdopted = typeof bestModel === 'string' && (isOther || !isUnderSame)
  const what = [...(isOther ? [shown(String(bestModel), 200)] : []), ...(isUnderSame ? [] : ['its assumptions'])].join(' and ')
  return (
    <div class={ofModel === 'other' || !isUnderSame ? 'warning' : 'about'}>
      {told.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {isAdopted && (
        <button type="button" onClick={() => store.step({ ...(isOther ? { model: bestModel } : {}), assumptions })}>
          Take {what}
        </button>
      )}
    </div>
  )
}

const named = (name: string, value: number): string => `${name} = ${name === 'mass' ? mass(value, 4) : number(value, 4)}`

/** Where it comes from. */
function About({ scan }: { readonly scan: OpenedScan }) {
  const { over, likelihood, approximate } = scan
  return (
    <div class="card">
      <dl>
        <dt>file</dt>
        <dd>{scan.file}</dd>
        <dt>model</dt>
        <dd>{typeof scan.model === 'string' ? shown(scan.model, 200) : 'written out in the scan file'}</dd>
        <dt>points</dt>
        <dd>{scan.points}</dd>
        {scan.parameters.map(([name, run]) => (
          <>
            <dt key={`${name} name`}>{shown(name)}</dt>
            <dd key={`${name} run`}>{run}</dd>
          </>
        ))}
        <dt>likelihood of</dt>
        <dd>{[...likelihood, ...approximate.map((name) => `${name} (approximate)`)].join(', ') || 'nothing'}</dd>
        {isOver(over) && (
          <>
            <dt>best point</dt>
            <dd>
              {over.best.map(([name, value]) => named(name, value)).join(', ')}; −2 ln L = {number(over.minus2LogL, 4)}
            </dd>
          </>
        )}
        <dt>over the plot</dt>
        <dd>{isOver(over) ? 'mass and coupling, all else at its best' : 'nothing'}</dd>
        <dt>assumptions</dt>
        <dd>{departuresText(scan.assumptions)}</dd>
        <dt>computed by</dt>
        <dd>Zest {scan.version}</dd>
        <dt>plan</dt>
        <dd>
          <code>{scan.hash}</code>
        </dd>
      </dl>
      <ul>
        {scan.references.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}
