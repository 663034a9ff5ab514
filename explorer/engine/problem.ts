import { FailureError, InputError } from '../../src/index.ts'

/** What went wrong, in words for the reader. */
export function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return error instanceof InputError || error instanceof FailureError ? message : `something went wrong (please report this): ${message}`
}
