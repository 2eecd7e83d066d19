import { raw } from 'hono/html'
import { formats } from '../../../platform/formats.ts'
import { oncePer } from '../../../platform/once.ts'
import { Disclosure, Field } from '../../../ui/index.ts'
import type { Filter } from '../../posts/index.ts'
import { roundTitle } from '../../rounds/index.ts'
import { type Asked, searchPath, searchPathOf } from '../paths.ts'
import type { Doors } from '../queries/doors.ts'
import { longest } from '../search.ts'
import { words } from '../words.ts'

type Props = { locale: string; asked: Asked; doors: Doors }

/** What to look for, and where. A tag or an author is chosen by coming from their page, and let go of here. */
export const SearchForm = ({ locale, asked, doors }: Props) => {
  const t = words(locale)
  const { tag, author } = asked.filter
  return (
    <search>
      <form class="find" method="get" action={searchPath}>
        <SearchBox locale={locale} text={asked.text} />
        <Chosen {...{ locale, asked, doors }} />
        {tag ? <input type="hidden" name="tag" value={tag} /> : null}
        {author ? <input type="hidden" name="author" value={author} /> : null}
        <Disclosure summary={t('search.narrow')} open={isNarrowed(asked.filter)}>
          {isNarrowed(asked.filter) ? (
            <Choices {...{ locale, doors }} filter={asked.filter} />
          ) : (
            raw(unchosen(doors)(locale))
          )}
        </Disclosure>
      </form>
    </search>
  )
}

const isNarrowed = ({ locale, round, country, year }: Filter) =>
  [locale, round, country, year].some((part) => part !== undefined)

/** The box for words and its button. */
export const SearchBox = ({ locale, text = '' }: { locale: string; text?: string }) => {
  const t = words(locale)
  return (
    <div class="find-box">
      <input
        type="search"
        name="q"
        value={text}
        aria-label={t('search.label')}
        maxlength={longest.letters}
        dir="auto"
        enterkeyhint="search"
      />
      <button class="button" type="submit">
        {t('search.button')}
      </button>
    </div>
  )
}

const Chosen = ({ locale, asked, doors }: Props) => {
  const t = words(locale)
  const { tag, author, ...rest } = asked.filter
  const named = [
    ...(tag ? [t('search.tag', { tag: doors.tags.find(({ key }) => key === tag)?.label ?? tag })] : []),
    ...(author
      ? [t('search.author', { author: doors.authors.find(({ slug }) => slug === author)?.name ?? author })]
      : []),
  ]
  if (named.length === 0) return null
  return (
    <p class="inline-list">
      {named.map((name) => (
        <strong>{name}</strong>
      ))}
      <a href={searchPathOf({ ...asked, filter: rest, page: 1 })}>{t('search.everywhere')}</a>
    </p>
  )
}

/** Written once for each language, as most who search have chosen nothing. */
const unchosen = oncePer((doors: Doors) => {
  const written = new Map<string, string>()
  return (locale: string) => {
    const choices = written.get(locale) ?? String(<Choices {...{ locale, doors }} filter={{}} />)
    written.set(locale, choices)
    return choices
  }
})

const Choices = ({ locale, doors, filter }: { locale: string; doors: Doors; filter: Filter }) => {
  const t = words(locale)
  const said = formats(locale, 'UTC')
  const select = (
    name: 'locale' | 'round' | 'country' | 'year',
    options: { value: string; label: string }[],
  ) => (
    <Field
      type="select"
      name={name}
      label={t(`search.${name}`)}
      value={String(filter[name] ?? '')}
      options={[{ value: '', label: t('search.any') }, ...options]}
      optional=""
    />
  )
  const countries = doors.countries.map(({ code }) => ({ value: code, label: said.country(code) }))
  return (
    <div class="find-choices">
      {select(
        'locale',
        doors.locales.map(({ locale: one }) => ({ value: one, label: said.language(one) })),
      )}
      {select(
        'round',
        doors.rounds.map((round) => ({ value: round.code, label: roundTitle(locale, round) })),
      )}
      {select(
        'year',
        doors.years.map(({ year }) => ({ value: String(year), label: String(year) })),
      )}
      {select(
        'country',
        countries.toSorted((a, b) => said.compare(a.label, b.label)),
      )}
      <button class="button" type="submit">
        {t('search.button')}
      </button>
    </div>
  )
}
