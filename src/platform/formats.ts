import { LRUCache } from 'lru-cache'
import { isolate, isolateSigns } from './bidi.ts'
import { joining } from './joining.ts'
import { languageOf } from './languages.ts'
import { numbering } from './words.ts'

/** Says dates, numbers, countries and languages in a reader's language and zone. Made once per language and zone. */
export type Formats = {
  /** A day `YYYY-MM-DD` in words: "Monday, 29 February 2016". */
  day(day: string): string
  /** A day without its weekday: "29 February 2016". */
  shortDay(day: string): string
  /** The weekday of a day, short: "Mon". */
  weekday(day: string): string
  /** A month `YYYY-MM`: "February 2016". */
  month(month: string): string
  /** An instant with its zone: "15 February 2016 at 23:59 GMT+11". */
  instant(at: Date): string
  number(value: number): string
  /** "1 h 23 min": whole minutes, so that those of a table add up. */
  duration(minutes: number): string
  /** "82 %", with a space that does not break. */
  percent(share: number): string
  /** "English, French and Arabic". */
  list(parts: readonly string[]): string
  /** The same of people's names, each of which keeps its own direction. */
  names(names: readonly string[]): string
  /** Common name of an ISO 3166 alpha-2 code. */
  country(code: string): string
  /** Name of an ISO 639 code. */
  language(code: string): string
  /** Name of an IANA zone as people use it on a day: zones have begun and ended summer time. */
  zone(zone: string, day: string): string
  compare(a: string, b: string): number
}

const made = new LRUCache<string, Formats>({ max: 500 })

/** @param zone IANA name; the zone in which instants are said */
export function formats(locale: string, zone: string): Formats {
  const key = `${locale} ${zone}`
  const known = made.get(key) ?? makeFormats(numbering(locale), zone, languageOf(locale)?.percent)
  made.set(key, known)
  return known
}

/** Places whose long name is an official one that people do not use: Hong Kong, Macao, Palestine. */
const formallyNamed = new Set(['HK', 'MO', 'PS'])

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

function makeFormats(tag: string, zone: string, ending = '%'): Formats {
  const day = new Intl.DateTimeFormat(tag, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const shortDay = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const instant = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
    timeZoneName: 'short',
  })
  const sayInstant = (at: Date) =>
    isChinese(tag) ? withZoneBehind(tag, instant.formatToParts(at)) : instant.format(at)
  const number = new Intl.NumberFormat(tag)
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 })
  const duration = new Intl.DurationFormat(tag, { style: 'short' })
  const minutesAlone = new Intl.DurationFormat(tag, { style: 'short', minutesDisplay: 'always' })
  const sayDuration = (whole: number) =>
    whole < 60
      ? minutesAlone.format({ minutes: whole })
      : duration.format({ hours: Math.floor(whole / 60), minutes: whole % 60 })
  // In Chinese the narrow one is what is printed: 甲、乙、丙.
  const list = new Intl.ListFormat(tag, { type: 'conjunction', style: isChinese(tag) ? 'narrow' : 'long' })
  const countries = new Intl.DisplayNames(tag, { type: 'region' })
  const shortCountries = new Intl.DisplayNames(tag, { type: 'region', style: 'short' })
  const languages = new Intl.DisplayNames(tag, { type: 'language' })
  const collator = new Intl.Collator(tag)
  return {
    day: remembered((text) => inRunningText(tag, withFirst(tag, day.format(noon(text))))),
    shortDay: remembered((text) => withFirst(tag, shortDay.format(noon(text)))),
    weekday: (text) => weekday.format(noon(text)),
    month: (text) => month.format(noon(`${text}-01`)),
    instant: (at) => withWholeZone(withFirst(tag, sayInstant(at))),
    number: (value) => isolateSigns(number.format(value)),
    duration: (minutes) => isolateSigns(sayDuration(Math.round(minutes))),
    percent: (share) => isolateSigns(percent.format(share).replace(/(?<=\d)%/, ending)),
    list: (parts) => list.format(parts),
    names: (names) => list.format(names.map((name) => isolate(name, tag.slice(0, 2)))),
    country: remembered((code) => nameOf(formallyNamed.has(code) ? shortCountries : countries, code)),
    language: remembered((code) => nameOf(languages, code)),
    zone: zonesIn(tag),
    compare: (a, b) => collator.compare(a, b),
  }
}

/** So many days, or names, are remembered of each kind. */
const mostRemembered = 500

/** What lists say again and again. */
function remembered(say: (text: string) => string): (text: string) => string {
  const said = new Map<string, string>()
  return (text) => {
    const known = said.get(text)
    if (known !== undefined) return known
    if (said.size >= mostRemembered) said.clear()
    const words = say(text)
    said.set(text, words)
    return words
  }
}

const isChinese = (tag: string) => tag.startsWith('zh')

/** Intl puts the zone between the day and the hour: "2016年8月7日 GMT+10 23:59". */
function withZoneBehind(tag: string, parts: readonly Intl.DateTimeFormatPart[]): string {
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const others = parts.filter(({ type }) => type !== 'timeZoneName').map(({ value }) => value)
  return joining(tag.slice(0, 2)).aside(others.join('').replaceAll(/ +/g, ' '), zone)
}

/** The first of a month, alone or behind a weekday, is an ordinal: "1er septembre", "1º de setembro". */
function withFirst(tag: string, day: string): string {
  if (tag === 'fr') return day.replace(/(?<=^|\p{L} )1(?= \p{L})/u, '1er')
  return tag === 'pt' ? day.replace(/(?<=^|, )1(?= de )/, '1º') : day
}

/** "GMT−4" with a minus sign: after a hyphen a line may end. */
const withWholeZone = (instant: string) => instant.replace(/-(?=\d)/, '\u2212')

/**
 * In a Spanish sentence no comma follows the weekday: "el lunes 29 de febrero". In a Portuguese one the weekday comes
 * last, since "em" and "até" stand before a date alone: "em 29 de fevereiro de 2016 (segunda-feira)".
 */
function inRunningText(tag: string, day: string): string {
  if (tag === 'es') return day.replace(', ', ' ')
  return tag === 'pt' ? day.replace(/^(.+), (.+)$/, '$2 ($1)') : day
}

/** Words that are no code at all, as people wrote them, stay as they are. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch (error) {
    if (error instanceof RangeError) return code
    throw error
  }
}

function zonesIn(tag: string): (name: string, day: string) => string {
  const onDay = remembered((both) => {
    const [name = '', day = ''] = both.split(' ')
    return zoneName(tag, name, noon(day))
  })
  return (name, day) => onDay(`${name} ${day}`)
}

function zoneName(tag: string, zone: string, at: Date): string {
  if (zone === 'UTC') return zone
  const parts = new Intl.DateTimeFormat(tag, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(
    at,
  )
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}
