import { licenceOf } from '../../../platform/licences.ts'
import { licenceSays } from '../reprint.ts'
import { words } from '../words.ts'

/** What the licence of a text says of reprints, plainly; null where it has none that speaks of them. */
export function licenceSentence(locale: string, id: string | null): string | null {
  const says = licenceSays(id)
  const licence = licenceOf(id ?? '')
  if (!says || !licence) return null
  const t = words(locale)
  const name = { licence: licence.name }
  if (says.forMoney) return t(says.translated ? 'licence.free' : 'licence.as-it-is', name)
  return t(says.translated ? 'licence.not-for-money' : 'licence.not-for-money-as-it-is', name)
}
