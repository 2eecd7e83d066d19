/** The page of ours from which something was sent, with its query; null when that is not known. */
export function pageBefore(headers: Headers, url: string): string | null {
  const from = headers.get('Referer') ?? ''
  if (!URL.canParse(from)) return null
  const { host, pathname, search } = new URL(from)
  return host === (headers.get('Host') ?? new URL(url).host) ? safePath(pathname + search) : null
}

/** A path of our own to go on to; anything that leads elsewhere becomes the home page. */
export function safePath(path: string): string {
  const base = 'http://here.invalid'
  if (!/^\/(?![/\\])/.test(path) || !URL.canParse(path, base)) return '/'
  const url = new URL(path, base)
  const resolved = url.pathname + url.search + url.hash
  // Dots are resolved by now: `/..//elsewhere` has become `//elsewhere`, which a browser takes for another host.
  return url.origin === base && !resolved.startsWith('//') ? resolved : '/'
}

/** A path with those of the values that say something. */
export function withQuery(path: string, values: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== '') query.set(name, String(value))
  return query.size === 0 ? path : `${path}?${query}`
}
