import type { FormState } from '../../../platform/forms.ts'
import { Actions, Button, Field, Form, type Frame, Page } from '../../../ui/index.ts'
import { changeEmailPath, confirmEmailPath, settingsPath } from '../paths.ts'
import { words } from '../words.ts'
import { inWords } from './form.ts'

/** Asks for another address. */
export const ChangeEmailPage = (props: { frame: Frame; email: string; form: FormState }) => {
  const { frame, email, form } = props
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, { email: t('me.email.new') })
  return (
    <Page frame={frame} title={t('me.email.change')} lead={t('me.email.lead', { email })} faults={faults}>
      <Form action={changeEmailPath}>
        <Field
          type="email"
          hint={t('me.email.new.hint')}
          autocomplete="email"
          dir="ltr"
          {...field('email')}
        />
        <Actions>
          <Button kind="primary">{t('me.email.send')}</Button>
          <a href={settingsPath}>{t('back-to-me')}</a>
        </Actions>
      </Form>
    </Page>
  )
}

/** Where the link of the mail leads: the button changes the address, looking does not. */
export const ConfirmEmailPage = ({ frame, token }: { frame: Frame; token: string }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('me.email.confirm.title')} lead={t('me.email.confirm.lead')}>
      <Form action={confirmEmailPath(token)}>
        <Actions>
          <Button kind="primary">{t('me.email.confirm')}</Button>
          <a href={settingsPath}>{t('back-to-me')}</a>
        </Actions>
      </Form>
    </Page>
  )
}
