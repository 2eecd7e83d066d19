import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { dialect, questionsBlock } from './markdown-dialect.ts'
import { type Direction, turnBlocks } from './markdown-direction.ts'
import { cleanText, isTangled } from './typed-text.ts'

const reader = dialect()
const writer = unified().use(rehypeStringify)

type Markdown = ReturnType<typeof reader.parse>
type Html = Parameters<typeof writer.stringify>[0]
type Part = { kind: 'html'; html: string } | { kind: 'picture'; id: string; alt?: string; caption?: string }
export type HtmlNode = Extract<Html, { type: 'root' }>['children'][number]
export type HtmlElement = Extract<HtmlNode, { type: 'element' }>

/** A text ready to print: stretches of safe HTML, and between them the pictures that stand alone. */
export type Rendered = { parts: Part[] }

type Spoken = { lang: string; dir: Direction }

export type RenderOptions = {
  /** Keeps ids apart when two texts share a page; lower-case letters, digits and hyphens. */
  prefix: string
  /** Into which the text is written; what is in letters of the other one says so. */
  dir?: Direction
  /** Level of the first heading, 2 to 6; deeper ones follow without a gap. */
  firstHeading?: number
  /** When given (feeds, mail), links to our own pages become absolute. Scheme and host, no final slash. */
  origin?: string
  /** Words for the footnotes; the second gets the number of the note. */
  footnotes: string
  /** Their language, where the text around may be in another one. */
  footnotesIn?: Spoken
  backToText: (number: number) => string
  /** Told what is read of the text, as `textOf` says it: it is parsed once. */
  tellWords?: (words: string) => void
}

const MEDIA = /^\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Everything a text may contain. No attribute here carries a style, a script or a foreign resource. */
const schema: Schema = {
  tagNames:
    'a blockquote br code del em figure h2 h3 h4 h5 h6 hr li ol p pre section strong sup table tbody td th thead tr ul'.split(
      ' ',
    ),
  attributes: {
    a: [
      'href',
      'title',
      'id',
      'rel',
      'ariaLabel',
      'ariaDescribedBy',
      'dataFootnoteRef',
      'dataFootnoteBackref',
    ],
    blockquote: ['dir'],
    code: [['className', /^language-[\w-]{1,30}$/]],
    figure: ['dataPicture', 'dataAlt', 'dataCaption'],
    h2: ['id', 'lang', 'dir', ['className', 'for-ears']],
    h3: ['id', 'lang', 'dir', ['className', 'for-ears']],
    h4: ['id', 'lang', 'dir', ['className', 'for-ears']],
    h5: ['id', 'lang', 'dir', ['className', 'for-ears']],
    h6: ['id', 'lang', 'dir', ['className', 'for-ears']],
    li: ['id', 'dir'],
    ol: ['start', 'dir'],
    p: ['dir'],
    section: ['dataFootnotes', ['className', 'footnotes', questionsBlock]],
    table: ['dir'],
    td: ['dir', ['align', 'left', 'right', 'center']],
    th: ['dir', ['align', 'left', 'right', 'center']],
    ul: ['dir'],
  },
  // Ids are all made here, with the prefix already on them.
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: { thead: ['table'], tbody: ['table'], tr: ['table'], td: ['table'], th: ['table'] },
}

const cleaner = unified().use(rehypeSanitize, schema)

/**
 * Turns Markdown into HTML that is safe whoever wrote it: no raw HTML (it is shown as text), only links to
 * http, https, mail and our own pages, pictures only from our own media.
 *
 * Costs some milliseconds for a long post: keep what it returns.
 */
export const render = (markdown: string, options: RenderOptions): Rendered => ({
  parts: parts(htmlTree(markdown, options)),
})

/** The same as the elements of its HTML; a picture of ours that stands alone is a `figure` with its id in `dataPicture`. */
export function htmlTree(markdown: string, options: RenderOptions): { children: HtmlNode[] } {
  const tree = read(markdown)
  options.tellWords?.(textOf(tree))
  boxQuestions(tree.children, cleanText(markdown))
  levelHeadings(tree, options.firstHeading ?? 2)
  const html = translator(options).runSync(tree)
  html.children = html.children.map(standingPicture)
  dress(html.children, options)
  if (options.dir) turnBlocks(html.children, options.dir)
  return cleaner.runSync(html)
}

/** Elements as HTML. */
export const htmlOf = (nodes: readonly HtmlNode[]): string =>
  writer.stringify({ type: 'root', children: [...nodes] })

/** Parses; a tangled text is taken as one plain paragraph. */
function read(markdown: string): Markdown {
  const text = cleanText(markdown)
  if (!isTangled(text)) return reader.parse(text)
  return { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] }
}

function translator(options: RenderOptions) {
  return unified().use(remarkRehype, {
    clobberPrefix: `${options.prefix}-`,
    footnoteLabel: options.footnotes,
    footnoteLabelTagName: `h${options.firstHeading ?? 2}`,
    footnoteLabelProperties: { className: ['for-ears'], ...options.footnotesIn },
    footnoteBackLabel: (index: number) => options.backToText(index + 1),
    handlers: { html: rawHtmlAsText },
  })
}

/** What someone typed as HTML is shown as typed, so that nothing disappears without a word; comments go. */
function rawHtmlAsText(_state: unknown, node: { value: string }, parent: { type: string } | undefined) {
  if (node.value.startsWith('<!--') && node.value.endsWith('-->')) return undefined
  const text = { type: 'text' as const, value: node.value }
  const isInline = parent?.type === 'paragraph' || parent?.type === 'heading' || parent?.type === 'tableCell'
  const isPhrase = ['emphasis', 'strong', 'delete', 'link', 'linkReference'].includes(parent?.type ?? '')
  if (isInline || isPhrase) return text
  return { type: 'element' as const, tagName: 'p', properties: {}, children: [text] }
}

/** A picture of ours that has a paragraph to itself becomes a figure. */
function standingPicture(node: HtmlNode): HtmlNode {
  if (node.type !== 'element' || node.tagName !== 'p') return node
  const [only, ...more] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  if (only?.type !== 'element' || only.tagName !== 'img' || more.length > 0) return node
  const id = MEDIA.exec(String(only.properties.src))?.[1]
  if (id === undefined) return node
  const { alt, title } = only.properties
  const properties = { dataPicture: id, dataAlt: alt || undefined, dataCaption: title || undefined }
  return { type: 'element', tagName: 'figure', properties, children: [] }
}

/** Gives links their rel, keeps footnote labels apart, and turns any other picture into its words, a box of a list into a sign. */
function dress(nodes: HtmlNode[], options: RenderOptions): void {
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'element') continue
    if (node.tagName === 'img') nodes[index] = { type: 'text', value: String(node.properties.alt ?? '') }
    if (node.tagName === 'input') nodes[index] = { type: 'text', value: node.properties.checked ? '☑' : '☐' }
    if (node.tagName === 'a') dressLink(node, options)
    if (node.properties.id === 'footnote-label') node.properties.id = `${options.prefix}-footnotes`
    dress(node.children, options)
  }
}

function dressLink(link: HtmlElement, { prefix, origin }: RenderOptions): void {
  if (link.properties.ariaDescribedBy) link.properties.ariaDescribedBy = [`${prefix}-footnotes`]
  const href = String(link.properties.href ?? '')
  if (/^(?:https?:)?[\\/]{2}/i.test(href)) link.properties.rel = ['external', 'noopener']
  else if (origin !== undefined && href.startsWith('/')) link.properties.href = origin + href
}

/** Questions get a place of their own; any other block between colons stays as it was typed. */
export function boxQuestions(nodes: Markdown['children'], text: string): void {
  for (const [index, node] of nodes.entries().toArray().reverse()) {
    if (!('children' in node)) continue
    boxQuestions(node.children as Markdown['children'], text)
    if (node.type !== 'containerDirective') continue
    if (node.name === questionsBlock)
      node.data = { hName: 'section', hProperties: { className: [questionsBlock] } }
    else nodes.splice(index, 1, ...asTyped(node, text))
  }
}

function asTyped(node: Extract<Markdown['children'][number], { type: 'containerDirective' }>, text: string) {
  const source = text.slice(node.position?.start.offset, node.position?.end.offset)
  const [first = '', ...others] = source.split('\n')
  const line = (value: string) => ({
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, value }],
  })
  const last = others.at(-1)?.trim() ?? ''
  return [line(first), ...node.children, ...(/^:{3,}$/.test(last) ? [line(last)] : [])]
}

/** Headings start at the level the page needs and never skip one, whatever the writer started with. */
function levelHeadings(tree: Markdown, first: number): void {
  const open: number[] = []
  const visit = (nodes: Markdown['children']) => {
    for (const node of nodes) {
      if (node.type === 'heading') {
        while (open.length > 0 && (open.at(-1) ?? 0) >= node.depth) open.pop()
        open.push(node.depth)
        node.depth = Math.min(6, first + open.length - 1) as typeof node.depth
      } else if (node.type === 'blockquote') visit(node.children)
    }
  }
  visit(tree.children)
}

function parts(html: { children: HtmlNode[] }): Part[] {
  const found: Part[] = []
  let run: HtmlNode[] = []
  const close = () => {
    const text = htmlOf(run).trim()
    if (text !== '') found.push({ kind: 'html', html: text })
    run = []
  }
  for (const node of html.children) {
    const { dataPicture, dataAlt, dataCaption } = node.type === 'element' ? node.properties : {}
    if (typeof dataPicture !== 'string') {
      run.push(node)
      continue
    }
    close()
    found.push({
      kind: 'picture',
      id: dataPicture,
      ...(dataAlt && { alt: String(dataAlt) }),
      ...(dataCaption && { caption: String(dataCaption) }),
    })
  }
  close()
  return found
}

/** Ids of the pictures that a text shows, in their order. */
export function picturesIn(rendered: Rendered): string[] {
  return rendered.parts.flatMap((part) => (part.kind === 'picture' ? [part.id] : []))
}

/** Words that Markdown prints as they are, whatever signs are in them. */
export const literally = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&')

/** What is read of a text: words, and what pictures show. */
export function textOf(node: Markdown | Markdown['children'][number]): string {
  if (node.type === 'html') return ''
  if ('alt' in node) return node.alt ?? ''
  if ('value' in node) return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(textOf).join(inOneLine.has(node.type) ? '' : ' ') : ''
}

/** What these hold stands in one line: a word goes on where it is set off in its middle. */
const inOneLine = new Set([
  ...['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'delete', 'link', 'linkReference'],
])

/**
 * The first paragraph of a text, as plain words on one line.
 *
 * @param most letters, for who needs no more: of a long paragraph, little more is read
 */
export function firstWords(markdown: string, most?: number): string {
  const text = cleanText(markdown)
  if (most !== undefined) {
    const words = wordsOf(firstParagraph(openingOf(text, most))).slice(0, most)
    // What was begun before the end and closed after it, or is defined below, would stand there as its signs.
    if (words.length === most && !signs.test(words) && !isTangled(text)) return words
  }
  return wordsOf(firstParagraph(beginningOf(text)) ?? firstParagraph(text)).slice(0, most)
}

const signs = /[*_~`[\]<>|\\:$]/

/** A text up to the end of a word, some times as long as what is wanted of it. */
const openingOf = (text: string, most: number): string => {
  const end = text.slice(5 * most).search(/\s/)
  return end < 0 ? text : text.slice(0, 5 * most + end)
}

const wordsOf = (paragraph: Parameters<typeof textOf>[0] | undefined): string =>
  paragraph ? textOf(paragraph).replace(/\s+/g, ' ').trim() : ''

const firstParagraph = (text: string) => read(text).children.find(({ type }) => type === 'paragraph')

/** In letters: most first paragraphs end before. */
const mostBeginning = 1_000

/** A text up to an empty line, since reading all of it is the dearest part of bringing it in; with what defines the links and notes in it. */
function beginningOf(text: string): string {
  const end = text.indexOf('\n\n', mostBeginning)
  if (end < 0 || isTangled(text)) return text
  const defined = text.slice(end).match(/^ {0,3}\[[^\]\n]{1,200}\]:.*$/gm) ?? []
  return [text.slice(0, end), ...defined].join('\n\n')
}

export { read as readMarkdown }
