import { useId, useMemo } from 'preact/hooks'
import { type Model, parseAssumption, parsePositive } from '../../src/index.ts'
import { useExplorer } from '../context.ts'
import { Slider, type SliderRange } from '../controls/slider.tsx'
import { isCharged, loopsOf, mixingRemarks } from './mixed.ts'

const KINDS = [
  ['loop', 'one loop, full q²'],
  ['loop-contact', 'one loop, q² → 0'],
  ['amaral-2020-v1', 'one loop, an early 4π²'],
  ['none', 'no loop mixing'],
  ['fixed', 'ε / g as I say'],
  ['log', 'cut off at a scale Λ'],
] as const

const RATIO: SliderRange = { scale: 'signed-log', min: -1, max: 1, smallest: 1e-5 }
const CUTOFF_GeV: SliderRange = { scale: 'log', min: 1e2, max: 1e16 }

/** A scale as the field names it, in GeV, or with a unit of its own. */
const cutOff = (text: string): number => {
  const plain = text.replace(/\s+/g, '')
  return parsePositive(/[A-Za-z]$/.test(plain) ? plain : `${plain}GeV`, 'energy', 'Λ')
}

/** What takes the place of loops that come to no number. */
const NO_LOOPS = { divergent: 'loops diverge: taken as 0', none: 'nothing in loops' } as const

/** How the boson mixes with the photon through loops, or by a given ratio; and what holds besides. */
export function KineticMixing({ model }: { readonly model: Model }) {
  const { store } = useExplorer()
  const id = useId()
  const { assumptions, plane } = store.view.value
  const value = assumptions.kineticMixing ?? 'loop'
  const [kind, parameter = ''] = value.split(':')
  const set = (kineticMixing: string): void => {
    const { kineticMixing: _, ...others } = assumptions
    store.change({ assumptions: kineticMixing === 'loop' ? others : { ...others, ...parseAssumption('kineticMixing', kineticMixing) } })
  }
  const loops = useMemo(() => loopsOf(model), [model])
  const remarks = mixingRemarks(model, value, plane).map((remark) => (
    <p key={remark} class="about">
      {remark}
    </p>
  ))
  if (!isCharged(model)) {
    return remarks.length === 0 ? null : (
      <div class="mixing">
        <p>Kinetic mixing</p>
        {remarks}
      </div>
    )
  }
  const isZero = (word: string): boolean => loops !== 'finite' && (word === 'loop' || word === 'loop-contact')
  return (
    <div class="mixing">
      <label for={id}>Kinetic mixing</label>
      <select
        id={id}
        value={kind}
        onChange={({ currentTarget: { value: chosen } }) => {
          if (chosen === 'fixed') set('fixed:-0.01')
          else set(chosen === 'log' ? 'log:1000GeV' : chosen)
        }}
      >
        {KINDS.map(([word, label]) => (
          <option key={word} value={word} disabled={word === 'loop-contact' && isZero(word) && word !== kind}>
            {loops !== 'finite' && word === 'loop' ? NO_LOOPS[loops] : label}
          </option>
        ))}
        {KINDS.every(([word]) => word !== kind) && <option value={kind}>{kind}</option>}
      </select>
      {remarks}
      {kind === 'fixed' && (
        <Slider
          label="ε / g"
          about="in c_f = g Q′ − ε e Q"
          value={Number(parameter)}
          range={RATIO}
          onChange={(ratio) => set(`fixed:${ratio}`)}
        />
      )}
      {kind === 'log' && (
        <Slider
          label="Λ [GeV]"
          about="where the loops are cut off"
          value={Number.parseFloat(parameter)}
          range={CUTOFF_GeV}
          read={cutOff}
          onChange={(scale) => set(`log:${scale}GeV`)}
        />
      )}
    </div>
  )
}
