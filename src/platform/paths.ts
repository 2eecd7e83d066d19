/** A path of our own to go on to; anything that leads elsewhere becomes the home page. */
export function safePath(path: string): string {
  const base = 'http://here.invalid'
  if (!/^\/(?![/\\])/.test(path) || !URL.canParse(path, base)) return '/'
  const url = new URL(path, base)
  const resolved = url.pathname + url.search
  // Dots are resolved by now: `/..//elsewhere` has become `//elsewhere`, which a browser takes for another host.
  return url.origin === base && !resolved.startsWith('//') ? resolved : '/'
}
