import { FailureError, InputError } from '../../src/index.ts'

/** What browsers say of a part of the page that did not load. */
const NOT_FETCHED = /dynamically imported module|importing a module script failed/i

/** What went wrong, in words for the reader. */
export function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (NOT_FETCHED.test(message)) return 'a part of this page did not load'
  return error instanceof InputError || error instanceof FailureError ? message : `something went wrong (please report this): ${message}`
}
