import type { MiddlewareHandler } from 'hono'
import type { Env } from '../features/people/index.ts'
import { reportsPath } from './policy-reports.ts'

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types app',
  `report-uri ${reportsPath}`,
  'report-to csp',
]

const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const filePolicy = `${nothing}; sandbox`

const always: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()',
}

/** What every answer says for the safety of its reader, by the type of what it holds. */
export const protecting = (
  type: string,
  isDevelopment: boolean,
  isForWriting = false,
): Record<string, string> => ({
  ...always,
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': policyFor(type, isDevelopment, isForWriting),
  ...(type.startsWith('text/html') && { 'Reporting-Endpoints': `csp="${reportsPath}"` }),
  ...(!isDevelopment && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
})

const mayDiffer = new Set([
  'Referrer-Policy',
  'Cross-Origin-Resource-Policy',
  'Cache-Control',
  'Content-Security-Policy',
])

/** Gives every answer those headers, error pages included. A handler may set its own of some. */
export const secureHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const { headers } = c.res
  const { app, frame } = c.var
  const isForWriting = frame?.isForWriting === true
  const said = protecting(headers.get('Content-Type') ?? '', app.config.isDevelopment, isForWriting)
  for (const [name, value] of Object.entries(said))
    if (!mayDiffer.has(name) || !headers.has(name)) headers.set(name, value)
}

/** What is pasted is read into a document of its own, which runs nothing: the editor's policy, on its pages only. */
const forWriting = (policy: readonly string[]) =>
  policy.map((line) => (line.startsWith('trusted-types') ? `${line} ProseMirrorClipboard` : line))

function policyFor(type: string, isDevelopment: boolean, isForWriting: boolean): string {
  if (type.startsWith('image/')) return filePolicy
  if (!type.startsWith('text/html')) return nothing
  const policy = isForWriting ? forWriting(pagePolicy) : pagePolicy
  return (isDevelopment ? policy : [...policy, 'upgrade-insecure-requests']).join('; ')
}
