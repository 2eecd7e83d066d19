import { catalogue } from '../../platform/words.ts'
import { type Question, questionLabel } from '../questions/index.ts'
import { type Field, isOwn } from './columns.ts'
import { ownFieldOf } from './own-columns.ts'
import { type Arguments, type English, files } from './words/index.ts'

/** What the pages and mails of applications say. */
export const words = catalogue<English, Arguments>(files, 'applications')

/** What a column is taken for, in words; a question of the round by what it asks. */
export function fieldName(field: Field, questions: readonly Question[], locale: string): string {
  if (!isOwn(field)) return words(locale)(`column-field.${field}`)
  const question = questions.find((one) => ownFieldOf(one) === field)
  return question ? questionLabel(question, locale) : words(locale)('column-field.gone')
}
