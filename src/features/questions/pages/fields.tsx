import type { Child } from 'hono/jsx'
import { joining } from '../../../platform/joining.ts'
import { platformWords } from '../../../platform/say.ts'
import { Field } from '../../../ui/index.ts'
import { fieldOf, type Question, saidIn } from '../question.ts'
import { words } from '../words.ts'
import { optionLabel, questionLabel } from './telling.ts'

type Props = {
  questions: readonly Question[]
  /** What stands in the fields. */
  values: Record<string, string | string[]>
  /** Finished words beside a field, by its name. */
  errorOf: (name: string) => string | undefined
  locale: string
  /** Whether applicants are asked, who are told beside each question who will read the answer. */
  isForm?: boolean
}

/** The questions of a round as they are asked; one that hangs on an option stands beneath it, seen once that is chosen. */
export const QuestionFields = (props: Props) => (
  <>
    {props.questions
      .filter(({ shownIf }) => shownIf === null)
      .map((question) => (
        <QuestionField {...props} question={question} />
      ))}
  </>
)

const QuestionField = (props: Props & { question: Question }): Child => {
  const { question, values, errorOf, locale, isForm = true } = props
  const { kind } = question
  const name = fieldOf(question)
  const common = {
    name,
    label: questionLabel(question, locale),
    hint: hintOf(question, locale, isForm),
    error: errorOf(name),
    optional: question.isRequired ? undefined : platformWords(locale)('form.optional'),
  }
  const typed = values[name] ?? ''
  const options = question.options.map((option) => ({
    value: option.id,
    label: optionLabel(question, option, locale),
    beneath: shownBy(option.id, props),
  }))
  if (kind === 'line') return <Field {...common} type="text" value={String(typed)} />
  if (kind === 'text') return <Field {...common} type="textarea" value={String(typed)} />
  if (kind === 'several')
    return <Field {...common} type="checkboxes" name={`${name}[]`} value={[typed].flat()} options={options} />
  return <Field {...common} type="radios" value={String(typed)} options={options} row={kind === 'scale'} />
}

/** What is asked of those alone who choose an option. */
function shownBy(optionId: string, props: Props): Child | undefined {
  const shown = props.questions.filter(({ shownIf }) => shownIf === optionId)
  if (shown.length === 0) return undefined
  return shown.map((question) => <QuestionField {...props} question={question} />)
}

/** Why it is asked, in the words of the round, and on the form who will see the answer, always in ours. */
const hintOf = ({ words: said, isShown }: Question, locale: string, isForm: boolean) =>
  joining(locale).joined(
    [
      saidIn(said, locale)?.hint ?? '',
      isForm ? words(locale)(isShown ? 'seen.partner' : 'seen.office') : '',
    ].filter(Boolean),
  )
