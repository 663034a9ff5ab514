import { type Assumptions, departuresText } from '../assumptions.ts'
import { InputError } from '../errors.ts'
import { type ModelSpec, resolveModel } from '../models/index.ts'
import { canonicalJson } from './canonical.ts'
import type { ScanSpec } from './spec.ts'
import { filledModel, placesIn } from './template.ts'

/** A model, and what is assumed. */
export interface Under {
  readonly model: ModelSpec
  readonly assumptions: Partial<Assumptions>
}

/** A scan as far as it is compared with limits. */
export interface ScanUnder extends Under {
  /** Its model at the best point. */
  readonly best: ModelSpec
}

/** How the model of a scan goes with the one that limits are computed for. */
export type OfModel =
  | 'same'
  /** The same but for numbers that the scan varies. */
  | 'varied'
  | 'other'
  /** One of them is written out, and the other is not, or otherwise. */
  | 'unknown'

/** How limits and a scan that lies over them go together. */
export interface Compared {
  readonly ofModel: OfModel
  /** Whether both are computed under the same assumptions. */
  readonly isUnderSame: boolean
  /** Sentences, where there is anything to be said: of the models, then of the assumptions. */
  readonly models?: string
  readonly assumptions?: string
}

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

function ofModel({ model: template, best }: ScanUnder, model: ModelSpec): OfModel {
  if (typeof template !== 'string' || typeof best !== 'string' || typeof model !== 'string')
    return canonicalJson(best) === canonicalJson(model) ? 'same' : 'unknown'
  const bare = (text: string): string => text.replaceAll(/\s+/g, '')
  const pieces = bare(template).split(new RegExp(PLACE, 'g'))
  if (idOf(best) === idOf(model)) return 'same'
  if (pieces.length === 1) return 'other'
  const like = new RegExp(`^${pieces.map(escaped).join('[^:,]+')}$`, 'i')
  return [bare(model), bare(idOf(model))].some((text) => like.test(text)) ? 'varied' : 'other'
}

const nameOf = (model: ModelSpec): string => (typeof model === 'string' ? model : (model.title ?? model.id ?? 'a model of its own'))

/**
 * Whether a scan is of the model that limits are computed for, and under the same assumptions.
 *
 * @example
 * const scan = { model: 'muon-nu:ratio={ratio}', best: 'muon-nu:ratio=0.3', assumptions: {} }
 * compared(scan, { model: 'b-l', assumptions: {} }).models // 'The scan is of muon-nu:ratio={ratio}, these limits are of b-l.'
 */
export function compared(scan: ScanUnder, limits: Under): Compared {
  const how = ofModel(scan, limits.model)
  const [own, other] = [scan, limits].map(({ assumptions }) => departuresText(assumptions))
  const free = placesIn(scan.model)
    .filter((name) => name !== 'mass' && name !== 'coupling')
    .join(', ')
  const isUnderSame = own.split(', ').sort().join() === other.split(', ').sort().join()
  const ofModels: Record<OfModel, string | undefined> = {
    same: free === '' ? undefined : `The limits are of its best point, the regions of the best ${free} at each point.`,
    varied: `The limits are of ${nameOf(limits.model)}, the regions of the best ${free} at each point.`,
    other: `The scan is of ${nameOf(scan.model)}, these limits are of ${nameOf(limits.model)}.`,
    unknown: 'A model is written out in a file of its own; whether scan and limits are of the same one cannot be told here.',
  }
  return {
    ofModel: how,
    isUnderSame,
    models: ofModels[how],
    assumptions: isUnderSame ? undefined : `The scan assumes: ${own}; these limits: ${other}.`,
  }
}

/** A scan whose parameters have these values at its best point. */
export const scanUnder = (spec: Pick<ScanSpec, 'model' | 'parameters' | 'assumptions'>, best: ReadonlyMap<string, number>): ScanUnder => ({
  model: spec.model,
  best: modelAt(spec, best),
  assumptions: spec.assumptions,
})

/** The model of a scan where its parameters have these values, and others the first of theirs; with no more digits than a reader wants. */
function modelAt({ model, parameters }: Pick<ScanSpec, 'model' | 'parameters'>, values: ReadonlyMap<string, number>): ModelSpec {
  const rounded = parameters.map(({ name, axis }): [string, number] => {
    const first = axis.kind === 'fixed' ? axis.value : axis.kind === 'list' ? axis.values[0] : axis.from
    return [name, Number((values.get(name) ?? first).toPrecision(4))]
  })
  return filledModel(model, Object.fromEntries(rounded))
}
