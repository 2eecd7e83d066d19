import { formats } from '../../../platform/formats.ts'
import {
  Actions,
  Bars,
  Button,
  type Column,
  Empty,
  Form,
  type Frame,
  OfficePage,
  OwnWords,
  Table,
  Tabs,
} from '../../../ui/index.ts'
import { isChosen, optionLabel, type Question, questionLabel } from '../../questions/index.ts'
import type { Round } from '../../rounds/index.ts'
import { chosenOf, earlierRounds, sharesOf, type Told } from '../comparison.ts'
import { type Figures, type Grouping, groupings, type QuestionFigures } from '../figures.ts'
import { exportFiguresPath, figuresPath, surveyPath, textsPath } from '../paths.ts'
import type { Edition } from '../queries/counts.ts'
import type { RoundSurvey } from '../queries/surveys.ts'
import { words } from '../words.ts'
import { groupName } from './naming.ts'
import { surveyCrumbs } from './survey.tsx'

type Props = {
  frame: Frame
  round: Round
  survey: RoundSurvey
  questions: readonly Question[]
  /** Of this survey in all rounds, the latest first. */
  editions: readonly Edition[]
  by: Grouping | undefined
}

/** What came of a survey, in all or by one grouping at a time. */
export const FiguresPage = (props: Props) => {
  const { frame, round, survey, editions, by } = props
  const t = words(frame.locale)
  const say = formats(frame.locale, round.zone)
  const edition = editions.find(({ roundId }) => roundId === round.id)
  return (
    <OfficePage
      frame={frame}
      title={t('figures.title')}
      lead={
        edition
          ? t('figures.lead', {
              ...{ answered: say.number(edition.figures.answered), invited: say.number(survey.invited) },
              at: say.instant(edition.countedAt),
            })
          : undefined
      }
      crumbs={surveyCrumbs({ frame, round }, survey.sheet)}
    >
      {edition ? (
        <>
          <Tabs
            label={t('by.label')}
            tabs={[undefined, ...groupings].map((one) => ({
              href: figuresPath(round.code, survey.sheet, one),
              label: t(`by.${one ?? 'all'}`),
              current: one === by,
            }))}
          />
          <Shown {...props} edition={edition} />
          <Below {...props} />
        </>
      ) : (
        <Empty title={t('figures.none')} text={t('figures.none.text')}>
          <a href={surveyPath(round.code, survey.sheet)}>{t('survey.title', { sheet: survey.sheet })}</a>
        </Empty>
      )}
    </OfficePage>
  )
}

const Below = ({ frame, round, survey }: Props) => {
  const t = words(frame.locale)
  return (
    <>
      <p class="hint">{t('figures.steps')}</p>
      <p>
        <a href={textsPath(round.code, survey.sheet)}>{t('texts.link')}</a>
      </p>
      <Form action={exportFiguresPath(round.code, survey.sheet)}>
        <Actions>
          <Button>{t('figures.export')}</Button>
        </Actions>
      </Form>
    </>
  )
}

type ShownProps = Props & { edition: Edition }

const Shown = (props: ShownProps) => {
  const { frame, questions, edition, by } = props
  const t = words(frame.locale)
  const { figures } = edition
  const asked = questions.flatMap((question) => {
    const told = figures.questions.find(({ lineageId }) => lineageId === question.lineageId)
    return told && isChosen(question.kind) ? [{ question, told }] : []
  })
  if (by && figures.groups[by] === null) return <Empty title={t('by.too-few')} text={t('by.too-few.text')} />
  return asked.map(({ question, told }) => (
    <section>
      <h2>
        <OwnWords>{questionLabel(question, frame.locale)}</OwnWords>
      </h2>
      {by ? (
        <ByGroup {...{ frame, figures, question, told, by }} />
      ) : (
        <InAll {...props} question={question} told={told} />
      )}
    </section>
  ))
}

type Asked = { question: Question; told: QuestionFigures }

const InAll = (props: ShownProps & Asked) => {
  const { frame, question, told, edition } = props
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const shares = sharesOf(edition, question)
  const bars = question.options.map((option, at) => {
    const value = chosenOf(told, option.lineageId) ?? 0
    const share = say.percent(shares?.[at] ?? 0)
    return {
      value,
      label: optionLabel(question, option, frame.locale),
      text: t('bar', { count: say.number(value), share }),
    }
  })
  const [most] = bars.toSorted((a, b) => b.value - a.value)
  if (!shares || !most) return <p>{t('figures.too-few')}</p>
  return (
    <>
      <Bars
        title={t('chart.title')}
        sentence={t('chart.most', { option: most.label })}
        bars={bars.map((bar) => ({ ...bar, marked: bar === most }))}
        dir={frame.dir}
        words={{ label: t('chart.option'), value: t('chart.count'), asTable: t('chart.as-table') }}
      />
      <Earlier {...props} />
    </>
  )
}

/** The same question in rounds before, option by option. */
const Earlier = ({ frame, round, editions, question }: ShownProps & Asked) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const earlier = earlierRounds(editions, round.code, question)
  if (earlier.length === 0) return null
  const now = editions.filter(({ code }) => code === round.code)
  const columns = [...now, ...earlier].map((told: Told) => {
    const shares = sharesOf(told, question)
    return {
      label: told.code,
      numeric: true,
      cell: (at: number) => {
        const share = shares?.[at] ?? null
        return share === null ? '' : say.percent(Math.round(share * 100) / 100)
      },
    }
  })
  return (
    <Table
      caption={t('earlier.title')}
      rows={question.options.map((_, at) => at)}
      columns={[
        {
          label: t('chart.option'),
          head: true,
          cell: (at) => {
            const option = question.options[at]
            return option ? optionLabel(question, option, frame.locale) : ''
          },
        },
        ...columns,
      ]}
    />
  )
}

type Row = { name: string | null; counts: number[] }

const ByGroup = ({
  frame,
  figures,
  question,
  told,
  by,
}: Asked & { frame: Frame; figures: Figures; by: Grouping }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const rows = (figures.groups[by] ?? []).map(
    ({ name }, at): Row => ({ name, counts: told.by[by][at] ?? [] }),
  )
  const columns = question.options.map(
    (option): Column<Row> => ({
      label: optionLabel(question, option, frame.locale),
      numeric: true,
      cell: ({ counts }) => {
        const at = told.options.findIndex(({ lineageId }) => lineageId === option.lineageId)
        return say.number(counts[at] ?? 0)
      },
    }),
  )
  return (
    <Table
      caption={t(`by.${by}`)}
      captionHidden
      compared
      rows={rows}
      columns={[
        { label: t(`by.${by}`), head: true, cell: ({ name }) => groupName(frame.locale, by, name) },
        ...columns,
      ]}
    />
  )
}
