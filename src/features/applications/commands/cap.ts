import type { Command } from '../../../platform/commands.ts'
import { formats } from '../../../platform/formats.ts'
import { terminal } from '../../people/index.ts'
import { type Round, roundByCode } from '../../rounds/index.ts'
import { applyCountryCap, type CapApplied } from '../actions/cap.ts'
import { roundOption } from './round.ts'
import { unansweredLines } from './unanswered.ts'

export const capCommand: Command = {
  name: 'cap apply',
  summary:
    'Give places up to the country cap, put the others on the waiting list, and email each of them once.',
  options: {
    round: roundOption,
    percent: {
      help: 'the largest share that may go to one country; that of the round by default',
      value: 'PERCENT',
    },
  },
  async run(app, { options }) {
    const percent = options.percent === undefined ? undefined : Number(options.percent)
    const round = await roundByCode(app.db, terminal, options.round ?? '')
    const done = await applyCountryCap(app, terminal, round.code, percent)
    const { unanswered, lines } = await unansweredLines(app, round, ['problem', 'asked'])
    return {
      text: [...capLines(done, round), ...lines].join('\n'),
      json: { ...done, unanswered },
    }
  },
}

/** What was done, in the past tense, and what comes next. */
function capLines(done: CapApplied, round: Round): string[] {
  const say = formats('en', round.zone)
  const capped = done.countries.filter(({ waiting }) => waiting > 0)
  return [
    `The cap was applied: at most ${say.percent(done.percent / 100)} from one country.`,
    `${done.accepted} have a place (${done.newlyAccepted} new), ${done.waiting} were put on the waiting list (${done.newlyWaiting} new).`,
    ...capped.map(
      ({ country, accepted, waiting }) =>
        `  ${say.country(country)}: ${accepted} accepted, ${waiting} on the waiting list`,
    ),
    `Next: \`twinleaf match run --round ${round.code}\`.`,
  ]
}
