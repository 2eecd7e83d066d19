import type { Around, Remark } from './around.ts'
import { paragraphs } from './classic.ts'
import { withoutShortcodes } from './shortcodes.ts'

type Told = { around: Around; remark(remark: Remark): void }

const opens = '<!-- wp:'
const closes = '<!-- /wp:'

/**
 * What WordPress keeps of a text as the HTML that it shows: of blocks, of the old editor, or of both. Marks are looked for
 * one after the other, since an expression over all of them costs seconds where they are never closed.
 */
export function htmlOf(text: string, told: Told): string {
  const out: string[] = []
  let depth = 0
  let from = 0
  let name = ''
  const add = (stretch: string) =>
    out.push(depth === 0 || isTyped.test(name) ? typed(stretch, told) : stretch)
  for (;;) {
    const at = nextMark(text, from)
    const end = at < 0 ? -1 : text.indexOf('-->', at)
    if (end < 0) break
    add(text.slice(from, at))
    from = end + 3
    if (text.startsWith(closes, at)) depth = Math.max(0, depth - 1)
    else {
      const mark = text.slice(at + opens.length, end).trim()
      name = /^[a-z0-9-]+(?:\/[a-z0-9-]+)?/.exec(mark)?.[0] ?? ''
      if (mark.endsWith('/')) out.push(alone(name, mark, told))
      else depth += 1
    }
  }
  add(text.slice(from))
  return out.join('')
}

const isTyped = /^(core\/)?(freeform|shortcode)$/

function nextMark(text: string, from: number): number {
  const at = text.indexOf('<!-- ', from)
  if (at < 0 || text.startsWith(opens, at) || text.startsWith(closes, at)) return at
  const [open, close] = [text.indexOf(opens, at), text.indexOf(closes, at)]
  return open < 0 ? close : close < 0 ? open : Math.min(open, close)
}

const typed = (stretch: string, told: Told) =>
  stretch.trim() === '' ? '' : paragraphs(withoutShortcodes(shieldedBreaks(stretch), told))

/** What parts a text for lists or into pages says nothing to its readers here. */
const shieldedBreaks = (stretch: string) => stretch.replace(/<!--(?:more|nextpage)[^>]{0,200}-->/g, '\n\n')

/** A block that WordPress fills in as it is shown: what it would have held is not in the file. */
function alone(name: string, mark: string, { remark }: Told): string {
  if (/^(core\/)?(more|nextpage|spacer|separator|footnotes)$/.test(name)) return ''
  const url = /"url":"(https?:[^"]{1,1000})"/.exec(mark)?.[1]
  if (/embed/.test(name) && url !== undefined) return `<iframe src="${inAddress(url)}"></iframe>`
  if (name === 'social-link' && url !== undefined)
    return `<li><a href="${inAddress(url)}">${inAddress(url)}</a></li>`
  remark({ code: 'block', what: name.replace(/^core\//, '') })
  return ''
}

/** An address as the mark of a block has it, for HTML. */
const inAddress = (url: string) =>
  url.replaceAll('\\/', '/').replaceAll('\\u0026', '&').replaceAll('&', '&amp;')
