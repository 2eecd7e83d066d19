import { dirOf } from '../../../platform/words.ts'
import { words } from '../words.ts'

type AskedProps = {
  questions: readonly string[]
  /** The language of the questions, and that of the page. */
  locale: string
  reader: string
  /** How many partners the reader has. */
  partners: number
}

/** On someone's own front page: what this fortnight's topic gives them to talk over. */
export const QuestionsAtHome = ({ questions, locale, reader, partners }: AskedProps) =>
  questions.length === 0 ? null : (
    <>
      <h3>{words(reader)('mine.questions', { count: partners })}</h3>
      <ol lang={locale} dir={dirOf(locale)}>
        {questions.map((question) => (
          <li>{question}</li>
        ))}
      </ol>
    </>
  )
