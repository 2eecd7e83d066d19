import { applicationWords } from '../../applications/index.ts'
import type { Grouping } from '../figures.ts'
import { words } from '../words.ts'

/** What a group is called; null is all that were folded into one. */
export function groupName(locale: string, grouping: Grouping, name: string | null): string {
  if (name === null) return words(locale)('group.others')
  if (grouping === 'sector') return applicationWords.find(locale, `sector.${name}`) ?? name
  return words.find(locale, `group.${grouping}.${name}`) ?? name
}
