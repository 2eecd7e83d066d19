import type { FormState } from '../../../platform/forms.ts'
import type { NewFactor } from '../../../platform/sign-in/index.ts'
import { Actions, Button, Form, type Frame, Notice, Page, Qr } from '../../../ui/index.ts'
import { beginSecondFactorPath, confirmSecondFactorPath, settingsPath } from '../paths.ts'
import { words } from '../words.ts'

import { CodeField, codeInWords } from './sign-in.tsx'

type Props = {
  frame: Frame
  /** Their roles rest until it is set up. */
  isDemanded: boolean
}

/** What a second factor is, and the button that makes one. */
export const NoFactorPage = ({ frame, isDemanded }: Props) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('factor.title')} lead={t('factor.lead')}>
      {isDemanded ? <Demanded frame={frame} /> : null}
      <p>{t('factor.need')}</p>
      <Form action={beginSecondFactorPath}>
        <Actions>
          <Button kind="primary">{t('factor.begin')}</Button>
          <a href={settingsPath}>{t('back-to-me')}</a>
        </Actions>
      </Form>
    </Page>
  )
}

/** Three steps on one page: the app, the backup codes, the first code. */
export const NewFactorPage = (
  props: Props & { email: string; factor: NewFactor; errors: FormState['errors'] },
) => {
  const { frame, isDemanded, email, factor, errors } = props
  const t = words(frame.locale)
  const { field, faults } = codeInWords(frame, errors)
  const issuer = frame.site.shortName
  return (
    <Page frame={frame} title={t('factor.title')} faults={faults}>
      {isDemanded ? <Demanded frame={frame} /> : null}
      <h2>{t('factor.step.app')}</h2>
      <p>{t('factor.step.app.text')}</p>
      <Qr text={keyAddress(issuer, email, factor.secret)} label={t('factor.qr')} />
      <p>
        {t('factor.secret')} <code dir="ltr">{inFours(factor.secret)}</code>
      </p>
      <h2>{t('factor.step.backup')}</h2>
      <p>{t('factor.step.backup.text')}</p>
      <ul class="codes">
        {factor.backupCodes.map((code) => (
          <li>
            <code dir="ltr">{code}</code>
          </li>
        ))}
      </ul>
      <h2>{t('factor.step.code')}</h2>
      <Form action={confirmSecondFactorPath}>
        <CodeField hint={t('factor.code.hint')} {...field('code')} />
        <Actions>
          <Button kind="primary">{t('factor.confirm')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

/** It is on. Its codes are not shown again. */
export const FactorOnPage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('factor.title')} lead={t('factor.on')}>
      <p>{t('factor.on.lost')}</p>
      <p>
        <a href={settingsPath}>{t('back-to-me')}</a>
      </p>
    </Page>
  )
}

const Demanded = ({ frame }: { frame: Frame }) => (
  <Notice tone="warning" title={words(frame.locale)('factor.demanded.title')}>
    {words(frame.locale)('factor.demanded.text')}
  </Notice>
)

/** What apps for codes read. @source https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
function keyAddress(issuer: string, email: string, secret: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}

const inFours = (secret: string) => secret.replace(/.{4}(?=.)/g, '$& ')
