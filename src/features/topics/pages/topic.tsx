import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { type FormField, type FormState, formInWords } from '../../../platform/forms.ts'
import type { CampaignProgress } from '../../../platform/mail/index.ts'
import { errorWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Facts,
  Field,
  Form,
  type Frame,
  Notice,
  OfficePage,
} from '../../../ui/index.ts'
import { hasBeenPublic, postPath, stateOf } from '../../posts/index.ts'
import { type Round, topicDaysOf } from '../../rounds/index.ts'
import { calendarPath, publishPath, schedulePath, unschedulePath, withdrawPath, writePath } from '../paths.ts'
import { missingFrom } from '../schema.ts'
import { type Audience, isMissed, type Topic } from '../topic.ts'
import { words } from '../words.ts'
import { Ask, type Asked } from './ask.tsx'
import { lacks, State } from './calendar.tsx'
import { PreviewLinks } from './preview.tsx'

type Props = {
  frame: Frame
  round: Round
  topic: Topic
  now: Date
  origin: string
  audience: Audience
  mails: CampaignProgress | null
  /** The time that schedules it. */
  form: FormState
  /** Whom those ask who may not change it; null for those who may. */
  ask: Asked | null
}

/** One topic: where it stands, how it will look, and when it comes out. */
export const TopicPage = (props: Props) => {
  const { frame, round, topic, form, ask } = props
  const t = words(frame.locale)
  const labels = { at: t('schedule.at') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  const { code } = round
  const { number } = topic
  return (
    <OfficePage
      frame={frame}
      title={topic.title}
      crumbs={[{ href: calendarPath(code), label: t('topic.crumb', { code }) }]}
      actions={
        ask ? undefined : (
          <ButtonLink href={writePath(code, number)}>{t('topic.edit', { number })}</ButtonLink>
        )
      }
      faults={faults}
    >
      <TopicFacts {...props} />
      <h2>{t('topic.look')}</h2>
      <PreviewLinks frame={frame} code={code} number={number} />
      {ask ? <Ask frame={frame} ask={ask} /> : <NextAct {...props} field={field('at')} />}
    </OfficePage>
  )
}

const TopicFacts = (props: Props) => {
  const { frame, round, topic, now, origin } = props
  const t = words(frame.locale)
  const url = origin + postPath(topic.slug)
  const day = topicDaysOf(round)[topic.number - 1]
  return (
    <Facts
      facts={[
        { term: t('topic.state'), detail: <State topic={topic} zone={round.zone} now={now} frame={frame} /> },
        { term: t('topic.due'), detail: day ? formats(frame.locale, 'UTC').day(day) : t('day.beyond') },
        {
          term: t('topic.address'),
          detail: hasBeenPublic(topic, now) ? (
            <a href={postPath(topic.slug)} dir="ltr">
              {url}
            </a>
          ) : (
            t('topic.address.later', { url })
          ),
        },
        { term: t('topic.mails'), detail: mailsOf(props) },
      ]}
    />
  )
}

/** How far its mails are, or how many there will be. */
function mailsOf({ frame, topic, now, mails, audience }: Props): string {
  const t = words(frame.locale)
  if (!mails) return isMissed(topic, now) ? t('missed.title') : t('topic.mails.audience', audience)
  const { number } = formats(frame.locale, 'UTC')
  const sent = number(mails.sent)
  return mails.stoppedAt && mails.waiting > 0
    ? t('topic.mails.held', { sent, total: number(mails.total) })
    : t('topic.mails.progress', { sent, total: mails.total })
}

/** What an editor can do with it as it stands. */
const NextAct = (props: Props & { field: FormField }) => {
  const { frame, round, topic, now } = props
  const state = stateOf(topic, now)
  if (isMissed(topic, now)) return <Missed {...props} />
  if (state === 'withdrawn') return <Withdrawn {...props} />
  if (state === 'published') return <TakeBack frame={frame} round={round} topic={topic} />
  const t = words(frame.locale)
  return (
    <>
      <h2>{t('schedule.title')}</h2>
      {missingFrom(topic).length === 0 ? (
        <ScheduleForm {...props} />
      ) : (
        <Notice tone="warning" title={t('topic.incomplete.title')}>
          {t('topic.incomplete.text', { parts: lacks(topic, frame.locale) })}
        </Notice>
      )}
    </>
  )
}

type Piece = { frame: Frame; round: Round; topic: Topic }

const Missed = ({ frame, round, topic }: Piece) => {
  const t = words(frame.locale)
  const at = topic.publishAt ? formats(frame.locale, round.zone).instant(topic.publishAt) : ''
  return (
    <>
      <Notice
        tone="warning"
        title={t('missed.title')}
        actions={<PublishLink frame={frame} round={round} topic={topic} as="published" />}
      >
        {t('missed.text', { at })}
      </Notice>
      <TakeBack frame={frame} round={round} topic={topic} />
    </>
  )
}

const Withdrawn = ({ frame, round, topic }: Piece) => {
  const t = words(frame.locale)
  return (
    <Notice
      tone="warning"
      title={t('withdrawn.title')}
      actions={<PublishLink frame={frame} round={round} topic={topic} as="withdrawn" />}
    >
      {t('withdrawn.text')}
    </Notice>
  )
}

const PublishLink = ({ frame, round, topic, as }: Piece & { as: 'published' | 'withdrawn' }) => (
  <ButtonLink href={publishPath(round.code, topic.number)}>
    {words(frame.locale)(`publish.link.${as}`, { number: topic.number })}
  </ButtonLink>
)

const TakeBack = ({ frame, round, topic }: Piece) => {
  const t = words(frame.locale)
  const { number } = topic
  return (
    <>
      <h2>{t('withdraw.section')}</h2>
      <p>{t('withdraw.text')}</p>
      <Actions>
        <ButtonLink href={withdrawPath(round.code, number)}>{t('withdraw', { number })}</ButtonLink>
      </Actions>
    </>
  )
}

const ScheduleForm = ({
  frame,
  round,
  topic,
  now,
  field,
}: Piece & Pick<Props, 'now'> & { field: FormField }) => {
  const t = words(frame.locale)
  const { code } = round
  const { number } = topic
  const isScheduled = topic.publishAt !== null
  return (
    <>
      {isScheduled ? null : <p>{t('topic.ready')}</p>}
      <Form action={schedulePath(code, number)}>
        <Field
          type="datetime-local"
          width="medium"
          hint={t('schedule.at.hint')}
          suffix={formats(frame.locale, round.zone).zone(
            round.zone,
            dayIn(topic.publishAt ?? now, round.zone),
          )}
          {...field}
        />
        <Actions>
          <Button kind="primary">{t(isScheduled ? 'schedule.again' : 'schedule', { number })}</Button>
          <ButtonLink href={publishPath(code, number)}>{t('publish', { number })}</ButtonLink>
        </Actions>
      </Form>
      {isScheduled ? (
        <Form action={unschedulePath(code, number)}>
          <Button>{t('unschedule', { number })}</Button>
        </Form>
      ) : null}
    </>
  )
}
