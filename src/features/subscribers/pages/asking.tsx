import type { FormState } from '../../../platform/forms.ts'
import { formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, Page } from '../../../ui/index.ts'
import { nextCallPath, type Round, roundInText, roundPath } from '../../rounds/index.ts'
import { askPath, confirmPath } from '../paths.ts'
import { words } from '../words.ts'

type AskProps = { frame: Frame; form: FormState }

/** One field: where to write when one can apply. */
const Ask = ({ frame, form }: AskProps) => {
  const t = words(frame.locale)
  const { field } = inWords(frame, form)
  return (
    <Form action={askPath}>
      <Field type="email" dir="ltr" autocomplete="email" hint={t('ask.hint')} {...field('email')} />
      <Actions>
        <Button>{t('ask.button')}</Button>
      </Actions>
    </Form>
  )
}

const inWords = ({ locale }: Frame, form: FormState) =>
  formInWords(locale, { email: words(locale)('ask.label') }, form, errorWords(words, locale))

/** The field, on pages of others that say that nobody can apply now. */
export const AskPart = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('ask.title')}</h2>
      <p>{t('ask.lead')}</p>
      <Ask frame={frame} form={{ values: {}, errors: {} }} />
    </section>
  )
}

type NextCallProps = AskProps & {
  calls: readonly Round[]
  /** Of a reader who waits: their address, and the way to stop. */
  waiting: { email: string; stop: string } | null
}

/** The field on a page of its own; for who waits already, that they do. */
export const NextCallPage = ({ frame, form, calls, waiting }: NextCallProps) => {
  const t = words(frame.locale)
  const isOpen = calls.length > 0
  return (
    <Page
      frame={frame}
      title={t('ask.title')}
      lead={t(isOpen ? 'ask.open' : 'ask.lead')}
      faults={inWords(frame, form).faults}
    >
      <Calls calls={calls} frame={frame} />
      {waiting ? <OnTheList {...{ frame, isOpen, ...waiting }} /> : null}
      {waiting || isOpen ? null : <Ask frame={frame} form={form} />}
    </Page>
  )
}

const Calls = ({ frame, calls }: { frame: Frame; calls: readonly Round[] }) =>
  calls.map((round) => (
    <p>
      <a href={roundPath(round.code)}>
        {words(frame.locale)('ask.open.link', { round: roundInText(frame.locale, round) })}
      </a>
    </p>
  ))

type OnTheListProps = { frame: Frame; email: string; stop: string; isOpen: boolean }

const OnTheList = ({ frame, email, stop, isOpen }: OnTheListProps) => {
  const t = words(frame.locale)
  return (
    <>
      {isOpen ? null : <p>{t('ask.on', { email })}</p>}
      <p>
        <a href={stop}>{t('stop')}</a>
      </p>
    </>
  )
}

/** After an address was left: the same for every address. */
export const AskedPage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('asked.title')} lead={t('asked.lead')}>
      <p>
        {t('asked.nothing')} <a href={nextCallPath}>{t('asked.again')}</a>
      </p>
    </Page>
  )
}

type ConfirmProps = { frame: Frame; secret: string; email: string }

/** Where the emailed link leads: a button, because programs that look at emails open links, and press none. */
export const ConfirmPage = ({ frame, secret, email }: ConfirmProps) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('confirm.title')} lead={t('confirm.lead', { email })}>
      <p>{t('ask.hint')}</p>
      <Form action={confirmPath(secret)}>
        <Actions>
          <Button kind="primary">{t('confirm.button')}</Button>
        </Actions>
      </Form>
      <p class="hint">{t('confirm.unchanged')}</p>
    </Page>
  )
}

type DoneProps = { frame: Frame; email: string; stop: string; calls: readonly Round[] }

export const DonePage = ({ frame, calls, ...waiting }: DoneProps) => {
  const t = words(frame.locale)
  const isOpen = calls.length > 0
  return (
    <Page frame={frame} title={t('done.title')} lead={isOpen ? t('done.open') : undefined}>
      <Calls calls={calls} frame={frame} />
      <OnTheList {...{ frame, isOpen, ...waiting }} />
    </Page>
  )
}
