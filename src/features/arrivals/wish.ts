import type { Part } from '../posts/index.ts'
import type { Meaning, Wish } from './mapping.ts'

/** What was typed of a blog: lists that belong together line by line. */
type Typed = {
  locale: string
  pages: NonNullable<Wish['pages']>
  login: readonly string[]
  name: readonly string[]
  account: readonly string[]
  slug: readonly string[]
  meaning: readonly string[]
}

/** The decisions of a form. @param categories whose names become tags */
export const wishOf = (typed: Typed, categories: readonly { slug: string; name: string }[]): Wish => ({
  locale: typed.locale,
  pages: typed.pages,
  authors: Object.fromEntries(
    typed.login.map((login, at) => {
      const account = typed.account[at] ?? ''
      return [login, { name: typed.name[at] || login, ...(account === '' ? {} : { account }) }]
    }),
  ),
  categories: Object.fromEntries(
    typed.slug.map((slug, at) => {
      const name = categories.find((one) => one.slug === slug)?.name ?? slug
      return [slug, meaningOf(typed.meaning[at] ?? '', name)]
    }),
  ),
})

/** The authors and categories of a form that came back, as they were typed. */
export function wishTyped(
  typed: Readonly<Record<string, unknown>>,
  categories: readonly { slug: string; name: string }[],
): Wish {
  const list = (name: string) => (Array.isArray(typed[name]) ? typed[name].map(String) : [])
  const lists = { login: list('login'), name: list('name'), account: list('account') }
  const whole = {
    locale: '',
    pages: 'drafts' as const,
    ...lists,
    slug: list('slug'),
    meaning: list('meaning'),
  }
  const { authors = {}, categories: meanings = {} } = wishOf(whole, categories)
  return { authors, categories: meanings }
}

function meaningOf(value: string, name: string): Meaning {
  const [sort, which] = value.split(':')
  if (sort === 'round' && which) return { round: which }
  const part = parts.find((one) => sort === 'part' && one === which)
  if (part) return { part }
  return sort === 'tag' ? { tag: name } : {}
}

const parts: readonly Part[] = ['lead', 'companion', 'guest', 'wrap-up']
