import { rawTimeZones } from '@vvo/tzdb'
import { once } from '../../platform/once.ts'
import { fold } from './fold.ts'

const countryByZone = new Map(
  rawTimeZones.flatMap((zone) => zone.group.map((name) => [name, zone.countryCode] as const)),
)
const zonesByCountry = Map.groupBy(rawTimeZones, (zone) => zone.countryCode)
// The list follows ISO 3166, in which Kosovo has no code; its clocks are those of its neighbours.
zonesByCountry.set(
  'XK',
  rawTimeZones.filter(({ name }) => name === 'Europe/Belgrade'),
)
const zoneByName = once(
  () =>
    new Map(
      [...Intl.supportedValuesOf('timeZone'), ...countryByZone.keys(), 'UTC'].map((name) => [
        fold(name),
        name,
      ]),
    ),
)

/**
 * An IANA zone as people write it: any case, spaces for underscores, the name of a city.
 *
 * @returns null when it is none, or when it could be several ("GMT+2" and "EST" are no place, and move with the summer)
 */
export function zoneOf(text: string): string | null {
  const key = fold(text)
  if (manyPlaces.has(key)) return null
  const whole = zoneByName().get(key)
  if (whole) return whole
  const cities = key === '' ? [] : [...zoneByName()].filter(([name]) => name.endsWith(` ${key}`))
  return cities.length === 1 ? (cities[0]?.[1] ?? null) : null
}

/** Letters for an hour that several countries keep, with summer time and without: EST is New York's, Panama's and Sydney's. */
const manyPlaces: ReadonlySet<string> = new Set(['est', 'mst', 'hst', 'cet', 'met', 'eet', 'wet'])

/** Whether a text is the exact name of a zone. */
export const isZone = (text: string) => zoneByName().get(fold(text)) === text

/** The country a zone belongs to, ISO 3166 alpha-2; null for UTC and the like. */
export const countryOfZone = (zone: string): string | null => countryByZone.get(zone) ?? null

/** The zones that are kept in a country, by their IANA names; UTC where nobody lives. */
export const zonesOfCountry = (country: string): string[] => {
  const own = (zonesByCountry.get(country) ?? []).map(({ name }) => name)
  return own.length > 0 ? own : ['UTC']
}

/**
 * A plausible zone for someone of a country whose own is not known.
 *
 * @returns `only`: whether the country has no other, so that nothing is guessed
 */
export function defaultZone(country: string): { zone: string; only: boolean } | null {
  const own = zonesByCountry.get(country) ?? []
  const first = own[0]
  if (!first) return null
  if (own.length === 1) return { zone: first.name, only: true }
  return { zone: zoneOfMost[country] ?? first.name, only: false }
}

/** Where most people of a wide country live. */
const zoneOfMost: Record<string, string> = {
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Pohnpei',
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  US: 'America/New_York',
}
