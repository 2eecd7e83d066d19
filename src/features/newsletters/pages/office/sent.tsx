import { formats } from '../../../../platform/formats.ts'
import type { CampaignProgress } from '../../../../platform/mail/index.ts'
import { Actions, Button, Facts, Form, type Frame, Notice, Progress } from '../../../../ui/index.ts'
import { type Issue, stateOf } from '../../issue.ts'
import { issueActPath, issuePagePath } from '../../paths.ts'
import type { Sending } from '../../queries/readers.ts'
import { words } from '../../words.ts'

export type SentProps = {
  frame: Frame
  zone: string
  issue: Issue
  progress: CampaignProgress
  sending: Sending
}

/** How far an issue has got, and each way to halt it. Of reading nothing is known: nobody is tracked. */
export const Sent = (props: SentProps) => {
  const { frame, zone, issue, progress, sending } = props
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const total = issue.recipientCount ?? 0
  const state = stateOf(issue)
  if (state === 'planned' && progress.stoppedAt === null)
    return (
      <Notice tone="info">
        {t('sent.planned', { count: total, at: say.instant(issue.sendAt ?? issue.createdAt) })}
        <Turning {...props} acts={['call-back']} />
      </Notice>
    )
  const waiting = progress.waiting + sending.toQueue
  return (
    <section>
      <h2>{t('sent.title')}</h2>
      <Progress
        label={t('sent.progress')}
        done={Math.max(0, total - waiting)}
        total={total}
        text={t('sent.text', { sent: progress.sent, total })}
        finished={waiting === 0}
        labelled={frame.words.labelled}
      />
      {progress.stoppedAt ? <Notice tone="warning">{t('sent.stopped', { waiting })}</Notice> : null}
      <Turning {...props} acts={actsOf(progress, waiting, state === 'planned')} />
      <Facts facts={figures(props)} />
      <p class="hint">{t('sent.no-tracking')}</p>
      {issue.number === null ? null : (
        <p>
          <a href={issuePagePath(issue.number)}>{t('sent.page')}</a>
        </p>
      )}
    </section>
  )
}

type TurnAct = 'call-back' | 'stop' | 'resume'

function actsOf({ stoppedAt }: CampaignProgress, waiting: number, isPlanned: boolean): TurnAct[] {
  if (waiting === 0) return []
  if (stoppedAt === null) return ['stop']
  return isPlanned ? ['resume', 'call-back'] : ['resume']
}

const Turning = ({ frame, issue, acts }: SentProps & { acts: readonly TurnAct[] }) => {
  const t = words(frame.locale)
  return acts.map((act) => (
    <Form action={issueActPath(issue.id, act)}>
      <Actions>
        <Button kind={act === 'stop' ? 'danger' : 'quiet'}>{t(`sent.${act}`)}</Button>
      </Actions>
    </Form>
  ))
}

function figures({ frame, progress, sending }: SentProps) {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const all = {
    waiting: progress.waiting + sending.toQueue,
    sent: progress.sent,
    failed: progress.failed,
    unknown: progress.unknown,
    suppressed: progress.suppressed,
    returned: sending.returned,
    complained: sending.complained,
    gone: sending.gone,
  }
  const always = ['waiting', 'sent', 'returned', 'gone']
  return (Object.keys(all) as (keyof typeof all)[])
    .filter((name) => all[name] > 0 || always.includes(name))
    .map((name) => ({ term: t(`sent.${name}`), detail: say.number(all[name]) }))
}
