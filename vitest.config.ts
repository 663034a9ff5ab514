import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

/** Tests of what only Node has: files, the command line, the house itself. */
const nodeOnly = ['test/**/node/**', 'test/house/**', 'test/cli/**']
/** Tests of the built page, which is opened as a reader would. */
const page = ['test/explorer/**']

const chromium = playwright({
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
})

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: page,
          setupFiles: ['test/setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'page', include: ['test/explorer/**/*.test.ts'], globalSetup: ['test/explorer/build.ts'], testTimeout: 120_000 } },
      {
        optimizeDeps: { include: ['fast-check', 'yaml', 'zod'] },
        test: {
          name: 'chromium',
          include: ['test/**/*.test.ts'],
          setupFiles: ['test/setup.ts'],
          exclude: [...nodeOnly, ...page],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          browser: {
            enabled: true,
            provider: chromium,
            instances: [{ browser: 'chromium' }],
            headless: true,
            screenshotFailures: false,
          },
        },
      },
    ],
  },
})
