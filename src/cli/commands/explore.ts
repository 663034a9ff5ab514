import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FailureError, InputError } from '../../errors.ts'
import { print } from '../options.ts'
import { fileServer } from '../serve.ts'

interface Options {
  port: string
}

/** Where the page lies: beside the folder that the command was built into. */
const PAGE = fileURLToPath(new URL('../../../explorer/dist', import.meta.url))

function chosenPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new InputError(`'${text}' is not a port; allowed: 0 (any that is free) to 65535`, 'port')
  return port
}

/** Serves the explorer on this machine alone, until it is interrupted. */
export async function explore({ port }: Options): Promise<void> {
  const wanted = chosenPort(port)
  if (!existsSync(join(PAGE, 'index.html'))) throw new FailureError(`the page is not built: npm run build:explorer writes it to ${PAGE}`)
  const server = fileServer(PAGE)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new FailureError(`port ${wanted} is taken; choose another with --port`) : error),
    )
    server.listen(wanted, '127.0.0.1', resolve)
  })
  print(`The explorer is at http://127.0.0.1:${(server.address() as AddressInfo).port}/ (Ctrl+C ends it)`)
  const end = (): void => {
    server.close()
    server.closeAllConnections()
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  await new Promise((resolve) => server.once('close', resolve))
}
