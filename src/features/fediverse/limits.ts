import { type ListedLimit, often } from '../../platform/limits.ts'
import { gateLimits } from './gate.ts'
import { documentLimits } from './schema/messages.ts'

/** What one server may send: a post that is read by many brings this much, and no more. */
export const serverLimit = { count: 600, minutes: 10 }
/** What one account may write: nobody has more to say. */
export const accountLimit = { count: 30, minutes: 10 }
/** What one server may report until an editor has looked at some of it. */
export const mostOpenReports = 20
/** Documents of strangers that we fetch, because a message says it is theirs. */
export const fetchLimits = { perHost: 30, perMinute: 240, atOnce: 8, waitMs: 5_000 } as const

/** The same for the docs. */
export const listedLimits: readonly ListedLimit[] = [
  {
    of: 'a message from the fediverse',
    most: `${gateLimits.bytes / 1024} KB, ${gateLimits.depth} deep, ${gateLimits.objects} objects, ${gateLimits.hours} hour old`,
    past: '413, 400, 401',
  },
  { of: 'messages from the fediverse, by one server', ...often(serverLimit) },
  { of: 'messages from the fediverse, by one account', ...often(accountLimit) },
  {
    of: 'open reports from the fediverse, by one server',
    most: `${mostOpenReports}`,
    past: '202, and it is let pass',
  },
  {
    of: 'documents of accounts that are fetched',
    most: `${fetchLimits.perHost} a minute of one server, ${fetchLimits.perMinute} in all, ${fetchLimits.atOnce} at once, ${documentLimits.bytes / 1024} KB, ${fetchLimits.waitMs / 1000} s`,
    past: '503, Retry-After',
  },
]
