import { formats } from '../../../platform/formats.ts'
import { type GivenAnswer, type Option, type Question, saidIn } from '../question.ts'
import { words } from '../words.ts'

/** What an option says: a step of a scale by its number, and at the ends by what that means. */
export function optionLabel(
  { kind, options }: Pick<Question, 'kind' | 'options'>,
  option: Option,
  locale: string,
): string {
  const said = saidIn(option.words, locale) ?? ''
  if (kind !== 'scale') return said
  const step = options.indexOf(option) + 1
  return said === '' ? String(step) : words(locale)('scale.end', { step, said })
}

export const questionLabel = ({ words: said }: Pick<Question, 'words'>, locale: string) =>
  saidIn(said, locale)?.label ?? ''

/** An answer in words, with what was asked. */
export function tellAnswer(
  { question, optionIds, said }: GivenAnswer,
  locale: string,
): { question: string; answer: string; isOwnWords: boolean } {
  const chosen = question.options.filter(({ id }) => optionIds.includes(id))
  const labels = chosen.map((option) => optionLabel(question, option, locale))
  return {
    question: questionLabel(question, locale),
    answer: said || formats(locale, 'UTC').list(labels),
    isOwnWords: said !== '',
  }
}
