import { readFileSync } from 'node:fs'
import { escapeXml } from '../sns/escape-xml.ts'
import { phonesTexts } from './texts.ts'

const style = readFileSync(new URL('phones.css', import.meta.url), 'utf8')
const script = readFileSync(new URL('phones.js', import.meta.url), 'utf8')

/** The page of the wall of phones; its script fills in the cards. */
export function phonesPage(language: 'en' | 'lo'): string {
  const texts = phonesTexts[language]
  const other = language === 'en' ? 'lo' : 'en'
  const say = escapeXml
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(texts.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${say(texts.title)}</h1>
<p>${say(texts.explanation)}</p>
<nav aria-label="${language === 'en' ? 'Language' : 'ພາສາ'}">
<a href="?lang=${other}" lang="${other}" hreflang="${other}">${say(texts.otherLanguage)}</a>
</nav>
</header>
<main>
<form role="search">
<label for="search">${say(texts.search)}</label>
<input id="search" type="search" placeholder="${say(texts.searchHint)}" autocomplete="off">
</form>
<p id="counts"></p>
<p id="shown"></p>
<p id="lost" role="alert"></p>
<p id="news" class="heard" aria-live="polite"></p>
<ul id="cards"></ul>
</main>
<script>const texts = ${JSON.stringify(texts).replaceAll('<', '\\u003c')}
${script}</script>
</body>
</html>
`
}
