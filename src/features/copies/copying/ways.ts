import { linkFrom } from '../place.ts'
import type { Copy } from './copy.ts'
import type { Resolve } from './dressed.ts'
import { addressOf, type CopiedPage, pageKey, type Walked } from './walk.ts'

/** Where an address of the site stands in the copy, for readers of a language; null where nothing does. */
export function standing(walked: Walked, address: string, locale: string): string | null {
  let at = address
  for (let step = 0; step < 5; step += 1) {
    const place = walked.places.get(pageKey(locale, at)) ?? walked.files.get(at)
    if (place !== undefined) return place
    const way = walked.ways.get(at)
    if (way === undefined) return null
    at = way
  }
  return null
}

/** Where the links of a page lead in the copy. */
export function resolverOf(
  { app, walked }: Pick<Copy, 'app' | 'walked'>,
  { address, locale, place }: Pick<CopiedPage, 'address' | 'locale' | 'place'>,
): Resolve {
  const asked = new Map<string, string | null>()
  const answer = (link: string): string | null => {
    if (link.startsWith('#') || !URL.canParse(link, app.origin + address)) return link
    const url = new URL(link, app.origin + address)
    if (url.origin !== app.origin) return link
    const to = addressOf(link, address, app.origin)
    const there = to === null ? null : standing(walked, to, locale)
    return there === null ? null : linkFrom(place, there) + url.hash
  }
  return (link) => {
    const known = asked.get(link)
    if (known !== undefined) return known
    const way = answer(link)
    asked.set(link, way)
    return way
  }
}
