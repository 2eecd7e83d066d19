import { readMarkdown } from './markdown.ts'

type Node = ReturnType<typeof readMarkdown> | ReturnType<typeof readMarkdown>['children'][number]

/** Words a practised reader takes in per minute; the usual figure for prose read on a screen. */
const WORDS_A_MINUTE = 220

/**
 * Markdown as plain text for mail and for search: paragraphs apart by an empty line, lists with hyphens or
 * numbers, quotes with `>`, addresses after their words in angle brackets, footnotes at the end.
 *
 * @param origin when given, links to our own pages become absolute. Scheme and host, no final slash.
 */
export function toPlainText(markdown: string, origin = ''): string {
  return blocks(readMarkdown(markdown), { origin, links: true })
}

/**
 * The beginning of a text for a summary: whole words, at most `limit` characters, an ellipsis when something
 * follows. Headings, lists, tables and pictures are left out.
 */
export function excerpt(markdown: string, limit = 240): string {
  const prose = readMarkdown(markdown).children.filter((node) => node.type === 'paragraph')
  const text = prose
    .map((node) => inline(node, { origin: '', links: false }))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (text.length <= limit) return text
  const cut = text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')
  const atWord = cut.replace(/\s+\S*$/, '')
  return `${(atWord || cut).replace(/[\s,;:.–-]+$/, '')}…`
}

/** Minutes it takes to read a text, at least 1. Words are counted by the rules of its language. */
export function readingMinutes(markdown: string, locale: string): number {
  const text = blocks(readMarkdown(markdown), { origin: '', links: false })
  let count = 0
  for (const segment of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (segment.isWordLike) count += 1
  }
  return Math.max(1, Math.round(count / WORDS_A_MINUTE))
}

type Style = { origin: string; links: boolean }

function blocks(node: Node, style: Style): string {
  if (!('children' in node)) return leaf(node)
  return node.children
    .map((child) => block(child, style))
    .filter((text) => text !== '')
    .join('\n\n')
}

function block(node: Node, style: Style): string {
  switch (node.type) {
    case 'list':
      return node.children
        .map((item, index) => {
          const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '- '
          return mark + indent(blocks(item, style).replace(/\n\n/g, '\n'), ' '.repeat(mark.length))
        })
        .join('\n')
    case 'blockquote':
      return `> ${indent(blocks(node, style), '> ')}`
    case 'footnoteDefinition':
      return `[${node.label ?? node.identifier}] ${indent(blocks(node, style), '    ')}`
    case 'table':
      return node.children
        .map((row) => row.children.map((cell) => inline(cell, style)).join(' | '))
        .join('\n')
    case 'thematicBreak':
      return '* * *'
    case 'definition':
      return ''
    case 'html':
      return node.value.replace(/<!--[\s\S]*?-->/g, '').trim()
    case 'paragraph':
    case 'heading':
      return inline(node, style).trim()
    default:
      return 'children' in node ? blocks(node, style) : leaf(node)
  }
}

const indent = (text: string, by: string) => text.split('\n').join(`\n${by}`)

function inline(node: Node, style: Style): string {
  if (node.type === 'footnoteReference' && !style.links) return ''
  if (!('children' in node)) return leaf(node)
  const text = node.children.map((child) => inline(child, style)).join('')
  if (node.type !== 'link' || !style.links) return text
  const href = node.url.startsWith('/') && !node.url.startsWith('//') ? style.origin + node.url : node.url
  const isShown =
    ['', 'mailto:', 'http://'].some((start) => start + text === href) ||
    !/^(?:https?:|mailto:|\/)/i.test(href)
  return isShown ? text : `${text} <${href}>`
}

function leaf(node: Node): string {
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  if (node.type === 'break') return '\n'
  if (node.type === 'footnoteReference') return `[${node.label ?? node.identifier}]`
  return 'value' in node ? String(node.value) : ''
}
