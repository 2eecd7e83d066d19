/*
 * The search of a copy, which no server answers: finds posts by an index that comes as scripts, at the first key. On the front
 * page it leads on from `?p=12` and its like, which a folder cannot. A classic script: from a folder, browsers run no modules.
 */
import MiniSearch, { type SearchResult } from 'minisearch'
import { tokensOf } from '../../src/features/archive/fold.ts'

const words = (text: string) => [...tokensOf(text)].map(({ folded }) => folded)
const indexes = new Map<string, MiniSearch>()
const most = 100

const found = document.querySelector<HTMLElement>('#found')
const box = document.querySelector<HTMLInputElement>('form input[name=q]')

declare global {
  var twinleafIndex: (locale: string, index: string) => void
  var twinleafOld: (ways: Record<string, string>) => void
}

self.twinleafIndex = (locale, index) => {
  const options = { fields: ['title', 'text'], storeFields: ['title', 'summary', 'by', 'on'] }
  indexes.set(
    locale,
    MiniSearch.loadJSON(index, { ...options, tokenize: words, processTerm: (term) => term }),
  )
  show()
}

self.twinleafOld = (ways) => {
  for (const [key, value] of new URLSearchParams(location.search)) {
    const way = ways[new URLSearchParams({ [key]: value }).toString()]
    if (way !== undefined) location.replace(way)
  }
}

function run(path: string): void {
  const script = document.createElement('script')
  script.src = path
  document.head.append(script)
}

let isAsked = false

/** The indexes are large: nobody who only passes by loads them. */
function load(): void {
  if (isAsked || !found) return
  isAsked = true
  for (const locale of (found.dataset.indexes ?? '').split(' '))
    if (locale !== '') run(`${found.dataset.root}copy/posts-${locale}.js`)
}

function show(): void {
  if (!found || !box) return
  const asked = box.value.trim()
  const hits = [...indexes].flatMap(([locale, index]) =>
    index
      .search(asked, { prefix: true, fuzzy: 0.15, boost: { title: 4 }, combineWith: 'AND' })
      .map((hit) => ({ locale, hit })),
  )
  hits.sort((one, other) => other.hit.score - one.hit.score)
  const isWhole = indexes.size === (found.dataset.indexes ?? '').split(' ').length
  const none = isWhole ? (found.dataset.none ?? '') : ''
  const count = (found.dataset.count ?? '').replace(
    '#',
    hits.length.toLocaleString(document.documentElement.lang),
  )
  found.replaceChildren(
    ...(asked === '' ? [] : [said(hits.length === 0 ? none : count)]),
    ...hits.slice(0, most).map(({ locale, hit }) => entry(locale, hit)),
  )
}

function said(text: string): HTMLElement {
  const line = document.createElement('p')
  line.className = 'quiet'
  line.textContent = text
  return line
}

function entry(locale: string, hit: SearchResult): HTMLElement {
  const article = document.createElement('article')
  article.className = 'post-card'
  const all = document.createElement('div')
  const title = document.createElement('h2')
  const link = document.createElement('a')
  link.href = `${found?.dataset.home ?? ''}${hit.id}`
  Object.assign(link, { textContent: hit.title, lang: locale, dir: 'auto' })
  title.append(link)
  const summary = Object.assign(document.createElement('p'), {
    textContent: hit.summary,
    lang: locale,
    dir: 'auto',
  })
  all.append(title, summary, byline(hit))
  article.append(all)
  return article
}

function byline(hit: SearchResult): HTMLElement {
  const { lang } = document.documentElement
  const day = new Date(hit.on).toLocaleDateString(lang === 'en' ? 'en-GB' : lang, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  const by = Object.assign(document.createElement('bdi'), { textContent: hit.by })
  const line = Object.assign(document.createElement('p'), { className: 'hint' })
  line.append(by, hit.by === '' ? '' : ' · ', day)
  return line
}

if (found && box) {
  box.addEventListener('input', () => {
    load()
    show()
  })
  const asked = new URLSearchParams(location.search).get('q')
  if (asked) {
    box.value = asked
    load()
  }
}

// The front page: what an old address asks for stands in its query.
if (!found && location.search.length > 1) run('copy/old-addresses.js')
