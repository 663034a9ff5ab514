import type { z } from 'zod'
import { InputError } from '../errors.ts'

/** Turns a refusal of the library into an issue, at the field that it names if the file has that field. */
export function refuse(context: z.RefinementCtx, attempt: () => unknown): void {
  try {
    attempt()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    context.addIssue({ code: 'custom', message: error.message.replace(/^(set|assume:) /, ''), path: pathOf(error.field) })
  }
}

/** `charges.L[2]`, which counts from one, as a path in the file. A charge expression is refused as `model`. */
function pathOf(field = ''): (string | number)[] {
  if (field === 'model') return ['charges']
  const parts = field.split(/[.[\]]+/).filter((part) => part !== '')
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) - 1 : part))
}
