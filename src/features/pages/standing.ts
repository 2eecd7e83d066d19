import type { Locale } from '../../platform/words.ts'
import { type PageName, type Revision, textFor } from './page.ts'

/** How a page stands in one language; `elsewhere` is the language that its readers get instead. */
export type Standing =
  | { state: 'supplied' }
  | { state: 'own'; number: number }
  | { state: 'behind'; version: string; elsewhere: Locale }
  | { state: 'missing'; elsewhere: Locale }

/**
 * @param newest the newest text of each page and language that anyone has written
 * @param conduct the version of the code of conduct that people accept now
 * @param offered languages, in the order in which one stands in for another
 */
export function standingOf(
  { page, locale }: { page: PageName; locale: Locale },
  newest: readonly (Revision & { page: PageName })[],
  conduct: string,
  offered: readonly Locale[],
): Standing {
  const texts = newest.filter((one) => one.page === page)
  const own = texts.find((one) => one.locale === locale)
  const shown = textFor(texts, page === 'code-of-conduct' ? conduct : null, [locale, ...offered])
  if (!shown) return { state: 'supplied' }
  if (own && shown === own) return { state: 'own', number: own.number }
  if (!own) return { state: 'missing', elsewhere: shown.locale }
  return { state: 'behind', version: own.version ?? '', elsewhere: shown.locale }
}
