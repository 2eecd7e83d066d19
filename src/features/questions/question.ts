import type { Locale } from '../../platform/words.ts'

/** In the order in which they are offered. */
export const kinds = ['line', 'text', 'one', 'several', 'scale'] as const
export type Kind = (typeof kinds)[number]

/** Where a round asks: on the form of applicants, or in the survey in its middle or at its end. */
export const sheets = ['application', 'mid', 'end'] as const
export type Sheet = (typeof sheets)[number]

/** Which questions: those on one sheet of a round. */
export type Place = { code: string; sheet: Sheet }

/** Those that are answered by choosing, so that two answers can be compared. */
export const isChosen = (kind: Kind) => kind === 'one' || kind === 'several' || kind === 'scale'

/** By language; of those in which the network does not write any more, as well. */
export type InEach<Said> = Partial<Record<Locale, Said>>

export type Option = { id: string; lineageId: string; words: InEach<string> }

/** A question that a round asks beyond those of every round, or in a survey. */
export type Question = {
  id: string
  /** The same for its copies in later rounds. */
  lineageId: string
  kind: Kind
  isRequired: boolean
  /** Whether the partner reads the answer; never in a survey. */
  isShown: boolean
  /** The option of another question that must have been chosen; null when everyone is asked. */
  shownIf: string | null
  /** What the matching prefers of two answers; null where it counts for nothing. */
  prefers: 'alike' | 'different' | null
  weight: number
  words: InEach<{ label: string; hint: string }>
  /** Of a scale, its steps from the lowest; of a text, none. */
  options: Option[]
}

/** How many steps a scale has. */
export const scaleSteps = 5

/** What was said in a language, else in English, else in any. */
export const saidIn = <Said>(words: InEach<Said>, locale: string): Said | undefined =>
  words[locale as Locale] ?? words.en ?? Object.values(words)[0]

/** What was typed, by name of the field. */
type Typed = Record<string, string | string[]>

/** The name of the field in which it is answered. */
export const fieldOf = ({ id }: Pick<Question, 'id'>) => `q-${id}`
export const fieldNames = (questions: readonly Question[]) => questions.map(fieldOf)
export const listNames = (questions: readonly Question[]) =>
  questions.filter(({ kind }) => kind === 'several').map(fieldOf)

/** An answer: what was chosen, in the order of the options, or what was said. */
export type OwnAnswer = { questionId: string; optionIds: string[]; said: string }

/** An answer with the question, as it is told. */
export type GivenAnswer = Omit<OwnAnswer, 'questionId'> & {
  question: Pick<Question, 'id' | 'kind' | 'isShown' | 'words' | 'options'>
}

/** Longer than anyone's answer. */
const longest = { line: 300, text: 5000 } as const

/** Those that are asked of somebody, by what they have chosen: the rest is hidden, and what was typed there is dropped. */
export function askedOf(questions: readonly Question[], typed: Typed): Question[] {
  const everyone = questions.filter(({ shownIf }) => shownIf === null)
  const chosen = new Set(everyone.flatMap((one) => chosenIn(one, typed)))
  return questions.filter(({ shownIf }) => shownIf === null || chosen.has(shownIf))
}

/** Ids of the options that were chosen, without what is no option. */
function chosenIn(question: Question, typed: Typed): string[] {
  const ticked = [typed[fieldOf(question)] ?? []].flat()
  return question.options.map(({ id }) => id).filter((id) => ticked.includes(id))
}

/** Codes of what is missing or wrong, by field. */
export function problemsIn(questions: readonly Question[], typed: Typed): Record<string, string> {
  const problems = askedOf(questions, typed).map((one) => [fieldOf(one), problemOf(one, typed)])
  return Object.fromEntries(problems.filter(([, problem]) => problem !== null))
}

function problemOf(question: Question, typed: Typed): string | null {
  const { kind, isRequired } = question
  const { optionIds, said } = answerTo(question, typed)
  if (kind === 'line' || kind === 'text') {
    if (said.length > longest[kind]) return `too-long ${longest[kind]}`
    return isRequired && said === '' ? 'required' : null
  }
  if (!isRequired || optionIds.length > 0) return null
  return kind === 'several' ? 'choose-some' : 'choose-one'
}

function answerTo(question: Question, typed: Typed): OwnAnswer {
  const said = isChosen(question.kind) ? '' : String(typed[fieldOf(question)] ?? '').trim()
  return { questionId: question.id, optionIds: chosenIn(question, typed), said }
}

/** The answers to what was asked; those left empty are none. */
export const answersIn = (questions: readonly Question[], typed: Typed): OwnAnswer[] =>
  askedOf(questions, typed)
    .map((question) => answerTo(question, typed))
    .filter(({ optionIds, said }) => optionIds.length > 0 || said !== '')

/** The rows in which an answer is kept: one for each option that was chosen, or one with what was said. */
export const answerRows = ({ questionId, optionIds, said }: OwnAnswer): AnswerRow[] =>
  said === ''
    ? optionIds.map((optionId) => ({ questionId, optionId, said: null }))
    : [{ questionId, optionId: null, said }]
type AnswerRow = { questionId: string; optionId: string | null; said: string | null }

/** The same, with what was asked. */
export const givenIn = (questions: readonly Question[], typed: Typed): GivenAnswer[] =>
  answersIn(questions, typed).flatMap((answer) => {
    const question = questions.find(({ id }) => id === answer.questionId)
    return question ? [{ ...answer, question }] : []
  })

/** An answer with what it answered, whichever round asked: by lineage. */
export type LineageAnswer = { lineageId: string; optionLineageIds: string[]; said: string }

/** Answers to these questions, or to those they were copied from, as the form would have them typed. */
export function typedFrom(questions: readonly Question[], answers: readonly LineageAnswer[]): Typed {
  const byLineage = new Map(answers.map((one) => [one.lineageId, one]))
  return Object.fromEntries(
    questions.flatMap((question): [string, string | string[]][] => {
      const answer = byLineage.get(question.lineageId)
      if (!answer) return []
      const chosen = question.options.filter(({ lineageId }) => answer.optionLineageIds.includes(lineageId))
      const ids = chosen.map(({ id }) => id)
      return [
        [
          fieldOf(question),
          question.kind === 'several' ? ids : isChosen(question.kind) ? (ids[0] ?? '') : answer.said,
        ],
      ]
    }),
  )
}
