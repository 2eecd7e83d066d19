import { parseAccept } from 'hono/utils/accept'
import { isLocale, type Locale } from '../platform/words.ts'

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

/** The first of our languages that a browser asks for, by its weights; English when it asks for none of ours. */
export const negotiate = (header: string | undefined): Locale =>
  parseAccept(header ?? '')
    .filter(({ q }) => q > 0)
    .map(({ type }) => type.toLowerCase().split('-')[0])
    .find(isLocale) ?? 'en'
