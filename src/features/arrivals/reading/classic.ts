/** Elements that stand by themselves, so that no paragraph is made around them. */
const standing =
  /^<\/?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|object|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio)\b/i

const marks =
  /(<\/?(?:address|article|aside|blockquote|center|details|div|dl|figure|footer|form|h[1-6]|header|hr|iframe|main|nav|object|ol|p|pre|section|table|ul|video|audio)\b[^>]{0,4000}>)/gi

/** Stretches in which a line break is what it is. */
const shielded = /<(pre|script|style|textarea)\b[^>]{0,4000}>/gi

/**
 * A text as it was typed in the old editor of WordPress, with paragraphs where it had empty lines and breaks where it had
 * line ends. Ours, since that of WordPress is under the GPL.
 *
 * @source https://developer.wordpress.org/reference/functions/wpautop/
 */
export function paragraphs(text: string): string {
  const kept: string[] = []
  const plain = shield(text.replace(/\r\n?/g, '\n').replaceAll('\ufdd0', ''), kept)
  const html = plain
    .replace(marks, '\n\n$1\n\n')
    .split(/\n[ \t]*\n\s*/)
    .map(paragraph)
    .join('\n')
  return html.replace(/\ufdd0(\d+)\ufdd0/g, (_, at) => kept[Number(at)] ?? '')
}

function paragraph(chunk: string): string {
  const text = chunk.trim()
  if (text === '') return ''
  if (standing.test(text) || /^\ufdd0\d+\ufdd0$/.test(text)) return text
  return `<p>${text.replace(/(<br\s*\/?>)?[ \t]*\n/gi, '<br>')}</p>`
}

/** Each is looked for once, so that what is never closed costs nothing more. */
function shield(text: string, kept: string[]): string {
  const out: string[] = []
  let from = 0
  const lower = text.toLowerCase()
  shielded.lastIndex = 0
  for (let found = shielded.exec(text); found; found = shielded.exec(text)) {
    const closing = `</${found[1]?.toLowerCase()}>`
    const end = lower.indexOf(closing, found.index)
    if (end < 0) break
    const mark = `\ufdd0${kept.length}\ufdd0`
    out.push(text.slice(from, found.index), closing === '</pre>' ? `\n\n${mark}\n\n` : mark)
    from = end + closing.length
    kept.push(text.slice(found.index, from))
    shielded.lastIndex = from
  }
  return out.join('') + text.slice(from)
}
