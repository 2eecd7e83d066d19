import { localTime } from '../../../platform/days.ts'
import { cleanText } from '../../../platform/typed-text.ts'
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
export const clockTime = (at: Date | null, zone: string): string =>
  at === null ? '0000-00-00 00:00:00' : localTime(at, zone, 'second').replace('T', ' ')
