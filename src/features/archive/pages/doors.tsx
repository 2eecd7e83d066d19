import type { Child } from 'hono/jsx'
import { formats } from '../../../platform/formats.ts'
import { Disclosure, Empty, type Frame, OwnWords, Page } from '../../../ui/index.ts'
import {
  authorPath,
  countryPostsPath,
  feedsPath,
  languagePath,
  roundPostsPath,
  tagPath,
  yearPath,
} from '../../posts/index.ts'
import { roundTitle } from '../../rounds/index.ts'
import { searchPath } from '../paths.ts'
import type { Doors } from '../queries/doors.ts'
import { words } from '../words.ts'
import { SearchBox } from './search-form.tsx'

type Props = { frame: Frame; doors: Doors }

/** All ways into what has come out, at a glance, each with how many posts are behind it. */
export const DoorsPage = ({ frame, doors }: Props) => {
  const t = words(frame.locale)
  if (doors.count === 0)
    return (
      <Page frame={frame} title={t('doors.title')}>
        <Empty title={t('doors.empty.title')} text={t('doors.empty.text')}>
          <a href={feedsPath}>{t('doors.empty.follow')}</a>
        </Empty>
      </Page>
    )
  return (
    <Page
      frame={frame}
      width="wide"
      title={t('doors.title')}
      lead={t('doors.lead', { count: doors.count })}
      head={<meta name="description" content={t('doors.lead', { count: doors.count })} />}
    >
      <search>
        <form class="find" method="get" action={searchPath}>
          <SearchBox locale={frame.locale} />
        </form>
      </search>
      <div class="doors">
        <Subjects {...{ frame, doors }} />
        <People {...{ frame, doors }} />
        <Times {...{ frame, doors }} />
      </div>
    </Page>
  )
}

const Subjects = ({ frame, doors }: Props) => {
  const t = words(frame.locale)
  return (
    <>
      <Ways title={t('doors.rounds')} locale={frame.locale}>
        {doors.rounds.map((round) => (
          <Way href={roundPostsPath(round.code)} count={round.count} locale={frame.locale}>
            {roundTitle(frame.locale, round)}
          </Way>
        ))}
      </Ways>
      <Ways title={t('doors.tags')} locale={frame.locale}>
        {doors.tags.map(({ key, label, count }) => (
          <Way href={tagPath(key)} count={count} locale={frame.locale}>
            <OwnWords lang="">{label}</OwnWords>
          </Way>
        ))}
      </Ways>
    </>
  )
}

const People = ({ frame, doors }: Props) => {
  const t = words(frame.locale)
  const said = formats(frame.locale, 'UTC')
  const countries = doors.countries.map((one) => ({ ...one, name: said.country(one.code) }))
  return (
    <>
      <Ways title={t('doors.authors')} locale={frame.locale}>
        {doors.authors.map(({ slug, name, count }) => (
          <Way href={authorPath(slug)} count={count} locale={frame.locale}>
            <OwnWords lang="">{name}</OwnWords>
          </Way>
        ))}
      </Ways>
      <Ways title={t('doors.countries')} locale={frame.locale}>
        {countries
          .toSorted((a, b) => said.compare(a.name, b.name))
          .map(({ code, name, count }) => (
            <Way href={countryPostsPath(code)} count={count} locale={frame.locale}>
              {name}
            </Way>
          ))}
      </Ways>
    </>
  )
}

const Times = ({ frame, doors }: Props) => {
  const t = words(frame.locale)
  const said = formats(frame.locale, 'UTC')
  return (
    <>
      <Ways title={t('doors.years')} locale={frame.locale}>
        {doors.years.map(({ year, count }) => (
          <Way href={yearPath(year)} count={count} locale={frame.locale}>
            {String(year)}
          </Way>
        ))}
      </Ways>
      <Ways title={t('doors.locales')} locale={frame.locale}>
        {doors.locales.map(({ locale, count }) => (
          <Way href={languagePath(locale)} count={count} locale={frame.locale}>
            {said.language(locale)}
          </Way>
        ))}
      </Ways>
    </>
  )
}

/** So many ways are seen at once; the others are one press away. */
const seenAtOnce = 24

const Ways = ({ title, children, locale }: { title: string; children: Child[]; locale: string }) => {
  if (children.length === 0) return null
  const rest = children.slice(seenAtOnce)
  return (
    <section>
      <h2>{title}</h2>
      <ul class="ways">{children.slice(0, seenAtOnce)}</ul>
      {rest.length > 0 ? (
        <Disclosure summary={words(locale)('doors.more', { count: children.length })}>
          <ul class="ways">{rest}</ul>
        </Disclosure>
      ) : null}
    </section>
  )
}

type WayProps = { href: string; count: number; locale: string; children: Child }

const Way = ({ href, count, locale, children }: WayProps) => (
  <li>
    <a href={href}>{children}</a> <span class="count">{formats(locale, 'UTC').number(count)}</span>
  </li>
)
