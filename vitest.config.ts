import { defineConfig } from 'vitest/config'

/** Files of a worker share their modules: loading them anew for each took a third of the processor's time. */
const sharedModules = { isolate: false } as const

/** Two files at a time: each runs a stack of its own, and waits more than it works. More would take the senders' time. */
const endToEnd = {
  test: {
    ...sharedModules,
    name: 'e2e',
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/support/synthesize-once.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    sequence: { groupOrder: 1 },
  },
}

const everythingElse = {
  test: {
    ...sharedModules,
    name: 'project',
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/browser/**'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    sequence: { groupOrder: 0 },
  },
}

/** In Chromium, through the console, against all of Siang on this machine: `npm run test:browser`. */
const inBrowser = {
  test: {
    name: 'browser',
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/browser/support/run-console.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As long as a locator waits: a screen is there when the machine has time for it.
    expect: { poll: { timeout: 30_000 } },
    sequence: { groupOrder: 2 },
  },
}

// One worker less than there are cores is what vitest takes, which leaves the second core of two idle.
// oxlint-disable-next-line import/no-default-export -- vitest reads the default export
export default defineConfig({ test: { maxWorkers: '100%', projects: [everythingElse, endToEnd, inBrowser] } })
