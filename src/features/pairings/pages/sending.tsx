import { formats } from '../../../platform/formats.ts'
import type { CampaignProgress } from '../../../platform/mail/index.ts'
import { Button, Form, type Frame, Live, Notice, Progress } from '../../../ui/index.ts'
import { campaignMailsPath } from '../paths.ts'
import { words } from '../words.ts'

type SendingProps = {
  frame: Frame
  progress: CampaignProgress
  /** The page that shows it, and the address of the release, under which are `/progress`, `/stop` and `/resume`. */
  page: string
  release: string
}

/** How far the introductions of a release are, with a way to stop and to go on. */
export const Sending = ({ frame, progress, page, release }: SendingProps) => {
  const t = words(frame.locale)
  return (
    <>
      {progress.waiting > 0 && !progress.stoppedAt ? (
        <Live src={`${release}/progress`}>
          <ReleaseProgress frame={frame} page={page} progress={progress} />
        </Live>
      ) : (
        <ReleaseProgress frame={frame} page={page} progress={progress} />
      )}
      {progress.waiting > 0 ? (
        <Form action={`${release}/${progress.stoppedAt ? 'resume' : 'stop'}`}>
          <p class="hint">{t(progress.stoppedAt ? 'released.resume.hint' : 'released.stop.hint')}</p>
          <Button kind={progress.stoppedAt ? 'primary' : 'danger'}>
            {t(progress.stoppedAt ? 'released.resume' : 'released.stop', { count: progress.waiting })}
          </Button>
        </Form>
      ) : null}
    </>
  )
}

/** The fragment that `Live` asks for; the page shows it as well. */
export const ReleaseProgress = ({ frame, page, progress }: Omit<SendingProps, 'release'>) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, 'UTC')
  const { sent, total, waiting, failed, suppressed, unknown } = progress
  const isDone = waiting === 0
  const troubles = (['failed', 'suppressed', 'unknown'] as const).filter((state) => progress[state] > 0)
  const mails = (
    <a id="sending-mails" href={campaignMailsPath(progress.id)}>
      {t('released.mails')}
    </a>
  )
  return (
    <div data-done={isDone || progress.stoppedAt ? '' : undefined} data-onward={isDone ? page : undefined}>
      <Progress
        label={t(
          progress.stoppedAt && !isDone ? 'released.stopped' : isDone ? 'released.done' : 'released.sending',
        )}
        done={sent + failed + suppressed + unknown}
        total={total}
        text={t('released.of', { sent: f.number(sent), total })}
        note={
          isDone ? (
            mails
          ) : (
            <a id="sending-reload" href={page}>
              {t('released.reload')}
            </a>
          )
        }
      />
      {troubles.length > 0 ? (
        <Notice tone="warning" title={t('released.trouble')}>
          <ul>
            {troubles.map((state) => (
              <li>{t(`released.${state}`, { count: progress[state] })}</li>
            ))}
          </ul>
          {isDone ? null : <p>{mails}</p>}
        </Notice>
      ) : null}
    </div>
  )
}
