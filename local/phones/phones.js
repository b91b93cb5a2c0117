// Runs in the page of the wall of phones, which declares `texts` before it.
const say = (text, values) => text.replace(/\{(\w)\}/g, (_whole, name) => values[name].toLocaleString('en'))
const element = (id) => document.getElementById(id)
const announceEveryMs = 15_000
let announcedAt = 0
let loading = false
let stale = false

const make = (tag, text) => {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}

const messageOf = ({ text, senderId, atIso, parts }) => {
  const article = document.createElement('article')
  const words = make('p', text)
  words.lang = /[\u0e80-\u0eff]/.test(text) ? 'lo' : 'en'
  const time = make(
    'time',
    new Date(atIso).toLocaleString('en-GB', {
      dateStyle: 'short',
      timeStyle: 'medium',
      timeZone: 'Asia/Vientiane',
    }),
  )
  time.dateTime = atIso
  const footer = make(
    'footer',
    `${texts.from} ${senderId || texts.noSender} · ${say(texts.parts, { n: parts })} · `,
  )
  footer.append(time)
  article.append(words, footer)
  return article
}

const cardOf = ({ phone, count, messages }) => {
  const card = document.createElement('li')
  const heading = make('h2', phone)
  heading.append(make('span', `${count} SMS`))
  card.append(heading, ...messages.map(messageOf))
  card.dataset.key = `${phone} ${count}`
  return card
}

const show = ({ total, phones, cards }) => {
  element('counts').textContent = total === 0 ? texts.none : say(texts.total, { n: total, p: phones })
  const isSearched = element('search').value !== ''
  const shown = isSearched ? texts.found : texts.shown
  element('shown').textContent =
    cards.length < phones && (isSearched || cards.length > 0) ? say(shown, { n: cards.length }) : ''
  const present = new Map([...element('cards').children].map((card) => [card.dataset.key, card]))
  element('cards').replaceChildren(
    ...cards.map((card) => present.get(`${card.phone} ${card.count}`) ?? cardOf(card)),
  )
  if (total > 0 && Date.now() - announcedAt >= announceEveryMs) {
    announcedAt = Date.now()
    element('news').textContent = say(texts.updated, { n: total })
  }
}

const load = async () => {
  if (loading) {
    stale = true
    return
  }
  loading = true
  stale = false
  try {
    const search = encodeURIComponent(element('search').value)
    show(await (await fetch(`/phones/cards?search=${search}`)).json())
  } finally {
    loading = false
    if (stale) setTimeout(load, 300)
  }
}

const events = new EventSource('/phones/events')
events.addEventListener('message', () => {
  element('lost').textContent = ''
  void load()
})
events.addEventListener('error', () => {
  element('lost').textContent = texts.lost
})
element('search').addEventListener('input', load)
document.querySelector('form').addEventListener('submit', (event) => event.preventDefault())
