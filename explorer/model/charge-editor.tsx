import { useEffect, useId, useMemo, useState } from 'preact/hooks'
import { InputError, type Model } from '../../src/index.ts'
import { ANOMALIES, type Anomaly, anomalies, type FieldCharges, type Rational, toFraction } from '../../src/models/index.ts'
import { ALIKE, APART, type ChargeRow, isAlike, madeAlike, NEUTRAL, readCharge, textOf, withCharge } from './charges.ts'
import { useEditing } from './editing.ts'

/** Charges family by family, and what becomes of the anomalies. */
export function ChargeEditor({ model }: { readonly model: Model }) {
  const editing = useEditing()
  const charges = model.fields ?? NEUTRAL
  const alike = isAlike(charges)
  const [isApart, setApart] = useState(false)
  const [problem, setProblem] = useState<string>()
  const take = (next: FieldCharges): void => {
    try {
      editing.take(textOf(next))
      setProblem(undefined)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      setProblem(error.message)
    }
  }
  const takeAtOnce = (next: FieldCharges): void => {
    editing.end()
    take(next)
    editing.end()
  }
  const rows = isApart || !alike ? APART : ALIKE
  const { treeMixing, massMixing, hiddenScalar } = model
  const isMore = treeMixing.epsilon !== 0 || treeMixing.epsilonOverG !== 0 || massMixing !== 0 || hiddenScalar !== undefined
  return (
    <div class="charges">
      <label class="switch">
        <input
          type="checkbox"
          checked={isApart || !alike}
          onChange={({ currentTarget: { checked } }) => {
            setApart(checked)
            if (!checked && !alike) takeAtOnce(madeAlike(charges))
          }}
        />
        left and right apart
      </label>
      <table onChange={editing.end} onFocusOut={editing.end}>
        <caption class="unseen">Charges, family by family</caption>
        <thead>
          <tr>
            <td />
            {['1st', '2nd', '3rd'].map((family) => (
              <th key={family} scope="col">
                {family}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.name} row={row} charges={charges} onChange={take} />
          ))}
        </tbody>
      </table>
      {problem !== undefined && (
        <p class="wrong" role="alert">
          {problem}
        </p>
      )}
      <p class="about">Fractions such as −1/3 or 0.1; arrow keys step.</p>
      {(isMore || model.fields === undefined) && (
        <p class="about">Another charge makes a model of its own, without the mixing and hidden decays of this one.</p>
      )}
      <button type="button" class="quiet" onClick={() => takeAtOnce(NEUTRAL)}>
        all to zero
      </button>
      <Conditions charges={charges} />
    </div>
  )
}

interface RowProps {
  readonly row: ChargeRow
  readonly charges: FieldCharges
  readonly onChange: (charges: FieldCharges) => void
}

function Row({ row: { name, fields, families }, charges, onChange }: RowProps) {
  const step = fields.some((field) => field === 'Q' || field === 'u' || field === 'd') ? 3 : 1
  return (
    <tr>
      <th scope="row">{name}</th>
      {families.map((family, i) => (
        <td key={family}>
          <Cell
            label={`Charge of ${name}, ${family}`}
            value={charges[fields[0]][i]}
            parts={step}
            onChange={(charge) => onChange(withCharge(charges, fields, i, charge))}
          />
        </td>
      ))}
    </tr>
  )
}

interface CellProps {
  readonly label: string
  readonly value: Rational
  /** Arrow keys go by one over this. */
  readonly parts: number
  readonly onChange: (charge: Rational) => void
}

/** One charge: what is typed stands as typed while it says the same. */
function Cell({ label, value, parts, onChange }: CellProps) {
  const id = useId()
  const text = toFraction(value)
  const [typed, setTyped] = useState<string>()
  const read = useMemo(() => (typed === undefined ? undefined : readCharge(typed)), [typed])
  const problem = read !== undefined && 'problem' in read ? read.problem : undefined
  useEffect(() => {
    setTyped((before) => {
      if (before === undefined) return undefined
      const known = readCharge(before)
      return 'charge' in known && toFraction(known.charge) !== text ? undefined : before
    })
  }, [text])
  return (
    <>
      <input
        value={typed ?? text}
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : id}
        inputMode="text"
        spellcheck={false}
        autocomplete="off"
        maxLength={60}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value)
          const next = readCharge(currentTarget.value)
          if ('charge' in next) onChange(next.charge)
        }}
        onBlur={() => problem === undefined && setTyped(undefined)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          setTyped(undefined)
          onChange(stepped(value, event.key === 'ArrowUp' ? 1 : -1, parts))
        }}
      />
      {problem !== undefined && (
        <span id={id} class="wrong" role="alert">
          not a number
        </span>
      )}
    </>
  )
}

/** A charge one part further. */
function stepped({ numerator, denominator }: Rational, by: 1 | -1, parts: number): Rational {
  const read = readCharge(`${numerator * BigInt(parts) + BigInt(by) * denominator}/${denominator * BigInt(parts)}`)
  return 'charge' in read ? read.charge : { numerator, denominator }
}

const NAMES: Readonly<Record<Anomaly, string>> = {
  'U(1)_X^3': 'U(1)′³',
  'U(1)_X^2 U(1)_Y': 'U(1)′² U(1)_Y',
  'U(1)_X U(1)_Y^2': 'U(1)′ U(1)_Y²',
  'SU(3)^2 U(1)_X': 'SU(3)² U(1)′',
  'SU(2)^2 U(1)_X': 'SU(2)² U(1)′',
  'grav^2 U(1)_X': 'gravity² U(1)′',
}

/** The six conditions, with right-handed neutrinos and without. */
function Conditions({ charges }: { readonly charges: FieldCharges }) {
  const { withNuR, withoutNuR } = useMemo(() => anomalies(charges), [charges])
  const told = (value: Rational) => (
    <td class={value.numerator === 0n ? 'cancels' : 'wrong'}>{value.numerator === 0n ? '0 ✓' : `${toFraction(value)} ✗`}</td>
  )
  return (
    <table class="conditions">
      <caption>Anomalies</caption>
      <thead>
        <tr>
          <th scope="col">condition</th>
          <th scope="col">
            with ν<sub>R</sub>
          </th>
          <th scope="col">
            without ν<sub>R</sub>
          </th>
        </tr>
      </thead>
      <tbody>
        {ANOMALIES.map((one) => (
          <tr key={one}>
            <th scope="row">{NAMES[one]}</th>
            {told(withNuR[one])}
            {told(withoutNuR[one])}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
