import * as z from 'zod'
import { router } from '../features/people/index.ts'
import type { App } from '../platform/app.ts'
import { perMinute } from '../platform/per-minute.ts'
import { TooMany } from '../platform/refusals.ts'
import { shortText } from '../platform/short-text.ts'
import { networkOf } from '../platform/sign-in/index.ts'
import { countPolicyReport } from './metrics/index.ts'

/** What browsers may send of what our pages were kept from doing. */
export const reportLimits = { bytes: 8 * 1024, perMinute: 10 } as const

/** Pages of ours can break no oftener. */
const counted = perMinute(reportLimits.perMinute)

export const reportsPath = '/csp-reports'

const old = z.object({
  'csp-report': z.object({
    'effective-directive': z.string().optional(),
    'blocked-uri': z.string().optional(),
  }),
})
const body = z.object({ effectiveDirective: z.string().optional(), blockedURL: z.string().optional() })
const many = z.array(z.object({ type: z.string(), body: body.optional() })).max(20)

/** A kind of violation, in words of ours alone: an address may be someone's, or hold a secret. */
type Kind = { directive: string; blocked: string }

/** Takes reports of browsers. Nobody waits for an answer, so there is none but that it came. */
export const policyReports = router()

policyReports.post(reportsPath, async (c) => {
  const { app } = c.var
  const later = counted(app, networkOf(c, app.config.trustedProxies))
  if (later > 0) throw new TooMany('too-many', later)
  const text = await shortText(c.req.raw, reportLimits.bytes)
  for (const kind of kindsIn(text, app.origin)) {
    countPolicyReport(kind)
    logOnce(app, kind)
  }
  return c.body(null, 204)
})

function kindsIn(text: string, origin: string): Kind[] {
  const given = parsed(text)
  const asOld = old.safeParse(given)
  if (asOld.success) {
    const { 'effective-directive': directive, 'blocked-uri': blocked } = asOld.data['csp-report']
    return [kindOf(directive, blocked, origin)]
  }
  const asMany = many.safeParse(given)
  return (asMany.success ? asMany.data : [])
    .filter(({ type }) => type === 'csp-violation')
    .map((report) => kindOf(report.body?.effectiveDirective, report.body?.blockedURL, origin))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const directives = new Set(
  'script-src script-src-elem script-src-attr style-src style-src-elem style-src-attr img-src font-src connect-src manifest-src form-action base-uri frame-ancestors frame-src object-src default-src media-src worker-src require-trusted-types-for trusted-types'.split(
    ' ',
  ),
)

const blockedKinds = [
  'inline',
  'eval',
  'wasm-eval',
  'trusted-types-sink',
  'trusted-types-policy',
  'data',
  'blob',
]

const kindOf = (directive = '', blocked = '', origin: string): Kind => ({
  directive: directives.has(directive) ? directive : 'other',
  blocked: blockedKind(blocked, origin),
})

function blockedKind(blocked: string, origin: string): string {
  const known = blockedKinds.find((kind) => blocked === kind || blocked.startsWith(`${kind}:`))
  if (known) return known
  if (blocked === origin || blocked.startsWith(`${origin}/`)) return 'ours'
  if (/^(chrome|moz|safari-web|ms-browser)-extension(:|$)/.test(blocked)) return 'extension'
  return 'elsewhere'
}

const logged = new WeakMap<App['db'], Set<string>>()

/** Each kind once since the start: a broken page is opened by many. */
function logOnce({ db, log }: App, kind: Kind): void {
  const known = logged.get(db) ?? new Set()
  logged.set(db, known)
  const name = `${kind.directive} ${kind.blocked}`
  if (known.has(name)) return
  known.add(name)
  log.warn(kind, 'policy_violated')
}
