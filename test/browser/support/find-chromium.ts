import { existsSync } from 'node:fs'

/** Debian's Chromium, or the one that CHROMIUM_PATH names. Throws with what to do where there is none. */
export const findChromium = (): string => {
  const path = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  if (existsSync(path)) return path
  throw new Error(
    `There is no Chromium at ${path}. On Debian: apt-get install chromium. Elsewhere set CHROMIUM_PATH to a Chrome or Chromium.`,
  )
}
