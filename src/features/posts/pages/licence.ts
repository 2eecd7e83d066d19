import { licenceOf } from '../../../platform/licences.ts'
import { licenceName } from '../../../platform/say.ts'
import type { Published } from '../published.ts'
import { words } from '../words.ts'

/** A licence as it is printed in a language. @param id null where nothing is said */
export const licenceIn = (locale: string, id: string | null): Published['licence'] =>
  id === null ? null : { name: licenceName(locale, id), url: licenceOf(id)?.url ?? null }

/** What others may do with what is published, as it is printed. @param licence of the text */
export function printedRights(locale: string, licence: Published['licence']): string {
  const t = words(locale)
  return licence === null ? t('feed.rights') : t('feed.rights.licence', { licence: licence.name })
}
