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
      <Ways
        title={t('doors.rounds')}
        locale={frame.locale}
        ways={doors.rounds.map((round) => (
          <Way href={roundPostsPath(round.code)} count={round.count} locale={frame.locale}>
            {roundTitle(frame.locale, round)}
          </Way>
        ))}
      />
      <Ways
        title={t('doors.tags')}
        locale={frame.locale}
        ways={doors.tags.map(({ key, label, count }) => (
          <Way href={tagPath(key)} count={count} locale={frame.locale}>
            <OwnWords lang="">{label}</OwnWords>
          </Way>
        ))}
      />
    </>
  )
}

const People = ({ frame, doors }: Props) => {
  const t = words(frame.locale)
  const said = formats(frame.locale, 'UTC')
  const countries = doors.countries.map((one) => ({ ...one, name: said.country(one.code) }))
  return (
    <>
      <Ways
        title={t('doors.authors')}
        locale={frame.locale}
        ways={doors.authors
          .toSorted((a, b) => said.compare(a.name, b.name))
          .map(({ slug, name, count }) => (
            <Way href={authorPath(slug)} count={count} locale={frame.locale}>
              <OwnWords lang="">{name}</OwnWords>
            </Way>
          ))}
      />
      <Ways
        title={t('doors.countries')}
        locale={frame.locale}
        ways={countries
          .toSorted((a, b) => said.compare(a.name, b.name))
          .map(({ code, name, count }) => (
            <Way href={countryPostsPath(code)} count={count} locale={frame.locale}>
              {name}
            </Way>
          ))}
      />
    </>
  )
}

const Times = ({ frame, doors }: Props) => {
  const t = words(frame.locale)
  const said = formats(frame.locale, 'UTC')
  return (
    <>
      <Ways
        title={t('doors.years')}
        locale={frame.locale}
        ways={doors.years.map(({ year, count }) => (
          <Way href={yearPath(year)} count={count} locale={frame.locale}>
            {String(year)}
          </Way>
        ))}
      />
      <Ways
        title={t('doors.locales')}
        locale={frame.locale}
        ways={doors.locales.map(({ locale, count }) => (
          <Way href={languagePath(locale)} count={count} locale={frame.locale}>
            {said.language(locale)}
          </Way>
        ))}
      />
    </>
  )
}

/** So many ways are seen at once; the others are one press away. */
const seenAtOnce = 24

const Ways = ({ title, ways, locale }: { title: string; ways: readonly Child[]; locale: string }) => {
  if (ways.length === 0) return null
  const rest = ways.slice(seenAtOnce)
  return (
    <section>
      <h2>{title}</h2>
      <ul class="ways">{ways.slice(0, seenAtOnce)}</ul>
      {rest.length > 0 ? (
        <Disclosure summary={words(locale)('doors.more', { count: ways.length })}>
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
