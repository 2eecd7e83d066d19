import type { Child } from 'hono/jsx'
import { formats } from '../../../platform/formats.ts'
import { type Frame, OwnWords, Page } from '../../../ui/index.ts'
import {
  FeedLinks,
  type Filter,
  feedPath,
  listPath,
  OrcidLink,
  PostEntry,
  type PostPage,
  type PublicAuthor,
  yearPath,
} from '../../posts/index.ts'
import { archivePath, searchPath } from '../paths.ts'
import type { Months } from '../queries/doors.ts'
import { words } from '../words.ts'
import { FoundPager } from './pager.tsx'
import { SearchBox } from './search-form.tsx'

/** What a list is of: its name in the reader's language, and what is said of it. */
export type Subject = { title: string; lead?: Child; kicker?: Child }

type Props = {
  frame: Frame
  subject: Subject
  /** What it lists. */
  filter: Filter
  list: PostPage
  /** Of the year it is about; none otherwise. */
  months: Months
}

/** All posts of one subject, person, country, time or language, newest first. */
export const ListPage = ({ frame, subject, filter, list, months }: Props) => {
  const t = words(frame.locale)
  const { page, pages, count } = list
  return (
    <Page
      frame={frame}
      width="wide"
      title={subject.title}
      kicker={subject.kicker ?? <a href={archivePath}>{t('list.back')}</a>}
      lead={subject.lead}
      part={page > 1 ? t('list.window', { page, pages }) : undefined}
      head={
        <>
          <meta name="description" content={`${subject.title}. ${t('list.count', { count })}`} />
          {hasFeed(filter) ? (
            <FeedLinks filter={filter} named={{ name: subject.title, locale: frame.locale }} />
          ) : null}
        </>
      }
    >
      <MonthsOfYear {...{ filter, months }} locale={frame.locale} />
      <section class="post-list">
        <p class="quiet">
          {t('list.count', { count })}
          {hasFeed(filter) ? (
            <>
              {' · '}
              <a href={feedPath(filter, 'rss')}>{t('list.feed')}</a>
            </>
          ) : null}
        </p>
        {list.posts.map((post) => (
          <PostEntry post={post} frame={frame} level={2} />
        ))}
      </section>
      <ListPages {...{ filter, page, pages }} locale={frame.locale} />
      {count > fewPosts ? <SearchHere filter={filter} locale={frame.locale} /> : null}
    </Page>
  )
}

type LeadProps = { author: Pick<PublicAuthor, 'country' | 'about' | 'orcid'>; locale: string }

/** Where an author works, what they say of themselves, in whatever language, and where more of theirs is found. */
export const AuthorLead = ({ author: { country, about, orcid }, locale }: LeadProps) => (
  <>
    {country ? formats(locale, 'UTC').country(country) : null}
    {about ? <OwnWords>{about}</OwnWords> : null}
    {orcid ? (
      <OwnWords>
        <OrcidLink orcid={orcid} />
      </OwnWords>
    ) : null}
  </>
)

/** Time has passed: nothing new comes to a year or a month, but at the end of this one. */
const hasFeed = ({ year }: Filter): boolean => year === undefined

/** Whoever sees all of them at once needs no search. */
const fewPosts = 5

const MonthsOfYear = ({ filter, months, locale }: { filter: Filter; months: Months; locale: string }) => {
  const t = words(locale)
  const { year } = filter
  if (year === undefined || months.length < 2) return null
  const said = formats(locale, 'UTC')
  return (
    <nav aria-label={t('list.months', { year: String(year) })}>
      <ul class="ways">
        {months.map(({ month, count }) => (
          <li>
            <a href={yearPath(year, month)} aria-current={filter.month === month ? 'page' : undefined}>
              {said.month(monthText(year, month))}
            </a>{' '}
            <span class="count">{said.number(count)}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** `YYYY-MM` */
export const monthText = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`

type PagesProps = { filter: Filter; page: number; pages: number; locale: string }

const ListPages = ({ filter, page, pages, locale }: PagesProps) => {
  const to = (other: number) => (other === 1 ? listPath(filter) : `${listPath(filter)}?page=${other}`)
  return <FoundPager {...{ locale, page, pages, to }} />
}

/** A search of what is listed here. */
const SearchHere = ({ filter, locale }: { filter: Filter; locale: string }) => (
  <search>
    <form class="find" method="get" action={searchPath}>
      <h2 class="section-title">{words(locale)('list.search')}</h2>
      {Object.entries(filter).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      <SearchBox locale={locale} />
    </form>
  </search>
)
