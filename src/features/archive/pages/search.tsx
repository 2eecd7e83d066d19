import { pagesOf } from '../../../platform/paging.ts'
import { Empty, type Frame, Notice, Page } from '../../../ui/index.ts'
import { type Asked, archivePath, searchPathOf } from '../paths.ts'
import type { Doors } from '../queries/doors.ts'
import { FOUND_SIZE } from '../queries/found.ts'
import type { Slip } from '../queries/meanings.ts'
import type { FoundPost } from '../queries/shown.ts'
import { foundBy, type Spelled } from '../search.ts'
import { words } from '../words.ts'
import { FoundEntry } from './found-entry.tsx'
import { FoundPager } from './pager.tsx'
import { SearchForm } from './search-form.tsx'

/** What came of a search. */
export type Outcome = {
  posts: readonly FoundPost[]
  count: number
  /** Words to be marked. */
  found: readonly Spelled[]
  slips: readonly Slip[]
  /** Whether all that was typed stands in nearly every text. */
  isCommon: boolean
}

type Props = {
  frame: Frame
  asked: Asked
  doors: Doors
  /** Null when nothing was typed. */
  outcome: Outcome | null
}

/** Published posts by the words in them. It is one form, and its address says all that was asked. */
export const SearchPage = ({ frame, asked, doors, outcome }: Props) => {
  const t = words(frame.locale)
  const title = asked.text === '' ? t('search.title') : t('search.title.for', { text: asked.text })
  // What is found changes with each post; its posts are what others should find, and the page on which one begins.
  const isBeginning = asked.text === '' && Object.keys(asked.filter).length === 0
  return (
    <Page
      frame={frame}
      width="wide"
      title={title}
      heading={
        <header class="heading">
          <h1>{t('search.title')}</h1>
        </header>
      }
      isUnlisted={!isBeginning}
      head={isBeginning ? <meta name="description" content={t('search.teach.text')} /> : null}
    >
      <SearchForm locale={frame.locale} asked={asked} doors={doors} />
      {outcome === null ? <Taught locale={frame.locale} /> : <Told {...{ frame, asked, outcome }} />}
    </Page>
  )
}

const Taught = ({ locale }: { locale: string }) => {
  const t = words(locale)
  return (
    <div data-living>
      <Empty title={t('search.teach.title')} text={t('search.teach.text')}>
        <a href={archivePath}>{t('search.archive')}</a>
      </Empty>
    </div>
  )
}

const Told = ({ frame, asked, outcome }: { frame: Frame; asked: Asked; outcome: Outcome }) => {
  const t = words(frame.locale)
  const { posts, count, slips } = outcome
  const found = foundBy(outcome.found)
  const isAnyMeant = slips.some(({ meant }) => meant.length > 0)
  return (
    <>
      {isAnyMeant ? (
        <Notice tone="info">
          {slips.map((slip) => (slip.meant.length > 0 ? <p>{sayOf(slip, frame.locale)}</p> : null))}
        </Notice>
      ) : null}
      {count === 0 ? (
        <Nothing {...{ asked, outcome }} locale={frame.locale} />
      ) : (
        <section class="post-list">
          <p class="quiet" role="status">
            {t('search.count', { count })}
          </p>
          {posts.map((post) => (
            <FoundEntry post={post} found={found} frame={frame} />
          ))}
        </section>
      )}
      <Pages asked={asked} count={count} locale={frame.locale} />
    </>
  )
}

function sayOf({ typed, meant }: Slip, locale: string): string {
  const t = words(locale)
  const list = new Intl.ListFormat(locale, { type: 'disjunction' })
  const shown = list.format(meant.map(({ shown: word }) => t('search.word', { word })))
  return t('search.slip', { typed: typed.plain, meant: shown })
}

const Nothing = ({ asked, outcome, locale }: { asked: Asked; outcome: Outcome; locale: string }) => {
  const t = words(locale)
  if (outcome.isCommon) return <Empty title={t('search.common.title')} text={t('search.common.text')} />
  const each = asked.text.split(' ')
  return (
    <Empty title={t('search.none.title')} text={t('search.none.text')}>
      {Object.keys(asked.filter).length > 0 ? (
        <a href={searchPathOf({ text: asked.text, filter: {}, page: 1 })}>
          {t('search.all-posts', { text: asked.text })}
        </a>
      ) : null}
      {each.length > 1 && each.length < 6
        ? each.map((word) => (
            <a href={searchPathOf({ text: word, filter: asked.filter, page: 1 })}>
              {t('search.only', { word })}
            </a>
          ))
        : null}
      <a href={archivePath}>{t('search.archive')}</a>
    </Empty>
  )
}

const Pages = ({ asked, count, locale }: { asked: Asked; count: number; locale: string }) => {
  const to = (page: number) => searchPathOf({ ...asked, page })
  return <FoundPager {...{ locale, to }} page={asked.page} pages={pagesOf(count, FOUND_SIZE)} />
}
