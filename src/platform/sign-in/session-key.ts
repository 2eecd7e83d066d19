import type { App } from '../app.ts'
import { cookieIn, cookieNames } from './cookies.ts'
import { tokenHash } from './hashed-tokens.ts'

/** Under which `session.token_hash` the session of a request is kept; null when it brings none. */
export function sessionKey(app: App, headers: Headers): string | null {
  const value = cookieIn(headers, cookieNames(app.config.isDevelopment).session)
  const token = value?.split('.')[0]
  return token ? tokenHash(token) : null
}
