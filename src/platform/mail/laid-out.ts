import type { Context } from 'hono'

/** Emails have their styles in their elements, which pages of ours may not: such a page may, and nothing else. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox',
].join('; ')

/** An email as a mail program shows it, for whoever looks at it before it is sent: nothing of it runs, or loads from elsewhere. */
export function laidOut(c: Context, { html }: { html: string }) {
  c.header('Content-Security-Policy', policy)
  return c.html(html)
}
