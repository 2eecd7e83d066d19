import { movedPage } from '../pages.tsx'
import { linkFrom, placeOf } from '../place.ts'
import { oldAddresses } from '../queries.ts'
import type { Copy } from './copy.ts'
import { oldScript, searchFolder } from './found.ts'
import { addressOf } from './met.ts'
import { standing } from './ways.ts'

/** Where an old address led: to an address of the site, which stands somewhere in the copy. */
type Lead = { from: string; to: string; place: string }

/**
 * Writes what leads on from addresses of before: a page for each, and the same for servers that read `_redirects` and for
 * nginx. Where a page or a file stands already it stays.
 *
 * @returns how many there are
 */
export async function leadOn(copy: Copy): Promise<number> {
  const leads = await leadsOf(copy)
  if (leads.length === 0) return 0
  const { folder, locales, app } = copy
  const used = new Set(
    [...copy.walked.places.values(), ...copy.walked.files.values()].map((place) => place.toLowerCase()),
  )
  for (const { from, to, place } of leads) {
    const at = placeOf(from, null, true)
    const { pathname, search } = new URL(from, app.origin)
    // A picture's name is a file's, and a folder of that name would be in its way.
    if (search !== '' || /\.\w{2,4}$/.test(pathname) || used.has(at.toLowerCase())) continue
    used.add(at.toLowerCase())
    const page = movedPage(locales[0], { href: linkFrom(at, place), canonical: app.origin + to })
    await folder.put(at, Buffer.from(page))
  }
  await folder.put('_redirects', Buffer.from(leads.map(forServers).join('')))
  await folder.put(
    'nginx.map',
    Buffer.from(`map $request_uri $twinleaf_moved {\n${leads.map(forNginx).join('')}}\n`),
  )
  const asked = leads.filter(({ from }) => from.startsWith('/?'))
  if (asked.length > 0) {
    const ways = Object.fromEntries(asked.map(({ from, place }) => [from.slice(2), place]))
    await folder.put(`${searchFolder}/old-addresses.js`, Buffer.from(oldScript(ways)))
  }
  return leads.length
}

async function leadsOf({ app, site, walked, locales }: Copy): Promise<Lead[]> {
  const leads: Lead[] = []
  for (const from of await oldAddresses(app.db)) {
    const answer = await site.ask(from, locales[0])
    if (answer.status !== 301) continue
    const to = addressOf(answer.headers.get('Location') ?? '', from, app.origin)
    const place =
      to === null ? null : (standing(walked, to, locales[0]) ?? (await asFile(site, walked, to, locales[0])))
    if (to !== null && place !== null) leads.push({ from, to, place })
  }
  return leads
}

/** A picture is asked for by an address that leads on to one of its sizes. */
async function asFile(
  { ask }: Copy['site'],
  walked: Copy['walked'],
  to: string,
  locale: string,
): Promise<string | null> {
  const answer = await ask(to, locale)
  const location = answer.headers.get('Location')
  return location === null ? null : standing(walked, location, locale)
}

const folderOf = (place: string): string => encodeURI(`/${place.replace(/index\.html$/, '')}`)

function forServers({ from, place }: Lead): string {
  const { pathname, searchParams } = new URL(from, 'http://copy.invalid')
  const asked = [...searchParams].map(([key, value]) => ` ${key}=${encodeURIComponent(value)}`).join('')
  return `${pathname}${asked} ${folderOf(place)} 301\n`
}

/** With its last slash and without: WordPress wrote it, and links leave it out. A `$` would be a variable of nginx. */
export function forNginx({ from, place }: Omit<Lead, 'to'>): string {
  const ways = from.includes('?') || from.endsWith('/') ? [from] : [from, `${from}/`]
  const to = folderOf(place).replaceAll('$', '%24')
  return ways.map((way) => `  "${way.replaceAll('"', '%22')}" "${to}";\n`).join('')
}
