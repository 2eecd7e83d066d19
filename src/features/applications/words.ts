import { once } from '../../platform/once.ts'
import { catalogue, locales } from '../../platform/words.ts'
import { type Question, questionLabel } from '../questions/index.ts'
import { type Field, isOwn } from './columns.ts'
import { fold } from './fold.ts'
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

/**
 * Codes by what they are called in all languages, folded, with and without what stands in brackets; read when it is first asked for.
 * A name that stands for two of them is none.
 */
export function codesAsSaid<Code extends string>(
  codes: readonly Code[],
  namesOf: (code: Code, t: ReturnType<typeof words>) => readonly string[],
): () => ReadonlyMap<string, Code> {
  return once(() => {
    const named = codes.flatMap((code) =>
      locales
        .flatMap((locale) => namesOf(code, words(locale)))
        .flatMap((name) => [fold(name), fold(name.replace(/[(（].*$/su, ''))])
        .map((name) => [name, code] as const),
    )
    const byName = Map.groupBy(named, ([name]) => name)
    return new Map(named.filter(([name, code]) => byName.get(name)?.every(([, other]) => other === code)))
  })
}
