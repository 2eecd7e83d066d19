import { addDays, dayIn, daysBetween } from '../../platform/days.ts'
import type { Round } from '../rounds/index.ts'
import type { CalendarEvent } from './calendar.ts'

/** As much of a topic as a calendar tells. */
type PlannedTopic = {
  number: number
  title: string
  slug: string
  summary: string
  revision: number
  publishAt: Date | null
  withdrawnAt: Date | null
}

/** A round in which someone has a place, or had one: then it is cancelled in their calendar. */
export type OwnRound = {
  round: Round
  isIn: boolean
  /** Where they live, as they said when they applied. */
  zone: string
  topics: readonly PlannedTopic[]
}

/**
 * The zone of someone's own clock: the one of their settings; where nobody has chosen one, that of their last application.
 */
export const clockOf = (chosen: string, rounds: readonly OwnRound[]): string =>
  chosen === 'UTC' ? (rounds[0]?.zone ?? chosen) : chosen

/** What happens in a round, in order. A title is told once its topic is public. */
export type RoundDate =
  | { kind: 'begins' | 'half' | 'ends'; on: string }
  | {
      kind: 'topic'
      number: number
      at: Date
      shown: PlannedTopic | null
      isWithdrawn: boolean
      revision: number
    }

/** The day in the middle, of which the second half begins. */
const halfOf = ({ startsOn, endsOn }: Pick<Round, 'startsOn' | 'endsOn'>): string =>
  addDays(startsOn, Math.ceil((daysBetween(startsOn, endsOn) + 1) / 2))

/**
 * The dates of a round.
 *
 * @param dueAt when a topic of a day is due, by the clock of the round
 */
export function datesOf(
  { round, topics }: Pick<OwnRound, 'round' | 'topics'>,
  now: Date,
  dueAt: (day: string, zone: string) => Date,
): RoundDate[] {
  const due = round.topicDays.map((days, index) => {
    const number = index + 1
    const topic = topics.find((one) => one.number === number)
    const at = topic?.publishAt ?? dueAt(addDays(round.startsOn, days), round.zone)
    const isPublic = topic !== undefined && topic.publishAt !== null && topic.publishAt <= now
    const isWithdrawn = isPublic && topic.withdrawnAt !== null
    const shown = isPublic && !isWithdrawn ? topic : null
    return { kind: 'topic' as const, number, at, shown, isWithdrawn, revision: topic?.revision ?? 0 }
  })
  const [first, ...later] = due
  return [
    { kind: 'begins', on: round.startsOn },
    ...(first ? [first] : []),
    ...inOrder([...later, { kind: 'half', on: halfOf(round) }]),
    { kind: 'ends', on: round.endsOn },
  ]
}

const dayOf = (date: RoundDate) => ('on' in date ? date.on : dayIn(date.at))
const inOrder = (dates: RoundDate[]) => dates.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))

/** What a date is to a calendar, beside its words. */
export const eventOf = (
  date: RoundDate,
  code: string,
  isIn: boolean,
): Pick<CalendarEvent, 'id' | 'when' | 'sequence' | 'isCancelled'> =>
  date.kind === 'topic'
    ? {
        id: `topic-${code}-${date.number}`,
        when: { at: date.at },
        sequence: date.revision,
        isCancelled: !isIn || date.isWithdrawn,
      }
    : { id: `${date.kind}-${code}`, when: { on: date.on }, sequence: 0, isCancelled: !isIn }
