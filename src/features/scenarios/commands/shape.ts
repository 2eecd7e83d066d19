import type { App } from '../../../platform/app.ts'
import type { Command } from '../../../platform/commands.ts'
import { terminal } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { chooseMiddle, makeTrio, moveToReserve } from '../actions/by-hand.ts'
import { undoChange } from '../actions/changes.ts'
import { liftRule } from '../actions/rules.ts'
import { participantNamed } from '../queries/people.ts'
import { codeOf, round } from './round.ts'

type Change = (app: App, code: string, id: string) => Promise<unknown>

const onePerson = (name: string, summary: string, change: Change, done: string): Command => ({
  name,
  summary: `${summary} Name them by email address or by the id of the application.`,
  args: ['WHO'],
  options: round,
  async run(app, input) {
    const { id } = await roundByCode(app.db, terminal, codeOf(input))
    const who = await participantNamed(app.db, id, input.args[0] ?? '')
    await change(app, codeOf(input), who.applicationId)
    return { text: `${who.name}: ${done}`, json: { person: who.applicationId } }
  },
})

export const hold = onePerson(
  'match hold',
  'Move someone to the reserve and keep them there in every run.',
  (app, code, id) => moveToReserve(app, terminal, code, id),
  'in reserve until you lift it with `twinleaf match unhold`.',
)
export const unhold = onePerson(
  'match unhold',
  'End the hold on someone.',
  (app, code, id) => liftRule(app, terminal, code, { kind: 'hold', two: [id, null] }),
  'no longer kept in reserve. The next run looks for a partner.',
)
export const middle = onePerson(
  'match middle',
  'Put a member of a trio in the middle. The person in the middle meets both others.',
  (app, code, id) => chooseMiddle(app, terminal, code, id),
  'in the middle now.',
)

export const trio: Command = {
  name: 'match trio',
  summary:
    'Add someone from the reserve to a pair, as the third. Name each by email address or by the id of the application.',
  args: ['WHO', 'MIDDLE'],
  options: round,
  async run(app, input) {
    const { id } = await roundByCode(app.db, terminal, codeOf(input))
    const [first = '', second = ''] = input.args
    const who = await participantNamed(app.db, id, first)
    const inTheMiddle = await participantNamed(app.db, id, second)
    await makeTrio(app, terminal, codeOf(input), {
      id: who.applicationId,
      middle: inTheMiddle.applicationId,
    })
    return {
      text: `${who.name} joins ${inTheMiddle.name}, who is now in the middle, and their partner.`,
      json: { person: who.applicationId, middle: inTheMiddle.applicationId },
    }
  },
}

export const undo: Command = {
  name: 'match undo',
  summary: 'Take back the last change by hand, together with the pins and holds it made.',
  options: round,
  async run(app, input) {
    await undoChange(app, terminal, codeOf(input))
    return { text: 'The last change by hand was taken back.', json: { undone: true } }
  },
}
