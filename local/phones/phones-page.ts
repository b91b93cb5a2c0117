import { readFileSync } from 'node:fs'
import { escapeXml } from '../sns/escape-xml.ts'
import { phonesTexts } from './texts.ts'

/** What the page loads beside itself. */
export const phonesStyle = readFileSync(new URL('phones.css', import.meta.url), 'utf8')
export const phonesScript = readFileSync(new URL('phones.js', import.meta.url), 'utf8')

/** The page of the wall of phones; its script fills in villages and cards. */
export function phonesPage(language: 'en' | 'lo'): string {
  const texts = phonesTexts[language]
  const other = language === 'en' ? 'lo' : 'en'
  const say = escapeXml
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say(texts.title)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/phones/phones.css">
</head>
<body>
<header>
<h1>${say(texts.title)}</h1>
<p>${say(texts.explanation)}</p>
<nav aria-label="${say(texts.pages)}">
<a href="/">${say(texts.console)}</a>
<a href="?lang=${other}" lang="${other}" hreflang="${other}">${say(texts.otherLanguage)}</a>
</nav>
</header>
<main data-texts="${say(JSON.stringify(texts))}">
<form role="search">
<label for="search">${say(texts.search)}</label>
<input id="search" type="search" aria-describedby="search-hint" autocomplete="off">
<p id="search-hint">${say(texts.searchHint)}</p>
</form>
<p id="counts"></p>
<p id="shown"></p>
<p id="lost" role="alert"></p>
<p id="news" class="heard" aria-live="polite"></p>
<div id="villages"></div>
</main>
<script src="/phones/phones.js" defer></script>
</body>
</html>
`
}
