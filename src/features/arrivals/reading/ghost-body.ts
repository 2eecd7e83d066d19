import { text as escaped } from '../../../platform/xml.ts'
import type { CameText } from '../arrival.ts'
import { htmlOfMarkdown } from './markdown-text.ts'
import { isRow, ownOf, type Row, rowsIn } from './rows.ts'

/** A text of Ghost as HTML with its notes, and the kinds of pieces in it that could not be read. */
export type GhostBody = { html: string; notes: CameText['notes']; unread: string[] }

/** What Ghost made of a text itself; where it kept none, what its editor wrote, read piece by piece. */
export function bodyOf({ html, lexical, mobiledoc, markdown }: Row): GhostBody {
  if (isText(html)) return { html: cardsMarked(html), notes: [], unread: [] }
  if (isText(lexical)) return fromJson(lexical, 'lexical', ofLexical)
  if (isText(mobiledoc)) return fromJson(mobiledoc, 'mobiledoc', ofMobiledoc)
  return { ...htmlOfMarkdown(isText(markdown) ? markdown : ''), unread: [] }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** What a script or a form of Ghost fills in comes between marks of its own, which are no part of the text. */
const cardsMarked = (html: string) => html.replace(/<!--kg-card-(?:begin|end): [^>]{0,80}-->/g, '')

/** What could not be read, and the notes below a text. */
type Told = { unread: Set<string>; notes: CameText['notes'] }

type Reading = (whole: Row, told: Told) => string

function fromJson(json: string, what: string, read: Reading): GhostBody {
  const told: Told = { unread: new Set(), notes: [] }
  try {
    const whole: unknown = JSON.parse(json)
    if (isRow(whole)) return { html: read(whole, told), notes: told.notes, unread: [...told.unread] }
  } catch {
    // Told of below, whatever is wrong with it.
  }
  return { html: '', notes: [], unread: [what] }
}

/** @returns nothing, in place of what is told of */
function untold(told: Told, what: string): string {
  told.unread.add(what)
  return ''
}

const said = (node: Row, name: string) => (typeof node[name] === 'string' ? node[name] : '')

/** Deeper than any list that a person makes. */
const mostDepth = 50

/** What the editor of Ghost 5 and later keeps: a tree of blocks and words. */
const ofLexical: Reading = ({ root }, told) =>
  isRow(root) ? lexicalIn(root, told, 0) : untold(told, 'lexical')

const lexicalIn = (node: Row, told: Told, depth: number): string =>
  depth > mostDepth
    ? untold(told, 'lexical')
    : rowsIn(node.children)
        .map((child) => lexicalOf(child, told, depth + 1))
        .join('')

function lexicalOf(node: Row, told: Told, depth: number): string {
  const type = said(node, 'type').replace(/^extended-/, '')
  if (type === 'text') return formatted(escaped(said(node, 'text')), Number(node.format) || 0)
  if (type === 'linebreak') return '<br>'
  const inside = () => lexicalIn(node, told, depth)
  const tag = said(node, 'tag')
  if (type === 'heading') return around(/^h[1-6]$/.test(tag) ? tag : 'h2', inside())
  if (type === 'list') return around(tag === 'ol' || node.listType === 'number' ? 'ol' : 'ul', inside())
  if (type === 'link' || type === 'autolink') return linking(said(node, 'url'), inside())
  const name = ownOf(plain, type)
  return name === undefined ? cardOf(type, node, told) : around(name, inside())
}

const plain: Record<string, string> = {
  ...{ paragraph: 'p', quote: 'blockquote', aside: 'blockquote', listitem: 'li' },
}

const around = (name: string, html: string) => `<${name}>${html}</${name}>`
const linking = (url: string, html: string) => `<a href="${escaped(url)}">${html}</a>`

/** Bits of a number, as the editor keeps how words stand. */
const formats: [number, string][] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
]

const formatted = (html: string, bits: number) =>
  formats.reduce((inside, [bit, name]) => ((bits & bit) === 0 ? inside : around(name, inside)), html)

/** A card: what the editor puts between paragraphs. One that we do not know is told of, never guessed. */
function cardOf(type: string, node: Row, told: Told): string {
  const card = ownOf(cards, type.replace(/^card-/, ''))
  return card ? card(node, told) : untold(told, type || 'card')
}

const pictured = (node: Row) =>
  `<figure><img src="${escaped(said(node, 'src'))}" alt="${escaped(said(node, 'alt'))}"><figcaption>${said(node, 'caption')}</figcaption></figure>`

const bookmarked = (node: Row) => {
  const about = isRow(node.metadata) ? node.metadata : {}
  const url = said(node, 'url')
  return around('p', linking(url, escaped(said(about, 'title') || url)))
}

const embedded = (node: Row) => {
  const url = said(node, 'url')
  return url === '' ? said(node, 'html') : `<iframe src="${escaped(url)}"></iframe>`
}

const cards: Record<string, (node: Row, told: Told) => string> = {
  ...{ image: pictured, bookmark: bookmarked, embed: embedded },
  gallery: (node) => rowsIn(node.images).map(pictured).join(''),
  markdown: (node, told) => {
    const { html, notes } = htmlOfMarkdown(said(node, 'markdown'))
    told.notes.push(...notes)
    return html
  },
  html: (node) => said(node, 'html'),
  ...{ hr: () => '<hr>', horizontalrule: () => '<hr>', paywall: () => '' },
  ...{ code: coded, codeblock: coded },
  callout: (node) => around('blockquote', around('p', said(node, 'calloutText'))),
  toggle: (node) => around('p', around('strong', said(node, 'heading'))) + said(node, 'content'),
  button: (node) => around('p', linking(said(node, 'buttonUrl'), escaped(said(node, 'buttonText')))),
}

function coded(node: Row): string {
  const language = /^[\w-]{1,30}$/.exec(said(node, 'language'))?.[0]
  return `<pre><code${language ? ` class="language-${language}"` : ''}>${escaped(said(node, 'code'))}</code></pre>`
}

/**
 * What the editor of Ghost 1 to 4 keeps: sections of words between numbered marks, and cards by number.
 *
 * @source https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md
 */
const ofMobiledoc: Reading = (whole, told) => {
  if (!Array.isArray(whole.sections)) return untold(told, 'mobiledoc')
  const numbered = { cards: lists(whole.cards), markups: lists(whole.markups), atoms: lists(whole.atoms) }
  return lists(whole.sections)
    .map((section) => sectionOf(section, numbered, told))
    .join('')
}

/** What sections refer to by number. */
type Numbered = { cards: unknown[][]; markups: unknown[][]; atoms: unknown[][] }

const lists = (value: unknown): unknown[][] => (Array.isArray(value) ? value.filter(Array.isArray) : [])

function sectionOf([kind, second, third]: unknown[], numbered: Numbered, told: Told): string {
  const words = (markers: unknown) => wordsOf(lists(markers), numbered, told)
  const tag = typeof second === 'string' && /^(p|h[1-6]|blockquote|ul|ol|aside)$/.test(second) ? second : 'p'
  if (kind === 1) return around(tag === 'aside' ? 'blockquote' : tag, words(third))
  if (kind === 2) return pictured({ src: second })
  if (kind === 3) {
    const items = lists(third).map((markers) => around('li', words(markers)))
    return around(tag === 'ol' ? 'ol' : 'ul', items.join(''))
  }
  const [name, payload] = kind === 10 ? (numbered.cards[Number(second)] ?? []) : []
  return cardOf(typeof name === 'string' ? name : `mobiledoc ${kind}`, isRow(payload) ? payload : {}, told)
}

/** Marks open before a stretch and close behind it, innermost first. */
function wordsOf(markers: unknown[][], { markups, atoms }: Numbered, told: Told): string {
  const open: string[] = []
  const out: string[] = []
  for (const [kind, opening, closing, value] of markers) {
    for (const number of Array.isArray(opening) ? opening : []) {
      const [name, attributes] = markups[Number(number)] ?? []
      const mark =
        typeof name === 'string' && /^(a|b|strong|i|em|s|u|code|sub|sup)$/.test(name) ? name : 'span'
      open.push(mark)
      out.push(mark === 'a' ? `<a href="${escaped(hrefOf(attributes))}">` : `<${mark}>`)
    }
    out.push(kind === 0 ? escaped(String(value ?? '')) : atomOf(atoms[Number(value)], told))
    for (let left = Math.min(Number(closing) || 0, open.length); left > 0; left -= 1)
      out.push(`</${open.pop()}>`)
  }
  return (
    out.join('') +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join('')
  )
}

function hrefOf(attributes: unknown): string {
  const list = Array.isArray(attributes) ? attributes : []
  const value: unknown = list[list.indexOf('href') + 1]
  return typeof value === 'string' ? value : ''
}

function atomOf(atom: unknown[] | undefined, told: Told): string {
  const [name, words] = atom ?? []
  if (name === 'soft-return') return '<br>'
  told.unread.add(typeof name === 'string' ? name : 'atom')
  return typeof words === 'string' ? escaped(words) : ''
}
