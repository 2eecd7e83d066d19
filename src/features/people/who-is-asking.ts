import type { App } from '../../platform/app.ts'
import { dayIn } from '../../platform/days.ts'
import { sessionKey } from '../../platform/sign-in/index.ts'
import type { Locale } from '../../platform/words.ts'
import { type Actor, visitor } from './actor.ts'
import { rolesOf } from './grant.ts'
import { type Asking, personOfSession, stampSession } from './queries/asking.ts'
import { isOver, lastsMs, memberLimits, officeLimits } from './session.ts'

type Languages = { offered: readonly [Locale, ...Locale[]]; chosen: Locale | null; asked: Locale }

/** "Last seen" need not be exact, and a page need not write each time. */
const stampEveryMs = 60_000

/**
 * Who sends a request, by its session. Roles are read each time, so that a change holds at once.
 *
 * @param languages those that the network offers, its own one first; the one that the reader chose on this device, before
 *   that of the account; and the one that the browser asks for
 */
export async function actorOf(app: App, headers: Headers, languages: Languages): Promise<Actor> {
  const { chosen, asked } = languages
  const key = sessionKey(app, headers)
  const now = app.now()
  const asking = key ? await personOfSession(app.db, key, dayIn(now)) : undefined
  if (!asking) return visitor(chosen ?? asked)
  const limits = asking.grants.length > 0 ? officeLimits : memberLimits
  if (isOver(asking, limits, now)) return visitor(chosen ?? asked)
  const isDue = now.getTime() - asking.lastSeenAt.getTime() > stampEveryMs && (await mayStamp(app))
  if (isDue) await stampSession(app.db, asking.sessionId, now)
  const actor = actorFrom(asking, languages)
  if (limits !== officeLimits) return actor
  const seen = isDue ? { ...asking, lastSeenAt: now } : asking
  return { ...actor, session: { idleMs: limits.idleMs, ...lastsMs(seen, limits, now) } }
}

/** On a full disk even that is left undone, so that pages can be read. */
const mayStamp = async ({ space }: App) => (await space.look()).level !== 'none'

function actorFrom(asking: Asking, { chosen, offered }: Languages): Actor {
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
    locale: chosen ?? offered.find((one) => one === asking.locale) ?? offered[0],
    zone,
    ...(lacksSecondFactor ? { lacksSecondFactor } : {}),
  }
}
