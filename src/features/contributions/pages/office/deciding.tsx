import { formats } from '../../../../platform/formats.ts'
import { platformWords } from '../../../../platform/say.ts'
import { Actions, Button, Disclosure, Field, Form } from '../../../../ui/index.ts'
import { PlaceField } from '../../../posts/index.ts'
import { actPath } from '../../paths.ts'
import { words } from '../../words.ts'
import type { WithFields } from './props.ts'

/** Accepting, asking for changes, declining: each with a word to its author, who reads it in the email. */
export const Deciding = (props: WithFields) => {
  const t = words(props.frame.locale)
  return (
    <section>
      <h2>{t('decide.title')}</h2>
      <p>{t('decide.language', { language: languageOf(props) })}</p>
      <Accepting {...props} />
      <Asking {...props} />
      <Declining {...props} />
    </section>
  )
}

const languageOf = ({ frame, contribution }: WithFields) =>
  formats(frame.locale, 'UTC').language(contribution.locale)

const Accepting = ({ frame, contribution, rounds, field }: WithFields) => {
  const t = words(frame.locale)
  const optional = platformWords(frame.locale)('form.optional')
  const { id, revision, locale } = contribution
  return (
    <Disclosure
      summary={t('do.accept.title')}
      open={Boolean(field('place').error ?? field('acceptWord').error)}
    >
      <Form action={actPath(id, 'accept')} hidden={{ revision: String(revision) }}>
        <p>{t('do.accept.text')}</p>
        <PlaceField {...{ frame, rounds }} field={field('place')} />
        <Field
          type="textarea"
          rows={4}
          optional={optional}
          lang={locale}
          hint={t('field.acceptWord.hint')}
          {...field('acceptWord')}
        />
        <Actions>
          <Button kind="primary">{t('do.accept')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}

const Asking = ({ frame, contribution, field }: WithFields) => {
  const t = words(frame.locale)
  const { id, revision, locale } = contribution
  return (
    <Disclosure summary={t('do.ask.title')} open={Boolean(field('askWord').error)}>
      <Form action={actPath(id, 'ask')} hidden={{ revision: String(revision) }}>
        <p>{t('do.ask.text')}</p>
        <Field type="textarea" rows={5} lang={locale} hint={t('field.askWord.hint')} {...field('askWord')} />
        <Actions>
          <Button>{t('do.ask')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}

const Declining = ({ frame, contribution, field }: WithFields) => {
  const t = words(frame.locale)
  const { id, revision, locale, kind } = contribution
  const own = words(locale)
  return (
    <Disclosure summary={t('do.decline.title')} open={Boolean(field('declineWord').error)}>
      <Form action={actPath(id, 'decline')} hidden={{ revision: String(revision) }}>
        <p>{t('do.decline.text')}</p>
        <Field
          type="textarea"
          rows={6}
          lang={locale}
          hint={t('field.declineWord.hint')}
          {...field('declineWord')}
          value={field('declineWord').value || own(`ready.decline.${kind}`)}
        />
        <Actions>
          <Button kind="danger">{t('do.decline')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}
