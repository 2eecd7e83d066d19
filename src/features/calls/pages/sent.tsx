import { confirmWords } from '../../../platform/say.ts'
import {
  Actions,
  AfterSaving,
  Button,
  ButtonLink,
  Confirm,
  Form,
  type Frame,
  Notice,
  Page,
} from '../../../ui/index.ts'
import { mayWithdraw, type OwnApplication, tellApplication } from '../../applications/index.ts'
import { deadline, type Round, roundInText } from '../../rounds/index.ts'
import { checkPath, claimPath, forgetPath, formPath, sentPath, withdrawPath } from '../paths.ts'
import { type Voice, voiceIn } from './voice.ts'

export type SentProps = {
  frame: Frame
  round: Round
  zone: string
  /** What became of it. To somebody who has not confirmed the address, only that it came. */
  application: OwnApplication
  /** Where the question to confirm went; null when the application is known to be the reader's. */
  confirm: { email: string } | null
  isSignedIn: boolean
  isOpen: boolean
  hasUnsent: boolean
}

/** What became of one's application, and what one can do about it. */
export const SentPage = (props: SentProps) => {
  const { frame, round, zone, application, isOpen, isSignedIn } = props
  const voice = voiceIn(frame.locale, zone)
  const { t } = voice
  const isWithdrawn = application.state === 'taken-back'
  return (
    <Page frame={frame} title={t('sent.title', { round: roundInText(frame.locale, round) })}>
      <Standing {...props} voice={voice} />
      {props.hasUnsent && isOpen ? <Notice tone="warning">{t('sent.unsent')}</Notice> : null}
      {isOpen ? (
        <>
          <Actions>
            <ButtonLink href={checkPath(round.code)}>
              {t(isWithdrawn ? 'sent.again' : 'sent.change')}
            </ButtonLink>
          </Actions>
          <p class="hint">
            {t(isWithdrawn ? 'withdraw.undo.text' : 'sent.change.until', {
              until: deadline(frame.locale, round, zone),
            })}
          </p>
        </>
      ) : null}
      {mayWithdraw(application) ? (
        <p>
          <a href={withdrawPath(round.code)}>{t('sent.withdraw')}</a>
        </p>
      ) : null}
      {isSignedIn ? null : (
        <Form action={forgetPath(round.code)}>
          <Actions>
            <Button>{t('sent.forget')}</Button>
          </Actions>
        </Form>
      )}
      <AfterSaving all />
    </Page>
  )
}

const Standing = ({
  frame,
  round,
  zone,
  application,
  confirm,
  isSignedIn,
  voice,
}: SentProps & { voice: Voice }) => {
  const { t, say } = voice
  const sent = say.instant(application.submittedAt)
  if (application.state === 'unconfirmed' && isSignedIn)
    return <Claim {...{ round, sent, voice }} id={application.id} />
  if (confirm && application.state === 'unconfirmed')
    return (
      <Notice title={t('sent.confirm')}>
        <p>{t('sent.confirm.text', { sent, email: confirm.email })}</p>
        <p>{t('sent.nothing')}</p>
        <p>
          <a href={formPath(round.code, 'you')}>{t('sent.nothing.link')}</a>
        </p>
      </Notice>
    )
  const { title, text } = tellApplication(application, round, { locale: frame.locale, zone, now: frame.now })
  return <Notice title={title}>{text}</Notice>
}

const Claim = ({
  round,
  sent,
  id,
  voice: { t, locale },
}: {
  round: Round
  sent: string
  id: string
  voice: Voice
}) => (
  <Notice title={t('sent.claim')}>
    <p>{t('sent.claim.text', { round: roundInText(locale, round), sent })}</p>
    <Form action={claimPath(round.code)} hidden={{ id }}>
      <Actions>
        <Button kind="primary" name="isMine" value="yes">
          {t('sent.claim.yes')}
        </Button>
        <Button name="isMine" value="no">
          {t('sent.claim.no')}
        </Button>
      </Actions>
    </Form>
  </Notice>
)

/** Asks before an application is withdrawn. */
export const WithdrawPage = ({
  frame,
  round,
  zone,
  isOpen,
}: Pick<SentProps, 'frame' | 'round' | 'zone' | 'isOpen'>) => {
  const { t } = voiceIn(frame.locale)
  const until = deadline(frame.locale, round, zone)
  return (
    <Page frame={frame} title={t('withdraw.title')}>
      <Confirm
        action={withdrawPath(round.code)}
        words={confirmWords(frame.locale)}
        what={[t('withdraw.what.1', { round: roundInText(frame.locale, round) }), t('withdraw.what.2')]}
        whom={t('withdraw.whom.text')}
        undo={isOpen ? t('withdraw.undo.text', { until }) : t('withdraw.undo.late')}
        button={t('sent.withdraw')}
        danger
        cancel={{ href: sentPath(round.code), label: t('form.back') }}
      />
    </Page>
  )
}
