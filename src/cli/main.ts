#!/usr/bin/env node
import { CommanderError } from 'commander'
import { InputError } from '../errors.ts'
import { program } from './program.ts'

/** One line on stderr; 2 for what the user can mend, 1 for everything else. */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    process.stderr.write(`${error.message.replace(/\n+/g, ' ').trim()}\n`)
    return 2
  }
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`error: ${message}\n`)
  if (process.env.ZEST_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return error instanceof InputError ? 2 : 1
}

// A closed pipe (`zest limits … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  await program().parseAsync()
} catch (error) {
  process.exitCode = report(error)
}
