#!/usr/bin/env node
import { CommanderError } from 'commander'
import { InputError } from '../errors.ts'
import { program } from './program.ts'

const oneLine = (text: string): string => text.trim().replaceAll(/\s*[\n\r]+\s*/g, ' ')

/** One line on stderr; 2 for what the user can mend, 1 for everything else. */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    if (error.code === 'commander.help') {
      process.stderr.write('error: command: missing; --help lists what there is\n')
      return 2
    }
    process.stderr.write(`${oneLine(error.message)}\n`)
    return 2
  }
  process.stderr.write(`error: ${oneLine(error instanceof Error ? error.message : String(error))}\n`)
  if (process.env.ZEST_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return error instanceof InputError ? 2 : 1
}

// A closed pipe (`zest limits … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const words = process.argv.slice(2)
try {
  await program().parseAsync(words.length === 0 ? ['--help'] : words, { from: 'user' })
} catch (error) {
  process.exitCode = report(error)
}
