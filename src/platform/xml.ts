import { cleanText } from './typed-text.ts'

/** The first line of a document. */
export const XML = '<?xml version="1.0" encoding="utf-8"?>\n'

/** An XML element; `children` are finished XML, values of attributes are plain text. */
export function element(name: string, attributes: Record<string, string>, ...children: string[]): string {
  const start = Object.entries(attributes).map(([key, value]) => ` ${key}="${text(value)}"`)
  return `<${name}${start.join('')}>${children.join('')}</${name}>\n`
}

/** Plain text as XML, for content and attributes. Never CDATA, which a text can end. */
export function text(plain: string): string {
  return cleanText(plain)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
