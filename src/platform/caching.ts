import type { Context } from 'hono'
import type { PublicVersions } from './public-version.ts'

/**
 * Lets anyone on the way keep a public page: the same bytes for everyone in one language. A reader who is
 * signed in or has chosen a language or colours gets a page of their own, which nobody keeps.
 *
 * @source docs/decisions/0006-public-pages-are-the-same-for-everyone.md
 */
export function cachePublicly(c: Context, seconds = 60): void {
  c.header('Vary', 'Accept-Language, Cookie, Accept-Encoding')
  if (!c.req.header('Cookie')) {
    c.header('Cache-Control', `public, max-age=${seconds}, stale-while-revalidate=600, stale-if-error=86400`)
  }
}

/** Whether a page that was made may be sent again, given what the database says now. */
export type Holds = (now: PublicVersions) => Promise<boolean>

export const preferenceCookie = (isDevelopment: boolean) =>
  isDevelopment ? 'twinleaf_pref' : '__Host-twinleaf_pref'

/** Whether a reader sees what all do who chose the same language and colours: not signed in, and nothing to be told once. */
export const isAnyone = ({ req }: Context): boolean =>
  /^((__Host-)?twinleaf_pref=[^;]*)?$/.test(req.header('Cookie') ?? '')
