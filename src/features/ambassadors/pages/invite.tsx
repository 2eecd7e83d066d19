import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { platformWords, refusalOrErrorWords } from '../../../platform/say.ts'
import { locales } from '../../../platform/words.ts'
import { Actions, Button, Field, Form, type Frame, Page } from '../../../ui/index.ts'
import { signInPath } from '../../people/index.ts'
import { invitedDays } from '../invitation.ts'
import { acceptPath, countryPath, invitePath } from '../paths.ts'
import { words } from '../words.ts'
import { CountryFrame, type Place } from './frame.tsx'

/** Asks somebody to speak for a country. */
export const InvitePage = ({ form, ...place }: Place & { form: FormState }) => {
  const { frame, country } = place
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const labels = {
    ...{ name: t('invite.name'), email: t('invite.email') },
    ...{ locale: t('invite.locale'), endsOn: t('invite.endsOn') },
  }
  const { field, faults } = formInWords(frame.locale, labels, form, refusalOrErrorWords(words, frame.locale))
  const languages = locales.map((value) => ({ value, label: say.language(value) }))
  return (
    <CountryFrame
      {...place}
      view="numbers"
      title={t('invite.title', { country: say.country(country) })}
      lead={t('invite.lead', { days: invitedDays })}
      faults={faults}
    >
      <Form action={invitePath(country)}>
        <Field type="text" dir="auto" autocomplete="off" {...field('name')} />
        <Field type="email" dir="ltr" autocomplete="off" {...field('email')} />
        <Field type="select" hint={t('invite.locale.hint')} options={languages} {...field('locale')} />
        <Field
          type="date"
          width="medium"
          hint={t('invite.endsOn.hint')}
          optional={t('optional')}
          {...field('endsOn')}
        />
        <Actions>
          <Button kind="primary">{t('invite.button')}</Button>
          <a href={countryPath(country)}>{platformWords(frame.locale)('cancel')}</a>
        </Actions>
      </Form>
    </CountryFrame>
  )
}

type AcceptProps = { frame: Frame; secret: string; country: string; name: string; endsOn: string | null }

/** Where the emailed link leads: a button, because programs that look at emails open links, and press none. */
export const AcceptPage = ({ frame, secret, country, name, endsOn }: AcceptProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <Page
      frame={frame}
      title={t('accept.title', { country: say.country(country) })}
      lead={t('accept.lead', { name })}
    >
      <ul>
        <li>{t('accept.what.numbers')}</li>
        <li>{t('accept.what.kit')}</li>
        <li>{t('accept.what.contacts')}</li>
      </ul>
      <p>{endsOn ? t('accept.until', { day: say.shortDay(endsOn) }) : t('accept.open')}</p>
      <Form action={acceptPath(secret)}>
        <Actions>
          <Button kind="primary">{t('accept.button')}</Button>
        </Actions>
      </Form>
      <p class="hint">{t('accept.unchanged')}</p>
    </Page>
  )
}

/** After the button: the way in. */
export const AcceptedPage = ({ frame, country, email }: { frame: Frame; country: string; email: string }) => {
  const t = words(frame.locale)
  const named = formats(frame.locale, 'UTC').country(country)
  const next = `${signInPath}?next=${encodeURIComponent(countryPath(country))}`
  return (
    <Page frame={frame} title={t('accepted.title', { country: named })} lead={t('accepted.lead', { email })}>
      <p>
        <a href={next}>{t('accepted.link')}</a>
      </p>
    </Page>
  )
}
