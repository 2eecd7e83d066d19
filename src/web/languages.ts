import { languageDetector } from 'hono/language'
import { isLocale, type Locale, locales } from '../platform/words.ts'

export type Preference = { locale: Locale | null; theme: 'auto' | 'light' | 'dark' }

export const preferenceCookie = (isDevelopment: boolean) =>
  isDevelopment ? 'twinleaf_pref' : '__Host-twinleaf_pref'

/** The cookie comes from outside: what is not ours is left out. */
export function readPreference(value: string | undefined): Preference {
  const [locale, theme] = (value ?? '').split('.')
  return {
    locale: isLocale(locale) ? locale : null,
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  }
}

export const writePreference = ({ locale, theme }: Preference) => `${locale ?? ''}.${theme}`

/** Which of our languages a browser asks for, by its weights, is in `c.var.language`; English when it asks for none. */
export const askedLanguage = languageDetector({
  order: ['header'],
  supportedLanguages: [...locales],
  fallbackLanguage: 'en',
  caches: false,
})
