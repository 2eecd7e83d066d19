import type { Around, Remark } from './around.ts'

/** Bounded, so that a text full of brackets costs no more than one of words. */
const code = /\[(\[?)([a-z][a-z0-9_-]{0,40})((?:[\s=:][^[\]]{0,500})?)\](\]?)/gi

/** Those that hold what stands between their two marks. */
const holding = /^(caption|wp_caption|embed|code|sourcecode|youtube|vimeo|audio|video|quote|pullquote)$/

/** Without what they hold they are words. */
const mustHold = /^(caption|wp_caption|code|sourcecode|quote|pullquote)$/

type Told = { around: Around; remark(remark: Remark): void }

/**
 * Shortcodes of WordPress as the HTML that it would have made of them: captions, galleries, embeds, code. Others stay as
 * text, and are told of.
 *
 * @source https://wordpress.com/support/wordpress-editor/blocks/shortcode-block/list-of-shortcodes/
 */
export function withoutShortcodes(text: string, told: Told): string {
  const out: string[] = []
  const unclosed = new Set<string>()
  let from = 0
  code.lastIndex = 0
  for (let found = code.exec(text); found; found = code.exec(text)) {
    const [whole, escaped = '', spelled = '', attributes = '', more = ''] = found
    const name = spelled.toLowerCase()
    out.push(text.slice(from, found.index))
    from = found.index + whole.length
    if (escaped !== '' && more !== '') {
      out.push(whole.slice(1, -1))
      continue
    }
    if (isInTag(text, found.index)) {
      out.push(whole)
      continue
    }
    const inside = holding.test(name) ? insideOf(text, { name, from, unclosed }) : null
    const html =
      inside === null && mustHold.test(name) ? null : htmlOf({ name, attributes, inside: inside ?? '' }, told)
    if (html === null) {
      if (isCode(name, attributes) && text[from] !== '(') told.remark({ code: 'shortcode', what: name })
      out.push(whole)
      continue
    }
    out.push(escaped, html, more)
    if (inside !== null) from += inside.length + name.length + 3
    code.lastIndex = from
  }
  out.push(text.slice(from))
  return out.join('')
}

/** In letters: no tag of a text is longer. */
const mostTag = 1_000

/** Whether it stands within a tag, where it is part of an address or of a title. */
function isInTag(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - mostTag), at)
  const tag = before.lastIndexOf('<')
  return tag > before.lastIndexOf('>') && /^<[a-z]/i.test(before.slice(tag, tag + 2))
}

/** Words in brackets, and a link of Markdown, are none; nor is what editors put there. */
const isCode = (name: string, attributes: string) =>
  !/^(sic|i|b|u|s|x|edit|update|read|more)$/.test(name) &&
  (attributes.includes('=') || attributes.trim().split(/\s+/).length < 2)

/** What stands before its closing mark; null where there is none. Looked for once, whatever is in the text. */
function insideOf(
  text: string,
  { name, from, unclosed }: { name: string; from: number; unclosed: Set<string> },
) {
  if (unclosed.has(name)) return null
  const end = text.indexOf(`[/${name}]`, from)
  if (end < 0) unclosed.add(name)
  return end < 0 ? null : text.slice(from, end)
}

type Code = { name: string; attributes: string; inside: string }

/** @returns null for one that we do not know */
function htmlOf({ name, attributes, inside }: Code, told: Told): string | null {
  const said = attributesOf(attributes)
  if (name === 'caption' || name === 'wp_caption') return captioned(inside, said.get('caption'))
  if (name === 'gallery') return galleryOf(said.get('ids') ?? said.get('include'), told)
  if (name === 'code' || name === 'sourcecode') return `\n\n<pre><code>${inside.trim()}</code></pre>\n\n`
  if (name === 'quote' || name === 'pullquote') return `\n\n<blockquote>${inside}</blockquote>\n\n`
  const address = [
    inside.trim(),
    said.get('src'),
    said.get('url'),
    said.get('mp3'),
    said.get('mp4'),
    said.get(''),
  ].find(Boolean)
  return embeds.test(name) && address !== undefined ? embedOf(name, address) : null
}

const embeds =
  /^(embed|youtube|vimeo|audio|video|soundcloud|slideshare|ted|instagram|twitter|tweet|flickr|googlemaps|googleapps)$/

/** A number alone is one of the site that the shortcode names. */
function embedOf(name: string, address: string): string {
  const sites: Record<string, string> = {
    vimeo: 'https://vimeo.com/',
    youtube: 'https://www.youtube.com/watch?v=',
  }
  const url = /^https?:/.test(address) ? address : `${sites[name] ?? ''}${address}`
  return /^https?:\/\//.test(url) ? `\n\n<iframe src="${quoted(url)}"></iframe>\n\n` : ''
}

/** The words of a picture stand in an attribute, or behind the picture. */
function captioned(inside: string, inAttribute: string | undefined): string {
  const [, picture = inside, words = ''] =
    /^\s*((?:<a\b[^>]*>)?\s*<img\b[^>]*>\s*(?:<\/a>)?)([\s\S]*)$/i.exec(inside) ?? []
  const caption = inAttribute ?? words.trim()
  return `\n\n<figure>${picture}<figcaption>${caption}</figcaption></figure>\n\n`
}

/** Without numbers, it is of all that was put under the text. */
function galleryOf(ids: string | undefined, { around: { filesUnder }, remark }: Told): string {
  if (ids === undefined && filesUnder === null) remark({ code: 'gallery', what: '' })
  const numbers =
    ids === undefined ? (filesUnder ?? []) : ids.split(/[\s,]+/).filter((id) => /^\d+$/.test(id))
  return `${numbers.map((id) => `\n\n<figure><img class="wp-image-${id}"></figure>`).join('')}\n\n`
}

const quoted = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** By their names; the first that has none, `[youtube=https://…]`, by an empty one. */
function attributesOf(text: string): Map<string, string> {
  const named = /([a-z_][\w-]{0,30})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/gi
  const found = [...text.matchAll(named)].map(([, name = '', ...values]): [string, string] => [
    name.toLowerCase(),
    values.find((value) => value !== undefined) ?? '',
  ])
  const bare = /^(?:=|\s)\s*["']?([^\s"'\]]+)/.exec(text)?.[1]
  return new Map([...found, ...(bare && !/^\w+=/.test(bare) ? [['', bare] as [string, string]] : [])])
}
