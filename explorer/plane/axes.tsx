import { useEffect, useState } from 'preact/hooks'
import { InputError, parsePositive } from '../../src/index.ts'
import { PLANES, type PlaneName } from '../../src/regions/index.ts'
import { useExplorer } from '../context.ts'
import { mass, number, readNumber } from '../format.ts'
import { planesOf } from '../model/planes.ts'
import { allowedCoupling, allowedMass } from '../state/bounds.ts'
import { type Range, type View, WHOLE_PLANE } from '../state/view.ts'

const PLANE_NAMES: Readonly<Record<PlaneName, string>> = {
  'mass,coupling': 'mass, coupling',
  'mass,epsMedium': 'mass, ε in matter',
  'epsMedium,tanEta': 'ε in matter, tan η',
}

/** A mass with its unit; a bare number is told which units there are. */
const massOf = (text: string): number => allowedMass(parsePositive(text.replace(/\s+/g, ''), 'energy', 'mass'))

const couplingOf = (text: string): number => allowedCoupling(readNumber(text))

/** Which plane is drawn, and between which ends. */
export function Axes() {
  const { store, engine } = useExplorer()
  const view = store.view.value
  const { x, y } = engine.drawing.value ?? {}
  const choose = (text: string): void => {
    const plane = PLANES.find((one) => one === text)
    if (plane !== undefined) store.change({ plane, pin: undefined })
  }
  const isMass = view.plane !== 'epsMedium,tanEta'
  const isCoupling = view.plane === 'mass,coupling'
  const set = (part: Partial<View>): void => store.change(part)
  const ends = (range: Range | undefined, drawn: { min: number; max: number } | undefined): Range | undefined =>
    range ?? (drawn && [drawn.min, drawn.max])
  return (
    <div class="axes">
      <label>
        <span class="unseen">Plane</span>
        <select value={view.plane} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {planesOf(view.model).map((plane) => (
            <option key={plane} value={plane}>
              {PLANE_NAMES[plane]}
            </option>
          ))}
        </select>
      </label>
      {isMass ? (
        <Ends
          name="mass"
          range={view.mass_GeV}
          write={(value) => mass(value, 4)}
          read={massOf}
          onChange={(mass_GeV) => set({ mass_GeV })}
        />
      ) : (
        <Ends
          name="tan η"
          range={view.tanEta}
          write={(value) => number(value, 4)}
          read={readNumber}
          onChange={(tanEta) => set({ tanEta })}
        />
      )}
      {isCoupling ? (
        <Ends
          name="coupling"
          range={ends(view.coupling, y)}
          write={(value) => number(value, 4)}
          read={couplingOf}
          onChange={(range) => set({ coupling: range })}
        />
      ) : (
        <Ends
          name="ε"
          range={ends(view.epsMedium, isMass ? y : x)}
          write={(value) => number(value, 4)}
          read={readNumber}
          onChange={(epsMedium) => set({ epsMedium })}
        />
      )}
      {!isMass && <One name="at" value={view.fixedMass_GeV} onChange={(fixedMass_GeV) => set({ fixedMass_GeV })} />}
      <button type="button" class="quiet" onClick={() => set(WHOLE_PLANE)}>
        Whole plane
      </button>
    </div>
  )
}

interface EndsProps {
  readonly name: string
  readonly range: Range | undefined
  readonly write: (value: number) => string
  readonly read: (text: string) => number
  readonly onChange: (range: Range) => void
}

/** The two ends of an axis, as typed. */
function Ends({ name, range, write, read, onChange }: EndsProps) {
  const texts = range === undefined ? ['', ''] : range.map(write)
  const take = (k: 0 | 1, value: number): void => {
    if (range === undefined) throw new InputError('the other end is not known before something is drawn')
    const changed: Range = k === 0 ? [value, range[1]] : [range[0], value]
    if (!(changed[0] < changed[1])) throw new InputError('the first end must be the smaller')
    onChange(changed)
  }
  return (
    <fieldset class={name === 'mass' ? 'ends masses' : 'ends'}>
      <legend>{name}</legend>
      <Typed label={`${name}, from`} text={texts[0]} onType={(text) => take(0, read(text))} />
      <span aria-hidden="true">–</span>
      <Typed label={`${name}, to`} text={texts[1]} onType={(text) => take(1, read(text))} />
    </fieldset>
  )
}

function One({ name, value, onChange }: { readonly name: string; readonly value: number; readonly onChange: (value: number) => void }) {
  return (
    <fieldset class="ends masses">
      <legend>{name}</legend>
      <Typed label="mass of this plane" text={mass(value, 4)} onType={(text) => onChange(massOf(text))} />
    </fieldset>
  )
}

/** A field that is read when it is left, and says what is wrong with what it holds. */
function Typed({ label, text, onType }: { readonly label: string; readonly text: string; readonly onType: (text: string) => void }) {
  const [typed, setTyped] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  useEffect(() => {
    setTyped(undefined)
    setWrong(undefined)
  }, [text])
  const leave = (value: string): void => {
    if (typed === undefined) return
    try {
      onType(value)
      setTyped(undefined)
      setWrong(undefined)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      setWrong(error.message)
    }
  }
  return (
    <span class="typed">
      <input
        aria-label={label}
        aria-invalid={wrong !== undefined}
        value={typed ?? text}
        spellcheck={false}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={({ currentTarget }) => leave(currentTarget.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && leave(currentTarget.value)}
      />
      {wrong !== undefined && (
        <span class="tip" role="alert">
          {wrong}
        </span>
      )}
    </span>
  )
}
