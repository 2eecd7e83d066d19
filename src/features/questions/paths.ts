import { officeRoundPath } from '../rounds/index.ts'
import type { Kind, Place, Sheet } from './question.ts'

/** The survey of a round, to which a sheet of questions belongs. */
export const surveyPath = (code: string, sheet: Exclude<Sheet, 'application'>) =>
  `${officeRoundPath(code)}/surveys/${sheet}`
export const questionsPath = ({ code, sheet }: Place) =>
  `${sheet === 'application' ? officeRoundPath(code) : surveyPath(code, sheet)}/questions`
const addQuestionPath = (place: Place) => `${questionsPath(place)}/add`
export const newQuestionPath = (place: Place, kind: Kind) => `${addQuestionPath(place)}?kind=${kind}`
export const copyQuestionsPath = (place: Place) => `${questionsPath(place)}/copy`
/** The questions as those who are asked will see them. @param locale the language in which to look at them */
export const tryQuestionsPath = (place: Place, locale?: string) =>
  `${questionsPath(place)}/try${locale ? `?in=${locale}` : ''}`
export const questionPath = (place: Place, id: string) => `${questionsPath(place)}/${id}`
export const moveQuestionPath = (place: Place, id: string) => `${questionPath(place, id)}/move`
export const removeQuestionPath = (place: Place, id: string) => `${questionPath(place, id)}/remove`
