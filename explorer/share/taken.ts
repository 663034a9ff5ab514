import { dark, defaultConstraints, exclusionFigure, light, overlaid, plainText, renderSvg } from '../../src/figures/index.ts'
import { figurePdf } from '../../src/figures/node/pdf.ts'
import { bibtex, type Constraint, InputError, type Session } from '../../src/index.ts'
import { planeOf } from '../../src/regions/index.ts'
import { curveName, limitsCsv, limitsJson, planeCsv, planeCurves, planeJson } from '../../src/reports/index.ts'
import type { LaidOver, Query, Sheet, TakenFormat } from '../engine/protocol.ts'
import { axesOf, planeOptions, shownConstraints } from '../engine/recompute.ts'
import { type Chosen, commandOf } from './command.ts'
import { outlines } from './outlines.ts'

export interface Shown {
  readonly query: Query
  readonly theme: Sheet['theme']
  /** Files of the user's own limits, by id. */
  readonly ownFiles: ReadonlyMap<string, string>
  readonly over?: LaidOver
}

/** What a view shows, as a file: the one that the command line writes. */
export async function taken(shown: Shown, session: Session, format: TakenFormat): Promise<string | Uint8Array<ArrayBuffer>> {
  const { query, theme, over } = shown
  const model = session.model(query.model)
  const all = await shownConstraints(session, query)
  if (all.length === 0) throw new InputError('nothing is shown: switch a constraint on first')
  switch (format) {
    case 'command':
      return commandOfView(shown, all, session)
    case 'bib':
      return references(await told(all, session))
    case 'csv':
    case 'json':
      return tables(query, await told(all, session), session, format)
  }
  const constraints = all.map((one) => curveName(one, session.assumptions))
  const figure = await exclusionFigure(session, model, { ...planeOptions(query), ...axesOf(query), constraints })
  const spec = over === undefined ? figure : overlaid(figure, over.overlay, query)
  const svg = renderSvg(spec, { typesetter: await outlines(), theme: theme === 'dark' ? dark : light })
  if (format === 'svg') return svg
  const meta = { title: plainText(spec.title ?? spec.id), subject: plainText(spec.caption) }
  return (await figurePdf(svg, meta)) as Uint8Array<ArrayBuffer>
}

/** What is shown, by name or as all but some, whichever is shorter. */
function chosenIn(all: readonly Constraint[], session: Session, nameOf: (one: Constraint) => string): Chosen {
  const entries = all.map(({ entry }) => entry)
  const shown = new Set(entries.map(({ id }) => id))
  const projections = entries.some(({ isProjection }) => isProjection)
  const usual = defaultConstraints(session, projections).filter(({ isVariant }) => !isVariant)
  const without = usual.flatMap(({ id }) => (shown.has(id) ? [] : [id]))
  const named = all.map(nameOf)
  const variants = named.filter((_, i) => entries[i].isVariant)
  const isNamed = without.length > 0 && named.join().length < [...variants, ...without].join().length
  return { named: isNamed ? named : undefined, projections, variants, without }
}

/** What tables and references tell of: what is drawn, but for bands of the past that a plot has besides. */
async function told(all: readonly Constraint[], session: Session): Promise<readonly Constraint[]> {
  const { named, projections, without } = chosenIn(all, session, (one) => curveName(one, session.assumptions))
  if (named !== undefined) return all
  return session.constraints(defaultConstraints(session, projections).filter(({ id }) => !without.includes(id)))
}

async function commandOfView({ query, theme, ownFiles, over }: Shown, all: readonly Constraint[], session: Session): Promise<string> {
  const { assumptions } = session
  const nameOf = (one: Constraint): string => {
    const name = curveName(one, assumptions)
    const { id } = one.entry
    return (ownFiles.get(id) ?? id) + name.slice(id.length)
  }
  const chosen = chosenIn(all, session, nameOf)
  return commandOf(query, {
    ...chosen,
    without: chosen.without.filter((id) => !ownFiles.has(id)),
    own: [...ownFiles].filter(([id]) => all.some(({ entry }) => entry.id === id)).map(([, file]) => file),
    scan: over?.file,
    theme,
    out: `${fileName(session.model(query.model).id)}.svg`,
  })
}

/** As the command line names its files. */
export const fileName = (modelId: string): string => modelId.replaceAll(/[^A-Za-z0-9.+-]+/g, '_')

async function tables(query: Query, constraints: readonly Constraint[], session: Session, format: 'csv' | 'json'): Promise<string> {
  const { assumptions } = session
  const model = session.model(query.model)
  const options = planeOptions(query)
  const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
  if (query.plane === 'mass,coupling') {
    const specs = constraints.map((one) => curveName(one, assumptions))
    const curves = await session.limits(model, specs, options.masses)
    return format === 'csv' ? limitsCsv(assumptions, curves) : text(limitsJson(model, assumptions, curves))
  }
  const plane = await planeOf(model, options, assumptions)
  const curves = planeCurves(plane, constraints)
  return format === 'csv' ? planeCsv(plane, assumptions, curves) : text(planeJson(plane, assumptions, curves))
}

/** BibTeX of what is shown; outside its entries BibTeX takes everything for a comment. */
function references(constraints: readonly Constraint[]): string {
  const keys = [...new Set(constraints.flatMap(({ citations }) => citations))]
  const others = constraints.filter(({ citations }) => citations.length === 0).map(({ entry }) => `% ${entry.id}: ${entry.source.where}`)
  return `${[...new Set(others), ...keys.map(bibtex)].join('\n\n')}\n`
}
