import { useEffect, useId, useMemo, useState } from 'preact/hooks'
import { InputError, MODEL_CATALOGUE, type Model } from '../../src/index.ts'
import { anomalies, type ModelFamily, resolveModel } from '../../src/models/index.ts'
import { lazily } from '../asides/lazily.tsx'
import { useExplorer } from '../context.ts'
import { Slider } from '../controls/slider.tsx'
import { useEditing } from './editing.ts'
import { inPageWords, isNeutral } from './mixed.ts'
import { KineticMixing } from './mixing.tsx'
import { familyOf, parametersOf, withParameter } from './parameters.ts'

const ChargeEditor = lazily(() => import('./charge-editor.tsx').then((part) => part.ChargeEditor), 'charges')

type Resolved = { readonly model: Model; readonly problem?: undefined } | { readonly model?: undefined; readonly problem: string }

function resolved(text: string): Resolved {
  try {
    return { model: resolveModel(text) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { problem: inPageWords(error.message) }
  }
}

/** The model: chips, charges as an expression, sliders, and what to know of it. */
export function ModelPanel() {
  const { store } = useExplorer()
  const text = store.view.value.model
  const { model, problem } = useMemo(() => resolved(text), [text])
  const family = familyOf(text)
  return (
    <section class="panel" aria-labelledby="model-heading">
      <h2 id="model-heading">Model</h2>
      <Chips />
      <Expression problem={problem} />
      {model !== undefined && (
        <>
          <h3>{model.title}</h3>
          {family !== undefined && <p class="about">{family.summary}</p>}
          <Neutral model={model} />
          <Charges model={model} />
          <Parameters />
          <KineticMixing model={model} />
          <Anomalies model={model} />
        </>
      )}
    </section>
  )
}

/** What chips say of families whose titles are long. */
const SHORT: Readonly<Record<string, string>> = { 'muon-nu': 'Z′ of μ, with ν', bernal: 'Lμ + Lτ − c B …' }
const chipLabel = ({ id, title }: ModelFamily): string => SHORT[id] ?? title.replace(/^Gauged /, '').replace(/\s*\(.*\)$/, '')
/** So many chips show at once; the others unfold. */
const FIRST = ['dark-photon', 'mu-tau', 'e-mu', 'b-l', 'b-3mu', 'mu', 'b', 'muon-nu', 'bernal']

function Chips() {
  const { store } = useExplorer()
  const current = familyOf(store.view.value.model)?.id
  const chip = (family: ModelFamily) => {
    const { id, summary } = family
    return (
      <button key={id} type="button" class="chip" title={summary} aria-pressed={id === current} onClick={() => store.step({ model: id })}>
        {chipLabel(family)}
      </button>
    )
  }
  const others = MODEL_CATALOGUE.filter(({ id }) => !FIRST.includes(id))
  return (
    <fieldset class="chips">
      <legend class="unseen">Models with a name</legend>
      {MODEL_CATALOGUE.filter(({ id }) => FIRST.includes(id)).map(chip)}
      <details open={others.some(({ id }) => id === current)}>
        <summary>{others.length} more</summary>
        {others.map(chip)}
      </details>
    </fieldset>
  )
}

function Expression({ problem }: { readonly problem: string | undefined }) {
  const { store } = useExplorer()
  const id = useId()
  const { model } = store.view.value
  const [typed, setTyped] = useState(model)
  const editing = useEditing()
  useEffect(() => {
    if (!editing.isOf(model)) setTyped(model)
  }, [model])
  const { problem: typedProblem } = useMemo(() => resolved(typed), [typed])
  const told = typedProblem ?? problem
  return (
    <form
      class="expression"
      onSubmit={(event) => {
        event.preventDefault()
        if (typedProblem === undefined) editing.take(typed.trim())
        editing.end()
      }}
    >
      <label for={id}>Charges, or a name</label>
      <input
        id={id}
        value={typed}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        maxLength={1000}
        aria-invalid={told !== undefined}
        aria-describedby={`${id}-about`}
        onInput={({ currentTarget: { value } }) => {
          setTyped(value)
          if (resolved(value).problem === undefined) editing.take(value.trim())
        }}
        onBlur={editing.end}
      />
      <p id={`${id}-about`} class={told === undefined ? 'about' : 'about wrong'} role="status">
        {told ?? 'such as B-3Lmu, Lmu-Ltau+0.1B, 2e_R-u_R'}
      </p>
    </form>
  )
}

/** A boson that couples to nothing has nothing to say; that has to be said. */
function Neutral({ model }: { readonly model: Model }) {
  if (!isNeutral(model)) return null
  return (
    <p class="warning" role="status">
      Every charge is zero: this boson couples to nothing, and nothing constrains it. Give it a charge.
    </p>
  )
}

function Charges({ model }: { readonly model: Model }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Charges by family</summary>
      {isOpen && <ChargeEditor model={model} />}
    </details>
  )
}

function Parameters() {
  const { store } = useExplorer()
  const { model } = store.view.value
  const set = (name: string, value: number): void => store.change({ model: withParameter(model, name, value) })
  return (
    <>
      {parametersOf(model).map(({ rule: { name, about }, symbol, range, value, instead }) => (
        <div key={name}>
          <Slider label={symbol} about={about} value={value} range={range} onChange={(next) => set(name, next)} />
          {instead !== undefined && (
            <button type="button" class="quiet" onClick={() => set(instead, instead === 'tanEta' ? -0.75 : 0)}>
              give {instead === 'tanEta' ? 'tan η' : 'ε'} instead
            </button>
          )}
        </div>
      ))}
    </>
  )
}

/** Whether gauge anomalies cancel, and what else to know. */
function Anomalies({ model }: { readonly model: Model }) {
  const report = useMemo(() => (model.fields === undefined ? undefined : anomalies(model.fields)), [model])
  const verdict =
    report === undefined
      ? 'An effective model: no charges of whole families.'
      : !report.anomalyFree
        ? 'Anomalous: needs further fermions.'
        : report.needsNuR
          ? 'Anomalies cancel, with right-handed neutrinos.'
          : 'Anomalies cancel.'
  return (
    <div class="remarks">
      <p class={report !== undefined && !report.anomalyFree ? 'verdict wrong' : 'verdict'}>{verdict}</p>
      {model.warnings.map((warning) => (
        <p key={warning} class="warning">
          {inPageWords(warning)}
        </p>
      ))}
      {model.notes.map((note) => (
        <p key={note} class="about">
          {note}
        </p>
      ))}
    </div>
  )
}
