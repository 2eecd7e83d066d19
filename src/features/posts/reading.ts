import { readMarkdown } from '../../platform/markdown.ts'

type Node = ReturnType<typeof readMarkdown> | ReturnType<typeof readMarkdown>['children'][number]

/** Words a practised reader takes in per minute; the usual figure for prose read on a screen. */
const WORDS_A_MINUTE = 220

/** Minutes it takes to read a text, at least 1. Words are counted by the rules of its language. */
export function readingMinutes(markdown: string, locale: string): number {
  let count = 0
  const words = new Intl.Segmenter(locale, { granularity: 'word' }).segment(textOf(readMarkdown(markdown)))
  for (const segment of words) if (segment.isWordLike) count += 1
  return Math.max(1, Math.round(count / WORDS_A_MINUTE))
}

/** What is read of it: words, and what pictures show. */
function textOf(node: Node): string {
  if (node.type === 'html') return ''
  if ('alt' in node) return node.alt ?? ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOf).join(' ') : ''
}
