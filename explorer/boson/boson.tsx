import { useRef } from 'preact/hooks'
import { isSilent } from '../../src/index.ts'
import { Copied } from '../asides/copied.tsx'
import { Sketch } from '../asides/sketch.tsx'
import { useAside } from '../asides/use-aside.ts'
import { useExplorer } from '../context.ts'
import type { AsideAnswer, BosonFacts, PlainBoson } from '../engine/protocol.ts'
import { number } from '../format.ts'
import { GRAPHS, type Graph, type Range, type View } from '../state/view.ts'

const GRAPH_NAMES: Readonly<Record<Graph, string>> = {
  branching: 'branching ratios',
  widths: 'partial widths',
  couplings: 'couplings',
  'decay-length': 'decay length',
  'g-2': 'g − 2',
  'n-eff': 'N_eff (early universe)',
}

const FERMION_NAMES: Readonly<Record<string, string>> = {
  mu: 'μ',
  tau: 'τ',
  nu_e: 'ν_e',
  nu_mu: 'ν_μ',
  nu_tau: 'ν_τ',
}

const CHANNEL_NAMES = { ee: 'e⁺e⁻', mumu: 'μ⁺μ⁻', tautau: 'τ⁺τ⁻', neutrinos: 'νν̄', hadrons: 'hadrons', hidden: 'hidden φφ*' } as const
const CHANNELS = Object.keys(CHANNEL_NAMES) as (keyof typeof CHANNEL_NAMES)[]

/** The masses that graphs run over: those of the plane, or some about the one it is drawn at. */
const massesOf = ({ plane, mass_GeV, fixedMass_GeV }: View): Range =>
  plane === 'epsMedium,tanEta' ? [fixedMass_GeV / 30, fixedMass_GeV * 30] : mass_GeV

/** What the pinned boson does: couplings, widths, lifetime, moments; as numbers, and against the mass. */
export function BosonPanel({ boson }: { readonly boson: PlainBoson }) {
  const { store } = useExplorer()
  const view = store.view.value
  const place = useRef<HTMLDivElement>(null)
  const told = useAside({ kind: 'boson', assumptions: view.assumptions, boson, graph: view.graph, masses_GeV: massesOf(view) }, place)
  const facts = told.answer?.facts
  return (
    <div class="boson">
      <Facts facts={facts} universe={told.answer?.universe} />
      <label class="graph">
        Against the mass: <span class="on-paper">{GRAPH_NAMES[view.graph]}</span>
        <select
          value={view.graph}
          onChange={({ currentTarget: { value } }) => store.change({ graph: GRAPHS.find((one) => one === value) })}
        >
          {GRAPHS.map((graph) => (
            <option key={graph} value={graph}>
              {GRAPH_NAMES[graph]}
            </option>
          ))}
        </select>
      </label>
      <Sketch told={told} place={place} name={`${GRAPH_NAMES[view.graph]} against the mass`} />
      {facts !== undefined && <Copied summary="All of it (JSON, as zest point --json)" text={JSON.stringify(facts, null, 2)} />}
    </div>
  )
}

/** A number that may be absent: of a boson that does not decay. */
const orStable = (value: number | null | undefined): string => (value === undefined ? '' : value === null ? 'stable' : number(value, 5))

/** Numbers of the thermal history, by the ids of their constraints. */
const UNIVERSE = [
  ['n-eff', 'N_eff'],
  ['hubble', 'H₀'],
] as const

type Universe = NonNullable<AsideAnswer['universe']>

/** A number that the thermal history gives, or that it gives none. */
function quantityText(quantity: Universe[string]): string {
  if (quantity === undefined) return ''
  return isSilent(quantity) ? 'not computed' : [number(quantity.value, 4), quantity.unit].filter(Boolean).join(' ')
}

/** Why numbers of the thermal history are not computed, each reason once. */
function Uncomputed({ universe }: { readonly universe: Universe }) {
  const named = new Map<string, string[]>()
  for (const [id, name] of UNIVERSE) {
    const told = universe[id]
    if (isSilent(told)) named.set(told.silent, [...(named.get(told.silent) ?? []), name])
  }
  return (
    <>
      {[...named].map(([why, names]) => (
        <p key={why} class="about">
          {names.join(' and ')} {names.length > 1 ? 'are' : 'is'} not computed: {why}.
        </p>
      ))}
    </>
  )
}

interface FactsProps {
  readonly facts: BosonFacts | undefined
  readonly universe: Universe | undefined
}

function Facts({ facts, universe = {} }: FactsProps) {
  const rows = [
    ['kinetic mixing ε', facts && number(facts.kinetic_mixing, 5)],
    ['total width [GeV]', facts && number(facts.widths_GeV.total, 5)],
    ['lifetime [s]', orStable(facts?.lifetime_s)],
    ['decay length cτ [m]', orStable(facts?.decay_length_m)],
    ['Δa of the muon', facts && number(facts.g_minus_2.muon, 5)],
    ['Δa of the electron', facts && number(facts.g_minus_2.electron, 5)],
    ...UNIVERSE.map(([id, name]) => [name, quantityText(universe[id])] as const),
  ]
  return (
    <div class="facts">
      <table>
        <caption>At this mass and coupling</caption>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>Decays</caption>
        <thead>
          <tr>
            <th scope="col">into</th>
            <th scope="col">width [GeV]</th>
            <th scope="col">branching</th>
          </tr>
        </thead>
        <tbody>
          {CHANNELS.map((channel) => (
            <tr key={channel}>
              <th scope="row">{CHANNEL_NAMES[channel]}</th>
              <td>{facts && number(facts.widths_GeV[channel], 5)}</td>
              <td>{facts && number(facts.branching[channel], 5)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Uncomputed universe={universe} />
      <details class="couplings">
        <summary>Couplings</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">fermion</th>
              <th scope="col">vector</th>
              <th scope="col">axial</th>
            </tr>
          </thead>
          <tbody>
            {facts &&
              Object.entries(facts.couplings).map(([fermion, { vector, axial }]) => (
                <tr key={fermion}>
                  <th scope="row">{FERMION_NAMES[fermion] ?? fermion}</th>
                  <td>{number(vector, 5)}</td>
                  <td>{number(axial, 5)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}
