import { formats } from '../../../platform/formats.ts'
import type { FormState } from '../../../platform/forms.ts'
import { platformWords } from '../../../platform/say.ts'
import { dirOf, wordingMisfit } from '../../../platform/words.ts'
import { Actions, Button, Facts, Field, Form, type Frame, Notice, OwnWords } from '../../../ui/index.ts'
import { basesOf } from '../caught-up.ts'
import { emailPath, wordingPath } from '../paths.ts'
import { type Fillings, type Reading, readingsOf } from '../queries/reading.ts'
import { oursAt } from '../queries/revisions.ts'
import type { Place, Sentence } from '../queries/sentences.ts'
import { fileForm } from '../wording.ts'
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
  /** What is filled in for whom it is looked at. */
  fillings: Fillings
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

const One = (props: FieldsProps & { sentence: Sentence }) => {
  const { frame, locale, form, labels, sentence, fillings } = props
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
        hint={<Hints {...{ sentence }} locale={frame.locale} filled={fillings[key] ?? {}} />}
        error={form.errors[key]}
        value={form.values[key] ?? said}
        rows={Math.min(8, Math.max(2, Math.ceil(said.length / 75)))}
        lang={locale}
        dir={dirOf(locale)}
      />
      <Readings {...props} />
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

/** The sentence with its names filled in, as it is typed if that can be said; once for each case that it tells apart. */
const Readings = ({
  frame,
  locale,
  email,
  form,
  sentence,
  fillings,
}: FieldsProps & { sentence: Sentence }) => {
  const { key, said } = sentence
  const at = { feature: email.feature, key, locale }
  const typed = fileForm(form.values[key] || said, oursAt(at))
  const readings = readingsOf(wordingMisfit(typed, at) ? oursAt(at) : typed, locale, fillings[key])
  if (readings.length === 0) return null
  const facts = readings.map((reading) => ({
    term: termOf(frame.locale, reading),
    detail: <OwnWords lang={locale}>{reading.said}</OwnWords>,
  }))
  return (
    <div class="readings">
      <Facts stacked facts={facts} />
    </div>
  )
}

/** When a sentence reads so, beginning with the word that stands before the braces of the case. */
function termOf(locale: string, { of }: Reading): string {
  const t = words(locale)
  if (of === undefined) return t('reads')
  const { name, one, number } = of
  if (number !== undefined) return t('reads.number', { one: set(one), name: set(`{${name}}`), number })
  const when = words.find(locale, `case.${name}.${one}`)
  return when === null ? one : t('reads.choice', { one: set(one), when })
}

/** Latin letters keep their order among others. */
const set = (text: string) => `\u2068${text}\u2069`

type HintsProps = { sentence: Sentence; locale: string; filled: Fillings[string] }

/** What is filled in, how cases are written, how ours reads, and where else the sentence stands. */
const Hints = ({ sentence, locale, filled }: HintsProps) => {
  const t = words(locale)
  const { list } = formats(locale, 'UTC')
  const { names, tells, ours, newest, isBehind, alsoIn } = sentence
  const plain = names.filter((name) => tells.every((one) => one.name !== name))
  const becomes = (name: string) =>
    filled[name] ? t('hint.name', { name: set(`{${name}}`), value: set(filled[name]) }) : set(`{${name}}`)
  const lines = [
    ...(plain.length > 0 ? [t('hint.names', { names: list(plain.map(becomes)) })] : []),
    ...tells.map(({ name, by }) =>
      t(by === 'choice' ? 'hint.choice' : ours.includes('#') ? 'hint.number' : 'hint.number.only', {
        name: set(`{${name}}`),
      }),
    ),
    ...(newest && newest.text !== null && !isBehind ? [t('hint.ours', { ours: `\u2068${ours}\u2069` })] : []),
    ...(alsoIn.length > 0
      ? [t('hint.also', { count: alsoIn.length, emails: list(alsoIn.map((one) => one.label(locale))) })]
      : []),
  ]
  return lines.length === 0 ? undefined : lines.map((line, index) => [index > 0 ? <br /> : null, line])
}
