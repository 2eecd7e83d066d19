import { platformWords } from '../../../platform/say.ts'
import { yourDataPath } from '../paths.ts'

/**
 * Leads somebody without an account to all that is kept under their address, at the end of a page or of an email.
 *
 * @param origin of the site, for an email
 */
export const keptLink = (locale: string, origin = '') => ({
  href: origin + yourDataPath,
  label: platformWords(locale)('own.all'),
})
