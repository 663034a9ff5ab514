import { closest, InputError, unknownWord } from '../errors.ts'
import { MODEL_CATALOGUE } from './catalogue.ts'
import { assemble, defineModel } from './define.ts'
import { type ModelFamily, parseParameters } from './family.ts'
import type { Model, ModelSpec } from './model.ts'
import { expression, parseCharges, texExpression } from './parse.ts'

/**
 * The one door from what a user writes to a model: a name of the catalogue (`mu-tau`), a family with parameters
 * (`bernal:c=-0.1,tanEta=-0.75`), a charge expression (`B-3Lmu`, see {@link parseCharges}), or a definition (see {@link defineModel}).
 *
 * @throws InputError with a did-you-mean.
 * @example
 * resolveModel('B - 3 Lμ').id // 'B-3Lmu'
 */
export function resolveModel(spec: ModelSpec): Model {
  if (typeof spec !== 'string') return defineModel(spec)
  const text = spec.trim()
  const colon = text.indexOf(':')
  const name = colon < 0 ? text : text.slice(0, colon).trim()
  const family = findFamily(name)
  if (family !== undefined) return family.make(colon < 0 ? {} : parseParameters(text.slice(colon + 1), family))
  if (colon >= 0) throw unknownWord('model family', name, namesWithParameters(), 'model')
  return fromExpression(text)
}

const names = ({ id, aliases = [] }: ModelFamily): string[] => [id, ...aliases]

const findFamily = (name: string): ModelFamily | undefined => MODEL_CATALOGUE.find((family) => names(family).includes(name))

const namesWithParameters = (): string[] => MODEL_CATALOGUE.filter(({ parameters }) => parameters !== undefined).map(({ id }) => id)

function fromExpression(text: string): Model {
  try {
    const fields = parseCharges(text)
    const id = expression(fields)
    return assemble({ spec: id, id, title: `Gauged ${id}`, tex: `U(1)_{${texExpression(fields)}}`, couplingTex: "g_{Z'}", fields })
  } catch (error) {
    if (!(error instanceof InputError) || !looksLikeName(text)) throw error
    const guess = closest(text, MODEL_CATALOGUE.flatMap(names))
    const hint = guess === undefined ? 'zest models lists the known ones.' : `did you mean '${guess}'?`
    const reason = error.message.replace(/^model: /, '')
    throw new InputError(`unknown model '${text}'; ${hint} As a charge expression: ${reason}`, 'model')
  }
}

/** Names of the catalogue are lower-case words; charges have capitals. */
const looksLikeName = (text: string): boolean => /^[a-z][a-z0-9 _-]*$/.test(text)
