import type { Child } from 'hono/jsx'
import type { FormState } from '../../../platform/forms.ts'
import { joining } from '../../../platform/joining.ts'
import { Actions, AutoSave, Button, Form, Notice, Page } from '../../../ui/index.ts'
import { fieldOf, QuestionFields, questionLabel } from '../../questions/index.ts'
import { roundInText } from '../../rounds/index.ts'
import { fieldsOf, pagesOf, type Saved, type UsualPage, type Values } from '../draft.ts'
import { formPath, savePagePath } from '../paths.ts'
import { answersOn } from './answers.ts'
import type { FieldsProps, FormPageProps } from './fields.tsx'
import { PartnerFields } from './fields-partner.tsx'
import { TalkingFields } from './fields-talking.tsx'
import { WorkFields } from './fields-work.tsx'
import { YouFields } from './fields-you.tsx'
import { inWords, type Voice, voiceIn } from './voice.ts'

/** One page of the form: a few questions, each with why it is asked and who sees the answer. */
export const ApplyPage = (props: FormPageProps) => {
  const { frame, round, page, saved, isOwnDevice } = props
  const voice = voiceIn(frame.locale, round.zone)
  const { t } = voice
  const form = fieldsFor(props, voice)
  const pages = pagesOf(props.questions)
  const step = pages.indexOf(page)
  const before = pages[step - 1]
  return (
    <Page
      frame={frame}
      title={t(`form.${page}`)}
      kicker={t('form.kicker', {
        round: roundInText(frame.locale, round),
        step: step + 1,
        steps: pages.length + 1,
      })}
      lead={t(`form.${page}.lead`)}
      faults={form.faults}
    >
      {props.theirs ? <Elsewhere {...props} theirs={props.theirs} voice={voice} /> : null}
      <AutoSave isOwnDevice={isOwnDevice} words={savingWords(voice)}>
        <Form
          action={savePagePath(round.code, page)}
          hidden={{ ...travelling(saved), ...(props.via === null ? {} : { via: props.via }) }}
        >
          <Questions {...props} field={form.field} voice={voice} />
          <Actions>
            <Button kind="primary" name="go" value="on">
              {t('form.on')}
            </Button>
            <Button name="go" value="later">
              {t('form.later')}
            </Button>
            {before ? <a href={formPath(round.code, before)}>{t('form.back')}</a> : null}
          </Actions>
        </Form>
      </AutoSave>
    </Page>
  )
}

function fieldsFor({ page, values, errors, frame, questions }: FormPageProps, { t }: Voice) {
  const labels: Record<string, string> = Object.fromEntries(
    page === 'more'
      ? questions.map((one) => [fieldOf(one), questionLabel(one, frame.locale)])
      : (fieldsOf[page] as readonly NamedField[]).map((name) => [name, t(`field.${name}`)]),
  )
  const texts = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  const form: FormState = { values: Object.fromEntries(texts), errors }
  return inWords(frame.locale, form, labels)
}
type NamedField = (typeof fieldsOf)[UsualPage][number] & `${string}`

const Questions = (props: FieldsProps): Child => {
  if (props.page === 'you') return <YouFields {...props} />
  if (props.page === 'work') return <WorkFields {...props} />
  if (props.page === 'talking') return <TalkingFields {...props} />
  if (props.page === 'partner') return <PartnerFields {...props} />
  const { questions, values, field, voice } = props
  const errorOf = (name: string) => field(name).error
  return <QuestionFields {...{ questions, values, errorOf }} locale={voice.locale} />
}

const travelling = ({ rev, writer, seq }: Saved) => ({ rev: String(rev), writer, seq: String(seq) })

const savingWords = ({ t }: Voice) => ({
  saved: t('form.saved'),
  unsaved: t('form.unsaved'),
  elsewhere: t('form.elsewhere'),
  restored: t('form.restored'),
  count: t('form.count', { n: '{n}', plenty: '{plenty}' }),
})

const Elsewhere = ({
  theirs,
  page,
  questions,
  former,
  voice,
}: FormPageProps & { theirs: Values; voice: Voice }) => (
  <Notice tone="warning" title={voice.t('conflict.title')} isNews>
    <p>{voice.t('conflict.text')}</p>
    <ul>
      {answersOn(page, { values: theirs, questions, former }, voice).map(({ question, answer }) => (
        <li>
          {joining(voice.locale).labelled(question)}
          <bdi class="copy">{answer}</bdi>
        </li>
      ))}
    </ul>
  </Notice>
)
