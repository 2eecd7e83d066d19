import type { OwnAnswer, Question } from '../questions/index.ts'
import { type ColumnChoices, type Columns, isOwn, type OwnField } from './columns.ts'
import { fold } from './fold.ts'

/** What a column is taken for that answers a question of the round itself: the same for its copies in later rounds. */
export const ownFieldOf = ({ lineageId }: Pick<Question, 'lineageId'>): OwnField => `own:${lineageId}`

/** The names by which columns are known for such questions: what these say, in any language. */
export const ownNames = (questions: readonly Question[]): ReadonlyMap<string, OwnField> =>
  new Map(
    questions.flatMap((question) =>
      Object.values(question.words).map(({ label }) => [fold(label), ownFieldOf(question)] as const),
    ),
  )

/** What was said before of columns, without questions that another round asked: such a name may stand for something else in this one. */
export function stillAsked(choices: ColumnChoices, questions: readonly Question[]): ColumnChoices {
  const asked = new Set(questions.map(ownFieldOf))
  return new Map([...choices].filter(([, field]) => field === null || !isOwn(field) || asked.has(field)))
}

/**
 * What a row answers to the questions of its round. An option is known by its words in any language, a step of a scale by its
 * number as well; what is none of them stays in the row as it came.
 */
export const ownAnswersIn = (
  cells: readonly string[],
  columns: Columns,
  questions: readonly Question[],
): OwnAnswer[] =>
  questions.flatMap((question) => {
    const written = (cells[columns.indexOf(ownFieldOf(question))] ?? '').replaceAll('\0', '').trim()
    if (written === '') return []
    if (question.kind === 'line' || question.kind === 'text')
      return [{ questionId: question.id, optionIds: [], said: written }]
    const optionIds = chosenIn(question, written)
    return optionIds.length === 0 ? [] : [{ questionId: question.id, optionIds, said: '' }]
  })

function chosenIn(question: Question, written: string): string[] {
  const whole = optionIn(question, written)
  if (whole !== null) return [whole]
  if (question.kind !== 'several') return []
  // Forms part answers by semicolons or commas, and an option may have a comma of its own.
  const parts = [/[;\n|]/, /[,;\n|،、，；]/].map((by) =>
    written.split(by).map((part) => optionIn(question, part)),
  )
  const best = parts.toSorted((one, other) => known(other).length - known(one).length)[0] ?? []
  const chosen = new Set(known(best))
  return question.options.map(({ id }) => id).filter((id) => chosen.has(id))
}

const known = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null)

function optionIn({ kind, options }: Question, written: string): string | null {
  const sought = fold(written)
  if (sought === '') return null
  const said = options.find(({ words }) => Object.values(words).some((one) => fold(one) === sought))
  const step = kind === 'scale' && /^\d$/.test(sought) ? options[Number(sought) - 1] : undefined
  return (said ?? step)?.id ?? null
}
