import type { App } from '../../../platform/app.ts'
import type { Command } from '../../../platform/commands.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { terminal } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { codeOf, type Named, participantNamed, roundOption } from '../../scenarios/index.ts'
import { partPairing } from '../actions/part.ts'
import { rejoinPairing } from '../actions/rejoin.ts'
import { holdWaiting, leaveWaiting } from '../actions/waiting.ts'
import { pairingOfParticipant, partedPairings } from '../queries/rematch-pairings.ts'

export const part: Command = {
  name: 'rematch part',
  summary:
    'End the pairing of a person, named by email address or by the id of the application. Members who do not leave wait for a new partner; if one leaves a trio, the other two stay partners.',
  args: ['PERSON'],
  options: {
    ...roundOption,
    leaving: {
      help: 'a member who leaves the round; may be given more than once',
      value: 'PERSON',
      repeat: true,
    },
  },
  async run(app, input) {
    const found = await roundByCode(app.db, terminal, codeOf(input))
    const person = await participantNamed(app.db, found.id, input.args[0] ?? '')
    const leaving: string[] = []
    for (const typed of input.lists.leaving ?? [])
      leaving.push((await participantNamed(app.db, found.id, typed)).applicationId)
    const pairing = await pairingOfParticipant(app.db, found.id, person.applicationId)
    const parting = await partPairing(app, terminal, found.code, { pairing: pairing.id, leaving })
    const names = (ids: readonly string[]) =>
      pairing.members
        .filter(({ applicationId }) => ids.includes(applicationId))
        .map(({ name }) => name)
        .join(', ') || 'nobody'
    return {
      text: `The pairing has ended. Left the round: ${names(parting.left)}. Still partners: ${names(parting.together)}. Waiting for a new partner: ${names(parting.free)}.`,
      json: { pairing: pairing.id, ...parting },
    }
  },
}

export const rejoin: Command = {
  name: 'rematch rejoin',
  summary:
    'Put a person’s last ended pairing back together, as long as none of its members has a new partner.',
  args: ['PERSON'],
  options: roundOption,
  async run(app, input) {
    const { id, code } = await roundByCode(app.db, terminal, codeOf(input))
    const person = await participantNamed(app.db, id, input.args[0] ?? '')
    const pairing = (await partedPairings(app.db, id)).find(({ parted }) =>
      parted.some(({ applicationId }) => applicationId === person.applicationId),
    )
    if (!pairing) throw new NotFound('no-such-pairing')
    const back = await rejoinPairing(app, terminal, code, pairing.id)
    return {
      text: `Partners again: ${pairing.parted.map(({ name }) => name).join(', ')}.`,
      json: { pairing: pairing.id, back },
    }
  },
}

type Change = (app: App, code: string, id: string) => Promise<void>

const whoWaits = (name: string, summary: string, change: Change, done: (one: Named) => string): Command => ({
  name,
  summary: `${summary} Name them by email address or by the id of the application.`,
  args: ['PERSON'],
  options: roundOption,
  async run(app, input) {
    const { id, code } = await roundByCode(app.db, terminal, codeOf(input))
    const person = await participantNamed(app.db, id, input.args[0] ?? '')
    await change(app, code, person.applicationId)
    return { text: done(person), json: { application: person.applicationId } }
  },
})

export const leave = whoWaits(
  'rematch leave',
  'Take someone who waits for a partner out of the round.',
  (app, code, id) => leaveWaiting(app, terminal, code, id),
  ({ name }) => `${name} has left the round.`,
)
export const hold = whoWaits(
  'rematch hold',
  'Hold someone who waits in the reserve: no run finds them a partner.',
  (app, code, id) => holdWaiting(app, terminal, code, { id, hold: true }),
  ({ name }) => `${name} is held in the reserve.`,
)
export const endHold = whoWaits(
  'rematch unhold',
  'End the hold on someone.',
  (app, code, id) => holdWaiting(app, terminal, code, { id, hold: false }),
  ({ name }) => `The hold on ${name} has ended. The next rematch looks for a partner.`,
)
