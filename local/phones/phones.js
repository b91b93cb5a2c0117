// Runs in the page of the wall of phones.
const element = (id) => document.getElementById(id)
const texts = JSON.parse(document.querySelector('main').dataset.texts)
const language = document.documentElement.lang
const say = (text, values) => text.replace(/\{(\w)\}/g, (_whole, name) => values[name].toLocaleString('en'))
// Opened from the console, it speaks the console's language.
if (!location.search.includes('lang=') && localStorage.getItem('siang.language') === '"lo"') {
  location.replace('/phones?lang=lo')
}
const announceEveryMs = 15_000
const searchAfterMs = 200
let announcedAt = 0
let loading = false
let stale = false

const make = (tag, text) => {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}

const readable = (phone) => phone.replace(/^\+856(20|30)(\d{1,2})(\d{3})(\d{3})$/, '0$1 $2 $3 $4')

const messageOf = ({ text, senderId, atIso, parts }) => {
  const message = document.createElement('li')
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
  const about = make(
    'p',
    `${texts.from} ${senderId || texts.noSender} · ${say(texts.parts, { n: parts })} · `,
  )
  about.className = 'about'
  about.append(time)
  message.append(words, about)
  return message
}

const villageName = ({ nameLo, nameEn }) => (language === 'lo' ? nameLo || nameEn : nameEn || nameLo)

const ownersOf = ({ owners }) =>
  owners.map(({ name, duty }) => (duty === null ? name : `${name}, ${duty[language]}`)).join(' · ')

const cardOf = (card) => {
  const made = document.createElement('li')
  const heading = make('h3', ownersOf(card) || readable(card.phone))
  const number = make('p', `${readable(card.phone)} · ${card.count} SMS`)
  number.className = 'about'
  const messages = document.createElement('ol')
  messages.append(...card.messages.map(messageOf))
  const others = new Set(
    card.owners.slice(1).flatMap(({ village }) => (village ? [villageName(village)] : [])),
  )
  made.append(heading, number)
  if (card.owners[0]?.village) others.delete(villageName(card.owners[0].village))
  if (others.size > 0) made.append(make('p', say(texts.also, { n: [...others].join(', ') })))
  made.append(messages)
  made.dataset.key = keyOf(card)
  return made
}

const keyOf = (card) => `${card.phone} ${card.count} ${ownersOf(card)}`

/** Villages by code, then officers, then numbers of nobody. */
const groupsOf = (cards) => {
  const groups = new Map()
  for (const card of cards) {
    const [owner] = card.owners
    const [order, title, note] =
      owner === undefined
        ? ['B', texts.others, '']
        : owner.village === null
          ? ['A', texts.officers, '']
          : [owner.village.code, villageName(owner.village), owner.village.code]
    const group = groups.get(order) ?? { order, title, note, cards: [] }
    group.cards.push(card)
    groups.set(order, group)
  }
  return [...groups.values()].toSorted((a, b) => (a.order < b.order ? -1 : 1))
}

const sectionOf = ({ order, title, note, cards }, present) => {
  const section = document.createElement('section')
  const heading = make('h2', title)
  const about = make('span', [note, say(texts.phones, { n: cards.length })].filter(Boolean).join(' · '))
  about.className = 'about'
  heading.append(' ', about)
  const list = document.createElement('ul')
  list.append(...cards.map((card) => present.get(keyOf(card)) ?? cardOf(card)))
  section.append(heading, list)
  section.dataset.group = order
  return section
}

const show = ({ total, phones, cards }) => {
  element('counts').textContent = total === 0 ? texts.none : say(texts.total, { n: total, p: phones })
  const isSearched = element('search').value !== ''
  const shown = isSearched ? texts.found : texts.shown
  element('shown').textContent =
    cards.length < phones && (isSearched || cards.length > 0) ? say(shown, { n: cards.length }) : ''
  const named = cards.map((card) => ({ owners: [], ...card }))
  const present = new Map(
    [...document.querySelectorAll('[data-key]')].map((card) => [card.dataset.key, card]),
  )
  element('villages').replaceChildren(...groupsOf(named).map((group) => sectionOf(group, present)))
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
    const answer = await fetch(`/phones/cards?search=${search}`)
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
    show(await answer.json())
    element('lost').textContent = ''
  } catch {
    element('lost').textContent = texts.lost
  } finally {
    loading = false
    if (stale) setTimeout(load, 300)
  }
}

const events = new EventSource('/phones/events')
events.addEventListener('message', () => void load())
events.addEventListener('error', () => {
  element('lost').textContent = texts.lost
})
let typing
element('search').addEventListener('input', () => {
  clearTimeout(typing)
  typing = setTimeout(load, searchAfterMs)
})
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault()
  void load()
})
