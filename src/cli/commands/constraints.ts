import { reference } from '../../citations.ts'
import { confidenceText, fullStatement } from '../../constraints/index.ts'
import { MISSING } from '../../experiments/index.ts'
import { textTable } from '../../reports/text.ts'
import { Session } from '../../session.ts'
import { type CommonOptions, chosenAssumptions, print, printJson } from '../options.ts'

interface Options extends CommonOptions {
  missing?: boolean
}

export async function constraints(options: Options): Promise<void> {
  const assumptions = await chosenAssumptions(options)
  if (options.missing) {
    if (options.json) printJson(MISSING)
    else print(textTable(MISSING.map(({ id, title, arXiv, why }) => [id, title, `arXiv:${arXiv}`, why])))
    return
  }
  const all = await new Session(assumptions).constraints()
  if (options.json) {
    printJson(
      all.map(({ entry: { id, title, group, source }, kind, confidence, statement, citations, unverified }) => ({
        id,
        title,
        group,
        kind,
        confidence,
        statement,
        ...source,
        citations,
        ...(unverified === undefined ? {} : { unverified }),
        status: 'available',
      })),
    )
    return
  }
  print(
    textTable([
      ['id', 'kind', 'CL', 'compared', 'sources'],
      ...all.map((constraint) => [
        constraint.entry.id,
        constraint.kind,
        confidenceText(constraint.confidence),
        fullStatement(constraint),
        constraint.citations.map(reference).join('; ') || constraint.entry.source.where,
      ]),
    ]),
  )
  print('\nzest constraints --missing lists limits known to exist whose numbers are not available.')
}
