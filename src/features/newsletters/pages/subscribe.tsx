import type { Child } from 'hono/jsx'
import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, Page } from '../../../ui/index.ts'
import { archivePath, confirmPath, subscribePath } from '../paths.ts'
import { rhythms } from '../rhythm.ts'
import { words } from '../words.ts'

export const inWords = ({ locale }: Frame, form: FormState) => {
  const t = words(locale)
  const labels = { email: t('field.email'), rhythm: t('field.rhythm'), locale: t('field.locale') }
  return formInWords(locale, labels, form, errorWords(words, locale))
}

/** How often, and in which language. */
export const Choices = ({
  frame,
  form,
  offered,
}: {
  frame: Frame
  form: FormState
  offered: readonly string[]
}) => {
  const t = words(frame.locale)
  const { field } = inWords(frame, form)
  const say = formats(frame.locale, 'UTC')
  return (
    <>
      <Field
        type="radios"
        {...field('rhythm')}
        options={rhythms.map((value) => ({
          value,
          label: t(`rhythm.${value}`),
          hint: t(`rhythm.${value}.hint`),
        }))}
      />
      <Field
        type="select"
        width="medium"
        hint={t('field.locale.hint')}
        {...field('locale')}
        options={offered.map((value) => ({ value, label: say.language(value) }))}
      />
    </>
  )
}

type SubscribeProps = {
  frame: Frame
  form: FormState
  offered: readonly string[]
  /** Other ways to follow the blog. */
  others: Child
}

/** Subscribing, on a page of its own. */
export const SubscribePage = ({ frame, form, offered, others }: SubscribeProps) => {
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form)
  return (
    <Page
      frame={frame}
      title={t('subscribe.title')}
      lead={t('subscribe.lead')}
      faults={faults}
      head={<meta name="description" content={t('subscribe.lead')} />}
    >
      <Form action={subscribePath}>
        <Field type="email" dir="ltr" autocomplete="email" hint={t('field.email.hint')} {...field('email')} />
        <Choices {...{ frame, form, offered }} />
        <Actions>
          <Button kind="primary">{t('subscribe.button')}</Button>
        </Actions>
      </Form>
      <p>
        <a href={archivePath}>{t('archive.link')}</a>
      </p>
      {others}
    </Page>
  )
}

/** Below a post: the address alone; how often is said and can be chosen on the page it leads to. */
export const SubscribeBelow = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  const { field } = inWords(frame, { values: {}, errors: {} })
  return (
    <section class="subscribe-below no-print" data-living>
      <h2>{t('below.title')}</h2>
      <p>
        {t('below.lead')} <a href={subscribePath}>{t('below.more')}</a>
      </p>
      <Form action={subscribePath}>
        <Field
          type="email"
          dir="ltr"
          id="newsletter-email"
          autocomplete="email"
          hint={t('field.email.hint')}
          {...field('email')}
        />
        <Actions>
          <Button>{t('subscribe.button')}</Button>
        </Actions>
      </Form>
    </section>
  )
}

/** After an address was left: the same for every address. */
export const AskedPage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('asked.title')} lead={t('asked.lead')} isUnlisted>
      <p>
        {t('asked.nothing')} <a href={subscribePath}>{t('asked.again')}</a>
      </p>
    </Page>
  )
}

type ConfirmProps = { frame: Frame; secret: string; email: string }

/** Where the emailed link leads: a button, because programs that look at emails open links, and press none. */
export const ConfirmPage = ({ frame, secret, email }: ConfirmProps) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('confirm.title')} lead={t('confirm.lead', { email })} isUnlisted>
      <Form action={confirmPath(secret)}>
        <Actions>
          <Button kind="primary">{t('confirm.button')}</Button>
        </Actions>
      </Form>
      <p class="hint">{t('confirm.unchanged')}</p>
    </Page>
  )
}
