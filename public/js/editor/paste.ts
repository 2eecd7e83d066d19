import { DOMParser, type ParseOptions } from 'prosemirror-model'
import { notesOfOthers } from './paste-notes.ts'
import { schema } from './schema.ts'

/** Attributes that our policy refuses, renamed inside of tags so that what they say can still be read. */
export const withoutStyles = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->|<!\[[^>]*\]>/g, '')
    .replace(/<style[\s>][\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)(style|on[a-z]+)(\s*=)/gi, '$1data-$2$3'))

/** Reads what other programs put on the clipboard, once their habits are taken out of it. */
class PasteParser extends DOMParser {
  override parseSlice(page: HTMLElement, options?: ParseOptions) {
    cleanPage(page)
    return super.parseSlice(page, options)
  }
}

export const pasteParser = new PasteParser(schema, DOMParser.fromSchema(schema).rules)

function cleanPage(page: HTMLElement): void {
  for (const one of page.querySelectorAll('script, style, meta, link, title, xml, o\\:p')) one.remove()
  for (const link of page.querySelectorAll('a[href]'))
    link.setAttribute('href', withoutDetour(link.getAttribute('href') ?? ''))
  notesOfOthers(page)
  listsOfWord(page)
  headRows(page)
}

/** Google Docs leads every link through an address of its own. */
function withoutDetour(href: string): string {
  if (!URL.canParse(href)) return href
  const url = new URL(href)
  const isDetour = /(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url'
  return isDetour ? (url.searchParams.get('q') ?? url.searchParams.get('url') ?? href) : href
}

const listStyle = /mso-list:\s*l\d+\s+level(\d+)/

/** Word writes lists as paragraphs whose style says how deep they are; what stands for the bullet is marked as ignored. */
function listsOfWord(page: HTMLElement): void {
  let open: { list: Element; last: Element }[] = []
  for (const paragraph of [...page.querySelectorAll('p')]) {
    const depth = Number(listStyle.exec(paragraph.dataset.style ?? '')?.[1] ?? 0)
    if (depth === 0 || (open[0] && paragraph.previousElementSibling !== open[0].list)) open = []
    if (depth === 0) continue
    const sign = bulletOf(paragraph)
    open = open.slice(0, depth)
    while (open.length < depth) open.push(deeper(page, open.at(-1)?.last, paragraph, sign))
    const item = page.ownerDocument.createElement('li')
    const level = open[open.length - 1]
    level?.list.append(item)
    item.append(paragraph)
    if (level) level.last = item
  }
}

function deeper(page: HTMLElement, within: Element | undefined, before: Element, sign: string) {
  const list = page.ownerDocument.createElement(/^[\p{L}\d]{1,4}[.)]/u.test(sign) ? 'ol' : 'ul')
  if (within) within.append(list)
  else before.before(list)
  return { list, last: list }
}

/** Takes away what stands for the bullet. @returns it */
function bulletOf(paragraph: Element): string {
  const signs = [...paragraph.querySelectorAll<HTMLElement>('span')].filter((span) =>
    /mso-list:\s*ignore/i.test(span.dataset.style ?? ''),
  )
  const said = signs
    .map((span) => span.textContent ?? '')
    .join('')
    .trim()
  for (const span of signs) span.remove()
  return said
}

/** Markdown has no table without a head: the first row is one. */
function headRows(page: HTMLElement): void {
  const headless = [...page.querySelectorAll('table')].filter((table) => !table.querySelector('th'))
  for (const cell of headless.flatMap((table) => [...(table.querySelector('tr')?.children ?? [])])) {
    const head = page.ownerDocument.createElement('th')
    head.append(...cell.childNodes)
    cell.replaceWith(head)
  }
  for (const cell of page.querySelectorAll('td, th'))
    for (const paragraph of cell.querySelectorAll('p, div'))
      paragraph.replaceWith(...paragraph.childNodes, ' ')
}
