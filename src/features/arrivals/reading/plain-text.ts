import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { cleanText } from '../../../platform/markdown.ts'

const parser = unified().use(rehypeParse, { fragment: true })

export type HtmlRoot = ReturnType<typeof parser.parse>
export type HtmlNode = HtmlRoot['children'][number]
export type HtmlElement = Extract<HtmlNode, { type: 'element' }>

/** HTML as its elements, whatever it is. */
export const parseHtml = (html: string): HtmlRoot => parser.parse(html)

/** What ends a line where it stands. */
const breaks = /^(p|div|br|li|blockquote|h[1-6]|tr|pre)$/

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

/** Without recursion: HTML may be as deep as it likes. */
export function wordsOf(root: HtmlRoot | HtmlElement): string {
  const out: string[] = []
  const open: (HtmlNode | string)[] = root.children.toReversed()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') out.push(node)
    else if (node.type === 'text') out.push(node.value)
    else if (node.type === 'element' && !/^(script|style|template)$/.test(node.tagName)) {
      const after = breaks.test(node.tagName) ? [node.tagName === 'br' ? '\n' : '\n\n'] : []
      open.push(...after, ...node.children.toReversed())
    }
  }
  return out.join('')
}
