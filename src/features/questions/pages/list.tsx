import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { dirOf } from '../../../platform/words.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Field,
  Form,
  type Frame,
  Notice,
  OfficePage,
  OwnWords,
  Table,
} from '../../../ui/index.ts'
import { officeRoundPath, officeRoundsPath, type Round, roundTitle, roundWords } from '../../rounds/index.ts'
import {
  copyQuestionsPath,
  moveQuestionPath,
  newQuestionPath,
  questionPath,
  questionsPath,
  removeQuestionPath,
  surveyPath,
  tryQuestionsPath,
} from '../paths.ts'
import { kinds, type Place, type Question } from '../question.ts'
import { words } from '../words.ts'
import { QuestionFields } from './fields.tsx'
import { optionLabel, questionLabel } from './telling.ts'

type Props = { frame: Frame; round: Round; place: Place; questions: Question[] }

const crumbsOf = ({ frame, round, place }: Pick<Props, 'frame' | 'round' | 'place'>) => [
  { href: officeRoundsPath, label: roundWords(frame.locale)('list.title') },
  { href: officeRoundPath(round.code), label: roundTitle(frame.locale, round) },
  ...(place.sheet === 'application'
    ? []
    : [{ href: surveyPath(round.code, place.sheet), label: words(frame.locale)(`sheet.${place.sheet}`) }]),
]

/** And to the list itself, from what lies below it. */
export const crumbsBelow = (props: Pick<Props, 'frame' | 'round' | 'place'>) => [
  ...crumbsOf(props),
  { href: questionsPath(props.place), label: listTitle(props) },
]

const listTitle = ({ frame, place: { sheet } }: Pick<Props, 'frame' | 'place'>) =>
  words(frame.locale)(`list.title.${sheet}`)

type ListProps = Props & { isFixed: boolean; from: readonly string[]; form: FormState }

/** What a round asks of its own, and all that can be done about it. */
export const QuestionsPage = (props: ListProps) => {
  const { frame, place, questions, isFixed } = props
  const { sheet } = place
  const t = words(frame.locale)
  const { faults } = copyForm(props)
  return (
    <OfficePage
      frame={frame}
      title={listTitle(props)}
      lead={t('list.lead', { sheet })}
      crumbs={crumbsOf(props)}
      actions={
        questions.length > 0 ? (
          <ButtonLink href={tryQuestionsPath(place)}>
            {t(sheet === 'application' ? 'list.try.form' : 'list.try.survey')}
          </ButtonLink>
        ) : null
      }
      faults={faults}
    >
      {isFixed ? <Notice title={t('fixed.title')}>{t('fixed.text', { sheet })}</Notice> : null}
      <List {...props} />
      {isFixed ? null : <Add {...props} />}
      {isFixed || props.from.length === 0 ? null : <Copy {...props} />}
    </OfficePage>
  )
}

const List = (props: ListProps) => {
  const { frame, place, questions, isFixed } = props
  const { locale } = frame
  const t = words(locale)
  const seen = (one: Question) => t(one.isShown ? 'column.seen.partner' : 'column.seen.office')
  const ofForm = [
    { label: t('column.seen'), cell: seen },
    { label: t('column.counts'), cell: (one: Question) => countsInWords(one, locale) },
  ]
  return (
    <Table
      caption={listTitle(props)}
      captionHidden
      rows={beneathTheirOptions(questions)}
      empty={
        <Empty
          title={t('empty.title', { sheet: place.sheet })}
          text={t('empty.text', { sheet: place.sheet })}
        />
      }
      columns={[
        {
          label: t('column.question'),
          head: true,
          cell: (one) => (
            <a href={questionPath(place, one.id)}>
              <OwnWords>{questionLabel(one, locale)}</OwnWords>
            </a>
          ),
        },
        { label: t('column.kind'), cell: (one) => t(`kind.${one.kind}`) },
        { label: t('column.asked'), cell: (one) => askedInWords(one, questions, locale) },
        ...(place.sheet === 'application' ? ofForm : []),
        ...(isFixed
          ? []
          : [
              {
                label: t('column.act'),
                cell: (one: Question) => <Row {...props} one={one} />,
              },
            ]),
      ]}
    />
  )
}

/** Each followed by those that its options show, as on the form. */
const beneathTheirOptions = (questions: readonly Question[]) =>
  questions
    .filter(({ shownIf }) => shownIf === null)
    .flatMap((one) => [
      one,
      ...one.options.flatMap(({ id }) => questions.filter(({ shownIf }) => shownIf === id)),
    ])

function askedInWords(one: Question, questions: readonly Question[], locale: string): string {
  const t = words(locale)
  const by = questions.find(({ options }) => options.some(({ id }) => id === one.shownIf))
  const option = by?.options.find(({ id }) => id === one.shownIf)
  const need = one.isRequired ? 'required' : 'optional'
  return by && option
    ? t('asked.if', { option: optionLabel(by, option, locale), need })
    : t('asked.all', { need })
}

const countsInWords = ({ prefers, weight }: Question, locale: string) =>
  prefers === null
    ? words(locale)('counts.no')
    : words(locale)('counts.yes', { prefers, weight: formats(locale, 'UTC').number(weight) })

const Row = ({ frame, place, one, questions }: Props & { one: Question }) => {
  const t = words(frame.locale)
  const question = questionLabel(one, frame.locale)
  const beside = questions.filter(({ shownIf }) => shownIf === one.shownIf)
  return (
    <Actions>
      {beside[0] === one ? null : (
        <Form action={moveQuestionPath(place, one.id)} hidden={{ to: 'up' }}>
          <Button label={t('move.up.which', { question })}>{t('move.up')}</Button>
        </Form>
      )}
      {beside.at(-1) === one ? null : (
        <Form action={moveQuestionPath(place, one.id)} hidden={{ to: 'down' }}>
          <Button label={t('move.down.which', { question })}>{t('move.down')}</Button>
        </Form>
      )}
      <Form action={removeQuestionPath(place, one.id)}>
        <Button label={t('remove.which', { question })}>{t('remove')}</Button>
      </Form>
    </Actions>
  )
}

const Add = ({ frame, place }: ListProps) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('add.title')}</h2>
      <p>{t('add.text')}</p>
      <Actions>
        {kinds.map((kind) => (
          <ButtonLink href={newQuestionPath(place, kind)}>{t(`kind.${kind}`)}</ButtonLink>
        ))}
      </Actions>
    </section>
  )
}

const copyForm = ({ frame, form }: ListProps) =>
  formInWords(frame.locale, { from: words(frame.locale)('copy.from') }, form, errorWords(words, frame.locale))

const Copy = (props: ListProps) => {
  const { frame, place, from } = props
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('copy.title')}</h2>
      <p>{t('copy.text', { sheet: place.sheet })}</p>
      <Form action={copyQuestionsPath(place)}>
        <Field
          {...copyForm(props).field('from')}
          type="select"
          width="short"
          options={from.map((code) => ({ value: code, label: code }))}
        />
        <Actions>
          <Button>{t('copy.submit')}</Button>
        </Actions>
      </Form>
    </section>
  )
}

type TryProps = Props & { locale: string; offered: readonly string[] }

/** The questions as those who are asked see them, in any language of the network; nothing typed here is kept. */
export const TryPage = (props: TryProps) => {
  const { frame, place, questions, locale, offered } = props
  const t = words(frame.locale)
  const nameOf = formats(frame.locale, 'UTC').language
  return (
    <OfficePage
      frame={frame}
      title={t('try.title', { sheet: place.sheet })}
      lead={t('try.lead')}
      crumbs={crumbsBelow(props)}
    >
      <p>
        {offered
          .filter((one) => one !== locale)
          .map((one, index) => (
            <>
              {index > 0 ? ' · ' : null}
              <a href={tryQuestionsPath(place, one)}>{t('try.in', { language: nameOf(one) })}</a>
            </>
          ))}
      </p>
      <div class="form" lang={locale} dir={dirOf(locale)}>
        <QuestionFields
          {...{ questions, locale }}
          values={{}}
          errorOf={() => undefined}
          isForm={place.sheet === 'application'}
        />
      </div>
    </OfficePage>
  )
}
