import { formats } from '../../../platform/formats.ts'
import type { FormState } from '../../../platform/forms.ts'
import { platformWords } from '../../../platform/say.ts'
import { dirOf } from '../../../platform/words.ts'
import { Actions, Button, Field, Form, type Frame, Notice } from '../../../ui/index.ts'
import { basesOf } from '../caught-up.ts'
import { emailPath, wordingPath } from '../paths.ts'
import type { Place, Sentence } from '../queries/sentences.ts'
import { longest } from '../wording.ts'
import { words } from '../words.ts'

export type FieldsProps = Place & {
  frame: Frame
  sentences: readonly Sentence[]
  /** What each is called, by its key. */
  labels: Record<string, string>
  /** What stands in the fields, and finished words for what is wrong. */
  form: FormState
  /** People it may be looked at for. */
  people: readonly { name: string; email: string }[]
}

/** All sentences of an email in a form; each that was changed can be said as it comes with one press. */
export const Fields = (props: FieldsProps) => {
  const { frame, email, locale, sentences, form, people } = props
  const t = words(frame.locale)
  const bases = form.values.bases ?? basesOf(sentences)
  return (
    <Form action={emailPath(email, locale)} hidden={{ bases }} guard>
      {sentences.map((sentence) => (
        <One {...props} sentence={sentence} />
      ))}
      <Field
        type="text"
        name="person"
        label={t('person.label')}
        optional={t('person.optional')}
        hint={t('person.hint')}
        value={form.values.person ?? ''}
        error={form.errors.person}
        dir="auto"
        suggestions={people.map(({ name, email: value }) => ({ value, label: name }))}
      />
      <Actions>
        <Button name="act" value="preview">
          {t('preview.button')}
        </Button>
        <Button name="act" value="beside" beside>
          {t('beside.button')}
        </Button>
        <Button kind="primary" name="act" value="save">
          {t('save.button')}
        </Button>
        <a href={wordingPath}>{platformWords(frame.locale)('cancel')}</a>
      </Actions>
    </Form>
  )
}

const One = ({ frame, locale, form, labels, sentence }: FieldsProps & { sentence: Sentence }) => {
  const t = words(frame.locale)
  const { key, ours, said, newest, isBehind, isUnfit } = sentence
  const label = labels[key] ?? ''
  const isChanged = newest !== undefined && newest.text !== null
  return (
    <>
      <Field
        type="textarea"
        name={key}
        label={label}
        optional=""
        hint={<Hints {...{ sentence }} locale={frame.locale} />}
        error={form.errors[key]}
        value={form.values[key] ?? said}
        rows={Math.min(8, Math.max(2, Math.ceil(said.length / 75)))}
        maxlength={longest}
        lang={locale}
        dir={dirOf(locale)}
      />
      {isUnfit ? <Notice tone="warning">{t('unfit')}</Notice> : null}
      {isBehind && !isUnfit ? <Notice tone="warning">{t('behind', { ours })}</Notice> : null}
      {isChanged ? (
        <Actions>
          <Button name="act" value={`ours:${key}`} label={t('ours.label', { sentence: label })}>
            {t('ours.button')}
          </Button>
          {isBehind && !isUnfit ? (
            <Button name="act" value={`keep:${key}`} label={t('keep.label', { sentence: label })}>
              {t('keep.button')}
            </Button>
          ) : null}
        </Actions>
      ) : null}
    </>
  )
}

/** What is filled in, how cases are written, how ours reads, and where else the sentence stands. */
const Hints = ({ sentence, locale }: { sentence: Sentence; locale: string }) => {
  const t = words(locale)
  const { list } = formats(locale, 'UTC')
  const { names, cases, ours, newest, isBehind, alsoIn } = sentence
  const inBraces = (all: readonly string[]) => list(all.map((name) => `\u2068{${name}}\u2069`))
  const lines = [
    ...(names.length > 0 ? [t('hint.names', { names: inBraces(names) })] : []),
    ...(cases.length > 0 ? [t('hint.cases', { names: inBraces(cases) })] : []),
    ...(newest && newest.text !== null && !isBehind ? [t('hint.ours', { ours: `\u2068${ours}\u2069` })] : []),
    ...(alsoIn.length > 0
      ? [t('hint.also', { count: alsoIn.length, emails: list(alsoIn.map((one) => one.label(locale))) })]
      : []),
  ]
  return lines.length === 0 ? undefined : lines.map((line, index) => [index > 0 ? <br /> : null, line])
}
