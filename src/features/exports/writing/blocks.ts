import { type HtmlElement, type HtmlNode, htmlOf, htmlTree } from '../../../platform/markdown.ts'
import type { Pictures } from '../export.ts'
import { pictureFile } from '../export.ts'
import { embedOf } from './embeds.ts'
import { type Note, takeNotes } from './notes.ts'

/** What surrounds a text that goes out. */
export type Around = {
  origin: string
  pictures: Pictures
  /** The number of a picture of the library. */
  numberOf(id: string): number
  /** Keeps notes of several texts apart. */
  prefix: string
}

/** A text in blocks of WordPress, and its notes, which are kept beside it. */
export type Blocks = { content: string; notes: Note[] }

/**
 * A text as the block editor of WordPress keeps it: what the site prints of it, each block with its mark, links absolute.
 *
 * @source https://developer.wordpress.org/block-editor/reference-guides/core-blocks/
 */
export function blocksOf(markdown: string, around: Around): Blocks {
  const { children } = htmlTree(markdown, {
    ...{ prefix: 'note', origin: around.origin, footnotes: '', backToText: () => '' },
  })
  const { nodes, notes } = takeNotes(children, around.prefix)
  const content = asWords(blocks(nodes, around))
  return {
    content: notes.length > 0 ? `${content}\n\n<!-- wp:footnotes /-->` : content,
    notes: notes.map((note) => ({ ...note, content: asWords(note.content) })),
  }
}

/** Outside of tags and of marks of blocks, a bracket that WordPress could take for a shortcode, as its editor writes it. */
const asWords = (html: string) =>
  html.replace(/<[^>]*>|\[(?=[\w/[])/g, (found) => (found === '[' ? '&#91;' : found))

const blocks = (nodes: readonly HtmlNode[], around: Around): string =>
  nodes.flatMap((node) => (node.type === 'element' ? [blockOf(node, around)] : [])).join('\n\n')

type Block = (node: HtmlElement, around: Around) => string

function blockOf(node: HtmlElement, around: Around): string {
  if (node.tagName === 'figure') return picture(node, around)
  if (/^h\d$/.test(node.tagName)) return heading(node)
  const own = known.get(node.tagName)
  return own ? own(node, around) : marked('html', {}, htmlOf([node]))
}

/** A block between its marks; what it says of itself is JSON in which nothing can end a comment. */
function marked(name: string, about: Record<string, unknown>, html: string): string {
  const said = Object.keys(about).length === 0 ? '' : ` ${safeJson(about)}`
  return `<!-- wp:${name}${said} -->\n${html}\n<!-- /wp:${name} -->`
}

/** As WordPress writes it: @source https://developer.wordpress.org/reference/functions/serialize_block_attributes/ */
const safeJson = (about: Record<string, unknown>) =>
  JSON.stringify(about)
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')

const inside = (node: HtmlElement) => htmlOf(node.children)

const paragraph: Block = (node) => {
  const embed = embedOf(node)
  return embed ? marked('embed', embed.about, embed.html) : marked('paragraph', {}, `<p>${inside(node)}</p>`)
}

function heading(node: HtmlElement): string {
  const level = Number(node.tagName.slice(1))
  const html = `<${node.tagName} class="wp-block-heading">${inside(node)}</${node.tagName}>`
  return marked('heading', level === 2 ? {} : { level }, html)
}

const list: Block = (node) => {
  const isOrdered = node.tagName === 'ol'
  if (!isPlainList(node)) return marked('html', {}, htmlOf([node]))
  const start = Number(node.properties.start ?? 1)
  const about = { ...(isOrdered && { ordered: true }), ...(start === 1 ? {} : { start }) }
  const opening = `<${node.tagName}${start === 1 ? '' : ` start="${start}"`} class="wp-block-list">`
  const items = node.children.flatMap((item) => (item.type === 'element' ? [listItem(item)] : []))
  return marked('list', about, `${opening}${items.join('\n\n')}</${node.tagName}>`)
}

function listItem(item: HtmlElement): string {
  const isList = (child: HtmlNode) => child.type === 'element' && /^[uo]l$/.test(child.tagName)
  const words = htmlOf(item.children.filter((child) => !isList(child))).trim()
  const below = item.children.filter(isList).map((child) => list(child as HtmlElement, nowhere))
  return marked('list-item', {}, `<li>${words}${below.join('')}</li>`)
}

const nowhere: Around = { origin: '', pictures: new Map(), numberOf: () => 0, prefix: '' }

/** Whether the items of a list hold lines and lists alone: the list of the block editor holds nothing else. */
function isPlainList(node: HtmlElement): boolean {
  return node.children.every((item) => {
    if (item.type !== 'element') return true
    const elements = item.children.filter((child) => child.type === 'element')
    const lists = elements.filter(({ tagName }) => /^[uo]l$/.test(tagName))
    const isInOrder = elements.slice(elements.length - lists.length).every((one) => lists.includes(one))
    return isInOrder && lists.every(isPlainList) && !elements.some(({ tagName }) => standing.test(tagName))
  })
}

const standing = /^(p|h\d|pre|blockquote|table|hr|section|figure)$/

const quote: Block = (node, around) =>
  marked('quote', {}, `<blockquote class="wp-block-quote">${blocks(node.children, around)}</blockquote>`)

const code: Block = (node) => {
  const inner = node.children.find((child) => child.type === 'element')
  const className = [inner?.properties.className ?? []].flat().map(String).join(' ')
  const classes = ['wp-block-code', className].filter(Boolean).join(' ')
  const about = className === '' ? {} : { className }
  return marked('code', about, `<pre class="${classes}"><code>${htmlOf(inner?.children ?? [])}</code></pre>`)
}

const table: Block = (node) =>
  marked('table', {}, `<figure class="wp-block-table">${htmlOf([aligned(node)])}</figure>`)

/** The block editor says by a class and an attribute of its own how cells are aligned. */
function aligned(node: HtmlElement): HtmlElement {
  const { align, ...properties } = node.properties
  const said = align ? { className: [`has-text-align-${align}`], dataAlign: String(align) } : {}
  const children = node.children
    .filter((child) => child.type === 'element' || /^t[hd]$/.test(node.tagName))
    .map((child) => (child.type === 'element' && node.tagName !== 'td' ? aligned(child) : child))
  return { ...node, properties: { ...properties, ...said }, children }
}

const rule: Block = () =>
  marked('separator', {}, '<hr class="wp-block-separator has-alpha-channel-opacity"/>')

/** A box of questions is a group. */
const box: Block = (node, around) =>
  marked(
    'group',
    { className: 'questions' },
    `<div class="wp-block-group questions">${blocks(node.children, around)}</div>`,
  )

/** A picture of the library, with the words that the text has for it, else those of the library. */
function picture(node: HtmlElement, { origin, pictures, numberOf }: Around): string {
  const { dataPicture, dataAlt, dataCaption } = node.properties
  const found = pictures.get(String(dataPicture))
  if (!found) return ''
  const id = numberOf(found.id)
  const caption = String(dataCaption ?? found.caption)
  const words = caption === '' ? '' : htmlOf([element('figcaption', caption, 'wp-element-caption')])
  const image = htmlOf([
    {
      ...{ type: 'element', tagName: 'img', children: [] },
      properties: {
        src: `${origin}/${pictureFile(found)}`,
        alt: String(dataAlt ?? found.alt),
        className: [`wp-image-${id}`],
      },
    },
  ])
  const html = `<figure class="wp-block-image size-full">${image}${words}</figure>`
  return marked('image', { id, sizeSlug: 'full', linkDestination: 'none' }, html)
}

const element = (tagName: string, said: string, className: string): HtmlElement => ({
  ...{ type: 'element', tagName, properties: { className: [className] } },
  children: [{ type: 'text', value: said }],
})

const known = new Map<string, Block>([
  ['p', paragraph],
  ['ul', list],
  ['ol', list],
  ['blockquote', quote],
  ['pre', code],
  ['table', table],
  ['hr', rule],
  ['section', box],
])
