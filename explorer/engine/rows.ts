import { confidenceText } from '../../src/constraints/index.ts'
import { groupColour, labelsOf, plainText } from '../../src/figures/index.ts'
import { type Constraint, FailureError, InputError, isSilent, type Session } from '../../src/index.ts'
import type { Plane, Traced } from '../../src/regions/index.ts'
import type { CatalogueRow, Place, PointRow, ReachRow } from './protocol.ts'

/** The catalogue in words; constraints of one name are told apart by their publications. */
export function catalogueRows(constraints: readonly Constraint[], { assumptions }: Session): CatalogueRow[] {
  const labels = labelsOf(
    constraints.map((one) => [one]),
    assumptions,
  )
  const confidences = constraints.map(({ confidence }) => confidenceText(confidence))
  const names = labels.map(plainText)
  const short = names.map((name, i) => (confidences[i] === '' ? name : name.replace(`, ${confidences[i]}`, '')))
  const isAlone = (name: string): boolean => short.indexOf(name) === short.lastIndexOf(name)
  return constraints.map((one, i) => catalogueRow(one, isAlone(short[i]) ? short[i] : names[i], confidences[i]))
}

function catalogueRow(
  { entry, kind, spectra, statement, unverified, citations }: Constraint,
  label: string,
  confidence: string,
): CatalogueRow {
  const { id, title, group, experiment, colour, source, isVariant = false } = entry
  return {
    id,
    label,
    title: plainText(title),
    group,
    experiment,
    kind,
    isVariant,
    hasSpectra: spectra !== undefined,
    colour,
    groupColour: groupColour(group),
    confidence,
    statement: plainText(statement),
    unverified,
    where: source.where,
    notes: source.notes,
    citations,
  }
}

/** The boson at a place of a plane. */
export function bosonAtPlace(plane: Plane, [x, y]: readonly [number, number], session: Session) {
  const [value, along] = plane.isTurned ? [y, x] : [x, y]
  const size = plane.sizeAt(value)
  if (isSilent(size)) throw new InputError(size.silent, 'pin')
  const coupling = ((plane.sign * along) / size.perPower) ** (1 / size.power)
  if (!(coupling > 0)) throw new InputError(`no boson of ${plane.model.id} lies there`, 'pin')
  return plane.rayAt(value, session.assumptions).at(coupling)
}

/** What constraints say at a place of a plane; where no boson is described, all are silent about it. */
export async function pointRows(
  plane: Plane,
  at: readonly [number, number],
  session: Session,
  ids?: readonly string[],
): Promise<{ place: Place; rows: PointRow[] }> {
  const [x, y] = at
  const symbol = plane.model.couplingTex === String.raw`\varepsilon` ? 'ε' : 'g'
  try {
    const boson = bosonAtPlace(plane, at, session)
    const results = await session.point(boson, ids)
    const rows = results.map(({ constraint, verdict, status }): PointRow => {
      const { id } = constraint.entry
      return isSilent(verdict)
        ? { id, status, strength: undefined, silent: verdict.silent }
        : { id, status, strength: verdict, silent: undefined }
    })
    return { place: { x, y, symbol, model: String(boson.model.spec), mass_GeV: boson.mass, coupling: boson.coupling }, rows }
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof FailureError)) throw error
    const silent = error.message
    const rows = (ids ?? session.catalogue.map(({ id }) => id)).map(
      (id): PointRow => ({ id, status: 'silent', strength: undefined, silent }),
    )
    return { place: { x, y, symbol, model: plane.model.id, mass_GeV: Number.NaN, coupling: Number.NaN }, rows }
  }
}

export const reachRows = (regions: readonly Traced[]): ReachRow[] =>
  regions.flatMap(({ constraints, extents }) =>
    constraints.map(({ entry: { id } }, i): ReachRow => {
      const extent = extents[i]
      return 'silent' in extent ? { id, silent: extent.silent, extent: undefined } : { id, silent: undefined, extent }
    }),
  )
