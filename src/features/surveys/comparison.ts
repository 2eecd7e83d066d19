import type { Question } from '../questions/index.ts'
import type { Figures, QuestionFigures } from './figures.ts'

/** A round with the figures of one of its surveys. */
export type Told = { code: string; figures: Figures }

/** In how many earlier rounds one looks back. */
const roundsBack = 3

/**
 * What part of those who answered chose each option, from 0 to 1, in the order of a question's options; null where nobody is
 * told of. Worked out of figures as they are told, so that it gives no more away.
 */
export function sharesOf({ figures }: Told, question: Question): (number | null)[] | null {
  const told = figures.questions.find(({ lineageId }) => lineageId === question.lineageId)
  if (!told) return null
  const whole = wholeOf(told, question, figures)
  if (whole === 0) return null
  return question.options.map((option) => {
    const chosen = chosenOf(told, option.lineageId)
    return chosen === null ? null : Math.min(1, chosen / whole)
  })
}

/** How many chose an option; null where it was none. */
export const chosenOf = ({ options }: QuestionFigures, lineageId: string): number | null =>
  options.find((one) => one.lineageId === lineageId)?.chosen ?? null

/** Where several can be chosen, all who answered; else all who chose. */
const wholeOf = ({ options }: QuestionFigures, { kind }: Question, { answered }: Figures) =>
  kind === 'several' ? answered : options.reduce((all, { chosen }) => all + chosen, 0)

/** The rounds before one that asked the same, the latest first. @param all the latest first */
export const earlierRounds = (all: readonly Told[], code: string, question: Question): Told[] =>
  all
    .slice(all.findIndex((one) => one.code === code) + 1)
    .filter((one) => sharesOf(one, question) !== null)
    .slice(0, roundsBack)
