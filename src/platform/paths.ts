/** A path of our own to go on to; anything that leads elsewhere becomes the home page. */
export function safePath(path: string): string {
  const base = 'http://here.invalid'
  if (!/^\/(?![/\\])/.test(path) || !URL.canParse(path, base)) return '/'
  const url = new URL(path, base)
  return url.origin === base ? url.pathname + url.search : '/'
}
