/**
 * What the HTTP Observatory of Mozilla's developer network gives for one answer of a site, as far as an answer shows it:
 * how pages are reached without https is for whoever stands before the site.
 *
 * @source https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring, and the modifiers of its scanner
 */
export function observatoryScore(headers: Headers, html: string): number {
  const modifiers = [
    ofPolicy(headers),
    ofCookies(headers.getSetCookie()),
    ofSharing(headers),
    ofTransport(headers),
    ofReferrer(headers),
    ofScripts(html),
    headers.get('X-Content-Type-Options') === 'nosniff' ? 0 : -5,
    ofFrames(headers),
    ofResources(headers),
  ]
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
  const base = 100 + sum(modifiers.filter((modifier) => modifier < 0))
  return base < 90 ? Math.max(0, base) : base + sum(modifiers.filter((modifier) => modifier > 0))
}

/** Sources of a policy by what they are for. */
function policyOf(headers: Headers): Map<string, string[]> {
  const parts = (headers.get('Content-Security-Policy') ?? '').split(';').map((part) => part.trim())
  return new Map(
    parts.filter(Boolean).map((part) => {
      const [name = '', ...sources] = part.split(/\s+/)
      return [name, sources]
    }),
  )
}

const broad = /^(\*|(https?|ftp):(\/\/\*(\.\*)?)?)$/
const isBroad = (source: string) => broad.test(source)
const isUnsafe = (source: string) => isBroad(source) || source === "'unsafe-inline'" || source === 'data:'

function ofPolicy(headers: Headers): number {
  const policy = policyOf(headers)
  if (policy.size === 0) return -25
  const sourcesOf = (name: string) => policy.get(name) ?? policy.get('default-src') ?? ['*']
  const [scripts, styles] = [sourcesOf('script-src'), sourcesOf('style-src')]
  if (scripts.some(isUnsafe) || sourcesOf('object-src').some(isBroad)) return -20
  if ([...policy.values()].flat().some((source) => /^(http|ftp):/.test(source))) return -20
  if ([...scripts, ...styles].includes("'unsafe-eval'")) return -10
  if (styles.some(isUnsafe)) return 0
  return policy.get('default-src')?.join() === "'none'" ? 10 : 5
}

function ofCookies(cookies: string[]): number {
  if (cookies.length === 0) return 0
  const all = (attribute: RegExp) => cookies.every((cookie) => attribute.test(cookie))
  if (!all(/; *Secure/i)) return -40
  if (!all(/; *HttpOnly/i)) return -30
  return all(/; *SameSite=(Lax|Strict)/i) ? 5 : 0
}

const ofSharing = (headers: Headers) => (headers.get('Access-Control-Allow-Credentials') === 'true' ? -50 : 0)

function ofTransport(headers: Headers): number {
  const [, seconds] = /max-age=(\d+)/.exec(headers.get('Strict-Transport-Security') ?? '') ?? []
  if (seconds === undefined) return -20
  return Number(seconds) < 15_768_000 ? -10 : 0
}

function ofReferrer(headers: Headers): number {
  const policy = headers.get('Referrer-Policy')
  if (policy === null) return 0
  const isPrivate = /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(policy)
  return isPrivate ? 5 : -5
}

/** Scripts from our own pages need no fingerprint; from elsewhere there are none. */
const ofScripts = (html: string) => (/<script[^>]+src="(https?:)?\/\//.test(html) ? -50 : 0)

function ofFrames(headers: Headers): number {
  const ancestors = policyOf(headers).get('frame-ancestors')
  if (ancestors && !ancestors.some(isBroad)) return 5
  return /^(DENY|SAMEORIGIN)$/i.test(headers.get('X-Frame-Options') ?? '') ? 0 : -20
}

function ofResources(headers: Headers): number {
  const policy = headers.get('Cross-Origin-Resource-Policy')
  if (policy === null || policy === 'cross-origin') return 0
  return policy === 'same-origin' || policy === 'same-site' ? 10 : -5
}
