import { type Path, pathOf, wayBetween } from '../place.ts'
import type { Resolve } from './dressed.ts'
import { addressOf } from './met.ts'
import { pageKey, type Walked } from './walk.ts'

type Found = Pick<Walked, 'places' | 'files' | 'ways'>

/** Where an address of the site stands in the copy, for readers of a language; null where nothing does. */
export function standing(found: Found, address: string, locale: string): string | null {
  let at = address
  for (let step = 0; step < 5; step += 1) {
    const place = found.places.get(pageKey(locale, at)) ?? found.files.get(at)
    if (place !== undefined) return place
    const way = found.ways.get(at)
    if (way === undefined) return null
    at = way
  }
  return null
}

/** Where the links of pages lead in the copy. */
export function resolversOf(found: Found & { origin: string }): (page: Page) => Resolve {
  const places = new Map<string, Path | null>()
  const pathAt = (address: string, locale: string): Path | null => {
    const key = pageKey(locale, address)
    const known = places.get(key)
    if (known !== undefined) return known
    const place = standing(found, address, locale)
    const path = place === null ? null : pathOf(place)
    places.set(key, path)
    return path
  }
  return ({ address, locale, place }) => {
    const here = place.split('/')
    return (link) => {
      if (link.startsWith('#') || !isOurs(link, address, found.origin)) return link
      const to = addressOf(link, address, found.origin)
      const there = to === null ? null : pathAt(to, locale)
      return there === null ? null : wayBetween(here, there) + hashOf(link)
    }
  }
}

type Page = { address: string; locale: string; place: string }

const isOurs = (link: string, from: string, origin: string) =>
  /^\/(?!\/)/.test(link) || URL.parse(link, origin + from)?.origin === origin

/** As browsers spell it. */
function hashOf(link: string): string {
  const at = link.indexOf('#')
  if (at < 0) return ''
  const hash = link.slice(at)
  return /^#[\w-]+$/.test(hash) ? hash : new URL(hash, 'http://copy.invalid').hash
}
