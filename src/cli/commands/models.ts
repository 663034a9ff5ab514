import { anomalies, MODEL_CATALOGUE, type Model, remarks, resolveModel } from '../../models/index.ts'
import { textTable } from '../../reports/text.ts'
import { type CommonOptions, chosenAssumptions, print, printJson } from '../options.ts'

export async function models(options: CommonOptions): Promise<void> {
  await chosenAssumptions(options)
  const rows = MODEL_CATALOGUE.map((family) => ({ family, model: resolveModel(family.id) }))
  if (options.json) {
    printJson(
      rows.map(({ family: { id, aliases = [], title, tex, summary, citations, parameters = [] }, model }) => ({
        id,
        aliases,
        title,
        tex,
        summary,
        parameters,
        anomaly_free: isAnomalyFree(model),
        remarks: [...(model.fields === undefined ? [] : remarks(model.fields)), ...model.notes],
        warnings: model.warnings,
        citations,
      })),
    )
    return
  }
  print(
    textTable([
      ['id', 'group', 'anomalies', 'about'],
      ...rows.map(({ family, model }) => [
        family.parameters === undefined ? family.id : `${family.id}:${family.parameters.map(({ name }) => `${name}=…`).join(',')}`,
        family.title,
        { true: 'cancel', false: 'do not cancel', null: 'effective' }[`${isAnomalyFree(model)}`],
        `${family.summary}${family.citations.length === 0 ? '' : ` [${family.citations.join(', ')}]`}`,
      ]),
    ]),
  )
  const notes = rows.flatMap(({ family, model }) => model.notes.map((note) => `note: ${family.id}: ${note}`))
  if (notes.length > 0) print(`\n${notes.join('\n')}`)
  print("\nAny charges will do: --model 'B-3Lmu', --model 'Lmu-Ltau', --model 'B-Le-2Lmu', or a YAML file.")
}

/** Null for effective models that are no gauge theories. */
function isAnomalyFree(model: Model): boolean | null {
  return model.fields === undefined ? null : anomalies(model.fields).anomalyFree
}
