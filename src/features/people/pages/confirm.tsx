import type { FormState } from '../../../platform/forms.ts'
import { linkMinutes } from '../../../platform/sign-in/index.ts'
import { Actions, Button, Form, type Frame, Page } from '../../../ui/index.ts'
import { confirmLinkPath, confirmPath, goingOn } from '../paths.ts'
import { words } from '../words.ts'
import { CodeField, codeInWords, LocalMailbox } from './sign-in.tsx'

type ConfirmProps = {
  frame: Frame
  /** Where to go on to. */
  next: string
  email: string
  hasFactor: boolean
  errors: FormState['errors']
}

/** Asks again who is asking: by a code of the app, or by a new link for those who have none. */
export const ConfirmPage = (props: ConfirmProps) => {
  const { frame, next, email, hasFactor, errors } = props
  const t = words(frame.locale)
  const { field, faults } = codeInWords(frame, errors)
  return (
    <Page frame={frame} title={t('confirm.title')} lead={t('confirm.lead')} faults={faults}>
      {hasFactor ? (
        <Form action={confirmPath} hidden={{ next }}>
          <CodeField hint={t('confirm.code.hint')} {...field('code')} />
          <Actions>
            <Button kind="primary">{t('confirm.submit')}</Button>
            <a href={next}>{t('confirm.back')}</a>
          </Actions>
        </Form>
      ) : null}
      {hasFactor ? <h2>{t('confirm.no-app')}</h2> : null}
      <p>{t(hasFactor ? 'confirm.no-app.text' : 'confirm.link', { email })}</p>
      <Form action={confirmLinkPath} hidden={{ next }}>
        <Actions>
          <Button kind={hasFactor ? undefined : 'primary'}>{t('confirm.send')}</Button>
          {hasFactor ? null : <a href={next}>{t('confirm.back')}</a>}
        </Actions>
      </Form>
    </Page>
  )
}

type SentProps = Pick<ConfirmProps, 'frame' | 'next' | 'email'> & { mailbox: string | null }

/** To somebody who is signed in, whom we know: where the link went, and what it leads back to. */
export const ConfirmSentPage = ({ frame, next, email, mailbox }: SentProps) => {
  const t = words(frame.locale)
  return (
    <Page
      frame={frame}
      title={t('sent.title')}
      lead={t('confirm.sent.lead', { email, minutes: linkMinutes })}
    >
      <LocalMailbox frame={frame} mailbox={mailbox} />
      <h2>{t('sent.nothing.title')}</h2>
      <ul>
        <li>{t('sent.nothing.spam')}</li>
        <li>{t('confirm.sent.address')}</li>
      </ul>
      <p>
        <a href={goingOn(confirmPath, next)}>{t('confirm.sent.again')}</a>
      </p>
    </Page>
  )
}
