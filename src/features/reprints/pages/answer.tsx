import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../platform/say.ts'
import { Actions, Button, Facts, Field, Form, type Frame, Notice, OwnWords, Page } from '../../../ui/index.ts'
import { contactPath } from '../../pages/index.ts'
import { postPath } from '../../posts/index.ts'
import { sayPath } from '../paths.ts'
import type { AuthorAnswer, Reprint } from '../queries/reprints.ts'
import { mayStillAnswer, standingOf } from '../reprint.ts'
import { words } from '../words.ts'

type Props = { frame: Frame; reprint: Reprint; answer: AuthorAnswer; path: string; form: FormState }

const wordIn = (frame: Frame, form: FormState) => {
  const t = words(frame.locale)
  return formInWords(frame.locale, { word: t('field.word') }, form, errorWords(words, frame.locale))
}

/** An author is asked for leave to reprint their post, and says yes or no. */
export const AnswerPage = (props: Props) => {
  const { frame, reprint, answer, form } = props
  const t = words(frame.locale)
  const isOpen = mayStillAnswer(standingOf(reprint)) && reprint.licensedBy === null
  return (
    <Page
      frame={frame}
      title={t('answer.title')}
      kicker={
        <a href={postPath(reprint.post.slug)}>
          <OwnWords lang={reprint.post.locale}>{reprint.post.title}</OwnWords>
        </a>
      }
      lead={answer.answer === null ? t('answer.lead') : undefined}
      isUnlisted
      faults={wordIn(frame, form).faults}
    >
      <Given {...props} />
      <Asked frame={frame} reprint={reprint} />
      {isOpen ? (
        <Saying {...props} />
      ) : (
        <p>
          {t('answer.closed')} <a href={contactPath}>{t('answer.contact')}</a>
        </p>
      )}
    </Page>
  )
}

const Given = ({ frame, reprint, answer }: Props) => {
  if (answer.answer === null || answer.answeredAt === null) return null
  const day = formats(frame.locale, 'UTC').shortDay(dayIn(answer.answeredAt, reprint.post.zone))
  return (
    <Notice tone={answer.answer === 'yes' ? 'success' : 'info'}>
      {words(frame.locale)(`answer.given.${answer.answer}`, { day })}
    </Notice>
  )
}

/** Who wants to reprint it, where, and what they say. */
export const Asked = (props: { frame: Frame; reprint: Reprint; zone?: string; isForOffice?: boolean }) => {
  const { frame, reprint, zone = reprint.post.zone, isForOffice = false } = props
  const t = words(frame.locale)
  const say = formats(frame.locale, reprint.post.zone)
  return (
    <>
      <Facts
        facts={[
          { term: t('field.publication'), detail: <bdi>{reprint.publication}</bdi> },
          { term: t('field.language'), detail: say.language(reprint.language) },
          ...(reprint.name ? [{ term: t('fact.by'), detail: <bdi>{reprint.name}</bdi> }] : []),
          ...(isForOffice && reprint.email
            ? [{ term: t('field.email'), detail: <bdi>{reprint.email}</bdi> }]
            : []),
          { term: t('fact.asked'), detail: say.shortDay(dayIn(reprint.askedAt, zone)) },
        ]}
      />
      {reprint.message ? (
        <blockquote>
          {reprint.message.split(/\n{2,}/).map((part) => (
            <p dir="auto">{part}</p>
          ))}
        </blockquote>
      ) : null}
    </>
  )
}

const Saying = ({ frame, path, answer, form }: Props) => {
  const t = words(frame.locale)
  const { field } = wordIn(frame, form)
  return (
    <Form action={sayPath(path)} guard>
      <Field
        {...field('word')}
        type="textarea"
        hint={t('field.word.hint')}
        value={field('word').value || answer.word}
        optional={platformWords(frame.locale)('form.optional')}
      />
      <Actions>
        <Button kind={answer.answer === 'yes' ? 'quiet' : 'primary'} name="answer" value="yes">
          {t(answer.answer === 'yes' ? 'answer.word' : 'answer.yes')}
        </Button>
        <Button name="answer" value="no">
          {t(answer.answer === 'no' ? 'answer.word' : 'answer.no')}
        </Button>
      </Actions>
    </Form>
  )
}
