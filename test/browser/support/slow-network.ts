import { compressText } from '../../../shared/middleware/compress-text.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'

/** Slow 3G, as on the edge of a village: 400 kbit/s each way, 400 ms until an answer begins. */
export const slow3g = { kilobitsPerSecond: 400, latencyMs: 400 } as const

const bytesPerSecond = (slow3g.kilobitsPerSecond * 1000) / 8

/** Lets the page's network be slow 3G, and its processor so many times slower. */
export const slowDown = async (page: Page, { processor }: { processor: number }): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow3g.latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: processor })
}

/** How many bytes an answer takes as the API sends it: JSON, as small as Chromium takes it. */
export const bytesOnTheWire = (body: unknown): number => {
  const text = JSON.stringify(body)
  return compressText(text, 'gzip, deflate, br, zstd')?.bytes.length ?? text.length
}

/**
 * Answers a GET in the API's place, after the time that the answer would need on slow 3G if that is asked for: the
 * browser slows no made answer. Returns how often it was asked for so far. Over the protocol, since a route of
 * Playwright's would switch the browser's cache off.
 */
export const answerInstead = async (
  page: Page,
  url: string,
  body: unknown,
  { slowly }: { slowly: boolean },
): Promise<() => number> => {
  const session = await page.context().newCDPSession(page)
  const text = JSON.stringify(body)
  let answers = 0
  const waitMs = slowly ? slow3g.latencyMs + (bytesOnTheWire(body) / bytesPerSecond) * 1000 : 0
  session.on('Fetch.requestPaused', ({ requestId }) => {
    answers += 1
    void sleep(waitMs).then(() =>
      session.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: 200,
        responseHeaders: [{ name: 'content-type', value: 'application/json' }],
        body: Buffer.from(text).toString('base64'),
      }),
    )
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: url }] })
  return () => answers
}

/**
 * Counts the bytes of the bodies that a page fetches from its own origin from now on, as they travel; nothing is cached
 * yet. Headers are left out: HTTP/2 sends those that repeat as an index, and this machine speaks HTTP/1.1.
 */
export const countBytes = async (
  page: Page,
  { butOf }: { butOf: string },
): Promise<() => Map<string, number>> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.clearBrowserCache')
  const { origin } = new URL(page.url())
  const urls = new Map<string, string>()
  const headersOfPages = new Map<string, number>()
  const bytes = new Map<string, number>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith(origin) && !request.url.endsWith(butOf)) urls.set(requestId, request.url)
  })
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId)
    if (url !== undefined) bytes.set(url, (bytes.get(url) ?? 0) + encodedDataLength)
  })
  session.on('Network.responseReceived', ({ requestId, response, type }) => {
    // Of a page Chromium tells the bytes at its end alone, with those of the headers.
    if (type === 'Document') headersOfPages.set(requestId, response.encodedDataLength)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId)
    const headers = headersOfPages.get(requestId)
    if (url !== undefined && headers !== undefined) bytes.set(url, encodedDataLength - headers)
  })
  return () => bytes
}
