import { parseHtml, plainText } from './plain-text.ts'

/** What a reader said, as plain text: a link stands as its words and its address, as it is printed here. */
export function commentText(html: string): string {
  if (!/[<&]/.test(html)) return plainText(html, 'lines')
  return plainText(html.replace(link, asShown), 'lines')
}

/** In two steps, each of which reads a letter once: strangers write comments. */
const link = /<a\b([^<>]{0,3000})>([^<]{0,1000})<\/a>/gi
const leads = /href\s{0,9}=\s{0,9}["']?(https?:[^"'\s>]{1,1000})/i

function asShown(whole: string, attributes: string, words: string): string {
  const href = leads.exec(attributes)?.[1]
  return href === undefined ? whole : shown(href, words)
}

/** Words that are the address already are not said twice. */
function shown(href: string, words: string): string {
  const said = plainText(words)
  const [first] = parseHtml(href).children
  const address = first?.type === 'text' ? first.value : href
  const isSame =
    said === '' ||
    address.replace(/^https?:\/\/|\/$/g, '').startsWith(said.replace(/^https?:\/\/|[/…]+$/g, ''))
  return isSame ? ` ${href} ` : `${words} (${href})`
}

/** In parts that are no longer than so many letters, parted between paragraphs, lines or words where it can be. */
export function inParts(text: string, most: number): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > most) {
    const piece = rest.slice(0, most)
    const at =
      [piece.lastIndexOf('\n\n'), piece.lastIndexOf('\n'), piece.lastIndexOf(' ')].find(
        (one) => one > most / 2,
      ) ?? most
    parts.push(rest.slice(0, at).toWellFormed().trim())
    rest = rest.slice(at).trim()
  }
  return [...parts, rest].filter((part) => part !== '')
}
