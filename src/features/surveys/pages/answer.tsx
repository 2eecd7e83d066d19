import type { Child } from 'hono/jsx'
import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { joining } from '../../../platform/joining.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, ButtonLink, Field, Form, type Frame, Notice, Page } from '../../../ui/index.ts'
import { fieldOf, type Question, QuestionFields, questionLabel } from '../../questions/index.ts'
import { type Round, roundTitle } from '../../rounds/index.ts'
import { lengthOf } from '../emails.ts'
import { finishSurveyPath, saveSurveyPath, surveyPagePath, takeBackQuotesPath } from '../paths.ts'
import type { Response } from '../queries/responses.ts'
import { quoteWishes } from '../survey.ts'
import { words } from '../words.ts'

type Props = {
  frame: Frame
  response: Response
  round: Round
  questions: readonly Question[]
  /** The same, page by page. */
  pages: readonly (readonly Question[])[]
  values: Record<string, string | string[]>
  /** Where this survey is answered: by its link, or signed in. */
  base: string
  isOpen: boolean
  /** Whether they have written anything in their own words. */
  hasWords: boolean
}

const titleOf = ({ frame, response: { sheet } }: Props) => words(frame.locale)('answer.title', { sheet })

/** A few questions; each press saves, so that one can go on another day and elsewhere. */
export const SurveyPage = (props: Props & { page: number; errors: Record<string, string> }) => {
  const { frame, round, questions, pages, page, values, errors, base } = props
  const t = words(frame.locale)
  const here = pages[page - 1] ?? []
  const labels = Object.fromEntries(here.map((one) => [fieldOf(one), questionLabel(one, frame.locale)]))
  const form = formInWords(frame.locale, labels, { values: {}, errors }, errorWords(words, frame.locale))
  const errorOf = (name: string) => form.field(name).error
  return (
    <Page
      frame={frame}
      title={titleOf(props)}
      kicker={t('answer.step', {
        round: roundTitle(frame.locale, round),
        step: page,
        steps: pages.length + 1,
      })}
      lead={page === 1 ? t('answer.lead', lengthOf(questions)) : undefined}
      isUnlisted
      faults={form.faults}
    >
      <Form action={saveSurveyPath(base, page)}>
        <QuestionFields
          questions={here}
          values={values}
          errorOf={errorOf}
          locale={frame.locale}
          isForm={false}
        />
        <Actions>
          <Button kind="primary">{t('answer.on')}</Button>
          {page > 1 ? <a href={surveyPagePath(base, page - 1)}>{t('answer.back')}</a> : null}
        </Actions>
      </Form>
      <Small>{joining(frame.locale).joined([t('answer.saved'), t('privacy')])}</Small>
    </Page>
  )
}

const Small = ({ children }: { children: Child }) => <p class="hint">{children}</p>

/** Whether what was written may be quoted, and the button that sends it all. */
export const LastStepPage = (props: Props & { error: string | undefined }) => {
  const { frame, round, response, pages, base, hasWords: asks, error } = props
  const t = words(frame.locale)
  const state: FormState = {
    values: { quotes: response.quotes ?? '' },
    errors: error ? { quotes: error } : {},
  }
  const labels = { quotes: t('quotes.label') }
  const { field, faults } = formInWords(frame.locale, labels, state, errorWords(words, frame.locale))
  return (
    <Page
      frame={frame}
      title={titleOf(props)}
      kicker={t('answer.step', {
        ...{ round: roundTitle(frame.locale, round), step: pages.length + 1, steps: pages.length + 1 },
      })}
      isUnlisted
      faults={faults}
    >
      <Form action={finishSurveyPath(base)} hidden={asks ? {} : { quotes: 'no' }}>
        {asks ? (
          <Field
            {...field('quotes')}
            type="radios"
            hint={t('quotes.hint')}
            options={quoteWishes.map((value) => ({ value, label: t(`quotes.${value}`) }))}
          />
        ) : null}
        <Actions>
          <Button kind="primary">{t('answer.finish')}</Button>
          <a href={surveyPagePath(base, pages.length)}>{t('answer.back')}</a>
        </Actions>
      </Form>
      <Small>{t('answer.last')}</Small>
    </Page>
  )
}

/** After it was sent, or has closed: what was said stays as it is, or can be changed for some time. */
export const ThanksPage = (props: Props) => {
  const { frame, round, response, base, isOpen, hasWords } = props
  const t = words(frame.locale)
  const day = formats(frame.locale, round.zone).day(response.closesOn)
  const isSent = response.finishedAt !== null
  const isQuoted = hasWords && (response.quotes === 'unnamed' || response.quotes === 'named')
  return (
    <Page
      frame={frame}
      title={t(isSent ? 'thanks.title' : 'closed.title')}
      kicker={roundTitle(frame.locale, round)}
      lead={isSent ? t('thanks.lead', { sheet: response.sheet }) : t('closed.lead')}
      isUnlisted
    >
      {isSent && isOpen ? (
        <>
          <p>{t('thanks.change', { day })}</p>
          <Actions>
            <ButtonLink href={surveyPagePath(base, 1)}>{t('thanks.change.link')}</ButtonLink>
          </Actions>
        </>
      ) : null}
      {isQuoted ? (
        <Notice title={t(`thanks.quotes.${response.quotes === 'named' ? 'named' : 'unnamed'}`)}>
          <Form action={takeBackQuotesPath(base)}>
            <Actions>
              <Button>{t('thanks.quotes.take-back')}</Button>
            </Actions>
          </Form>
        </Notice>
      ) : null}
    </Page>
  )
}
