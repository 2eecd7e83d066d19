import type { Part } from '../posts/index.ts'
import type { CameAuthor, CameTerm } from './arrival.ts'

/** Who an author of the blog is here: a name to sign with, and an account only where an editor says whose it is. */
type Signing = { name: string; account?: string }

/** What becomes of a category: a round, a kind of post, a tag, or nothing; and where its old address leads. */
export type Meaning = { round?: string; part?: Part; tag?: string }

/** Pages become drafts, for an editor to place; or posts; or stay out. */
export const pageChoices = ['drafts', 'posts', 'left-out'] as const

/** What was decided about a blog before it comes in. */
export type Mapping = {
  /** The language of its texts. */
  locale: string
  /** In which times are read that say no zone. */
  zone: string
  /** By login. */
  authors: Record<string, Signing>
  /** By the slug of the category. */
  categories: Record<string, Meaning>
  pages: (typeof pageChoices)[number]
}

/** What of it may be left to us. */
export type Wish = Partial<Mapping>

/** What a blog asks to be decided. */
export type Asking = {
  language: string
  authors: readonly CameAuthor[]
  categories: readonly Pick<CameTerm, 'slug' | 'name'>[]
}

/** What there is here. */
export type Known = { rounds: readonly string[]; locale: string }

/** Names of categories that say of which kind a post is, as the blogs of mentoring networks have them. */
const kinds: [RegExp, Part][] = [
  [/^lead[ -]posts?$/i, 'lead'],
  [/^companions?([ -]posts?)?$/i, 'companion'],
  [/^guest[ -]posts?$/i, 'guest'],
  [/^(wrap[ -]?ups?|summaries)$/i, 'wrap-up'],
]

/** What WordPress puts a post into that was put into nothing. */
const empty = /^(uncategori[sz]ed|general|sin categoría|non classé|sem categoria|未分类|غير مصنف)$/i

/** A decision for everything that a blog asks: what was wished, else what its names say. */
export function completed(wish: Wish, asking: Asking, known: Known): Mapping {
  return {
    locale: wish.locale ?? (/^[a-z]{2,3}/.exec(asking.language.toLowerCase())?.[0] || known.locale),
    zone: wish.zone ?? 'UTC',
    pages: wish.pages ?? 'drafts',
    authors: Object.fromEntries(
      asking.authors.map(({ login, name }) => [
        login,
        decided(wish.authors, login) ?? { name: name || login },
      ]),
    ),
    categories: Object.fromEntries(
      asking.categories.map(({ slug, name }) => [
        slug,
        decided(wish.categories, slug) ?? meaningOf({ slug, name }, known.rounds),
      ]),
    ),
  }
}

/** What was decided of a name, which may be that of something that every object has. */
const decided = <One>(table: Readonly<Record<string, One>> | undefined, name: string): One | undefined =>
  table && Object.hasOwn(table, name) ? table[name] : undefined

function meaningOf({ slug, name }: Pick<CameTerm, 'slug' | 'name'>, rounds: readonly string[]): Meaning {
  // What we wrote ourselves says in any language by its slug what it is.
  const round = rounds.find(
    (code) =>
      new RegExp(`^${code}(-topic-\\d+)?$`, 'i').test(slug) || new RegExp(`\\b${code}\\b`, 'i').test(name),
  )
  if (round) return { round }
  const part = kinds.find(([said]) => said.test(slug) || said.test(name.trim()))?.[1]
  if (part) return { part }
  return empty.test(name.trim()) ? {} : { tag: name }
}

/** What the categories of a text say of it, in their order: the first round and the first kind count. */
export function placeOf(
  mapping: Mapping,
  slugs: readonly string[],
): { round: string | null; fortnight: number | null; part: Part | null; tags: string[] } {
  const said = slugs.flatMap((slug) => decided(mapping.categories, slug) ?? [])
  const round = said.find((meaning) => meaning.round)?.round ?? null
  return {
    round,
    fortnight: round === null ? null : fortnightIn(slugs, round),
    part: said.find(({ part }) => part)?.part ?? null,
    tags: said.flatMap(({ tag }) => tag ?? []),
  }
}

/** The fortnight of a round, where a blog of ours that comes in again says so: `2015a-topic-3`. */
function fortnightIn(slugs: readonly string[], round: string): number | null {
  const start = `${round.toLowerCase()}-topic-`
  const number = Number(slugs.find((slug) => slug.startsWith(start))?.slice(start.length))
  return Number.isInteger(number) && number > 0 && number < 100 ? number : null
}
