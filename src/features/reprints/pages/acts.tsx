import { Actions, Button, Disclosure, Field, Form } from '../../../ui/index.ts'
import { actPath } from '../paths.ts'
import { answers, standingOf } from '../reprint.ts'
import { words } from '../words.ts'
import { licenceSentence } from './licence.ts'
import type { Fields, ReprintProps } from './props.ts'

type Props = ReprintProps & { field: Fields }

/** What an editor can do about a reprint as it stands. */
export const Acts = (props: Props) => {
  const standing = standingOf(props.reprint)
  const isOpen = standing === 'waiting' || standing === 'asked'
  const isAnswerable = isOpen || standing === 'refused' || standing === 'allowed'
  return (
    <>
      {isOpen ? <Asking {...props} /> : null}
      {standing === 'allowed' || standing === 'appeared' ? <Appearing {...props} /> : null}
      {isAnswerable && !props.reprint.licensedBy ? <Recording {...props} /> : null}
      {isOpen ? <Declining {...props} /> : null}
    </>
  )
}

const Asking = ({ frame, reprint }: Props) => {
  const t = words(frame.locale)
  const licence = licenceSentence(frame.locale, reprint.post.licence)
  const silent = reprint.answers.filter(({ answer, email }) => answer === null && email !== null)
  return (
    <>
      {licence ? (
        <Form action={actPath(reprint.id, 'licence')}>
          <p>
            {licence} {t('do.licence.text')}
          </p>
          <Actions>
            <Button kind="primary">{t('do.licence')}</Button>
          </Actions>
        </Form>
      ) : null}
      {silent.length === 0 ? null : (
        <Form action={actPath(reprint.id, 'ask')}>
          <p>{t('do.ask.text', { count: silent.length })}</p>
          <Actions>
            <Button kind={licence || reprint.passedAt ? 'quiet' : 'primary'}>
              {t(reprint.passedAt ? 'do.ask.again' : 'do.ask', { count: silent.length })}
            </Button>
          </Actions>
        </Form>
      )}
    </>
  )
}

const Appearing = ({ frame, reprint, form, field }: Props) => {
  const t = words(frame.locale)
  const typed = (name: 'appearedOn' | 'appearedUrl') =>
    form.values[name] === undefined ? { ...field(name), value: reprint[name] ?? '' } : field(name)
  return (
    <section>
      <h2>{t('do.appeared.title')}</h2>
      <Form action={actPath(reprint.id, 'appeared')} guard>
        <p>{t('do.appeared.text')}</p>
        <Field type="date" width="short" hint={t('field.appearedOn.hint')} {...typed('appearedOn')} />
        <Field type="url" dir="ltr" hint={t('field.appearedUrl.hint')} {...typed('appearedUrl')} />
        <Actions>
          <Button kind="primary">{t('do.appeared')}</Button>
        </Actions>
      </Form>
    </section>
  )
}

const Recording = ({ frame, reprint, field }: Props) => {
  const t = words(frame.locale)
  if (reprint.answers.length === 0) return null
  const isWrong = ['author', 'answer', 'word'].some((name) => field(name as 'author').error)
  return (
    <Disclosure summary={t('do.record.title')} open={isWrong}>
      <Form action={actPath(reprint.id, 'record')} guard>
        <p>{t('do.record.text')}</p>
        <Field
          type="select"
          width="medium"
          options={reprint.answers.map(({ id, name }) => ({ value: id, label: name }))}
          {...field('author')}
        />
        <Field
          type="radios"
          options={answers.map((value) => ({ value, label: t(`answer.said.${value}`) }))}
          {...field('answer')}
        />
        <Field type="textarea" rows={3} hint={t('field.word.office.hint')} {...field('word')} />
        <Actions>
          <Button>{t('do.record')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}

const Declining = ({ frame, reprint, field }: Props) => {
  const t = words(frame.locale)
  return (
    <Disclosure
      summary={t(reprint.passedAt ? 'do.decline.title.asked' : 'do.decline.title')}
      open={Boolean(field('declineWord').error)}
    >
      <Form action={actPath(reprint.id, 'decline')} guard>
        <p>{t('do.decline.text')}</p>
        <Field type="textarea" rows={4} lang={reprint.locale} {...field('declineWord')} />
        <Actions>
          <Button kind="danger">{t('do.decline')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}
