import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { Locale } from '../../../platform/words.ts'
import { ButtonLink, type Frame, Notice, OfficePage, PostBody, Table } from '../../../ui/index.ts'
import { type PageName, pageNames } from '../page.ts'
import { editPath, officePagePath, pagePath, pagesPath, revisionPath } from '../paths.ts'
import type { Written } from '../queries.ts'
import type { ShownPage } from '../shown.ts'
import type { Standing } from '../standing.ts'
import { words } from '../words.ts'
import { versionName } from './naming.ts'

/** Which text: a page, in one language. */
export type Place = { page: PageName; locale: Locale }

type ListProps = {
  frame: Frame
  offered: readonly Locale[]
  standing: (place: Place) => Standing
  newest: readonly Written[]
  zone: string
}

/** Every page in every language, with what became of it. */
export const PagesPage = (props: ListProps) => {
  const { frame, offered } = props
  const t = words(frame.locale)
  const { language } = formats(frame.locale, 'UTC')
  return (
    <OfficePage
      frame={frame}
      title={t('office.title')}
      lead={t('office.lead')}
      crumbs={[{ href: frame.office.home, label: frame.office.name }]}
    >
      <Table
        caption={t('office.title')}
        captionHidden
        rows={pageNames}
        columns={[
          { label: t('column.page'), head: true, cell: (page) => t(`page.${page}`) },
          ...offered.map((locale) => ({
            label: language(locale),
            cell: (page: PageName) => <State {...props} page={page} locale={locale} />,
          })),
        ]}
      />
      <p class="hint">{t('legend')}</p>
    </OfficePage>
  )
}

const State = ({ frame, standing, newest, zone, page, locale }: ListProps & Place) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const now = standing({ page, locale })
  const own = newest.find((one) => one.page === page && one.locale === locale)
  const state = {
    supplied: () => t('state.supplied'),
    missing: () => t('state.missing'),
    own: () => t('state.own', { day: say.shortDay(dayIn(own?.writtenAt ?? frame.now, zone)) }),
    behind: () =>
      t('state.behind', { version: now.state === 'behind' ? versionName(now.version, frame.locale) : '' }),
  }[now.state]()
  return (
    <a
      href={officePagePath(page, locale)}
      aria-label={t('state.label', { page: t(`page.${page}`), language: say.language(locale), state })}
    >
      {state}
    </a>
  )
}

/** Where a page of the office about a text belongs. */
export const crumbsOf = (frame: Frame, place?: Place) => {
  const t = words(frame.locale)
  return [
    { href: frame.office.home, label: frame.office.name },
    { href: pagesPath, label: t('office.title') },
    ...(place ? [{ href: officePagePath(place.page, place.locale), label: titleOf(frame, place) }] : []),
  ]
}

const titleOf = (frame: Frame, { page, locale }: Place) => {
  const t = words(frame.locale)
  return t('one.title', {
    page: t(`page.${page}`),
    language: formats(frame.locale, 'UTC').language(locale),
  })
}

type OneProps = Place & {
  frame: Frame
  standing: Standing
  conduct: string
  text: ShownPage
  revisions: readonly Written[]
  zone: string
}

/** One text, how it stands, and all that it ever said. */
export const OnePage = (props: OneProps) => {
  const { frame, page, locale, standing, text } = props
  const t = words(frame.locale)
  const { language } = formats(frame.locale, 'UTC')
  return (
    <OfficePage
      frame={frame}
      title={titleOf(frame, props)}
      crumbs={crumbsOf(frame)}
      actions={
        <>
          <ButtonLink kind="primary" href={editPath(page, locale)}>
            {standing.state === 'missing' ? t('one.write', { language: language(locale) }) : t('one.edit')}
          </ButtonLink>
          <a href={pagePath(page)}>{t('one.read')}</a>
        </>
      }
    >
      <How {...props} />
      <section>
        <h2>{t('one.reads')}</h2>
        <AsRead text={text} />
      </section>
      <Revisions {...props} />
    </OfficePage>
  )
}

/** A text as it is printed, title and all. */
export const AsRead = ({ text }: { text: ShownPage }) => (
  <div class="as-read" lang={text.locale} dir="auto">
    <p class="as-read-title">{text.title}</p>
    <PostBody html={text.html} />
  </div>
)

const How = ({ frame, standing, conduct, locale }: OneProps) => {
  const t = words(frame.locale)
  const { language } = formats(frame.locale, 'UTC')
  switch (standing.state) {
    case 'own':
      return null
    case 'supplied':
      return <Notice>{t('one.supplied')}</Notice>
    case 'missing':
      return (
        <Notice tone="warning">
          {t('one.missing', { language: language(locale), other: language(standing.elsewhere) })}
        </Notice>
      )
    case 'behind':
      return (
        <Notice tone="warning">
          {t('one.behind', {
            version: versionName(standing.version, frame.locale),
            current: versionName(conduct, frame.locale),
            other: language(standing.elsewhere),
          })}
        </Notice>
      )
  }
}

const Revisions = ({ frame, page, locale, revisions, zone }: OneProps) => {
  if (revisions.length === 0) return null
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const versions = {
    label: t('revisions.version'),
    cell: ({ version }: Written) => versionName(version ?? '', frame.locale),
  }
  return (
    <section>
      <h2>{t('revisions.title')}</h2>
      <Table
        caption={t('revisions.caption')}
        captionHidden
        rows={revisions}
        columns={[
          {
            label: t('revisions.number'),
            head: true,
            cell: ({ number }) => (
              <a href={revisionPath({ page, locale }, number)}>{t('revisions.name', { number })}</a>
            ),
          },
          { label: t('revisions.when'), cell: ({ writtenAt }) => say.instant(writtenAt) },
          { label: t('revisions.by'), cell: ({ by }) => <bdi>{by ?? t('someone')}</bdi> },
          ...(page === 'code-of-conduct' ? [versions] : []),
        ]}
      />
      <p>
        <a href={revisionPath({ page, locale }, 0, 'now')}>{t('revisions.supplied')}</a>
      </p>
    </section>
  )
}
