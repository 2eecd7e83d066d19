import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

type Flash = { tone: 'info' | 'success' | 'warning' | 'danger'; text: string }

const name = 'twinleaf_flash'

/** Goes on to a page (303) that says once what was just done. `text` is a finished sentence. */
export function redirectWith(
  c: Context,
  path: string,
  text: string,
  tone: Flash['tone'] = 'success',
): Response {
  const value = JSON.stringify({ tone, text: text.slice(0, 800) } satisfies Flash)
  setCookie(c, name, value, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 60, secure: isSecure(c) })
  return c.redirect(path, 303)
}

/** What the page before left to be said; it is said once. */
export function takeFlash(c: Context): Flash | undefined {
  const value = getCookie(c, name)
  if (!value) return undefined
  setCookie(c, name, '', { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 0, secure: isSecure(c) })
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
