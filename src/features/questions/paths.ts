import { officeRoundPath } from '../rounds/index.ts'
import type { Kind } from './question.ts'

export const questionsPath = (code: string) => `${officeRoundPath(code)}/questions`
export const addQuestionPath = (code: string) => `${questionsPath(code)}/add`
export const newQuestionPath = (code: string, kind: Kind) => `${addQuestionPath(code)}?kind=${kind}`
export const copyQuestionsPath = (code: string) => `${questionsPath(code)}/copy`
/** The questions as an applicant will see them. @param locale the language in which to look at them */
export const tryQuestionsPath = (code: string, locale?: string) =>
  `${questionsPath(code)}/try${locale ? `?in=${locale}` : ''}`
export const questionPath = (code: string, id: string) => `${questionsPath(code)}/${id}`
export const moveQuestionPath = (code: string, id: string) => `${questionPath(code, id)}/move`
export const removeQuestionPath = (code: string, id: string) => `${questionPath(code, id)}/remove`
