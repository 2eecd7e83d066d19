import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../platform/say.ts'
import type { Locale } from '../../../platform/words.ts'
import { Actions, Button, Field, Fieldset, Form, type Frame, Notice, OfficePage } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { questionsPath } from '../paths.ts'
import { isChosen, type Kind, type Place, type Question } from '../question.ts'
import { words } from '../words.ts'
import { crumbsBelow } from './list.tsx'
import { optionLabel, questionLabel } from './telling.ts'

type Props = {
  frame: Frame
  round: Round
  place: Place
  kind: Kind
  /** Where it is sent. */
  action: string
  /** All of the round, for those on whose options this one may hang. */
  questions: readonly Question[]
  /** The one that is changed; null for a new one. */
  question: Question | null
  /** Somebody has answered: its wording can change, and how it counts, and nothing else. */
  isFixed: boolean
  /** The languages of the network, its own first. */
  offered: readonly Locale[]
  form: FormState
}

/** Adds a question, or changes one. */
export const QuestionPage = (props: Props) => {
  const { frame, place, kind, question, isFixed, offered } = props
  const isForm = place.sheet === 'application'
  const t = words(frame.locale)
  const { field, faults } = fieldsOf(props)
  return (
    <OfficePage
      frame={frame}
      title={question ? t('change.title') : t('new.title', { kind: t(`kind.${kind}`) })}
      kicker={question ? t(`kind.${kind}`) : undefined}
      crumbs={crumbsBelow(props)}
      faults={faults}
    >
      {isFixed ? <Notice title={t('fixed.title')}>{t('fixed.text', { sheet: place.sheet })}</Notice> : null}
      <Form action={props.action} guard>
        {offered.map((locale) => (
          <Wording {...props} field={field} locale={locale} />
        ))}
        {isFixed ? null : <Asking {...props} field={field} />}
        {isForm && isChosen(kind) ? <Counting {...props} field={field} /> : null}
        <Actions>
          <Button kind="primary">{t('save')}</Button>
          <a href={questionsPath(place)}>{platformWords(frame.locale)('cancel')}</a>
        </Actions>
      </Form>
    </OfficePage>
  )
}

const wordingNames = ['label', 'hint', 'options', 'low', 'high'] as const

function fieldsOf({ frame, offered, form }: Props) {
  const t = words(frame.locale)
  const wording = offered.flatMap((locale) =>
    wordingNames.map((name) => [`${name}-${locale}`, t(`field.${name}`)]),
  )
  const rest = (['isRequired', 'isShown', 'shownIf', 'prefers', 'weight'] as const).map((name) => [
    name,
    t(`field.${name}`),
  ])
  const labels: Record<string, string> = Object.fromEntries([...wording, ...rest])
  return formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
}
type Part = Props & { field: ReturnType<typeof fieldsOf>['field'] }

const Wording = ({ frame, kind, offered, field, locale }: Part & { locale: Locale }) => {
  const t = words(frame.locale)
  const optional = platformWords(frame.locale)('form.optional')
  const nameOf = formats(frame.locale, 'UTC').language
  const [first = 'en'] = offered
  const mark = locale === first ? {} : { optional }
  const isListed = kind === 'one' || kind === 'several'
  return (
    <Fieldset
      legend={nameOf(locale)}
      hint={locale === first ? undefined : t('field.else', { language: nameOf(first) })}
    >
      <Field {...field(`label-${locale}`)} {...mark} type="text" />
      <Field {...field(`hint-${locale}`)} type="text" hint={t('field.hint.hint')} optional={optional} />
      {isListed ? (
        <Field {...field(`options-${locale}`)} {...mark} type="textarea" hint={t('field.options.hint')} />
      ) : null}
      {kind === 'scale'
        ? (['low', 'high'] as const).map((end) => (
            <Field {...field(`${end}-${locale}`)} type="text" width="medium" optional={optional} />
          ))
        : null}
    </Fieldset>
  )
}

const Asking = ({ frame, place, questions, question, field }: Part) => {
  const t = words(frame.locale)
  const yesOrNo = (['yes', 'no'] as const).map((value) => ({ value, label: t(`answer.${value}`) }))
  const isAsking = question?.options.some(({ id }) => questions.some(({ shownIf }) => shownIf === id))
  const others = questions.filter(
    (one) => one.kind === 'one' && one.shownIf === null && one.id !== question?.id,
  )
  return (
    <>
      <Field {...field('isRequired')} type="radios" row options={yesOrNo} />
      {place.sheet === 'application' ? (
        <Field {...field('isShown')} type="radios" row hint={t('field.isShown.hint')} options={yesOrNo} />
      ) : null}
      <Field
        {...field('shownIf')}
        type="select"
        width="full"
        optional=""
        hint={t('field.shownIf.hint')}
        placeholder={t('field.shownIf.all')}
        options={[]}
        groups={(isAsking ? [] : others).map((one) => ({
          label: questionLabel(one, frame.locale),
          options: one.options.map((option) => ({
            value: option.id,
            label: optionLabel(one, option, frame.locale),
          })),
        }))}
      />
    </>
  )
}

const Counting = ({ frame, field }: Part) => {
  const t = words(frame.locale)
  return (
    <>
      <Field
        {...field('prefers')}
        type="radios"
        hint={t('field.prefers.hint')}
        options={(['no', 'alike', 'different'] as const).map((value) => ({
          value,
          label: t(`prefers.${value}`),
        }))}
      />
      <Field
        {...field('weight')}
        type="number"
        width="short"
        min={1}
        max={100}
        hint={t('field.weight.hint')}
      />
    </>
  )
}
