import type { Command } from '../../platform/commands.ts'
import { formats } from '../../platform/formats.ts'
import { type Contributions, terminal } from '../people/index.ts'
import { roundByCode } from '../rounds/index.ts'
import { parts, promise } from './hours.ts'
import { type RoundHours, roundHours } from './queries.ts'
import { words } from './words.ts'

/** @param features those whose acts the journal holds */
export const hoursCommandOf = (features: readonly Contributions[]): Command => ({
  name: 'hours',
  summary:
    'Show about how many hours of volunteers a round has cost, by the kind of work, as estimated from the journal.',
  args: ['ROUND'],
  async run(app, { args }) {
    const round = await roundByCode(app.db, terminal, args[0] ?? '')
    const hours = await roundHours(app.db, round, features, app.now())
    return { text: hoursAsText(hours), json: { ...hours, promise } }
  },
})

/** A table for a terminal, with what we promise below it. */
export function hoursAsText(hours: RoundHours): string {
  const t = words('en')
  const say = formats('en', 'UTC').duration
  const line = (label: string, cells: readonly string[]) =>
    [label.padEnd(22), ...cells.map((cell) => cell.padStart(18))].join('')
  const cellsOf = (minutes: RoundHours['total']) =>
    parts.map((part) => (minutes[part] === 0 ? '–' : say(minutes[part])))
  const { people, preparingHours, weekHours } = promise
  const goal = (atMost: number) => ({ people, goal: say(atMost * 60) })
  return [
    line('', ['applying', 'to introductions', 'after']),
    ...hours.tasks.map(({ task, minutes }) => line(t(`task.${task}`), cellsOf(minutes))),
    line(t('total'), cellsOf(hours.total)),
    '',
    `${t('figure.people')}: ${hours.people}`,
    `${t('figure.preparing', goal(preparingHours))} It took ${say(hours.total.preparing)}.`,
    `${t('figure.week', goal(weekHours))} Week by week: ${hours.weeks.map(say).join('; ') || 'none yet'}.`,
    t('how.not-counted'),
  ].join('\n')
}
