import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileServer } from '../../src/cli/serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'zest-serve-'))
const server = fileServer(join(folder, 'page'))

beforeAll(async () => {
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true })
  mkdirSync(join(folder, 'page-beside'))
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'page-beside', 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'page', 'assets', 'a.js'), 'export {}')
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  rmSync(folder, { recursive: true, force: true })
})

/** A request as written: no client tidies its path. */
function ask(path: string, options: { method?: string; host?: string } = {}) {
  const { port } = server.address() as AddressInfo
  const headers = { host: options.host ?? `127.0.0.1:${port}` }
  return new Promise<{ status: number; type: string | undefined; text: string }>((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, method: options.method ?? 'GET', headers }, (response) => {
      let text = ''
      response.on('data', (part) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode!, type: response.headers['content-type'], text }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('the server of the page', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/index.html?x=1', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/assets/a.js', 'text/javascript; charset=utf-8', 'export {}'],
  ])('answers %s', async (path, type, text) => {
    expect(await ask(path)).toEqual({ status: 200, type, text })
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '//../secret.txt',
    '/../page-beside/secret.txt',
    '/%2e%2e%2fpage-beside/secret.txt',
    '/a%00.js',
    '/%',
    '/assets',
    '/nothing',
  ])('refuses %s', async (path) => {
    const { status, text } = await ask(path)
    expect(status).toBe(404)
    expect(text).not.toContain('secret')
  })

  it('serves this machine alone', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(403)
    expect((await ask('/', { host: 'localhost:1' })).status).toBe(200)
  })

  it('only reads', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405)
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
  })
})
