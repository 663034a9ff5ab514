import { InputError } from '../../src/index.ts'
import { resolveModel } from '../../src/models/index.ts'

/** How the model of a scan goes with the one that limits are computed for. */
export type OfModel =
  | 'same'
  /** The same but for numbers that the scan varies. */
  | 'varied'
  | 'other'

const PLACE = /\{[^{}]*\}/
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** What a model is called, however it was written; the text itself where it is none. */
function idOf(text: string): string {
  try {
    return resolveModel(text).id
  } catch (error) {
    if (error instanceof InputError) return text
    throw error
  }
}

/**
 * Whether a scan is of a model.
 *
 * @param template the model of the scan, with `{name}` where a parameter stands
 * @param best the same at the best point
 */
export function ofModel(template: string, best: string, model: string): OfModel {
  const bare = (text: string): string => text.replaceAll(/\s+/g, '')
  const pieces = bare(template).split(new RegExp(PLACE, 'g'))
  if (idOf(best) === idOf(model)) return 'same'
  if (pieces.length === 1) return 'other'
  const like = new RegExp(`^${pieces.map(escaped).join('[^:,]+')}$`, 'i')
  return [bare(model), bare(idOf(model))].some((text) => like.test(text)) ? 'varied' : 'other'
}
