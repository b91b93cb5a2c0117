import type { IncomingMessage, ServerResponse } from 'node:http'
import type { OutboxEntry } from '../sns/outbox.ts'
import { findCards } from './find-cards.ts'
import { phonesPage, phonesScript, phonesStyle } from './phones-page.ts'

const newsEveryMs = 500

/** Its own files and nothing else; no text becomes code. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** Serves the wall of phones: the page, its cards as JSON, and the news as server-sent events. */
export function createAnswerPhones(entries: readonly OutboxEntry[]) {
  const counts = createCounts(entries)
  const listeners = new Set<ServerResponse>()
  let told = 0
  const timer = setInterval(() => {
    if (told === entries.length) return
    told = entries.length
    for (const listener of listeners) listener.write(newsOf(counts()))
  }, newsEveryMs)
  timer.unref()

  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    switch (url.pathname) {
      case '/phones': {
        const language = url.searchParams.get('lang') === 'lo' ? 'lo' : 'en'
        write(response, 'text/html;charset=UTF-8', phonesPage(language))
        break
      }
      case '/phones/phones.css':
        write(response, 'text/css;charset=UTF-8', phonesStyle)
        break
      case '/phones/phones.js':
        write(response, 'text/javascript;charset=UTF-8', phonesScript)
        break
      case '/phones/cards': {
        const named = new Set((url.searchParams.get('phones') ?? '').split(',').filter((one) => one !== ''))
        const cards = findCards(entries, url.searchParams.get('search') ?? '', named)
        write(response, 'application/json', JSON.stringify({ ...counts(), cards }))
        break
      }
      case '/phones/events': {
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
        response.write(newsOf(counts()))
        listeners.add(response)
        response.on('close', () => listeners.delete(response))
        break
      }
      default:
        response.writeHead(404).end()
    }
  }
}

/** Counts phones as entries come, instead of all of them each time. */
function createCounts(entries: readonly OutboxEntry[]) {
  const phones = new Set<string>()
  let counted = 0
  return (): { total: number; phones: number } => {
    for (; counted < entries.length; counted += 1) phones.add(entries[counted]?.phone ?? '')
    return { total: entries.length, phones: phones.size }
  }
}

function newsOf(counts: { total: number; phones: number }): string {
  return `data: ${JSON.stringify(counts)}\n\n`
}

function write(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}
