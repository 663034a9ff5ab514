import { useEffect, useId, useState } from 'preact/hooks'
import { InputError } from '../../src/index.ts'
import { parseRational, toNumber } from '../../src/models/index.ts'
import { number } from '../format.ts'

/** Where a value may be slid. What is typed may lie beyond. */
export interface SliderRange {
  readonly min: number
  readonly max: number
  /** `signed-log`: logarithmic on both sides of zero, down to `smallest`. */
  readonly scale: 'linear' | 'log' | 'signed-log'
  readonly smallest?: number
}

const STEPS = 1000

/** The value at a part of the way from one end to the other. */
export function valueAt({ min, max, scale, smallest = 1e-6 }: SliderRange, part: number): number {
  if (scale === 'linear') return min + part * (max - min)
  if (scale === 'log') return min * (max / min) ** part
  const side = 2 * part - 1
  return side === 0 ? 0 : Math.sign(side) * smallest * (max / smallest) ** Math.abs(side)
}

/** The inverse of {@link valueAt}, within the ends. */
export function partOf({ min, max, scale, smallest = 1e-6 }: SliderRange, value: number): number {
  const within = (part: number): number => Math.min(1, Math.max(0, part))
  if (scale === 'linear') return within((value - min) / (max - min))
  if (scale === 'log') return value > 0 ? within(Math.log(value / min) / Math.log(max / min)) : 0
  const side = Math.abs(value) <= smallest ? 0 : Math.log(Math.abs(value) / smallest) / Math.log(max / smallest)
  return within((1 + Math.sign(value) * side) / 2)
}

export interface SliderProps {
  readonly label: string
  readonly about: string
  readonly value: number
  readonly range: SliderRange
  /** What is typed as a number; throws InputError for what is none. */
  readonly read?: (text: string) => number
  /** Throws InputError for a value that is not allowed, which then is not taken. */
  readonly onChange: (value: number) => void
}

/** A number as charges take it: an integer, a decimal or a fraction. */
const fraction = (text: string): number => toNumber(parseRational(text))

/** A slider beside a field for the same number, which says what is wrong with what it holds. */
export function Slider({ label, about, value, range, read = fraction, onChange }: SliderProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  useEffect(() => {
    setTyped(undefined)
    setWrong(undefined)
  }, [value])
  const take = (find: () => number): boolean => {
    try {
      onChange(find())
      setWrong(undefined)
      return true
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      const { message, field } = error
      setWrong(field === undefined ? message : message.slice(field.length + 2))
      return false
    }
  }
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <input
        class="number"
        inputMode="decimal"
        aria-label={`${label}, typed`}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-about`}
        spellcheck={false}
        value={typed ?? number(value, 6)}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget: { value: text } }) => {
          if (take(() => read(text))) setTyped(undefined)
        }}
      />
      <input
        id={id}
        type="range"
        min="0"
        max={STEPS}
        step="1"
        aria-valuetext={number(value, 4)}
        value={Math.round(STEPS * partOf(range, value))}
        onInput={({ currentTarget }) => take(() => Number(valueAt(range, Number(currentTarget.value) / STEPS).toPrecision(4)))}
      />
      <p id={`${id}-about`} class={wrong === undefined ? 'about' : 'about wrong'} role={wrong === undefined ? undefined : 'alert'}>
        {wrong ?? about}
      </p>
    </div>
  )
}
