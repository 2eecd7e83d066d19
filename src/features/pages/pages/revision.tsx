import { formats } from '../../../platform/formats.ts'
import { dirOf, type Locale } from '../../../platform/words.ts'
import { ButtonLink, type Frame, OfficePage, Tabs } from '../../../ui/index.ts'
import { compared } from '../compare.ts'
import type { PageText, Revision } from '../page.ts'
import { restorePath, revisionPath } from '../paths.ts'
import type { Written } from '../queries.ts'
import { words } from '../words.ts'
import { crumbsOf, type Place } from './office.tsx'

type Props = Place & {
  frame: Frame
  revision: Revision | Written
  /** What it is compared with: the text before it, or the one that is shown now. */
  since: 'before' | 'now'
  other: PageText
  zone: string
}

/** What a revision changed, or what has changed since; from here it is used again. */
export const RevisionPage = (props: Props) => {
  const { frame, page, locale, revision, since, other, zone } = props
  const t = words(frame.locale)
  const { number } = revision
  const lead =
    'writtenAt' in revision
      ? t('revision.lead', {
          when: formats(frame.locale, zone).instant(revision.writtenAt),
          by: revision.by ?? t('someone'),
        })
      : undefined
  return (
    <OfficePage
      frame={frame}
      title={number === 0 ? t('revisions.supplied') : t('revisions.name', { number })}
      lead={lead}
      crumbs={crumbsOf(frame, props)}
      actions={<ButtonLink href={restorePath(page, locale, number)}>{t('revision.restore')}</ButtonLink>}
    >
      {number === 0 ? null : (
        <Tabs
          label={t('revision.views', { number })}
          tabs={(['before', 'now'] as const).map((one) => ({
            href: revisionPath({ page, locale }, number, one),
            label: t(`revision.${one}`),
            current: one === since,
          }))}
        />
      )}
      {since === 'before' ? (
        <Comparison frame={frame} locale={locale} before={other} after={revision} />
      ) : (
        <Comparison frame={frame} locale={locale} before={revision} after={other} />
      )}
    </OfficePage>
  )
}

type ComparisonProps = { frame: Frame; locale: Locale; before: PageText; after: PageText }

/** Two texts in one, word by word. */
export const Comparison = ({ frame, locale, before, after }: ComparisonProps) => {
  const t = words(frame.locale)
  const whole = ({ title, body }: PageText) => `${title}\n\n${body}`
  const stretches = compared(whole(before), whole(after))
  if (stretches.every(({ kind }) => kind === 'same')) return <p>{t('revision.none')}</p>
  return (
    <>
      <p class="hint">{t('revision.how')}</p>
      <div class="comparison" lang={locale} dir={dirOf(locale)}>
        {stretches.map(({ text, kind }) => {
          if (kind === 'gone') return <del>{text}</del>
          return kind === 'new' ? <ins>{text}</ins> : text
        })}
      </div>
    </>
  )
}
