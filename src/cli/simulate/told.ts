import { goals } from '../../features/cases/case.ts'
import type { Goal } from '../../features/cases/queries/goal.ts'
import { hoursAsText } from '../../features/hours/commands.ts'
import { promise } from '../../features/hours/hours.ts'
import { type Days, type Noticing, noticeDays, type Outcome } from './outcome.ts'

/** What came of a simulated round, for a terminal: the same text for the same outcome. */
export function outcomeAsText(outcome: Outcome): string {
  const { people, alone, help, told } = outcome
  return [
    `${people.applied} applied, ${people.tookPart} got a place, ${people.reserve} were in reserve at first; ${people.pairings} pairings in all, ${outcome.mails} emails.`,
    '',
    line('Who was there no more', [
      'how many',
      `in ${noticeDays} days`,
      'later',
      'never',
      'days: middle, longest',
    ]),
    ...outcome.noticing.map((one) =>
      line(ways[one.temper], [one.count, one.inTime, one.later, one.never, inDays(one.days)]),
    ),
    `Called silent though all was well: ${outcome.falseAlarms}. Let go though they would have come back: ${outcome.letGo}.`,
    '',
    `Left alone: ${alone.count}. New partner: ${alone.newPartner} (days until then: ${inDays(alone.days)}); waiting at the end: ${alone.waiting}; left: ${alone.left}; never helped: ${alone.unhelped}.`,
    `Calls for help: ${help.calls}. Answered: ${help.answered} (days until then: ${inDays(help.days)}); without an answer at the end: ${help.calls - help.answered}.`,
    `On the page of cases: silence noticed ${inTime(told.noticed)}; new partner offered ${inTime(told.offered)}.`,
    `Without a partner at the end: ${outcome.withoutPartner}.`,
    `Sittings of volunteers: ${outcome.sittings}; in ${outcome.cutShort} of them there was more to do than time.`,
    '',
    hoursAsText(outcome.hours),
    '',
    ...verdictOf(outcome),
  ].join('\n')
}

const ways = {
  silent: 'Silent from the start',
  drifting: 'Drifted away',
  leaving: 'Left on their own page',
  bouncing: 'Mailbox is gone',
  away: 'On a journey',
  late: 'Answers late',
  steady: 'Steady',
} satisfies Record<Noticing['temper'], string>

const line = (label: string, cells: readonly (string | number)[]) =>
  [label.padEnd(24), ...cells.map((cell, at) => String(cell).padStart(at === 4 ? 24 : 12))].join('')

/** How many in time, of how many; and how many hours the middle one and the slowest took. */
const inTime = ({ inTime: soon, done, overdue, median, slowest }: Goal) =>
  `in time: ${soon} of ${done + overdue} (hours: ${median === null || slowest === null ? '–' : `${Math.round(median)}, ${Math.round(slowest)}`})`

const inDays = (days: Days) => (days ? `${days.middle}, ${days.longest}` : '–')

/** Each goal with whether it was reached, and by how much it was missed. */
function verdictOf({ noticing, alone, help, told: { offered }, hours }: Outcome): string[] {
  const sum = (of: (one: Noticing) => number) => noticing.reduce((all, one) => all + of(one), 0)
  const late = sum(({ later, never }) => later + never)
  const busiest = Math.max(0, ...hours.weeks)
  const verdicts: [boolean, string][] = [
    [
      late === 0,
      `whoever falls silent is noticed within ${noticeDays} days: ${late} of ${sum(({ count }) => count)} were not`,
    ],
    [
      help.calls === help.answered,
      `every call for help has an answer: ${help.calls - help.answered} of ${help.calls} have none`,
    ],
    [
      offered.inTime === offered.done + offered.overdue,
      `whoever waits is offered a new partner within ${goals.offerHours} hours of the decision: ${offered.done + offered.overdue - offered.inTime} of ${offered.done + offered.overdue} were not`,
    ],
    [
      alone.waiting + alone.unhelped === 0,
      `nobody who was left alone stays alone: ${alone.waiting + alone.unhelped} of ${alone.count} do`,
    ],
    [
      hours.total.preparing <= promise.preparingHours * 60,
      `at most ${promise.preparingHours} hours to the introductions`,
    ],
    [busiest <= promise.weekHours * 60, `at most ${promise.weekHours} hours in each week after`],
  ]
  return verdicts.map(([isReached, goal]) => `${isReached ? 'Reached' : 'MISSED '}  ${goal}.`)
}
