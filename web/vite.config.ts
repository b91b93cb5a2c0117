import preact from '@preact/preset-vite'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { guideFiles } from './guide-files.ts'
import { laoFont } from './lao-font.ts'
import { officerFiles } from './officer-files.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Paths that the API, the wall of phones and the files answer: the shell must never stand in for them. */
const servedElsewhere = [/^\/v1\//, /^\/cap\//, /^\/phones/, /^\/s3\//, /^\/openapi\.json/, /^\/health/]

/** What stands before any screen: the frame, signing in, and what every call and sentence goes through. */
const shell =
  /node_modules\/(preact\/|preact-iso\/src\/(?!prerender))|web\/src\/(as-sent|clock|newer-console|signal|stored|api\/(call-api|use-loaded)|sign-in\/(me|session|sign-in|sign-in-gate)|ui\/(failure|frame|loaded-state|guarded|lazy-screen|loading|no-screen|not-found|screen)|words\/(common-words|dates|language))\./

/**
 * What most screens use to show things and the shell does not: one file, fetched with the first screen and kept. On its
 * own each of these would be a request of a few hundred bytes, and 2G pays for requests.
 */
const sharedByScreens =
  /web\/src\/(names\/(area-name|village-name|use-alert-name|use-area-names)|words\/exposure-text|api\/use-village(s|-list)|ui\/(show-more|account-stop-banner|alert-line|coverage-counts|field|later|mode-banner|mode-tag|needs-help|tag|use-rows)|words\/(alert|exposure|home|live)-words|screens\/track\/dot-map)\.|shared\/domain\/(state-labels|coverage|laos-\w+|lao-text|level|alert)\.ts/

/** The same of forms: whoever only looks does without. */
const sharedByForms =
  /web\/src\/(api\/(is-refusal|use-(send|pages))|ui\/(error-summary|only-who-may|radios|send-button|use-announced)|words\/form-words|screens\/roster\/(form-fields|mask-phone))\.|shared\/domain\/(area|user)\.ts/

const { plugin: findOfficerFiles, keepOfficers } = officerFiles()

// oxlint-disable-next-line import/no-default-export -- vite reads the default export
export default defineConfig({
  root: here('.'),
  // Phones of six years ago: Android's Chrome and the browsers of feature phones' successors.
  build: {
    target: ['chrome87', 'firefox78', 'safari14'],
    outDir: here('./dist'),
    emptyOutDir: true,
    modulePreload: {
      polyfill: false,
      // The shell is there, and a screen's own file is asked for by its import: neither need be named once more.
      resolveDependencies: (file, needed) =>
        needed.filter((name) => name !== file && !name.startsWith('assets/shell-')),
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'shell', test: shell, priority: 2 },
            { name: 'shared', test: sharedByScreens, priority: 1 },
            { name: 'forms', test: sharedByForms, priority: 1 },
            { name: 'users', test: /web\/src\/(screens\/users|words\/users-words)/ },
          ],
        },
      },
    },
  },
  plugins: [
    guideFiles(),
    laoFont(),
    findOfficerFiles,
    preact({ prerender: { enabled: true, renderTarget: '#app' }, reactAliasesEnabled: false }),
    VitePWA({
      registerType: 'prompt',
      // Its own registration passes a plain string to a Trusted Types sink.
      injectRegister: false,
      includeManifestIcons: false,
      manifest: {
        name: 'Siang ສຽງ',
        short_name: 'Siang',
        description: 'Flood alerts for village disaster committees',
        lang: 'lo',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#0b3d63',
        id: '/',
        start_url: '/',
        scope: '/',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        // A worker that fetches a second script would break the policy: `importScripts` is a Trusted Types sink too.
        inlineWorkboxRuntime: true,
        globPatterns: ['**/*.{js,css,html,svg,woff2,webmanifest}'],
        // What reads a workbook is large, and is wanted by admins alone, at a desk.
        globIgnores: ['**/prerender-*', '**/read-workbook-*', '**/*.map'],
        manifestTransforms: [keepOfficers],
        runtimeCaching: [
          {
            urlPattern: /\/assets\//,
            handler: 'CacheFirst',
            options: { cacheName: 'screens', expiration: { maxEntries: 100 } },
          },
        ],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: servedElsewhere,
      },
    }),
  ],
})
