import { daysAfter } from '../../platform/days.ts'

/** What a case can be about, the most urgent first. */
export const kinds = ['conduct', 'help', 'parted', 'silence', 'contradiction', 'bounce', 'absence'] as const
export type Kind = (typeof kinds)[number]

/** How a case can end; none is closed without. */
export const outcomes = [
  'in-touch',
  'rematched',
  'trio',
  'spoken-to',
  'released',
  'left',
  'removed',
  'unfounded',
] as const
export type Outcome = (typeof outcomes)[number]

/** What can become of a case of that kind: a report may be settled by talking, but not by a new partner. */
export const outcomesOf = (kind: Kind): readonly Outcome[] =>
  outcomes.filter((one) =>
    kind === 'conduct' ? !['in-touch', 'rematched', 'trio'].includes(one) : one !== 'spoken-to',
  )

/** What a volunteer does next. */
export type Step = 'nudge' | 'hear' | 'release' | 'answer' | 'follow-up' | 'rematch' | 'read' | 'settle'

/** The steps of each kind of case, one after the other. The last stays until the case is closed. */
export const ladders = {
  conduct: ['read', 'settle'],
  help: ['answer', 'follow-up'],
  parted: ['rematch'],
  silence: ['nudge', 'release'],
  contradiction: ['nudge', 'hear', 'release'],
  bounce: ['hear', 'release'],
  absence: ['nudge', 'release'],
} as const satisfies Record<Kind, readonly Step[]>

const stepsOf = (kind: Kind): readonly Step[] => ladders[kind]

/** As much of a case as decides what comes next. */
export type Climbing = { kind: Kind; rung: number }

/**
 * What to do next.
 *
 * @param isWaiting whether somebody of the pairing is without a partner: then nothing matters more
 */
export function nextStep({ kind, rung }: Climbing, isWaiting: boolean): Step {
  if (isWaiting && kind !== 'conduct') return 'rematch'
  const steps = stepsOf(kind)
  return steps[Math.min(rung, steps.length - 1)] ?? 'follow-up'
}

/** The rung after something was done: the one behind it on the ladder. What is on no rung moves nothing. */
export function rungAfter({ kind, rung }: Climbing, done: Step): number {
  const steps = stepsOf(kind)
  const place = steps.indexOf(done)
  return place < rung ? rung : Math.min(place + 1, steps.length - 1)
}

/** When the step of a rung is due, once the one before is done. @param days of the steps of this kind of case */
export function dueAfter(now: Date, days: readonly number[], rung: number): Date {
  const wait = days[Math.min(rung, days.length - 1)] ?? 1
  return daysAfter(now, wait)
}

/**
 * Days more before a pairing is ended in which nobody says that they hear nothing: both may be in touch and not read us, nobody
 * waits, and two more questions go out meanwhile.
 */
const unmissedDays = 14

/**
 * When the step of a rung is due once the one before is done; of silence later where nobody says that they hear nothing.
 *
 * @param days of the steps of this kind of case
 */
export function dueAtRung(
  now: Date,
  days: readonly number[],
  { kind, rung, isMissed }: Climbing & { isMissed: boolean },
): Date {
  const due = dueAfter(now, days, rung)
  return kind === 'silence' && !isMissed ? dueAfter(due, [unmissedDays], 0) : due
}

/** How soon a new partner is offered once a pairing has ended; and how soon somebody silent is noticed. */
export const goals = { offerHours: 48, noticeDays: 7 } as const
