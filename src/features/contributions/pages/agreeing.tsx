import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, Disclosure, Field, Form, type Frame } from '../../../ui/index.ts'
import { ComparedTexts, type Revision } from '../../posts/index.ts'
import { agreePath, readPath, wishPath } from '../paths.ts'
import { words } from '../words.ts'

type Props = {
  frame: Frame
  secret: string
  compared: { before: Revision; after: Revision }
  form: FormState
  /** Whether its author is asked to agree. */
  isAsked: boolean
}

/** What became of a text, beside what its author wrote; and whether they agree to it. */
export const Agreeing = (props: Props) => {
  const { frame, secret, compared } = props
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('agree.compare')}</h2>
      <p>
        {t('agree.compare.text')} <a href={readPath(secret)}>{t('agree.read')}</a>
      </p>
      <ComparedTexts
        {...{ frame, ...compared }}
        caption={t('agree.compare')}
        heads={[t('agree.before'), t('agree.after')]}
      />
      {props.isAsked ? <Answer {...props} /> : null}
    </section>
  )
}

const Answer = ({ frame, secret, compared, form }: Props) => {
  const t = words(frame.locale)
  const revision = String(compared.after.number)
  const { field } = wishField(frame, form)
  return (
    <>
      <Form action={agreePath(secret)} hidden={{ revision }}>
        <p>{t('agree.text')}</p>
        <Actions>
          <Button kind="primary">{t('agree.button')}</Button>
        </Actions>
      </Form>
      <Disclosure summary={t('wish.title')} open={Boolean(field('wish').error)}>
        <Form action={wishPath(secret)} hidden={{ revision }} guard>
          <Field type="textarea" rows={5} hint={t('field.wish.hint')} {...field('wish')} />
          <Actions>
            <Button>{t('wish.button')}</Button>
          </Actions>
        </Form>
      </Disclosure>
    </>
  )
}

/** The one field of the page, and what is wrong with it. */
export const wishField = ({ locale }: Frame, form: FormState) =>
  formInWords(locale, { wish: words(locale)('field.wish') }, form, errorWords(words, locale))
