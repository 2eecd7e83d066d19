import { isolate } from '../../../platform/bidi.ts'
import type { Named } from '../queries/people.ts'
import type { Price } from '../scenario/prices.ts'
import type { Voice } from '../telling.ts'

/** Points of a whole plan that a pin costs, or what it costs at least. */
export function tellCost(price: Price | null, atLeast: number | null, { t }: Voice, isMany = false): string {
  if (price === null)
    return atLeast === null
      ? t(isMany ? 'price.untold' : 'price.pending')
      : t('price.at-least', { points: Math.max(0, atLeast) })
  if (price.placed > 0) return t('price.places', { people: price.placed })
  return price.points < 0 ? t('cost.gain', { points: -price.points }) : t('cost', { points: price.points })
}

export const nameAndCountry = (one: Named | undefined, { t, f, locale }: Voice): string =>
  one
    ? t('price.person', { name: isolate(one.name, locale), country: f.country(one.country) })
    : t('price.nobody-known')

/** Partners by name; the reserve where there are none. */
export const partnersInWords = (ids: readonly string[], people: Map<string, Named>, voice: Voice): string =>
  ids.length === 0
    ? voice.t('price.in-reserve')
    : voice.f.list(ids.map((id) => nameAndCountry(people.get(id), voice)))

export const share = (points: number, { f }: Voice) => f.percent(points / 10_000)
