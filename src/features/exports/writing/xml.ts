import { cleanText } from '../../../platform/markdown.ts'
import { element, text } from '../../../platform/xml.ts'

/** An element that holds text as it is, between marks, as WordPress writes it; no text can end them. */
export const said = (name: string, content: string, attributes: Record<string, string> = {}): string =>
  element(name, attributes, `<![CDATA[${cleanText(content).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`)

/** Words that WordPress prints as HTML. */
export const inHtml = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const plain = (name: string, content: string | number): string =>
  element(name, {}, text(String(content)))

/** `2015-10-12 09:00:00` by the clock of a zone; zeros for no time at all. */
export function clockTime(at: Date | null, zone: string): string {
  if (at === null) return '0000-00-00 00:00:00'
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(at)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}:${of('second')}`
}
