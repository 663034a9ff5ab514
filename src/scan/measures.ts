import type { Assumptions } from '../assumptions.ts'
import { type Constraint, confidenceText, type Interval, intervalsAt, isSilent } from '../constraints/index.ts'
import type { Boson, Ray } from '../couplings/index.ts'
import { branchingRatios, CHANNELS, lifetime_s, partialWidths } from '../decays/index.ts'
import type { Combination, LikelihoodLine } from '../inference/index.ts'
import { FERMIONS } from '../models/index.ts'
import { anomalousMoment } from '../processes/index.ts'
import { statusOf } from '../session.ts'
import type { Column } from './chunk.ts'
import type { QuantityName } from './spec.ts'

/** A point of a scan, as constraints see it under their assumptions. */
export interface ScanPoint {
  boson(assumptions: Assumptions): Boson
  ray(assumptions: Assumptions): Ray
}

/** Some columns, and how to fill them. What is not put stays empty. */
export interface Measure {
  readonly columns: readonly Column[]
  write(point: ScanPoint, put: (column: number, value: number | string) => void): void
}

const number = (name: string, about: string): Column => ({ name, type: 'number', about })
const text = (name: string, about: string): Column => ({ name, type: 'text', about })

/** Strength, status and silence of a constraint, and what it computes where it computes something. */
export function constraintMeasure(name: string, constraint: Constraint): Measure {
  const confidence = confidenceText(constraint.confidence)
  const about = `${constraint.entry.title}${confidence === '' ? '' : `, ${confidence}`}`
  const columns = [
    number(`strength.${name}`, `${about}: signal over the signal at the limit, 1 on the contour; empty where silent`),
    text(`status.${name}`, 'excluded, allowed, preferred, disfavoured, detected, beyond-reach or silent'),
    text(`silent.${name}`, 'why it has nothing to say'),
  ]
  if (constraint.quantity !== undefined) columns.push(number(`quantity.${name}`, `what ${name} computes of the boson; empty where silent`))
  return {
    columns,
    write(point, put) {
      const boson = point.boson(constraint.assumptions)
      const verdict = constraint.strength(boson)
      put(1, statusOf(constraint.kind, verdict))
      if (isSilent(verdict)) {
        put(2, verdict.silent)
        return
      }
      put(0, verdict)
      if (constraint.quantity !== undefined) put(3, constraint.quantity(boson).value)
    },
  }
}

/** As `zest limits --json` has them: null where open. */
const intervalsText = (intervals: readonly Interval[]): string =>
  JSON.stringify(intervals.map(([lo, hi]) => [lo === 0 ? null : lo, hi === Number.POSITIVE_INFINITY ? null : hi]))

/** What a constraint excludes or prefers along the coupling, computed once where mass and model stay. */
export function limitsMeasure(name: string, constraint: Constraint): Measure {
  let last: { ray: Ray; result: ReturnType<typeof intervalsAt> } | undefined
  return {
    columns: [
      text(`limits.${name}`, `couplings that ${name} ${constraint.kind === 'preferred' ? 'prefers' : 'excludes'}: JSON, null where open`),
      number(`lower.${name}`, 'the lower end of the first of them; empty where open'),
      text(`limits-silent.${name}`, 'why it has nothing to say'),
    ],
    write(point, put) {
      const ray = point.ray(constraint.assumptions)
      if (last?.ray !== ray) last = { ray, result: intervalsAt(constraint, () => ray, ray.mass) }
      const { result } = last
      if (isSilent(result)) {
        put(2, result.silent)
        return
      }
      put(0, intervalsText(result))
      if (result.length > 0 && result[0][0] > 0) put(1, result[0][0])
    },
  }
}

/** The joint likelihood of constraints, nuisances profiled; a constraint that is silent at a point counts as without the boson. */
export function likelihoodMeasure(joint: Combination, assumptions: Assumptions): Measure {
  const standard = joint.standard()
  const ids = joint.constraints.map(({ entry }) => entry.id).join(', ')
  let last: { ray: Ray; line: LikelihoodLine; silent: string } | undefined
  return {
    columns: [
      number('minus2LogL', `−2 ln L of ${ids} over that of a perfect description, nuisances profiled`),
      number('deltaChi2', 'the same against that without the boson: negative where the data prefer the boson'),
      text('silent.likelihood', 'which of them have nothing to say there, and count as without the boson'),
    ],
    write(point, put) {
      const ray = point.ray(assumptions)
      if (last?.ray !== ray) {
        const rayUnder = (under: Assumptions): Ray => point.ray(under)
        const silent = joint.silentAt(rayUnder).map(([{ entry }]) => entry.id)
        last = { ray, line: joint.along(rayUnder), silent: silent.join(', ') }
      }
      const value = last.line.profiled(point.boson(assumptions).coupling)
      put(0, value)
      put(1, value - standard)
      if (last.silent !== '') put(2, last.silent)
    },
  }
}

/** What is computed of a boson by itself; infinities (the lifetime of a stable boson) stay empty. */
export function quantityMeasure(name: QuantityName, assumptions: Assumptions): Measure {
  const [columns, values] = QUANTITY_COLUMNS[name]
  return {
    columns,
    write(point, put) {
      for (const [column, value] of values(point.boson(assumptions)).entries()) if (Number.isFinite(value)) put(column, value)
    },
  }
}

const QUANTITY_COLUMNS: Readonly<Record<QuantityName, readonly [columns: readonly Column[], values: (boson: Boson) => readonly number[]]>> =
  {
    couplings: [
      FERMIONS.flatMap((f) => [
        number(`vector.${f}`, `vector coupling of ${f}, on shell`),
        number(`axial.${f}`, `axial coupling of ${f}, on shell`),
      ]),
      ({ couplings }) => FERMIONS.flatMap((f) => [couplings[f].vector, couplings[f].axial]),
    ],
    'kinetic-mixing': [[number('kinetic_mixing', 'mixing with the photon on shell, sign(Re ε)·|ε|')], (boson) => [boson.kineticMixing]],
    widths: [
      [...CHANNELS, 'total' as const].map((channel) => number(`width_GeV.${channel}`, `partial width into ${channel}, in GeV`)),
      (boson) => {
        const widths = partialWidths(boson)
        return [...CHANNELS, 'total' as const].map((channel) => widths[channel])
      },
    ],
    branching: [
      CHANNELS.map((channel) => number(`branching.${channel}`, `branching ratio into ${channel}; all zero for a stable boson`)),
      (boson) => {
        const ratios = branchingRatios(partialWidths(boson))
        return CHANNELS.map((channel) => ratios[channel])
      },
    ],
    lifetime: [[number('lifetime_s', 'proper lifetime in s; empty for a stable boson')], (boson) => [lifetime_s(partialWidths(boson))]],
    'g-minus-2': [
      [number('g_minus_2.electron', 'Δa of the electron, a = (g − 2)/2'), number('g_minus_2.muon', 'Δa of the muon, a = (g − 2)/2')],
      (boson) => [anomalousMoment(boson, 'e'), anomalousMoment(boson, 'mu')],
    ],
  }
