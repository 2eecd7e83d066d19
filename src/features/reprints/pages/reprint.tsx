import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { Notice, OfficePage, OwnWords, Table } from '../../../ui/index.ts'
import { postPath } from '../../posts/index.ts'
import { reprintsPath } from '../paths.ts'
import type { AuthorAnswer } from '../queries/reprints.ts'
import { standingOf } from '../reprint.ts'
import { words } from '../words.ts'
import { Acts } from './acts.tsx'
import { Asked } from './answer.tsx'
import { inWords, type ReprintProps } from './props.ts'

/** One reprint: who wants it, what the authors say, and what to do next. */
export const ReprintPage = (props: ReprintProps) => {
  const { frame, reprint, zone } = props
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, props.form)
  const standing = standingOf(reprint)
  const tones = { refused: 'warning', declined: 'info', allowed: 'success', appeared: 'success' } as const
  const tone = standing === 'waiting' || standing === 'asked' ? 'info' : tones[standing]
  return (
    <OfficePage
      frame={frame}
      title={reprint.publication}
      isOwnTitle
      kicker={
        <a href={postPath(reprint.post.slug)}>
          <OwnWords lang={reprint.post.locale}>{reprint.post.title}</OwnWords>
        </a>
      }
      crumbs={[{ href: reprintsPath, label: t('log.title') }]}
      faults={faults}
    >
      <Notice tone={tone}>{t(reprint.licensedBy ? 'one.licensed' : noticeOf(reprint))}</Notice>
      <Asked frame={frame} reprint={reprint} zone={zone} isForOffice />
      <Authors {...props} />
      <Acts {...props} field={field} />
    </OfficePage>
  )
}

/** Who cannot be asked from here is asked otherwise. */
function noticeOf(reprint: ReprintProps['reprint']) {
  const standing = standingOf(reprint)
  const { answers } = reprint
  const isUnknown =
    answers.length > 0 && answers.every(({ answer, email }) => answer === null && email === null)
  return standing === 'waiting' && isUnknown ? 'one.waiting.no-address' : (`one.${standing}` as const)
}

const Authors = ({ frame, reprint, zone }: ReprintProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const day = (at: Date) => say.shortDay(dayIn(at, zone))
  const said = ({ answer, answeredAt, askedAt, email, recordedBy }: AuthorAnswer) => {
    if (answer && answeredAt)
      return recordedBy
        ? t(`said.${answer}.recorded`, { day: day(answeredAt), by: recordedBy })
        : t(`said.${answer}`, { day: day(answeredAt) })
    if (email === null) return t('said.no-address')
    return askedAt ? t('said.silent', { day: day(askedAt) }) : t('said.not-asked')
  }
  return (
    <section>
      <h2>{t('authors.title')}</h2>
      <Table
        caption={t('authors.title')}
        captionHidden
        rows={reprint.answers}
        empty={<p>{t('authors.none')}</p>}
        columns={[
          { label: t('column.author'), head: true, cell: (one) => <bdi>{one.name}</bdi> },
          { label: t('column.answer'), cell: (one) => said(one) },
          ...(reprint.answers.some(({ word }) => word !== '')
            ? [{ label: t('column.word'), cell: ({ word }: AuthorAnswer) => <span dir="auto">{word}</span> }]
            : []),
        ]}
      />
    </section>
  )
}
