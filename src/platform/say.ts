import { ar, en, es } from './words/index.ts'
import { type Catalogue, catalogue } from './words.ts'

/** Words that every page needs: the frame, errors beside fields, refusals. */
export const platformWords = catalogue({ en, es, ar })
export type PlatformWord = keyof typeof en

/** Says the code of an error beside a field: in the feature's own words where it has some, else in everyone's. */
export function errorWords<Key extends string>(
  own: Catalogue<Key>,
  locale: string,
): (code: string) => string {
  return (code) => {
    const key = `error.${code}`
    if (own.knows(key)) return own(locale)(key)
    return platformWords(locale)(platformWords.knows(key) ? key : 'error.not-understood')
  }
}
