import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Env } from '../features/people/index.ts'
import { preferenceCookie } from '../platform/caching.ts'
import type { Network } from '../platform/network/index.ts'
import type { Locale } from '../platform/words.ts'
import { negotiate, type Preference, readPreference } from './languages.ts'

/** What a reader has chosen, which a cookie says; and the language that their browser asks for. */
export function wishOf(
  c: Context<Env>,
  offered: Network['locales'],
): { preference: Preference; asked: Locale } {
  const cookie = getCookie(c, preferenceCookie(c.var.app.config.isDevelopment))
  return {
    preference: readPreference(cookie, offered),
    asked: negotiate(c.req.header('Accept-Language'), offered),
  }
}
