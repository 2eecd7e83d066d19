import { formats } from '../../../platform/formats.ts'
import { fault } from '../../../platform/forms.ts'
import type { Drawn } from '../../../platform/worded.ts'
import { Facts, type Frame, Notice, OfficePage, OwnWords, Table } from '../../../ui/index.ts'
import { revisionPath } from '../paths.ts'
import type { Revision } from '../queries/revisions.ts'
import type { Sentence } from '../queries/sentences.ts'
import { typedForm } from '../wording.ts'
import { words } from '../words.ts'
import { Fields, type FieldsProps } from './fields.tsx'
import { crumbsOf } from './list.tsx'

export type EmailProps = Omit<FieldsProps, 'labels'> & {
  zone: string
  /** All that became of its sentences, the newest first. */
  revisions: readonly Revision[]
  /** As somebody would get it, with what was typed. */
  drawn: Drawn
  /** What just happened. */
  news?:
    | { kind: 'preview' | 'from' | 'ours' | 'keep' }
    | { kind: 'clash'; by: string | null; sentences: readonly Sentence[] }
}

/** One email in one language: its sentences in a form, how it reads, and what became of them. */
export const EmailPage = (props: EmailProps) => {
  const { frame, email, locale, form, sentences, news } = props
  const t = words(frame.locale)
  const labels: Record<string, string> = { person: t('person.label') }
  for (const sentence of sentences) labels[sentence.key] = labelOf(frame, sentence)
  return (
    <OfficePage
      frame={frame}
      title={t('one.title', {
        email: email.label(frame.locale),
        language: formats(frame.locale, 'UTC').language(locale),
      })}
      lead={t('one.lead')}
      crumbs={crumbsOf(frame)}
      faults={Object.entries(form.errors).map(([name, message]) =>
        fault(frame.locale, labels[name] ?? '', name, message),
      )}
    >
      <News {...props} labels={labels} />
      {news?.kind === 'preview' ? <Preview {...props} /> : null}
      <Fields {...props} labels={labels} />
      {news?.kind === 'preview' ? null : <Preview {...props} />}
      <Revisions {...props} labels={labels} />
    </OfficePage>
  )
}

/** What a sentence does in the email, with its number where several do so. */
const labelOf = ({ locale }: Frame, { role, place }: Sentence): string => {
  const t = words(locale)
  return place === 0 ? t(`role.${role}`) : t('role.numbered', { role: t(`role.${role}`), number: place })
}

type Labelled = EmailProps & { labels: Record<string, string> }

const News = ({ frame, news, locale, labels }: Labelled) => {
  const t = words(frame.locale)
  switch (news?.kind) {
    case undefined:
      return null
    case 'preview':
      return <Notice isNews>{t('preview.text')}</Notice>
    case 'from':
      return <Notice>{t('from')}</Notice>
    case 'clash':
      return (
        <>
          <Notice tone="warning" title={t('clash.title', { by: news.by ?? t('someone') })} isNews>
            {t('clash.text')}
          </Notice>
          <Facts
            stacked
            facts={news.sentences.map(({ key, said }) => ({
              term: labels[key] ?? '',
              detail: <OwnWords lang={locale}>{said}</OwnWords>,
            }))}
          />
        </>
      )
    case 'ours':
    case 'keep':
      return (
        <Notice tone="success" isNews>
          {t(`${news.kind}.rest`)}
        </Notice>
      )
  }
}

const Preview = ({ frame, drawn, locale }: EmailProps) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('preview.title', { name: drawn.toName ?? drawn.to })}</h2>
      <Facts
        facts={[{ term: t('preview.subject'), detail: <OwnWords lang={locale}>{drawn.subject}</OwnWords> }]}
      />
      <pre class="letter" lang={locale} dir="auto">
        {drawn.text}
      </pre>
    </section>
  )
}

const Revisions = ({ frame, zone, email, locale, revisions, labels }: Labelled) => {
  if (revisions.length === 0) return null
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  return (
    <section>
      <Table
        caption={t('revisions.title')}
        rows={revisions}
        columns={[
          { label: t('revisions.what'), head: true, cell: ({ key }) => labels[key] ?? key },
          {
            label: t('revisions.text'),
            cell: ({ id, text }) =>
              text === null ? (
                t('revisions.ours')
              ) : (
                <>
                  <OwnWords lang={locale}>{typedForm(text)}</OwnWords>{' '}
                  <a href={revisionPath(email, locale, id)}>{t('revisions.use')}</a>
                </>
              ),
          },
          {
            label: t('revisions.when'),
            cell: ({ writtenAt, by }) => (
              <>
                {say.instant(writtenAt)}, <bdi>{by ?? t('someone')}</bdi>
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
