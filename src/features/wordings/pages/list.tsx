import type { App } from '../../../platform/app.ts'
import { formats } from '../../../platform/formats.ts'
import type { WordedEmail } from '../../../platform/worded.ts'
import type { Locale } from '../../../platform/words.ts'
import { type Frame, OfficePage, Table } from '../../../ui/index.ts'
import { emailPath, wordingPath } from '../paths.ts'
import { oursAt, type Revision } from '../queries/revisions.ts'
import { isBehind } from '../wording.ts'
import { words } from '../words.ts'

type ListProps = {
  frame: Frame
  offered: readonly Locale[]
  emails: readonly WordedEmail<App>[]
  /** The newest of every sentence that was ever changed. */
  newest: readonly Revision[]
}

/** Every email in every language, and how much of it was changed. */
export const WordingPage = (props: ListProps) => {
  const { frame, offered, emails } = props
  const t = words(frame.locale)
  const { language } = formats(frame.locale, 'UTC')
  const [office] = crumbsOf(frame)
  return (
    <OfficePage
      frame={frame}
      title={t('office.title')}
      lead={t('office.lead')}
      crumbs={office ? [office] : []}
    >
      <Table
        caption={t('office.title')}
        captionHidden
        rows={emails}
        columns={[
          { label: t('column.email'), head: true, cell: (email) => email.label(frame.locale) },
          ...offered.map((locale) => ({
            label: language(locale),
            cell: (email: WordedEmail<App>) => <State {...props} email={email} locale={locale} />,
          })),
        ]}
      />
      <p class="hint">{t('legend')}</p>
    </OfficePage>
  )
}

const State = ({ frame, newest, email, locale }: ListProps & { email: WordedEmail<App>; locale: Locale }) => {
  const t = words(frame.locale)
  const changed = newest.filter(
    (one) =>
      one.text !== null &&
      one.feature === email.feature &&
      one.locale === locale &&
      email.keys.includes(one.key),
  )
  const behind = changed.filter((one) => isBehind(one, oursAt(one))).length
  const said = changed.length === 0 ? t('state.ours') : t('state.changed', { count: changed.length })
  const state = behind === 0 ? said : t('state.behind', { count: behind })
  const language = formats(frame.locale, 'UTC').language(locale)
  return (
    <a
      href={emailPath(email, locale)}
      aria-label={t('state.label', { email: email.label(frame.locale), language, state })}
    >
      {state}
    </a>
  )
}

export const crumbsOf = (frame: Frame) => [
  { href: frame.office.home, label: frame.office.name },
  { href: wordingPath, label: words(frame.locale)('office.title') },
]
