import { formats } from '../../../platform/formats.ts'
import { confirmWords } from '../../../platform/say.ts'
import { Actions, Button, Form, type Frame, Page } from '../../../ui/index.ts'
import { takeBackPath } from '../paths.ts'
import type { OpenChange } from '../queries/address-changes.ts'
import { words } from '../words.ts'

/** What comes of taking a change of address back, before it is done: looking changes nothing. */
export const TakeBackPage = (props: { frame: Frame; secret: string; change: OpenChange }) => {
  const { frame, secret, change } = props
  const t = words(frame.locale)
  const at = formats(frame.locale, change.zone).instant(change.changedAt)
  const site = frame.site.name
  return (
    <Page frame={frame} title={t('take-back.title')} lead={t('take-back.lead', { site, at })}>
      <h2>{confirmWords(frame.locale).what}</h2>
      <ul>
        <li>{t('take-back.address', { email: change.fromEmail })}</li>
        <li>{t('take-back.sessions')}</li>
        <li>{t('take-back.later')}</li>
      </ul>
      <Form action={takeBackPath(secret)}>
        <Actions>
          <Button kind="primary">{t('take-back.button')}</Button>
        </Actions>
      </Form>
      <p>{t('take-back.not')}</p>
    </Page>
  )
}
