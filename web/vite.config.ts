import preact from '@preact/preset-vite'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { laoFont } from './lao-font.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Paths that the API, the wall of phones and the files answer: the shell must never stand in for them. */
const servedElsewhere = [/^\/v1\//, /^\/cap\//, /^\/phones/, /^\/s3\//, /^\/openapi\.json/, /^\/health/]

// oxlint-disable-next-line import/no-default-export -- vite reads the default export
export default defineConfig({
  root: here('.'),
  // Phones of six years ago: Android's Chrome and the browsers of feature phones' successors.
  build: {
    target: ['chrome87', 'firefox78', 'safari14'],
    outDir: here('./dist'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
  },
  plugins: [
    laoFont(),
    preact({ prerender: { enabled: true, renderTarget: '#app' }, reactAliasesEnabled: false }),
    VitePWA({
      registerType: 'prompt',
      // Its own registration passes a plain string to a Trusted Types sink.
      injectRegister: false,
      manifest: {
        name: 'Siang ສຽງ',
        short_name: 'Siang',
        description: 'Flood alerts for village disaster committees',
        lang: 'lo',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#0b3d63',
        icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,woff2,webmanifest}'],
        globIgnores: ['**/prerender-*', '**/*.map'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: servedElsewhere,
      },
    }),
  ],
})
