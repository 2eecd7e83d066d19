import type { App } from '../app.ts'
import { backupCodeTyped } from './backup-codes.ts'
import { believe } from './believe.ts'
import { takeCode } from './code-once.ts'
import { cookieIn, cookieNames } from './cookies.ts'
import { tokenHash } from './hashed-tokens.ts'
import { libraryOf } from './library-of.ts'
import { endEarlier, type Step } from './links.ts'
import { sessionKey } from './session-key.ts'

/** What a person puts into an app that shows codes, and what to keep for the day the app is lost. */
export type NewFactor = { secret: string; backupCodes: string[] }

export type CodeStep = Step | { outcome: 'wrong' | 'locked'; cookies: string[] }

/**
 * Finishes a sign-in that waits for a code: of the app, or one of the backup codes, which then is used up.
 *
 * `wrong` may be tried again, five times for one sign-in; `locked` after ten wrong ones in a row, for a quarter of
 * an hour; `refused` when nothing waits any more, or when the code was used before.
 */
export async function answerCode(app: App, headers: Headers, code: string): Promise<CodeStep> {
  const typed = code.replaceAll(/\s/g, '')
  const { api } = await libraryOf(app)
  const ask = { headers: only(app, headers, 'waiting'), asResponse: true } as const
  const isOfApp = /^\d{6}$/.test(typed)
  const reply = isOfApp
    ? await api.verifyTOTP({ ...ask, body: { code: typed } })
    : await api.verifyBackupCode({ ...ask, body: { code: backupCodeTyped(typed) } })
  const cookies = reply.headers.getSetCookie()
  if (reply.ok) return finish(app, headers, { cookies, code: isOfApp ? typed : null, reply })
  await believe(app, reply)
  const { code: reason } = (await reply.json()) as { code?: string }
  if (reason === 'INVALID_CODE' || reason === 'INVALID_BACKUP_CODE') return { outcome: 'wrong', cookies }
  return { outcome: reason === 'ACCOUNT_TEMPORARILY_LOCKED' ? 'locked' : 'refused', cookies }
}

type Finished = { reply: Response; cookies: string[]; code: string | null }

/** The library takes a code for as long as it is shown; here it is taken once, or the sign-in does not count. */
async function finish(app: App, headers: Headers, { reply, cookies, code }: Finished): Promise<CodeStep> {
  const { token, user } = (await reply.json()) as { token: string; user: { id: string } }
  if (code !== null && (await takeCode(app, user.id, code)) !== 'taken') {
    await app.db.deleteFrom('session').where('tokenHash', '=', tokenHash(token)).execute()
    return { outcome: 'refused', cookies: [] }
  }
  await endEarlier(app, headers)
  return { outcome: 'signed-in', cookies }
}

/** Makes a secret and backup codes for the person of this session, in place of earlier unconfirmed ones. */
export async function beginFactor(app: App, headers: Headers): Promise<void> {
  const { api } = await libraryOf(app)
  await api.enableTwoFactor({
    body: { method: 'totp' },
    headers: only(app, headers, 'session'),
  })
}

/** What was begun and waits for a first code. Only to be shown while it waits. */
export async function begunFactor(app: App, headers: Headers, personId: string): Promise<NewFactor> {
  const { api } = await libraryOf(app)
  const { totpURI } = await api.getTOTPURI({ body: {}, headers: only(app, headers, 'session') })
  const { backupCodes } = await api.viewBackupCodes({ body: { userId: personId } })
  return { secret: new URL(totpURI).searchParams.get('secret') ?? '', backupCodes }
}

/** Turns on what was begun, by a first code. The session goes on under a new token. */
export async function confirmFactor(app: App, headers: Headers, code: string): Promise<CodeStep> {
  const { api } = await libraryOf(app)
  const reply = await api.verifyTOTP({
    body: { code: code.replaceAll(/\s/g, '') },
    headers: only(app, headers, 'session'),
    asResponse: true,
  })
  await believe(app, reply)
  if (!reply.ok) return { outcome: 'wrong', cookies: [] }
  const { user } = (await reply.json()) as { user: { id: string } }
  await takeCode(app, user.id, code.replaceAll(/\s/g, ''))
  return { outcome: 'signed-in', cookies: reply.headers.getSetCookie() }
}

/**
 * A person shows in the middle of a session that it is still they, by a code of their app. The session goes on under a
 * new token, no longer than it would have.
 */
export async function confirmAgain(
  app: App,
  headers: Headers,
  { personId, code }: { personId: string; code: string },
): Promise<CodeStep> {
  const outcome = await takeCode(app, personId, code.replaceAll(/\s/g, ''))
  if (outcome !== 'taken') return { outcome, cookies: [] }
  const earlier = await app.db
    .selectFrom('session')
    .select('createdAt')
    .where('tokenHash', '=', sessionKey(app, headers))
    .executeTakeFirstOrThrow()
  const { api } = await libraryOf(app)
  const reply = await api.renewSession({
    headers: only(app, headers, 'session'),
    asResponse: true,
  })
  if (!reply.ok) throw new Error(`the sign-in library answered ${reply.status}`)
  const { token } = (await reply.json()) as { token: string }
  await app.db
    .updateTable('session')
    .set({ createdAt: earlier.createdAt, confirmedAt: app.now() })
    .where('tokenHash', '=', tokenHash(token))
    .execute()
  return { outcome: 'signed-in', cookies: reply.headers.getSetCookie() }
}

/** The one cookie a step is about: a browser may hold both, of different people. */
function only(app: App, headers: Headers, kind: 'session' | 'waiting'): Headers {
  const name = cookieNames(app.config.isDevelopment)[kind]
  const value = cookieIn(headers, name)
  const chosen = new Headers({ 'User-Agent': headers.get('User-Agent') ?? '' })
  if (value) chosen.set('Cookie', `${name}=${encodeURIComponent(value)}`)
  return chosen
}
