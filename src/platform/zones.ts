import { rawTimeZones } from '@vvo/tzdb'
import { formats } from './formats.ts'

/** A time zone to choose: `label` says where it is kept, and what time it is there now. */
export type ZoneChoice = { value: string; label: string }

/** Cities and country of a zone, by each of its names. */
const places = new Map(rawTimeZones.flatMap((zone) => zone.group.map((name) => [name, zone] as const)))

const names = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')]

/** Every time zone, UTC first: "Sydney, Melbourne, Australia · 14:35" for Australia/Sydney. */
export const zoneChoices = (locale: string, now: Date): ZoneChoice[] => zoneChoicesAmong(names, locale, now)

/** The same of some zones, by their IANA names. */
export function zoneChoicesAmong(zones: readonly string[], locale: string, now: Date): ZoneChoice[] {
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime())
  const { country } = formats(locale, 'UTC')
  return zones.map((value) => {
    const time = instant.toZonedDateTimeISO(value).toPlainTime().toString({ smallestUnit: 'minute' })
    return { value, label: `${placeOf(value, country)} · ${time}` }
  })
}

/** The same under their parts of the world, without UTC. */
export const zoneGroups = (locale: string, now: Date) =>
  [...Map.groupBy(zoneChoices(locale, now).slice(1), ({ value }) => value.split('/')[0] ?? value)].map(
    ([label, options]) => ({ label, options }),
  )

function placeOf(zone: string, country: (code: string) => string): string {
  const own = zone.replaceAll('_', ' ').split('/').slice(1).reverse().join(', ')
  const place = places.get(zone)
  if (!place) return own || zone
  const spelled = place.mainCities.find((city) => isSameName(city, own)) ?? own
  const cities = place.mainCities.filter((city) => city !== spelled).slice(0, 2)
  return [spelled, ...cities, country(place.countryCode)].join(', ')
}

/** Names of zones know no accents: Sao Paulo. */
const isSameName = (city: string, own: string) => city.localeCompare(own, 'en', { sensitivity: 'base' }) === 0
