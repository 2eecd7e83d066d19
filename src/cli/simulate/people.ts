import { addDays } from '../../platform/days.ts'
import { between, chance, happens, oneOf } from './chance.ts'

/**
 * How somebody goes through a round. Shares are invented, within what is known of such programmes: one in ten never
 * answers, one in six drifts away, and one in twelve leaves on a journey.
 */
const tempers = [
  ['silent', 10],
  ['drifting', 16],
  ['away', 8],
  ['leaving', 3],
  ['bouncing', 1.5],
  ['late', 12],
] as const
export type Temper = (typeof tempers)[number][0] | 'steady'

/** A person of a simulated round. */
export type Invented = {
  name: string
  email: string
  locale: string
  temper: Temper
  /** From when to when they are not there; without an end, for good. Null for who is there all along. */
  gone: { from: Date; until: Date | null } | null
  /** Says before that they will be away, and lets the partner know. */
  announces: boolean
  /** Tells us when the partner is not there; others say so only when asked. */
  speaksUp: boolean
}

/** Of those who are there, so many answer a question of ours by email, and so many when asked once more; in percent. */
export const answering = { atOnce: 75, onceMore: 60 }

/** People with made up names. @param startsOn first day of mentoring, `YYYY-MM-DD` */
export function inventedPeople(seed: number, count: number, startsOn: string): Invented[] {
  return Array.from({ length: count }, (_, index) => {
    const who = chance(seed, 'who', index)
    const name = `${madeName(who)} ${madeName(who)}${madeName(who).toLowerCase()}`
    const email = `${name.toLowerCase().replace(' ', '.')}.${index}@library.example`
    const locale = oneOf(who, ['en', 'en', 'en', 'en', 'en', 'en', 'en', 'es', 'es', 'ar'])
    return temperedAs(seed, { name, email, locale }, startsOn)
  })
}

type Known = Pick<Invented, 'name' | 'email' | 'locale'>

/** How somebody will go through a round. */
export function temperedAs(seed: number, known: Known, startsOn: string): Invented {
  const { email } = known
  const temper = temperOf(seed, email)
  return {
    ...{ ...known, temper, gone: goneOf(seed, email, temper, startsOn) },
    announces: happens(chance(seed, email, 'announces'), 50),
    speaksUp: happens(chance(seed, email, 'speaks up'), 50),
  }
}

function temperOf(seed: number, email: string): Temper {
  let share = chance(seed, email, 'temper')(1000) / 10
  for (const [temper, percent] of tempers) {
    if (share < percent) return temper
    share -= percent
  }
  return 'steady'
}

function goneOf(seed: number, email: string, temper: Temper, startsOn: string): Invented['gone'] {
  const draw = chance(seed, email, 'gone')
  const day = (number: number) => new Date(`${addDays(startsOn, number)}T12:00:00Z`)
  if (temper === 'silent') return { from: day(0), until: null }
  if (temper === 'drifting') return { from: day(between(draw, 12, 80)), until: null }
  if (temper === 'leaving') return { from: day(between(draw, 5, 70)), until: null }
  // Their mailbox goes, and with it the way to them.
  if (temper === 'bouncing') return { from: day(between(draw, 1, 50)), until: null }
  if (temper !== 'away') return null
  const from = between(draw, 8, 85)
  return { from: day(from), until: day(from + between(draw, 6, 24)) }
}

/** Whether somebody writes and answers at an instant. */
export const isThere = ({ gone }: Invented, at: Date): boolean =>
  gone === null || at < gone.from || (gone.until !== null && at >= gone.until)

const syllables = [
  'ba',
  'do',
  'fi',
  'gu',
  'ha',
  'je',
  'ko',
  'li',
  'mu',
  'na',
  'pe',
  'ro',
  'si',
  'tu',
  'va',
  'zo',
] as const

function madeName(draw: (below: number) => number): string {
  const name = Array.from({ length: between(draw, 2, 3) }, () => oneOf(draw, syllables)).join('')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
