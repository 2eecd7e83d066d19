import { getCookie, setCookie } from 'hono/cookie'
import { router } from '../features/people/index.ts'
import { preferenceCookie } from '../platform/caching.ts'
import { typedIn } from '../platform/forms.ts'
import { safePath } from '../platform/paths.ts'
import { readPreference, writePreference } from './languages.ts'

/** The reader's choice of language and colours, kept in a cookie that says nothing else. */
export const preferences = router()

preferences.post('/preferences', async (c) => {
  const typed = await typedIn(c)
  const { app, network } = c.var
  const { isDevelopment } = app.config
  const name = preferenceCookie(isDevelopment)
  const before = readPreference(getCookie(c, name), network.locales)
  const { theme } = readPreference(`.${typed.theme ?? before.theme}`, network.locales)
  const locale = network.locales.find((one) => one === typed.locale) ?? before.locale
  setCookie(c, name, writePreference({ locale, theme }), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: !isDevelopment,
    maxAge: 31_536_000,
  })
  return c.redirect(safePath(String(typed.back ?? '/')), 303)
})
