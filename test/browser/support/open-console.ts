import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { logIn } from '../../../local/log-in.ts'
import { findChromium } from './find-chromium.ts'

/** A small phone, and an office screen. */
const screens = { phone: { width: 320, height: 640 }, office: { width: 1280, height: 800 } } as const

type ConsoleLanguage = 'lo' | 'en'

/** Both languages on both screens: what every journey is tried with. */
export const everyLook: readonly { language: ConsoleLanguage; screen: keyof typeof screens }[] = [
  { language: 'lo', screen: 'phone' },
  { language: 'en', screen: 'phone' },
  { language: 'lo', screen: 'office' },
  { language: 'en', screen: 'office' },
]

/** A person at their own device. */
export type Visitor = {
  page: Page
  context: BrowserContext
  /** Opens a screen by its path. */
  open: (path: string) => Promise<void>
  /** Finds no accessibility fault, no sideways scrolling, and no error of the page so far. */
  checkScreen: () => Promise<void>
  /** Keeps a picture of the screen for the documents, where the run makes them. */
  picture: (name: string) => Promise<void>
  end: () => Promise<void>
}

const pictures = join(import.meta.dirname, '../../../docs/screenshots')
const makesPictures = process.env['SIANG_SCREENSHOTS'] === '1'

type Wish = {
  /** Who is signed in, as one of the seeded people; no screen is open yet. Where nobody is named, the first one is. */
  as?: string
  language?: ConsoleLanguage
  screen?: keyof typeof screens
  colorScheme?: 'light' | 'dark'
  /** `allow` for what is shown without a network: the worker fetches screens ahead, which takes a second of each test. */
  serviceWorkers?: 'allow' | 'block'
}

let browser: Promise<Browser> | undefined

/** Chromium, started once in each file of tests. */
const startBrowser = (): Promise<Browser> => {
  // Root, as which containers run, may not use the sandbox; every page is this machine's own.
  browser ??= chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  return browser
}

/** A browser of its own with a folder to keep things in, not a private window: for what those do not allow. */
export const startApart = (folder: string, args: readonly string[] = []): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    args: ['--no-sandbox', ...args],
    viewport: screens.phone,
  })

export const endBrowser = async (): Promise<void> => {
  const running = await browser
  browser = undefined
  await running?.close()
}

/** What must never be seen in a console's log; the network's own words come where a test takes it away. */
const watchErrors = (page: Page): string[] => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    const text = message.text()
    const ours = message.location().url.startsWith(inject('console').origin)
    if (message.type() === 'error' && ours && !text.includes('Failed to load resource')) errors.push(text)
  })
  return errors
}

/** Signs in through the issuer's own page. */
export const signIn = async (page: Page, username: string): Promise<void> => {
  await page.locator('main button').click()
  await page.locator(`button[name=username][value="${username}"]`).click()
  await page.waitForURL((url) => url.origin === inject('console').origin && url.search === '')
  await page.locator('nav').waitFor()
}

/** What the device of a person holds who signed in and is remembered: the form itself is tried in sign-in.test.ts. */
const signedIn = async (username: string) => {
  const { origin, issuerOrigin } = inject('console')
  const { accessToken, refreshToken, expiresInSeconds } = await logIn(issuerOrigin, username)
  const session = {
    accessToken,
    refreshToken,
    endsAtMs: Date.now() + expiresInSeconds * 1000,
    remembered: true,
  }
  const localStorage = [{ name: 'siang.session', value: JSON.stringify(session) }]
  return { storageState: { cookies: [], origins: [{ origin, localStorage }] } }
}

/** No rule of WCAG 2.2 A and AA, nor of axe's best practices, may be broken. */
const findFaults = async (page: Page): Promise<string[]> => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  // Without frames there is nothing to put together, for which it opens a second page otherwise.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** A new device for the console. */
export const openConsole = async ({
  as,
  language = 'en',
  screen = 'office',
  colorScheme = 'light',
  serviceWorkers = 'block',
}: Wish = {}): Promise<Visitor> => {
  const { origin } = inject('console')
  const context = await (await startBrowser()).newContext({
    viewport: screens[screen],
    colorScheme,
    serviceWorkers,
    ...(as === undefined ? {} : await signedIn(as)),
  })
  await context.addInitScript((chosen) => {
    localStorage.setItem('siang.language', JSON.stringify(chosen))
  }, language)
  const page = await context.newPage()
  const errors = watchErrors(page)
  if (as === undefined) await page.goto(origin)
  return {
    page,
    context,
    open: async (path) => {
      await page.goto(`${origin}${path}`)
      await page.locator('h1').waitFor()
    },
    checkScreen: async () => {
      expect(await findFaults(page)).toEqual([])
      const width = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      expect(width, 'the screen scrolls sideways').toBeLessThanOrEqual(0)
      expect(errors).toEqual([])
    },
    picture: async (name) => {
      if (!makesPictures) return
      await page.evaluate('scrollTo(0, 0)')
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: screen === 'phone' })
    },
    end: () => context.close(),
  }
}
