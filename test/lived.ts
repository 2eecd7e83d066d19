import { type Locale, locales } from '../src/platform/words.ts'

/**
 * Languages in which whole stories are gone through: one of each script, since what else differs between languages is their
 * word files, which are compared sentence by sentence. All of them with EVERY_LANGUAGE=1, which takes twice as long.
 */
export const lived: readonly Locale[] = process.env.EVERY_LANGUAGE ? locales : ['en', 'ar', 'zh']
