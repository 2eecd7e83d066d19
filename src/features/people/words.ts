import type { Formats } from '../../platform/formats.ts'
import { catalogue } from '../../platform/words.ts'
import type { Grant } from './grant.ts'
import { type Arguments, type English, files } from './words/index.ts'

export const words = catalogue<English, Arguments>(files)
export type PeopleWords = ReturnType<typeof words>

export const roleName = (t: PeopleWords, say: Formats, { role, country }: Pick<Grant, 'role' | 'country'>) =>
  country ? t('role.ambassador.of', { country: say.country(country) }) : t(`role.${role}`)
