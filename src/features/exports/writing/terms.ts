import { createHash } from 'node:crypto'
import { roundTitle } from '../../rounds/index.ts'
import type { OutHead } from '../export.ts'
import { words } from '../words.ts'
import type { Going } from './going.ts'

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
 */
export function termsOf(
  { roundCode, fortnight, part, tags }: Pick<OutHead, 'roundCode' | 'fortnight' | 'part' | 'tags'>,
  { rounds, tagSlugs, site }: Pick<Going, 'rounds' | 'tagSlugs' | 'site'>,
): OutTerm[] {
  const [locale] = site.locales
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
    ...tags.map((name) => ({
      ...{ taxonomy: 'post_tag' as const, slug: tagSlugs.get(name) ?? slugOfTag(name), name, parent: '' },
    })),
  ]
}

const category = (slug: string, name: string, parent = ''): OutTerm => ({
  ...{ taxonomy: 'category', slug, name, parent },
})

/**
 * The slug of each tag. WordPress knows a tag by it, so that those which differ in signs alone, `C` and `C++`, have some letters
 * behind theirs which follow from the name.
 */
export function tagSlugsOf(heads: readonly Pick<OutHead, 'tags'>[]): Map<string, string> {
  const names = [...new Set(heads.flatMap(({ tags }) => tags))]
  const alike = Map.groupBy(names, slugOfTag)
  const isAmong = (name: string) =>
    (alike.get(slugOfTag(name)) ?? []).some((other) => other.toLowerCase() !== name.toLowerCase())
  return new Map(
    names.map((name) => [name, isAmong(name) ? `${slugOfTag(name)}-${lettersOf(name)}` : slugOfTag(name)]),
  )
}

const lettersOf = (name: string) => createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 6)

/** As WordPress makes it: letters beyond ASCII stay letters. */
const slugOfTag = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'tag'
