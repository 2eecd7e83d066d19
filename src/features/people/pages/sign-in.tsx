import { formats } from '../../../platform/formats.ts'
import { type FormField, type FormState, freshForm } from '../../../platform/forms.ts'
import { linkMinutes } from '../../../platform/sign-in/index.ts'
import { Actions, Button, Facts, Field, Form, type Frame, Notice, Page } from '../../../ui/index.ts'
import { codePath, linkPath, signInPath } from '../paths.ts'
import type { AskedFrom } from '../queries/links.ts'
import { words } from '../words.ts'
import { deviceName } from './device.ts'
import { inWords } from './form.ts'

/** One field: the address a link goes to. `next` is where the reader wanted to go. */
export const SignInPage = ({ frame, next, form }: { frame: Frame; next: string; form: FormState }) => {
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, { email: t('sign-in.email') })
  return (
    <Page frame={frame} title={t('sign-in.title')} lead={t('sign-in.lead')} faults={faults}>
      <Form action={signInPath} hidden={{ next }}>
        <Field
          type="email"
          hint={t('sign-in.email.hint')}
          autocomplete="email"
          dir="ltr"
          {...field('email')}
        />
        <Actions>
          <Button kind="primary">{t('sign-in.send')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

/** The same for everyone, known or not. `mailbox` is where mail lands on a machine of one's own. */
export const SentPage = ({ frame, mailbox }: { frame: Frame; mailbox: string | null }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('sent.title')} lead={t('sent.lead', { minutes: linkMinutes })}>
      <LocalMailbox frame={frame} mailbox={mailbox} />
      <h2>{t('sent.nothing.title')}</h2>
      <ul>
        <li>{t('sent.nothing.spam')}</li>
        <li>{t('sent.nothing.address')}</li>
        <li>{t('sent.nothing.stranger')}</li>
      </ul>
      <p>
        <a href={signInPath}>{t('sent.again')}</a>
      </p>
    </Page>
  )
}

/** Where emails land on a machine of one's own. */
export const LocalMailbox = ({ frame, mailbox }: { frame: Frame; mailbox: string | null }) => {
  const t = words(frame.locale)
  return mailbox ? (
    <Notice title={t('sent.demo.title')} actions={<a href={mailbox}>{t('sent.demo.link')}</a>}>
      {t('sent.demo.text')}
    </Notice>
  ) : null
}

type LinkProps = {
  frame: Frame
  secret: string
  next: string
  /** Undefined for a link that nobody asked for here. */
  asked: AskedFrom | undefined
}

/**
 * Where a link leads: it is used by the button alone, so that a mail scanner that follows it uses up nothing. Whoever asked
 * for it elsewhere recognises when and with what, and anyone else that it is not theirs.
 */
export const LinkPage = (props: LinkProps) => {
  const { frame, secret, next, asked } = props
  const t = words(frame.locale)
  const site = frame.site.name
  return (
    <Page frame={frame} title={t('link.title')} lead={t('link.lead', { site })}>
      {asked ? (
        <Facts
          facts={[
            { term: t('link.asked'), detail: formats(frame.locale, asked.zone).instant(asked.requestedAt) },
            { term: t('link.device'), detail: deviceName(frame, asked.userAgent) },
          ]}
        />
      ) : null}
      <Form action={linkPath(secret)} hidden={{ next }}>
        <Actions>
          <Button kind="primary">{t('link.button')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

/** A link or a sign-in that does not work any more, and the way to a new one. */
export const OverPage = ({ frame, why, again }: { frame: Frame; why: 'link' | 'code'; again: string }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t(`over.${why}.title`)} lead={t(`over.${why}.text`)}>
      <p>
        <a class="button primary" href={again}>
          {t('over.again')}
        </a>
      </p>
    </Page>
  )
}

/** Asks for the second factor: a code of the app, or a backup code. */
export const CodePage = (props: { frame: Frame; next: string; errors: FormState['errors'] }) => {
  const { frame, next, errors } = props
  const t = words(frame.locale)
  const { field, faults } = codeInWords(frame, errors)
  return (
    <Page frame={frame} title={t('code.title')} lead={t('code.lead')} faults={faults}>
      <Form action={codePath} hidden={{ next }}>
        <CodeField hint={t('code.hint')} {...field('code')} />
        <Actions>
          <Button kind="primary">{t('code.submit')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

/** A code is never shown again: it is good for half a minute. */
export const codeInWords = (frame: Frame, errors: FormState['errors']) =>
  inWords(frame, { ...freshForm(), errors }, { code: words(frame.locale)('code.field') })

export const CodeField = (props: FormField & { hint: string }) => (
  <Field type="text" {...props} width="short" autocomplete="one-time-code" dir="ltr" />
)
