import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

type Flash = { tone: 'info' | 'success' | 'warning' | 'danger'; text: string }

/** With this prefix no other host of the same domain can put words into our pages; plain http knows none. */
const nameFor = (c: Context) => (isSecure(c) ? '__Host-twinleaf_flash' : 'twinleaf_flash')

/** In letters as they are sent, many of which stand for one of a language: a browser drops a cookie of more than 4,096. */
const longest = 3_900

/** Goes on to a page (303) that says once what was just done. `text` is a finished sentence. */
export function redirectWith(
  c: Context,
  path: string,
  text: string,
  tone: Flash['tone'] = 'success',
): Response {
  setCookie(c, nameFor(c), cookieWith({ tone, text: text.slice(0, 800) }), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: 60,
    secure: isSecure(c),
  })
  return c.redirect(path, 303)
}

/** As much of it as a browser keeps. */
function cookieWith(flash: Flash): string {
  const value = JSON.stringify(flash)
  if (encodeURIComponent(value).length <= longest) return value
  return cookieWith({ ...flash, text: `${[...flash.text].slice(0, -20).join('').trimEnd()}…` })
}

/** What the page before left to be said; it is said once. */
export function takeFlash(c: Context): Flash | undefined {
  const value = getCookie(c, nameFor(c))
  if (!value) return undefined
  setCookie(c, nameFor(c), '', { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 0, secure: isSecure(c) })
  return parseFlash(value)
}

/** The cookie comes from outside: anything that is not ours is nothing. */
function parseFlash(value: string): Flash | undefined {
  const parsed: unknown = value.startsWith('{') ? safeJson(value) : undefined
  if (!parsed || typeof parsed !== 'object') return undefined
  const { tone, text } = parsed as Record<string, unknown>
  const isTone = tone === 'info' || tone === 'success' || tone === 'warning' || tone === 'danger'
  return isTone && typeof text === 'string' ? { tone, text } : undefined
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isSecure = (c: Context) =>
  (c.var as { app?: { config: { isDevelopment: boolean } } }).app?.config.isDevelopment === false
