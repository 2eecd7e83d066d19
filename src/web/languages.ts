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

/** The first of our languages that a browser asks for, by its weights; English when it asks for none of ours. */
export function negotiate(header: string | undefined): Locale {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';')
      const weight = params
        .find((param) => param.trim().startsWith('q='))
        ?.trim()
        .slice(2)
      return {
        language: tag.toLowerCase().split('-')[0],
        weight: weight === undefined ? 1 : Number(weight) || 0,
      }
    })
    .sort((a, b) => b.weight - a.weight)
  for (const { language, weight } of wishes) {
    const known = locales.find((locale) => locale === language)
    if (known && weight > 0) return known
  }
  return 'en'
}
