import type { FormState } from '../../../platform/forms.ts'
import { Actions, Button, Form, type Frame, Page } from '../../../ui/index.ts'
import { confirmLinkPath, confirmPath } from '../paths.ts'
import { words } from '../words.ts'
import { CodeField, codeInWords } from './sign-in.tsx'

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
