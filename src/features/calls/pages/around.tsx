import type { FormState } from '../../../platform/forms.ts'
import { Actions, AfterSaving, Button, ButtonLink, Field, Form, type Frame, Page } from '../../../ui/index.ts'
import { deadline, phaseOf, type Round, roundInText, roundPath, roundTitle } from '../../rounds/index.ts'
import { keptForDays } from '../draft.ts'
import { applyPath, confirmPath, denyPath, emailLinkPath, formPath, openPath } from '../paths.ts'
import { inWords, voiceIn } from './voice.ts'

type ClosedProps = { frame: Frame; round: Round; zone: string; hasDraft: boolean }

/** Nothing can be sent: not yet, or not any more. What was typed is kept. */
export const ClosedPage = ({ frame, round, zone, hasDraft }: ClosedProps) => {
  const { t, say } = voiceIn(frame.locale, zone)
  const isToCome = phaseOf(round, frame.now) === 'upcoming'
  const text = isToCome
    ? t('late.upcoming', { round: roundInText(frame.locale, round), from: say.instant(round.applyFrom) })
    : t('late.text', { round: roundInText(frame.locale, round), until: deadline(frame.locale, round, zone) })
  return (
    <Page frame={frame} title={isToCome ? roundTitle(frame.locale, round) : t('late.title')} lead={text}>
      {hasDraft ? <p>{t('late.kept', { days: keptForDays })}</p> : null}
      <p>
        <a href={roundPath(round.code)}>{t('late.round', { round: roundInText(frame.locale, round) })}</a>
      </p>
    </Page>
  )
}

/** By what somebody comes back to their draft: their account, a browser of their own, or one until it is closed. */
type KeptBy = 'account' | 'device' | 'window'
type LaterProps = { frame: Frame; round: Round; zone: string; form: FormState; kept: KeptBy }

/** All is saved; a link that opens it elsewhere goes out when it is asked for. */
export const LaterPage = ({ frame, round, zone, form, kept }: LaterProps) => {
  const { t } = voiceIn(frame.locale)
  const { field, faults } = inWords(frame.locale, form, { email: t('later.email') })
  return (
    <Page frame={frame} title={t('later.title')} lead={t('later.lead', { kept })} faults={faults}>
      <p>{t('later.deadline', { until: deadline(frame.locale, round, zone) })}</p>
      <Form action={emailLinkPath(round.code)}>
        <Field
          type="email"
          dir="ltr"
          autocomplete="email"
          hint={t('later.email.hint', { kept })}
          {...field('email')}
        />
        <Actions>
          <Button kind="primary">{t('later.send')}</Button>
          <a href={applyPath(round.code)}>{t('later.on')}</a>
        </Actions>
      </Form>
      <AfterSaving />
    </Page>
  )
}

type LinkProps = { frame: Frame; round: Round; secret: string }

/**
 * Where the emailed link leads: a button, because programs that look at emails open links, and press none.
 *
 * @param as the address of someone who is signed in, to whom the draft will belong
 */
export const ResumePage = ({ frame, round, secret, as }: LinkProps & { as: string | null }) => {
  const { t } = voiceIn(frame.locale)
  return (
    <Page
      frame={frame}
      title={t('resume.title')}
      lead={t('resume.lead', { round: roundInText(frame.locale, round) })}
    >
      {as === null ? null : <p>{t('resume.as', { email: as })}</p>}
      <Form action={openPath(secret)}>
        <Actions>
          <Button kind="primary">{t('resume.button')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

type ConfirmProps = LinkProps & {
  /** Of the application. */
  email: string
  /** Of someone who is signed in, whoever that is. */
  as: string | null
  /** Whose account it joins: that of its reader, another, or one that is opened by it. */
  whose: 'own' | 'known' | 'new'
}

/** Whether an application is that of the one who reads the mail of its address, and to which account it leads. */
export const ConfirmPage = ({ frame, round, secret, email, as, whose }: ConfirmProps) => {
  const { t } = voiceIn(frame.locale)
  const known = as === null ? t('confirm.known', { email }) : t('confirm.known-other', { email, as })
  const opened = as === null ? t('confirm.new', { email }) : t('confirm.new-other', { email, as })
  return (
    <Page
      frame={frame}
      title={t('confirm.title')}
      lead={t('confirm.lead', { round: roundInText(frame.locale, round) })}
    >
      {whose === 'own' ? null : <p>{whose === 'known' ? known : opened}</p>}
      <Form action={confirmPath(secret)}>
        <Actions>
          <Button kind="primary">{t('confirm.yes')}</Button>
        </Actions>
      </Form>
      <Form action={denyPath(secret)}>
        <p>{t('confirm.no.text')}</p>
        <Actions>
          <Button>{t('confirm.no')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

/** To whoever sent an application whose address is somebody else's, as that other said. */
export const DeniedPage = ({
  frame,
  round,
  zone,
  isOpen,
}: Omit<ClosedProps, 'hasDraft'> & { isOpen: boolean }) => {
  const { t } = voiceIn(frame.locale)
  const named = { round: roundInText(frame.locale, round) }
  const until = deadline(frame.locale, round, zone)
  return (
    <Page frame={frame} title={t('denied.title')} lead={t('denied.lead', named)}>
      <p>{t('denied.kept')}</p>
      {isOpen ? (
        <>
          <p>{t('denied.slip', { until })}</p>
          <Actions>
            <ButtonLink href={formPath(round.code, 'you')}>{t('denied.again')}</ButtonLink>
          </Actions>
        </>
      ) : (
        <p>{t('denied.late', { ...named, until })}</p>
      )}
      <AfterSaving all />
    </Page>
  )
}
