import { bodyLimits, megabyte } from '../platform/bodies/index.ts'
import type { ListedLimit } from '../platform/limits.ts'
import { keptPageLimits } from './kept-pages.ts'
import { reportLimits } from './policy-reports.ts'
import { socketLimits } from './sockets.ts'

/** What Node is told of each request. */
export const requestLimits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  // Node looks every thirty seconds otherwise whether the above have passed.
  connectionsCheckingInterval: 2_000,
  // One that names no host is answered by us: see `answerUnreadable`.
  requireHostHeader: false,
} as const

const seconds = (ms: number) => `${ms / 1_000} s`
const megabytes = (bytes: number) => `${bytes / megabyte} MB`

/** The limits that the site itself sets, whatever its features. */
export const siteLimits: readonly ListedLimit[] = [
  { of: 'connections', most: `${socketLimits.total}`, past: 'shut' },
  {
    of: 'connections of a network (IPv4 address, IPv6 /64) that is no trusted proxy',
    most: `${socketLimits.perNetwork}`,
    past: 'shut',
  },
  { of: 'headers of a request', most: `${requestLimits.maxHeaderSize / 1024} KB`, past: '431' },
  { of: 'time until the headers are there', most: seconds(requestLimits.headersTimeout), past: '408' },
  { of: 'time until a request is there', most: seconds(requestLimits.requestTimeout), past: '408' },
  { of: 'idle time of a connection', most: seconds(requestLimits.keepAliveTimeout), past: 'shut' },
  { of: 'a form', most: megabytes(bodyLimits.bytes), past: '413' },
  { of: 'fields of a form', most: `${bodyLimits.fields}`, past: '413' },
  { of: 'files of a form', most: `${bodyLimits.files}`, past: '413' },
  { of: 'all forms that are being received, in memory', most: 'BODIES_MB', past: '503, Retry-After' },
  { of: 'all files that are being received, on disk', most: '10 times BODIES_MB', past: '503, Retry-After' },
  {
    of: 'a report of a browser',
    most: `${reportLimits.bytes / 1024} KB, ${reportLimits.perMinute} a minute of one network`,
    past: '413, 429',
  },
  {
    of: 'public pages kept to be sent again',
    most: megabytes(keptPageLimits.again),
    past: 'the longest unread goes',
  },
  {
    of: 'public pages and pictures kept for when the database is away',
    most: megabytes(keptPageLimits.away),
    past: 'the longest unread goes',
  },
]
