import { formats } from '../../../platform/formats.ts'
import { type FormField, type FormState, formInWords } from '../../../platform/forms.ts'
import type { CampaignProgress } from '../../../platform/mail/index.ts'
import { errorWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Confirm,
  Facts,
  Field,
  Form,
  type Frame,
  Notice,
  OfficePage,
} from '../../../ui/index.ts'
import { missingCredit } from '../../media/index.ts'
import { postPath, stateOf } from '../../posts/index.ts'
import { type Round, topicDaysOf } from '../../rounds/index.ts'
import {
  calendarPath,
  previewPath,
  publishPath,
  schedulePath,
  topicPath,
  unschedulePath,
  writePath,
} from '../paths.ts'
import { missingParts, newsSince, type Topic } from '../topic.ts'
import { words } from '../words.ts'
import { lacks, State } from './calendar.tsx'

type Props = {
  frame: Frame
  round: Round
  topic: Topic
  now: Date
  origin: string
  mails: CampaignProgress | null
  /** The time that schedules it. */
  form: FormState
}

/** One topic: where it stands, how it will look, and when it comes out. */
export const TopicPage = (props: Props) => {
  const { frame, round, topic, now, form } = props
  const t = words(frame.locale)
  const { field, faults } = formInWords(
    frame.locale,
    { at: t('schedule.at') },
    form,
    errorWords(words, frame.locale),
  )
  const { code } = round
  const { number } = topic
  const state = stateOf(topic, now)
  const isComplete = missingParts(topic, topic.picture && missingCredit(topic.picture)).length === 0
  return (
    <OfficePage
      frame={frame}
      title={topic.title}
      crumbs={[{ href: calendarPath(code), label: t('topic.crumb', { code }) }]}
      actions={<ButtonLink href={writePath(code, number)}>{t('topic.edit')}</ButtonLink>}
      faults={faults}
    >
      <TopicFacts {...props} />
      <h2>{t('topic.look')}</h2>
      <ul class="inline-list">
        {(['post', 'mail', 'feed'] as const).map((as) => (
          <li>
            <a href={previewPath(code, number, as)}>{t(`topic.look.${as}`)}</a>
          </li>
        ))}
      </ul>
      {state === 'published' ? null : <h2>{t('schedule.title')}</h2>}
      {state !== 'published' && !isComplete ? (
        <Notice tone="warning" title={t('topic.incomplete.title')}>
          {t('topic.incomplete.text', { parts: lacks(topic, frame.locale) })}
        </Notice>
      ) : null}
      {state !== 'published' && isComplete ? (
        <ScheduleForm frame={frame} round={round} topic={topic} field={field('at')} />
      ) : null}
    </OfficePage>
  )
}

const TopicFacts = ({ frame, round, topic, now, origin, mails }: Props) => {
  const t = words(frame.locale)
  const url = origin + postPath(topic.slug)
  const isPublic = stateOf(topic, now) === 'published'
  const day = topicDaysOf(round)[topic.number - 1]
  const isNews = topic.publishAt === null || topic.publishAt > newsSince(now)
  const nobody = isNews ? t('topic.mails.none') : t('topic.mails.archive')
  const number = formats(frame.locale, 'UTC').number
  return (
    <Facts
      facts={[
        { term: t('topic.state'), detail: <State topic={topic} zone={round.zone} now={now} frame={frame} /> },
        { term: t('topic.due'), detail: day ? formats(frame.locale, 'UTC').day(day) : t('day.beyond') },
        {
          term: t('topic.address'),
          detail: isPublic ? (
            <a href={postPath(topic.slug)} dir="ltr">
              {url}
            </a>
          ) : (
            t('topic.address.later', { url })
          ),
        },
        {
          term: t('topic.mails'),
          detail: mails
            ? t('topic.mails.progress', { sent: number(mails.sent), total: number(mails.total) })
            : nobody,
        },
      ]}
    />
  )
}

const ScheduleForm = (props: { frame: Frame; round: Round; topic: Topic; field: FormField }) => {
  const { frame, round, topic, field } = props
  const t = words(frame.locale)
  const { code } = round
  const isScheduled = topic.publishAt !== null
  return (
    <>
      {isScheduled ? null : <p>{t('topic.ready')}</p>}
      <Form action={schedulePath(code, topic.number)}>
        <Field
          type="datetime-local"
          width="medium"
          hint={t('schedule.at.hint')}
          suffix={formats(frame.locale, round.zone).zone(round.zone)}
          {...field}
        />
        <Actions>
          <Button kind="primary">{t(isScheduled ? 'schedule.again' : 'schedule')}</Button>
          <ButtonLink href={publishPath(code, topic.number)}>{t('publish')}</ButtonLink>
        </Actions>
      </Form>
      {isScheduled ? (
        <Form action={unschedulePath(code, topic.number)}>
          <Button>{t('unschedule')}</Button>
        </Form>
      ) : null}
    </>
  )
}

/** Asks before a topic goes out at once. */
export const PublishPage = (props: {
  frame: Frame
  round: Round
  topic: Topic
  origin: string
  /** How many will be written to. */
  count: number
}) => {
  const { frame, round, topic, origin, count } = props
  const t = words(frame.locale)
  const { code } = round
  const { number, title } = topic
  return (
    <OfficePage
      frame={frame}
      title={t('publish.title', { number })}
      crumbs={[
        { href: calendarPath(code), label: t('topic.crumb', { code }) },
        { href: topicPath(code, number), label: title },
      ]}
    >
      <Confirm
        action={publishPath(code, number)}
        what={{
          title: t('publish.what'),
          items: [
            t('publish.what.post', { title, url: origin + postPath(topic.slug) }),
            t('publish.what.mail', { count }),
          ],
        }}
        whom={{ title: t('publish.whom'), body: t('publish.whom.text', { code }) }}
        undo={{ title: t('publish.undo'), body: t('publish.undo.text') }}
        button={t('publish.confirm', { count })}
        cancel={{ href: topicPath(code, number), label: t('preview.back') }}
      />
    </OfficePage>
  )
}
