import type { Shown } from './around.ts'
import { element, inParagraphs, isPicture, text } from './elements.ts'
import { embedOf } from './embeds.ts'
import { linkAround, ofPicture } from './links.ts'
import { type HtmlElement, type HtmlNode, saidIn, wordsOf } from './plain-text.ts'
import type { Within } from './within.ts'

const one = (words: string) => words.replace(/\s+/g, ' ').trim()

/** A picture of the library; where its file did not come along, a link to where it was. */
export const pictureOf = (node: HtmlElement, within: Within): HtmlNode[] => showing(node, within, '')

function showing(node: HtmlElement, { around, remark }: Within, said: string): HtmlNode[] {
  const { src, alt, width, height, className, dataSrc, dataCaption } = node.properties
  const words = one(String(alt ?? ''))
  const classes = [className ?? []].flat().map(String)
  if (classes.some((name) => name === 'emoji' || name === 'wp-smiley')) return [text(words)]
  if (Number(width) === 1 || Number(height) === 1) return []
  const number = classes.map((name) => /^wp-image-(\d+)$/.exec(name)?.[1]).find(Boolean)
  const url = String(dataSrc ?? src ?? '')
  const shown =
    (number === undefined ? undefined : around.fileOf(number)) ??
    (url === '' ? undefined : around.fileAt(url))
  if (!shown?.id) {
    const where = url || shown?.url || ''
    remark({ code: 'picture-missing', what: where.slice(0, 300) || `#${number ?? ''}` })
    return missing(where, words || said || shown?.alt || '')
  }
  return [
    element('img', [], {
      src: `/media/${shown.id}`,
      ...saidOf(shown, words, said || one(String(dataCaption ?? ''))),
    }),
  ]
}

/** What the library says already is not said again, so that it is put right in one place. */
const saidOf = (shown: Shown, alt: string, caption: string) => ({
  alt: alt === shown.alt ? '' : alt,
  ...(caption !== '' && caption !== shown.caption ? { title: caption } : {}),
})

function missing(url: string, words: string): HtmlNode[] {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return words === '' ? [] : [text(words)]
  const name = new URL(url).pathname.split('/').at(-1) ?? ''
  return [element('a', [text(words || name || url)], { href: url })]
}

/** A picture with its words, or a box of several. */
export function figureOf(node: HtmlElement, within: Within): HtmlNode[] {
  const captions = (node.children as HtmlNode[]).filter(isCaption)
  const rest = (node.children as HtmlNode[]).filter((child) => !isCaption(child))
  const said = captions.map(saidIn).filter(Boolean).join(' ')
  if (isEmbed(node))
    return embedOf(element('iframe', [], { src: one(rest.map(wordsIn).join('')), title: said }))
  const pictures = rest.flatMap(picturesIn)
  const [only] = pictures
  if (only && pictures.length === 1 && rest.every((child) => isBare(child)))
    return [...standing(showing(only, within, said), said), ...besidePicture(rest, only, within)]
  const nodes = inParagraphs(within.inner(rest, within))
  return said === '' ? nodes : [...nodes, element('p', [element('em', [text(said)])])]
}

/** Where the link around a picture leads. */
function besidePicture(rest: readonly HtmlNode[], picture: HtmlElement, within: Within): HtmlNode[] {
  const link = linkAround(rest)
  return link ? ofPicture(link, [picture], within) : []
}

/** What WordPress shows of another site: the figure holds nothing but its address. */
const isEmbed = ({ properties, children }: HtmlElement) =>
  [properties.className ?? []].flat().includes('wp-block-embed') &&
  (children as HtmlNode[]).every((child) => picturesIn(child).length === 0) &&
  /^https?:\/\/\S+$/.test(
    one(
      (children as HtmlNode[])
        .filter((child) => !isCaption(child))
        .map(wordsIn)
        .join(''),
    ),
  )

const wordsIn = (node: HtmlNode): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? wordsOf(node) : ''

function standing(nodes: HtmlNode[], said: string): HtmlNode[] {
  const isHere = nodes.some(isPicture)
  const words = said !== '' && !isHere ? [element('p', [element('em', [text(said)])])] : []
  return nodes.length === 0 ? words : [element('p', nodes), ...words]
}

const isCaption = (node: HtmlNode): node is HtmlElement =>
  node.type === 'element' && node.tagName === 'figcaption'

/** Only a picture, or one within a link. */
const isBare = (node: HtmlNode): boolean =>
  node.type !== 'element' ||
  node.tagName === 'img' ||
  (/^(a|div|p|span)$/.test(node.tagName) && wordsOf(node).trim() === '')

function picturesIn(node: HtmlNode): HtmlElement[] {
  const found: HtmlElement[] = []
  const open = [node]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type !== 'element') continue
    if (next.tagName === 'img') found.push(next)
    else open.push(...(next.children as HtmlNode[]).toReversed())
  }
  return found
}
