import type { MiddlewareHandler } from 'hono'
import type { Env } from '../features/people/index.ts'

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

/**
 * The headers every answer carries, error pages included. A handler may set its own `Referrer-Policy`,
 * `Cache-Control` and `Cross-Origin-Resource-Policy` before.
 */
export const secureHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const { headers } = c.res
  const { isDevelopment } = c.var.app.config
  const type = headers.get('Content-Type') ?? ''
  for (const [name, value] of Object.entries(always)) headers.set(name, value)
  setUnlessThere(headers, 'Referrer-Policy', 'strict-origin-when-cross-origin')
  setUnlessThere(headers, 'Cross-Origin-Resource-Policy', 'same-origin')
  setUnlessThere(headers, 'Cache-Control', 'no-store')
  setUnlessThere(headers, 'Content-Security-Policy', policyFor(type, isDevelopment))
  if (!isDevelopment) headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
}

function setUnlessThere(headers: Headers, name: string, value: string) {
  if (!headers.has(name)) headers.set(name, value)
}

function policyFor(type: string, isDevelopment: boolean): string {
  if (type.startsWith('image/')) return filePolicy
  if (!type.startsWith('text/html')) return nothing
  return (isDevelopment ? pagePolicy : [...pagePolicy, 'upgrade-insecure-requests']).join('; ')
}
