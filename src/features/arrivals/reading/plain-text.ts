import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { cleanText } from '../../../platform/typed-text.ts'

const parser = unified().use(rehypeParse, { fragment: true })

export type HtmlRoot = ReturnType<typeof parser.parse>
export type HtmlNode = HtmlRoot['children'][number]
export type HtmlElement = Extract<HtmlNode, { type: 'element' }>

/** HTML as its elements, whatever it is. */
export const parseHtml = (html: string): HtmlRoot => parser.parse(html)

/** What has lines to itself. */
const standing =
  /^(p|div|li|[uo]l|dl|dt|dd|blockquote|h[1-6]|table|caption|tr|pre|figure|figcaption|section|legend|summary|address)$/
/** What parts two words where it stands. */
const between: Record<string, string> = { br: '\n', td: ' ', th: ' ' }

/** The words of HTML, with a line for each of its paragraphs. What is plain already is as it was. */
export function plainText(html: string, how: 'line' | 'lines' = 'line'): string {
  const text = /[<&]/.test(html) ? wordsOf(parseHtml(html)) : html
  const clean = cleanText(text)
  return how === 'line'
    ? clean.replace(/\s+/g, ' ').trim()
    : clean
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
}

/** What is said of a picture, in one line: a link stands as its words and its address, since ours lead nowhere. */
export const captionText = (html: string): string =>
  /[<&]/.test(html) ? saidIn(parseHtml(html.slice(0, mostCaption))) : plainText(html)

/** In letters; the library keeps far less. */
const mostCaption = 5_000

/** The same of elements. */
export function saidIn(root: HtmlRoot | HtmlElement): string {
  const line = (text: string) => cleanText(text).replace(/\s+/g, ' ').trim()
  return line(wordsOf(root, (href, words) => linkedAs(line(words), href)))
}

function linkedAs(words: string, href: string): string {
  if (!/^https?:\/\//i.test(href)) return ''
  const plain = (address: string) => address.replace(/^https?:\/\/(www\.)?|[/…]+$/g, '')
  return words !== '' && plain(href).startsWith(plain(words)) ? '' : ` (${href})`
}

/** What stands behind the words of a link. */
type BehindLink = (href: string, words: string) => string

/** Without recursion: HTML may be as deep as it likes. */
export function wordsOf(root: HtmlRoot | HtmlElement, behindLink?: BehindLink): string {
  const out: string[] = []
  const open: (HtmlNode | string)[] = root.children.toReversed()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') out.push(node)
    else if (node.type === 'text') out.push(node.value)
    else if (node.type === 'element' && !/^(script|style|template)$/.test(node.tagName)) {
      const stands = standing.test(node.tagName)
      if (stands && isInLine(out)) out.push('\n\n')
      const after = stands ? '\n\n' : between[node.tagName]
      const link = behindLink && node.tagName === 'a'
      const behind = link ? behindLink(String(node.properties.href ?? ''), wordsOf(node)) : after
      open.push(...(behind ? [behind] : []), ...node.children.toReversed())
    }
  }
  return out.join('')
}

/** Whether words have just been said on the line. */
function isInLine(out: readonly string[]): boolean {
  const last = out.at(-1) ?? '\n'
  return !last.slice(last.trimEnd().length).includes('\n')
}
