import { isolate } from '../../../platform/bidi.ts'
import { formats } from '../../../platform/formats.ts'
import type { ListPage } from '../../../platform/paging.ts'
import { pagerOf } from '../../../platform/say.ts'
import { Empty, type Frame, OfficePage, Pager, Tag } from '../../../ui/index.ts'
import { type Question, questionLabel } from '../../questions/index.ts'
import type { Round } from '../../rounds/index.ts'
import { surveyPath, textsPath } from '../paths.ts'
import type { SurveyText } from '../queries/texts.ts'
import type { SurveySheet } from '../survey.ts'
import { words } from '../words.ts'
import { surveyCrumbs } from './survey.tsx'

type Props = {
  frame: Frame
  round: Round
  sheet: SurveySheet
  questions: readonly Question[]
  list: Pick<ListPage<SurveyText>, 'shown' | 'page' | 'pages'>
}

/** What people wrote, question by question and without names. */
export const TextsPage = ({ frame, round, sheet, questions, list }: Props) => {
  const t = words(frame.locale)
  const byQuestion = Map.groupBy(list.shown, ({ questionId }) => questionId)
  return (
    <OfficePage
      frame={frame}
      title={t('texts.title')}
      lead={t('texts.lead')}
      crumbs={surveyCrumbs({ frame, round }, sheet)}
    >
      {list.shown.length === 0 ? (
        <Empty title={t('texts.none')} text={t('texts.none.text')}>
          <a href={surveyPath(round.code, sheet)}>{t('survey.title', { sheet })}</a>
        </Empty>
      ) : null}
      {[...byQuestion].map(([id, texts]) => {
        const question = questions.find((one) => one.id === id)
        return (
          <section>
            <h2>{question ? questionLabel(question, frame.locale) : null}</h2>
            <ul class="said">
              {texts.map((text) => (
                <Said frame={frame} text={text} />
              ))}
            </ul>
          </section>
        )
      })}
      <Pager {...pagerOf(frame.locale, list, (page) => textsPath(round.code, sheet, page))} />
    </OfficePage>
  )
}

const Said = ({ frame, text }: { frame: Frame; text: SurveyText }) => {
  const t = words(frame.locale)
  const { said, quotes, name, country } = text
  return (
    <li>
      <p dir="auto" class="words">
        {said}
      </p>
      {quotes === 'unnamed' ? <Tag>{t('texts.quote.unnamed')}</Tag> : null}
      {quotes === 'named' && name ? (
        <Tag>
          {t('texts.quote.named', {
            name: isolate(name, frame.locale),
            country: country ? formats(frame.locale, 'UTC').country(country) : '',
          })}
        </Tag>
      ) : null}
    </li>
  )
}
