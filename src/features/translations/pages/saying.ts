import type { Fault, Unfit } from '../queries/checking.ts'
import { words } from '../words.ts'

/** Why a file is refused as a whole, in words. */
export const unfitSaid = (locale: string, unfit: Unfit): string =>
  unfit.code === 'not-xliff'
    ? words(locale)('unfit.not-xliff', { line: unfit.line })
    : words(locale)('unfit.not-our-language', { language: unfit.language || '–' })

/** What is wrong with a sentence, after its folder and key. */
export const faultsSaid = (locale: string, faults: readonly Fault[]): string[] =>
  faults.map(({ folder, key, code, said }) => `${folder}:${key}: ${faultSaid(locale, { code, said })}`)

export const faultSaid = (locale: string, { code, said }: Pick<Fault, 'code' | 'said'>): string =>
  words(locale)(`fault.${code}`, { said: said.join(', ') })
