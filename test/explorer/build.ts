import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { fileServer } from '../../src/cli/serve.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built page is served, with the slash at its end. */
    address: string
    /** The folder it lies in. */
    folder: string
  }
}

/** Builds the page once, and serves it from a folder that is not the root of its server. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const served = mkdtempSync(join(tmpdir(), 'zest-explorer-'))
  const folder = join(served, 'some', 'where')
  const configFile = fileURLToPath(new URL('../../explorer/vite.config.ts', import.meta.url))
  // As a reader gets it: what is built for tests keeps nothing for when there is no network.
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await build({ configFile, mode: 'production', logLevel: 'error', build: { outDir: folder } })
  process.env.NODE_ENV = NODE_ENV
  const server = fileServer(served)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  project.provide('address', `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/where/`)
  project.provide('folder', folder)
  return async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    rmSync(served, { recursive: true, force: true })
  }
}
