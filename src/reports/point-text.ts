import { departuresText } from '../assumptions.ts'
import { type Constraint, confidenceText, fullStatement, isSilent } from '../constraints/constraint.ts'
import type { Boson } from '../couplings/boson.ts'
import { branchingRatios, CHANNELS, decayLength_m, lifetime_s, partialWidths } from '../decays/index.ts'
import { FERMIONS } from '../models/index.ts'
import { anomalousMoment } from '../processes/index.ts'
import type { PointResult } from '../session.ts'
import { numberedSources } from './sources.ts'
import { formatEnergy, textTable, trim } from './text.ts'

/** Everything about one boson, for reading: couplings, decays, g−2, and what every constraint says, with numbered sources. */
export function pointText(boson: Boson, results: readonly PointResult[]): string {
  const { notes: widthNotes, ...widths } = partialWidths(boson)
  const notes = [...boson.model.notes, ...widthNotes]
  const branching = branchingRatios(widths)
  const sources = numberedSources()

  const speaking = results.filter(({ verdict }) => !isSilent(verdict))
  const table = (heading: string, some: readonly PointResult[]): string[] => {
    if (some.length === 0) return []
    const rows = some
      .toSorted(byWeight)
      .map(({ constraint, verdict, status }) => [
        `  ${constraint.entry.id}`,
        status,
        trim(verdict as number),
        confidenceText(constraint.confidence),
        `${quantityText(constraint, boson)}${fullStatement(constraint)} ${sources.cite(constraint)}`,
      ])
    return ['', heading, textTable([['  id', 'status', 'strength', 'CL', 'compared'], ...rows])]
  }
  const silent = results.flatMap(({ constraint: { entry }, verdict }) => (isSilent(verdict) ? [[`  ${entry.id}`, verdict.silent]] : []))
  const lines = [
    `${boson.model.title}   m = ${formatEnergy(boson.mass)}   coupling = ${trim(boson.coupling)}`,
    `assumptions: ${departuresText(boson.assumptions)}`,
    '',
    'Couplings (vector, axial)',
    textTable(FERMIONS.map((f) => [`  ${f}`, trim(boson.couplings[f].vector), trim(boson.couplings[f].axial)])),
    `  kinetic mixing ε(m²) = ${trim(boson.kineticMixing)}`,
    '',
    'Decays (branching ratio, width [GeV])',
    textTable(CHANNELS.map((channel) => [`  ${channel}`, trim(branching[channel]), trim(widths[channel])])),
    `  total width ${trim(widths.total)} GeV   lifetime ${Number.isFinite(lifetime_s(widths)) ? `${trim(lifetime_s(widths))} s   cτ ${trim(decayLength_m(widths))} m` : 'stable'}`,
    '',
    `g−2   muon Δa = ${trim(anomalousMoment(boson, 'mu'))}   electron Δa = ${trim(anomalousMoment(boson, 'e'))}`,
    ...table(
      'Constraints',
      speaking.filter(({ constraint }) => constraint.kind !== 'projection'),
    ),
    ...table(
      'Projections',
      speaking.filter(({ constraint }) => constraint.kind === 'projection'),
    ),
    ...(silent.length === 0 ? [] : ['', 'Silent', textTable(silent)]),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `note: ${note}`)]),
    '',
    'Sources',
    ...sources.lines(),
  ]
  return lines.join('\n')
}

/** What a constraint computes as a number, before what it is compared with. */
function quantityText({ quantity }: Constraint, boson: Boson): string {
  if (quantity === undefined) return ''
  const { name, value, unit, under } = quantity(boson)
  return `${name} ${trim(value)}${unit === undefined ? '' : ` ${unit}`}${under === undefined ? '' : ` (${under})`}: `
}

/** Bands first, in the order given; then the strongest speaks first. */
function byWeight(a: PointResult, b: PointResult): number {
  const rank = ({ constraint, verdict }: PointResult) => (constraint.kind === 'preferred' ? Number.POSITIVE_INFINITY : (verdict as number))
  const [left, right] = [rank(a), rank(b)]
  return left === right ? 0 : right - left
}
