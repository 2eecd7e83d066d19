import { roundTitle } from '../../rounds/index.ts'
import type { OutHead, OutRound } from '../export.ts'
import { words } from '../words.ts'

/** A category or a tag as other software has it. */
export type OutTerm = {
  taxonomy: 'category' | 'post_tag'
  slug: string
  name: string
  /** The slug of the one above it; empty for none. */
  parent: string
}

/**
 * What a post is filed under: its round, its topic within that, what it is among the posts of its fortnight, and its tags. By
 * these slugs a blog that comes in here again is filed as it was.
 *
 * @param locale in which categories are named
 */
export function termsOf(
  { roundCode, fortnight, part, tags }: Pick<OutHead, 'roundCode' | 'fortnight' | 'part' | 'tags'>,
  rounds: readonly OutRound[],
  locale: string,
): OutTerm[] {
  const t = words(locale)
  const round = rounds.find(({ code }) => code === roundCode)
  const code = round?.code ?? ''
  const above = code.toLowerCase()
  return [
    ...(round ? [category(above, roundTitle(locale, round))] : []),
    ...(round && fortnight !== null
      ? [category(`${above}-topic-${fortnight}`, t('term.topic', { code, number: fortnight }), above)]
      : []),
    ...(part === null ? [] : [category(`${part}-posts`, t(`term.${part}`))]),
    ...tags.map((name) => ({ taxonomy: 'post_tag' as const, slug: slugOfTag(name), name, parent: '' })),
  ]
}

const category = (slug: string, name: string, parent = ''): OutTerm => ({
  ...{ taxonomy: 'category', slug, name, parent },
})

/** As WordPress makes it: letters beyond ASCII stay letters. */
const slugOfTag = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'tag'
