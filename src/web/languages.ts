import { parseAccept } from 'hono/utils/accept'
import type { Locale } from '../platform/words.ts'

/** The languages that the network offers, its own one first. */
type Offered = readonly [Locale, ...Locale[]]

export type Preference = { locale: Locale | null; theme: 'auto' | 'light' | 'dark' }

/** The cookie comes from outside: what is not offered is left out. */
export function readPreference(value: string | undefined, offered: Offered): Preference {
  const [locale, theme] = (value ?? '').split('.')
  return {
    locale: offered.find((one) => one === locale) ?? null,
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  }
}

export const writePreference = ({ locale, theme }: Preference) => `${locale ?? ''}.${theme}`

/** The first language on offer that a browser asks for, by its weights; the network's own when it asks for none. */
export const negotiate = (header: string | undefined, offered: Offered): Locale =>
  parseAccept(header ?? '')
    .filter(({ q }) => q > 0)
    .map(({ type }) => offered.find((one) => one === type.toLowerCase().split('-')[0]))
    .find((one) => one !== undefined) ?? offered[0]
