import type { Db, Tx } from '../../db/index.ts'
import type { App } from '../app.ts'
import { believe } from './believe.ts'
import { cookieNames } from './cookies.ts'
import { libraryOf } from './library-of.ts'
import { sessionKey } from './session-key.ts'

/** How a step of signing in went, with the cookies to be set, ready for `Set-Cookie`. */
export type Step = { outcome: 'signed-in' | 'asks-for-code' | 'refused'; cookies: string[] }

/**
 * Makes a link for a person to sign in by, in the place of those before it, which work no more. To the library an address
 * is but a name, so it gets one made of the id. Two that are made at once both work, unless their person is locked.
 *
 * @returns the secret of the link, which is stored nowhere
 */
export async function makeLink(app: App, personId: string): Promise<string> {
  await forgetLinks(app.db, personId)
  let secret = ''
  const hand = (token: string) => {
    secret = token
  }
  const { api } = await libraryOf(app)
  await api.signInMagicLink({
    body: { email: nameOf(personId), metadata: { hand } },
    headers: new Headers(),
  })
  return secret
}

/** Takes back the links by which a person could still sign in, and sign-ins that wait for a code. */
export const forgetLinks = (db: Db | Tx, personId: string) =>
  db
    .deleteFrom('verification')
    .where((eb) => eb.or([eb('value', '=', personId), eb('value', 'like', `%"${nameOf(personId)}"%`)]))
    .execute()

const nameOf = (personId: string) => `${personId}@person.invalid`

/** Uses up a link. It is refused when it was used, is too old, or its person is disabled. */
export async function useLink(app: App, secret: string, headers: Headers): Promise<Step> {
  const { api } = await libraryOf(app)
  const reply = await api.magicLinkVerify({
    query: { token: secret },
    headers: onlyAgent(headers),
    asResponse: true,
  })
  await believe(app, reply)
  const cookies = reply.headers.getSetCookie()
  if (!reply.ok) return { outcome: 'refused', cookies: [] }
  const { twoFactorRedirect } = (await reply.json()) as { twoFactorRedirect?: boolean }
  if (twoFactorRedirect) return { outcome: 'asks-for-code', cookies }
  await endEarlier(app, headers)
  return { outcome: 'signed-in', cookies }
}

/** The session that this browser had before a sign-in would otherwise live on, under a token nobody looks after. */
export async function endEarlier(app: App, headers: Headers): Promise<void> {
  const key = sessionKey(app, headers)
  if (key) await app.db.deleteFrom('session').where('tokenHash', '=', key).execute()
}

/** Ends the session of a request. @returns the cookies that take its own away. */
export async function signOut(app: App, headers: Headers): Promise<string[]> {
  const { api } = await libraryOf(app)
  const { headers: reply } = await api.signOut({ headers, returnHeaders: true })
  const { session } = cookieNames(app.config.isDevelopment)
  // The library takes away cookies of its own that it never set here.
  return reply.getSetCookie().filter((cookie) => cookie.startsWith(`${session}=`))
}

/** A sign-in starts afresh: cookies of an earlier one have no say in it. */
const onlyAgent = (headers: Headers) => new Headers({ 'User-Agent': headers.get('User-Agent') ?? '' })
