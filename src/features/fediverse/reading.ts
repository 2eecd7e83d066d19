import { Parser } from 'htmlparser2'

/** Elements whose content nobody reads. */
const unread = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'title',
])
/** Elements that stand in lines of their own. */
const blocks = new Set(['p', 'div', 'blockquote', 'ul', 'ol', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

type Link = { href: string; isName: boolean; text: string }

/**
 * The text of a message from elsewhere: paragraphs and lines, with nothing that could be drawn or run. Addresses are written
 * out, since servers hide a part of them; names stay as they are written, but those of ours at its beginning, which only say
 * whom it was sent to.
 *
 * @param isOurs whether an address is that of one of our channels
 */
export function textOf(html: string, isOurs: (href: string) => boolean): string {
  let text = ''
  let link: Link | null = null
  let hidden = 0
  const add = (piece: string) => {
    if (hidden > 0) return
    if (link) link.text += piece
    else text += piece
  }
  const parser = new Parser({
    onopentag(name, { href = '', class: classes = '' }) {
      if (unread.has(name)) hidden += 1
      if (blocks.has(name)) add('\n\n')
      if (name === 'li') add('\n- ')
      if (name === 'br') add('\n')
      if (name === 'a') link = { href, isName: /\b(mention|hashtag|u-url)\b/.test(classes), text: '' }
    },
    ontext: add,
    onclosetag(name) {
      if (unread.has(name)) hidden = Math.max(0, hidden - 1)
      if (blocks.has(name)) add('\n\n')
      if (name !== 'a' || link === null) return
      const ended: Link = link
      link = null
      if (!(isOurs(ended.href) && text.trim() === '')) add(written(ended))
    },
  })
  parser.end(html)
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function written({ href, isName, text }: Link): string {
  if (isName || !/^https?:\/\//i.test(href)) return text
  const isItsAddress = /^(https?:\/\/|www\.)|…$/.test(text.trim()) || href.includes(text.trim())
  return isItsAddress ? href : `${text} (${href})`
}
