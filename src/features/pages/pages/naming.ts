import { formats } from '../../../platform/formats.ts'
import { joining } from '../../../platform/joining.ts'
import { dayOf } from '../page.ts'

/** A version of the code of conduct as people say it: its day, and its place among those of that day. */
export function versionName(version: string, locale: string): string {
  const day = formats(locale, 'UTC').shortDay(dayOf(version))
  const [, place] = version.split('.')
  return place ? joining(locale).aside(day, place) : day
}
