/** The address of a database, which may name several hosts, as libpq understands it. */
export type Host = { host: string; port: number }

const parts = /^(postgres(?:ql)?:\/\/)([^/?#]*@)?([^/?#]*)([^?]*)(\?.*)?$/

function partsOf(url: string) {
  const [, scheme = '', account = '', places = '', path = '', search = ''] = parts.exec(url) ?? []
  return { scheme, account, places: places.split(','), path, search: new URLSearchParams(search) }
}

/** As if it named one host alone, which is what all others understand. */
export function addressOf(url: string, place = partsOf(url).places[0] ?? ''): string {
  const { scheme, account, places, path, search } = partsOf(url)
  if (places.length === 1) return url
  search.delete('target_session_attrs')
  return `${scheme}${account}${place}${path}${search.size > 0 ? `?${search}` : ''}`
}

/** Those it names, in their order; none for an address of one. */
export function hostsOf(url: string): Host[] {
  const { places } = partsOf(url)
  if (places.length === 1) return []
  return places.map((place) => {
    const { hostname, port } = new URL(addressOf(url, place))
    return { host: hostname.replace(/^\[(.+)\]$/, '$1'), port: Number(port || 5432) }
  })
}

/** What is wrong with an address, as the end of a sentence; null for one that can be used. */
export function faultOf(url: string): string | null {
  if (!parts.test(url)) return 'must start with postgres:// or postgresql://'
  const { places, search } = partsOf(url)
  if (!places.every((place) => URL.canParse(addressOf(url, place))))
    return 'must be a whole address, such as postgres://name:password@db.example.org:5432/twinleaf'
  if (places.length === 1) return null
  if (places.includes('')) return 'must name a host before and after each comma'
  const wanted = search.get('target_session_attrs') ?? 'read-write'
  return ['read-write', 'primary'].includes(wanted)
    ? null
    : 'must end with target_session_attrs=read-write: we write to the host that takes changes'
}

/** The name of the database on its server. */
export const databaseIn = (url: string) => decodeURIComponent(partsOf(url).path.slice(1))

/** Another database on the same server. */
export function besideIn(url: string, name: string): string {
  const { scheme, account, places, search } = partsOf(url)
  return `${scheme}${account}${places.join()}/${name}${search.size > 0 ? `?${search}` : ''}`
}
