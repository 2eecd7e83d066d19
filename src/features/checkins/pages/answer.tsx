import type { Speaker } from '../../../platform/words.ts'
import { Actions, Button, ButtonLink, Field, Form, type Frame, Notice, Page } from '../../../ui/index.ts'
import { conductPath } from '../../pages/index.ts'
import { type Round, roundTitle } from '../../rounds/index.ts'
import { answers, type Choice } from '../checkin.ts'
import { partnersOf, sinceWhen } from '../emails.ts'
import { answerPath, sendAnswerPath } from '../paths.ts'
import type { Asked } from '../queries/asked.ts'
import { words } from '../words.ts'

export type CheckInProps = {
  frame: Frame
  /** The network, which may word the question in its own way. */
  speaker: Speaker
  asked: Asked
  round: Round
  isOpen: boolean
  /** Where this check-in is answered: by its link, or signed in. */
  base: string
}

/** What someone has said to a check-in, what comes of it, and the answers they can still give. */
export const CheckInPage = (props: CheckInProps) => {
  const { frame, speaker, asked, round, isOpen } = props
  const t = words(frame.locale)
  return (
    <Page
      frame={frame}
      title={questionOf(asked, frame.locale, speaker)}
      kicker={roundTitle(frame.locale, round)}
      isUnlisted
    >
      {asked.answer ? <Notice title={t(`said.${asked.answer}`)}>{t(`next.${asked.answer}`)}</Notice> : null}
      {isOpen ? (
        <>
          {asked.answer ? <p>{t('change')}</p> : null}
          <Choices {...props} />
        </>
      ) : (
        <p>{t('over')}</p>
      )}
    </Page>
  )
}

export const questionOf = (asked: Asked, locale: string, speaker: Speaker): string =>
  words(locale, speaker)(`question.${sinceWhen(asked)}`, { names: partnersOf(asked, locale) })

/** The answers, each a page of its own with one button. */
const Choices = ({ frame, asked, base }: CheckInProps) => (
  <Actions>
    {answers
      .filter((answer) => answer !== asked.answer || answer === 'help')
      .map((answer) => (
        <ButtonLink href={answerPath(base, answer)}>{words(frame.locale)(`answer.${answer}`)}</ButtonLink>
      ))}
  </Actions>
)

/** One answer, with the one button that gives it: a program that follows every link of an email answers nothing. */
export const AnswerPage = (props: CheckInProps & { answer: Choice; error?: string; typed?: string }) => {
  const { frame, speaker, asked, round, base, answer, error, typed } = props
  const t = words(frame.locale)
  const others = answers.filter((one) => one !== answer)
  return (
    <Page
      frame={frame}
      title={questionOf(asked, frame.locale, speaker)}
      kicker={roundTitle(frame.locale, round)}
      isUnlisted
      faults={error ? [{ name: 'words', message: error }] : []}
    >
      <Form action={sendAnswerPath(base)} hidden={{ answer }}>
        {answer === 'help' ? (
          <>
            <Field
              type="textarea"
              name="words"
              label={t('help.label')}
              optional={t('help.optional')}
              hint={t('help.hint')}
              value={typed ?? asked.words}
              rows={3}
              error={error}
            />
            <p>
              {t('help.harm')} <a href={conductPath}>{t('help.code')}</a>
            </p>
          </>
        ) : null}
        <Actions>
          <Button kind="primary">{t(`give.${answer}`)}</Button>
        </Actions>
      </Form>
      <p class="hint">{t('privacy', { names: partnersOf(asked, frame.locale) })}</p>
      <p>
        {t('instead')}{' '}
        {others.map((one, index) => (
          <>
            {index > 0 ? ' · ' : null}
            <a href={answerPath(base, one)}>{t(`answer.${one}`)}</a>
          </>
        ))}
      </p>
    </Page>
  )
}

/** On someone's own front page: the question that is open, answered with one press. */
export const AskedAtHome = ({ frame, asked, base }: Omit<CheckInProps, 'speaker' | 'round' | 'isOpen'>) => {
  const t = words(frame.locale)
  return (
    <Form action={sendAnswerPath(base)}>
      <Actions>
        {(['yes', 'not-yet'] as const).map((answer) => (
          <Button
            name="answer"
            value={answer}
            kind={asked.answer === null && answer === 'yes' ? 'primary' : 'quiet'}
          >
            {t(`answer.${answer}`)}
          </Button>
        ))}
        <ButtonLink href={answerPath(base, 'help')}>{t('answer.help')}</ButtonLink>
      </Actions>
    </Form>
  )
}
