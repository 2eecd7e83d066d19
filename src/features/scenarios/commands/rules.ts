import type { App } from '../../../platform/app.ts'
import type { Command } from '../../../platform/commands.ts'
import { terminal } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { swapPartners } from '../actions/by-hand.ts'
import { banPair, liftRule, pinPair } from '../actions/rules.ts'
import { participantNamed } from '../queries/people.ts'
import { codeOf, round } from './round.ts'

type Change = (app: App, code: string, two: readonly [string, string]) => Promise<unknown>

const twoPeople = (name: string, summary: string, change: Change, done: string): Command => ({
  name,
  summary: `${summary} Name each by email address or by the id of the application.`,
  args: ['FIRST', 'SECOND'],
  options: round,
  async run(app, input) {
    const { id } = await roundByCode(app.db, terminal, codeOf(input))
    const [first = '', second = ''] = input.args
    const a = await participantNamed(app.db, id, first)
    const b = await participantNamed(app.db, id, second)
    await change(app, codeOf(input), [a.applicationId, b.applicationId])
    return {
      text: `${a.name} and ${b.name}: ${done}`,
      json: { first: a.applicationId, second: b.applicationId },
    }
  },
})

export const pin = twoPeople(
  'match pin',
  'Keep two people together in every run.',
  (app, code, two) => pinPair(app, terminal, code, two),
  'pinned. Run the matching again to see the new plan.',
)
export const ban = twoPeople(
  'match ban',
  'Keep two people apart in every run.',
  (app, code, two) => banPair(app, terminal, code, two),
  'kept apart. Run the matching again to see the new plan.',
)
export const unpin = twoPeople(
  'match unpin',
  'Lift a pin.',
  (app, code, two) => liftRule(app, terminal, code, { kind: 'pin', two }),
  'no longer pinned.',
)
export const unban = twoPeople(
  'match unban',
  'Lift a ban.',
  (app, code, two) => liftRule(app, terminal, code, { kind: 'ban', two }),
  'no longer kept apart.',
)
export const swap = twoPeople(
  'match swap',
  'Make two people partners in the proposal by hand; the partners they leave become partners.',
  (app, code, two) => swapPartners(app, terminal, code, two),
  'partners now, and pinned.',
)
