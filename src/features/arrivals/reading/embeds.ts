import { element, text } from './elements.ts'
import { type HtmlElement, type HtmlNode, wordsOf } from './plain-text.ts'

/** Where what is shown within a page has a page of its own. */
const pages: [RegExp, string][] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]+).*$/,
    'https://www.youtube.com/watch?v=$1',
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+).*$/, 'https://vimeo.com/$1'],
]

/** What another site would show within the page becomes a link: nothing is fetched from there before somebody asks. */
export function embedOf(node: HtmlElement): HtmlNode[] {
  const address = addressOf(node)
  if (address === null) return wordsOf(node).trim() === '' ? [] : [element('p', [text(wordsOf(node).trim())])]
  const page = pages.reduce((url, [from, to]) => url.replace(from, to), address)
  const title = String(node.properties.title ?? '').trim()
  return [element('p', [element('a', [text(title || shownAs(page))], { href: page })])]
}

/** An address as the words of a link that has none. */
export function shownAs(address: string): string {
  if (!URL.canParse(address)) return address
  const { host, pathname, search } = new URL(address)
  const path = `${pathname}${search}`
  return `${host.replace(/^www\./, '')}${path === '/' ? '' : path}`.slice(0, 100)
}

function addressOf(node: HtmlElement): string | null {
  const own = String(node.properties.src ?? node.properties.data ?? '')
  const inside = (node.children as HtmlNode[]).flatMap((child) =>
    child.type === 'element' ? [String(child.properties.src ?? child.properties.href ?? '')] : [],
  )
  for (const url of [own, ...inside]) {
    const whole = url.startsWith('//') ? `https:${url}` : url
    if (/^https?:\/\//i.test(whole) && URL.canParse(whole)) return whole
  }
  return null
}
