import type { App } from '../../platform/app.ts'
import { dayIn } from '../../platform/days.ts'
import { sessionKey } from '../../platform/sign-in/index.ts'
import { isLocale, type Locale } from '../../platform/words.ts'
import { type Actor, visitor } from './actor.ts'
import { rolesOf } from './grant.ts'
import { type Asking, personOfSession, stampSession } from './queries/asking.ts'
import { isOver, lastsMs, memberLimits, officeLimits } from './session.ts'

/** "Last seen" need not be exact, and a page need not write each time. */
const stampEveryMs = 60_000

/**
 * Who sends a request, by its session. Roles are read each time, so that a change holds at once.
 *
 * @param chosen the language the reader chose on this device, before the one of the account
 * @param asked the language the browser asks for, when nothing was chosen
 */
export async function actorOf(
  app: App,
  headers: Headers,
  chosen: Locale | null,
  asked: Locale,
): Promise<Actor> {
  const key = sessionKey(app, headers)
  const now = app.now()
  const asking = key ? await personOfSession(app.db, key, dayIn(now)) : undefined
  if (!asking) return visitor(chosen ?? asked)
  const limits = asking.grants.length > 0 ? officeLimits : memberLimits
  if (isOver(asking, limits, now)) return visitor(chosen ?? asked)
  const isDue = now.getTime() - asking.lastSeenAt.getTime() > stampEveryMs && (await mayStamp(app))
  if (isDue) await stampSession(app.db, asking.sessionId, now)
  const actor = actorFrom(asking, chosen)
  if (limits !== officeLimits) return actor
  const seen = isDue ? { ...asking, lastSeenAt: now } : asking
  return { ...actor, session: { idleMs: limits.idleMs, ...lastsMs(seen, limits, now) } }
}

/** On a full disk even that is left undone, so that pages can be read. */
const mayStamp = async ({ space }: App) => (await space.look()).level !== 'none'

function actorFrom(asking: Asking, chosen: Locale | null): Actor {
  const { id, name, email, zone, grants } = asking
  const lacksSecondFactor = grants.length > 0 && asking.secondFactorRequired && !asking.hasSecondFactor
  const active = lacksSecondFactor ? [] : grants
  return {
    id,
    name,
    email,
    confirmedAt: asking.confirmedAt ?? asking.createdAt,
    roles: rolesOf(active.map(({ role }) => role)),
    countries: new Set(active.flatMap(({ country }) => country ?? [])),
    locale: chosen ?? (isLocale(asking.locale) ? asking.locale : 'en'),
    zone,
    ...(lacksSecondFactor ? { lacksSecondFactor } : {}),
  }
}
