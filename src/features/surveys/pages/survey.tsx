import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { platformWords, refusalOrErrorWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Facts,
  Field,
  Form,
  type Frame,
  Notice,
  OfficePage,
  Table,
} from '../../../ui/index.ts'
import { questionsPath } from '../../questions/index.ts'
import { officeRoundPath, type Round, roundTitle } from '../../rounds/index.ts'
import {
  closeSurveyPath,
  figuresPath,
  recallSurveyPath,
  releaseSurveyPath,
  supplyPath,
  surveyDaysPath,
  surveyPath,
  surveysPath,
  textsPath,
} from '../paths.ts'
import type { PreparedSurvey, RoundSurvey } from '../queries/surveys.ts'
import { isTooLate, type SurveySheet } from '../survey.ts'
import { words } from '../words.ts'

type Props = { frame: Frame; round: Round }

/** Where the pages of surveys lead back to. */
export const surveyCrumbs = ({ frame, round }: Props, sheet?: SurveySheet) => [
  { href: officeRoundPath(round.code), label: roundTitle(frame.locale, round) },
  { href: surveysPath(round.code), label: words(frame.locale)('surveys.title') },
  ...(sheet
    ? [{ href: surveyPath(round.code, sheet), label: words(frame.locale)('survey.title', { sheet }) }]
    : []),
]

/** Both surveys of a round: where each stands, and when it asks. */
export const SurveysPage = ({ frame, round, surveys }: Props & { surveys: readonly RoundSurvey[] }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, round.zone)
  return (
    <OfficePage
      frame={frame}
      title={t('surveys.title')}
      lead={t('surveys.lead')}
      crumbs={surveyCrumbs({ frame, round }).slice(0, 1)}
    >
      <Table
        caption={t('surveys.title')}
        captionHidden
        rows={surveys}
        columns={[
          {
            label: t('column.survey'),
            head: true,
            cell: ({ sheet }) => <a href={surveyPath(round.code, sheet)}>{t('survey.title', { sheet })}</a>,
          },
          { label: t('column.state'), cell: ({ state }) => t(`state.${state}`) },
          { label: t('column.asks'), cell: ({ asksOn }) => say.day(asksOn) },
          { label: t('column.closes'), cell: ({ closesOn }) => say.day(closesOn) },
          { label: t('column.invited'), numeric: true, cell: ({ invited }) => say.number(invited) },
        ]}
      />
    </OfficePage>
  )
}

type SurveyProps = Props & PreparedSurvey

/** One survey: what it asks, when, and the next thing to do about it. */
export const SurveyOfficePage = (props: SurveyProps) => {
  const { frame, round, survey } = props
  const { sheet, state } = survey
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('survey.title', { sheet })}
      kicker={t(`state.${state}`)}
      lead={t(`state.${state}.lead`)}
      crumbs={surveyCrumbs({ frame, round })}
    >
      {survey.invited > 0 ? <Came {...props} /> : null}
      <Questions {...props} />
      <Days {...props} />
      <NextAct {...props} />
    </OfficePage>
  )
}

const Came = ({ frame, round, survey }: SurveyProps) => {
  const t = words(frame.locale)
  return (
    <Actions>
      <ButtonLink href={figuresPath(round.code, survey.sheet)} kind="primary">
        {t('figures.title')}
      </ButtonLink>
      <ButtonLink href={textsPath(round.code, survey.sheet)}>{t('texts.title')}</ButtonLink>
    </Actions>
  )
}

const Questions = ({ frame, round, survey, questions, isAnswered }: SurveyProps) => {
  const { sheet } = survey
  const t = words(frame.locale)
  const list = questionsPath({ code: round.code, sheet })
  return (
    <section>
      <h2>{t('questions.title')}</h2>
      {questions.length > 0 ? (
        <>
          <p>{t(isAnswered ? 'questions.fixed' : 'questions.count', { count: questions.length })}</p>
          <Actions>
            <ButtonLink href={list}>{t('questions.look')}</ButtonLink>
          </Actions>
        </>
      ) : (
        <Empty title={t('questions.none')} text={t('questions.none.text')}>
          <Form action={supplyPath(round.code, sheet)}>
            <Button kind="primary">{t('questions.supply')}</Button>
          </Form>
          <ButtonLink href={list}>{t('questions.own')}</ButtonLink>
        </Empty>
      )}
    </section>
  )
}

const Days = ({ frame, round, survey }: SurveyProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, round.zone)
  return (
    <section>
      <h2>{t('days.title')}</h2>
      <Facts
        facts={[
          { term: t('column.asks'), detail: say.day(survey.asksOn) },
          { term: t('column.closes'), detail: say.day(survey.closesOn) },
          { term: t('column.invited'), detail: say.number(survey.invited) },
        ]}
      />
      <p>{t('days.text')}</p>
      {survey.state === 'closed' ? null : (
        <Actions>
          <ButtonLink href={surveyDaysPath(round.code, survey.sheet)}>{t('days.change')}</ButtonLink>
        </Actions>
      )}
    </section>
  )
}

/** A draft is released; what waits is taken back; what is open can be closed early. */
const NextAct = ({ frame, round, survey, questions, today }: SurveyProps) => {
  const t = words(frame.locale)
  const { sheet, state } = survey
  const { code } = round
  if (state === 'closed' || (state === 'draft' && questions.length === 0)) return null
  const mayRecall = state === 'waiting' || (state === 'open' && survey.invited === 0)
  const act = state === 'draft' ? 'release' : mayRecall ? 'recall' : 'close'
  if (act === 'release' && isTooLate(survey, today))
    return (
      <section>
        <h2>{t('step.release.title')}</h2>
        <p>{t('refusal.survey-too-late')}</p>
      </section>
    )
  const hasCome = act === 'release' && survey.asksOn <= today
  const text = hasCome ? 'step.release.now' : (`step.${act}.text` as const)
  const action = { release: releaseSurveyPath, recall: recallSurveyPath, close: closeSurveyPath }[act]
  return (
    <section>
      <h2>{t(`step.${act}.title`)}</h2>
      <p>{t(text, { day: formats(frame.locale, round.zone).day(survey.asksOn) })}</p>
      <Form action={action(code, sheet)}>
        <Actions>
          <Button kind={act === 'release' ? 'primary' : undefined}>{t(`step.${act}.submit`)}</Button>
        </Actions>
      </Form>
    </section>
  )
}

type DaysProps = Props & { survey: RoundSurvey; form: FormState }

/** When a survey asks, and until when it can be answered. */
export const DaysPage = ({ frame, round, survey, form }: DaysProps) => {
  const t = words(frame.locale)
  const labels = { asksOn: t('column.asks'), closesOn: t('column.closes') }
  const { field, faults } = formInWords(frame.locale, labels, form, refusalOrErrorWords(words, frame.locale))
  const isOpen = survey.state === 'open'
  return (
    <OfficePage
      frame={frame}
      title={t('days.title')}
      lead={t('days.lead')}
      crumbs={surveyCrumbs({ frame, round }, survey.sheet)}
      faults={faults}
    >
      {isOpen ? <Notice title={t('days.open')}>{t('days.open.text')}</Notice> : null}
      <Form
        action={surveyDaysPath(round.code, survey.sheet)}
        hidden={isOpen ? { asksOn: survey.asksOn } : {}}
      >
        {isOpen ? null : <Field {...field('asksOn')} type="date" hint={t('days.asks.hint')} />}
        <Field {...field('closesOn')} type="date" hint={t('days.closes.hint', { zone: round.zone })} />
        <Actions>
          <Button kind="primary">{t('days.save')}</Button>
          <a href={surveyPath(round.code, survey.sheet)}>{platformWords(frame.locale)('cancel')}</a>
        </Actions>
      </Form>
    </OfficePage>
  )
}
