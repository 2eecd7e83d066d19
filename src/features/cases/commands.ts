import type { Command } from '../../platform/commands.ts'
import { dayIn } from '../../platform/days.ts'
import { formats } from '../../platform/formats.ts'
import { NotFound } from '../../platform/refusals.ts'
import { personIdByEmail, terminal } from '../people/index.ts'
import { roundByCode } from '../rounds/index.ts'
import { assignCase, closeCase } from './actions/handling.ts'
import { sweepCases } from './actions/sweep.ts'
import { caseNumbered, eventsOf } from './queries/one.ts'
import { allCasesFor, type CaseLine } from './queries/queue.ts'

const numberIn = (text: string | undefined): number => {
  if (!/^\d{1,9}$/.test(text ?? '')) throw new NotFound('no-such-case')
  return Number(text)
}

const namesOf = ({ members }: CaseLine) => formats('en', 'UTC').list(members.map(({ name }) => name))

const lineOf = (one: CaseLine) =>
  [
    ...[one.number, one.code, one.kind, namesOf(one)],
    one.outcome ? `closed: ${one.outcome}` : `next: ${one.next}, due ${dayIn(one.dueAt)}`,
    one.owner ?? 'nobody',
  ].join('  ')

const list: Command = {
  name: 'case list',
  summary:
    'List the open cases, those due first before the others. Reports under the code of conduct are not shown.',
  options: {
    round: { help: 'only of this round, for example 2016A', value: 'CODE' },
    closed: { help: 'those that are closed instead' },
  },
  async run(app, { options, switches }) {
    const roundId = options.round ? (await roundByCode(app.db, terminal, options.round)).id : undefined
    const asked = {
      view: switches.has('closed') ? ('closed' as const) : ('open' as const),
      roundId,
      now: app.now(),
    }
    const all = await allCasesFor(app.db, terminal, asked)
    return { text: all.map(lineOf).join('\n') || 'No cases.', json: all }
  },
}

const show: Command = {
  name: 'case show',
  summary: 'Show a case and all that happened in it.',
  args: ['NUMBER'],
  async run(app, { args: [number] }) {
    const one = await caseNumbered(app.db, terminal, numberIn(number), app.now())
    const events = await eventsOf(app.db, one.id)
    const lines = events.map(({ at, kind, what, person, actor, body }) =>
      [at.toISOString(), kind, what, person, actor ? `by ${actor}` : '', body].filter(Boolean).join('  '),
    )
    return { text: [lineOf(one), ...lines].join('\n'), json: { ...one, events } }
  },
}

const assign: Command = {
  name: 'case assign',
  summary: 'Put a coordinator or director in charge of a case, or nobody.',
  args: ['NUMBER', '[EMAIL]'],
  async run(app, { args: [number, email] }) {
    const ownerId = email ? await personIdByEmail(app.db, email) : null
    await assignCase(app, terminal, numberIn(number), { ownerId })
    return { text: email ? `${email} looks after it.` : 'Nobody looks after it.', json: { ownerId } }
  },
}

const close: Command = {
  name: 'case close',
  summary: 'Close a case with what became of it.',
  args: ['NUMBER', 'OUTCOME'],
  async run(app, { args: [number, outcome = ''] }) {
    await closeCase(app, terminal, numberIn(number), { outcome })
    return { text: `Closed: ${outcome}.`, json: { outcome } }
  },
}

const sweep: Command = {
  name: 'case sweep',
  grows: true,
  summary: 'Open, join and close cases as the clock does each hour. Nothing is done twice.',
  async run(app) {
    const swept = await sweepCases(app)
    const { facts, nudged, closed } = swept
    return { text: `New facts: ${facts}. Asked once more: ${nudged}. Closed: ${closed}.`, json: swept }
  },
}

export const commands = [list, show, assign, close, sweep]
