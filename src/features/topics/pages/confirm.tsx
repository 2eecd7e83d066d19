import type { CampaignProgress } from '../../../platform/mail/index.ts'
import { confirmWords } from '../../../platform/say.ts'
import { Confirm, type Frame, Notice, OfficePage } from '../../../ui/index.ts'
import { postPath, stateOf } from '../../posts/index.ts'
import type { Round } from '../../rounds/index.ts'
import { publishPath, topicPath, withdrawPath } from '../paths.ts'
import type { Audience, Topic } from '../topic.ts'
import { words } from '../words.ts'
import { topicCrumbs } from './crumbs.ts'

type Props = {
  frame: Frame
  round: Round
  topic: Topic
  origin: string
  /** Its mails, once they were queued. */
  mails: CampaignProgress | null
}

const wayBack = ({ frame, round, topic: { number } }: Props) => ({
  href: topicPath(round.code, number),
  label: words(frame.locale)('preview.back', { number }),
})

/** Asks before a topic goes out at once, comes back, or is mailed late: what happens, and how many are written to. */
export const PublishPage = (
  props: Props & {
    now: Date
    audience: Audience
    /** Whether its round has partners. */
    isReleased: boolean
  },
) => {
  const { frame, round, topic, now, audience, mails, isReleased } = props
  const t = words(frame.locale)
  const { code } = round
  const { number } = topic
  const state = stateOf(topic, now)
  const as = state === 'scheduled' ? 'draft' : state
  const count = mails ? mails.waiting : audience.count
  return (
    <OfficePage frame={frame} title={t(`publish.title.${as}`, { number })} crumbs={topicCrumbs(props)}>
      {isReleased || mails || count === 0 ? null : (
        <Notice tone="warning" title={t('publish.unreleased.title', { code })}>
          {t('publish.unreleased.text', { count })}
        </Notice>
      )}
      <Confirm
        action={publishPath(code, number)}
        words={confirmWords(frame.locale)}
        what={whatHappens(props, as)}
        whom={t('publish.whom.text', { code })}
        undo={t('publish.undo.text')}
        button={t(`publish.confirm.${as}`, { number, count })}
        cancel={wayBack(props)}
      />
    </OfficePage>
  )
}

function whatHappens(
  { frame, topic, origin, audience, mails }: Props & { audience: Audience },
  as: 'draft' | 'published' | 'withdrawn',
): string[] {
  const t = words(frame.locale)
  const names = { title: topic.title, url: origin + postPath(topic.slug) }
  const page = {
    draft: [t('publish.what.post', names)],
    withdrawn: [t('publish.what.again', names)],
    published: [],
  }
  if (mails) return [...page[as], t('publish.what.held', { count: mails.waiting })]
  const { count, alone } = audience
  return [
    ...page[as],
    t('publish.what.paired', { count: count - alone }),
    t('publish.what.alone', { count: alone }),
  ]
}

/** Asks before a public topic is taken back. */
export const WithdrawPage = (props: Props) => {
  const { frame, round, topic, origin, mails } = props
  const t = words(frame.locale)
  const { code } = round
  const { number, title } = topic
  return (
    <OfficePage frame={frame} title={t('withdraw', { number })} crumbs={topicCrumbs(props)}>
      <Confirm
        action={withdrawPath(code, number)}
        words={confirmWords(frame.locale)}
        what={[
          t('withdraw.what.page', { title, url: origin + postPath(topic.slug) }),
          t('withdraw.what.feeds'),
          t('withdraw.what.mail', { waiting: mails?.waiting ?? 0, sent: mails?.sent ?? 0 }),
        ]}
        whom={t('withdraw.whom.text')}
        undo={t('withdraw.undo.text')}
        button={t('withdraw', { number })}
        cancel={wayBack(props)}
      />
    </OfficePage>
  )
}
