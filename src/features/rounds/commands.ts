import type { Command, CommandInput } from '../../platform/commands.ts'
import { type Settings, settingsIn } from '../../platform/network/index.ts'
import { Unacceptable } from '../../platform/refusals.ts'
import { terminal } from '../people/index.ts'
import { announceRound, cloneRound, createRound } from './actions.ts'
import { roundTitle } from './pages/telling.ts'
import { roundByCode, roundsFor } from './queries.ts'
import { phaseOf, type Round, suggestedStart } from './round.ts'
import { roundForm } from './schema.ts'

const create: Command = {
  name: 'round create',
  summary: 'Open a round. Times are local times in --zone; with --announce, everyone sees the round at once.',
  options: {
    code: { help: 'for example 2016A', value: 'CODE', required: true },
    title: {
      help: "its title; by default it is called by its code, in each reader's language",
      value: 'TEXT',
    },
    'apply-from': { help: 'when applications open, YYYY-MM-DDTHH:MM', value: 'TIME', required: true },
    'apply-until': { help: 'when applications close, YYYY-MM-DDTHH:MM', value: 'TIME', required: true },
    starts: { help: 'first day of mentoring, YYYY-MM-DD', value: 'DAY', required: true },
    ends: { help: 'last day of mentoring, YYYY-MM-DD', value: 'DAY', required: true },
    zone: { help: 'time zone of the deadline, by default that of the network', value: 'ZONE' },
    cap: {
      help: 'the largest share of the places that may go to one country, in percent; 20 by default',
      value: 'PERCENT',
    },
    'topic-days': { help: 'days after the start, "0,14,28,..." by default', value: 'DAYS' },
    announce: { help: 'show it to everyone' },
  },
  async run(app, input) {
    const round = await createRound(app, terminal, planOf(input, await settingsIn(app.db)))
    const shown = input.switches.has('announce') ? await announceRound(app, terminal, round.code) : round
    return {
      text: `${shown.code} is open${shown.announcedAt ? ' and announced' : ' as a draft'}.`,
      json: replyOf(shown, app.now()),
    }
  },
}

const clone: Command = {
  name: 'round clone',
  summary: 'Open the next round, with the dates of an earlier one moved to the new start.',
  args: ['FROM', 'CODE'],
  options: { starts: { help: 'first day of mentoring, half a year later by default', value: 'DAY' } },
  async run(app, { args: [from = '', code = ''], options }) {
    const startsOn = options.starts ?? suggestedStart(await roundByCode(app.db, terminal, from))
    const round = await cloneRound(app, terminal, from, { code: code.toUpperCase(), startsOn })
    return {
      text: `${round.code} is open as a draft; it starts on ${round.startsOn}.`,
      json: replyOf(round, app.now()),
    }
  },
}

const announce: Command = {
  name: 'round announce',
  summary: 'Show a draft to everyone.',
  args: ['CODE'],
  async run(app, { args: [code = ''] }) {
    const round = await announceRound(app, terminal, code)
    return { text: `${round.code} has been announced.`, json: replyOf(round, app.now()) }
  },
}

const list: Command = {
  name: 'round list',
  summary: 'List all rounds, newest first.',
  async run(app) {
    const rounds = (await roundsFor(app.db, terminal)).map((round) => replyOf(round, app.now()))
    const lines = rounds.map(
      (round) =>
        `${round.code}  ${round.phase.padEnd(10)}  ${round.startsOn} to ${round.endsOn}  ${round.title}`,
    )
    return { text: lines.join('\n') || 'No round yet. Open one with `twinleaf round create`.', json: rounds }
  },
}

const show: Command = {
  name: 'round show',
  summary: 'Show the dates and settings of a round.',
  args: ['CODE'],
  async run(app, { args: [code = ''] }) {
    const round = replyOf(await roundByCode(app.db, terminal, code), app.now())
    const lines = Object.entries(round).map(([name, value]) => `${name}: ${String(value)}`)
    return { text: lines.join('\n'), json: round }
  },
}

export const commands: Command[] = [create, clone, announce, list, show]

/** @throws Unacceptable `bad-option` which names the option */
function planOf({ options }: CommandInput, network: Settings) {
  const code = options.code ?? ''
  const parsed = roundForm.safeParse({
    code,
    title: options.title ?? '',
    zone: options.zone ?? network.zone,
    applyFrom: options['apply-from'],
    applyUntil: options['apply-until'],
    startsOn: options.starts,
    endsOn: options.ends,
    capPercent: options.cap ?? '20',
    topicDays: options['topic-days'] ?? '0,14,28,42,56,70,84,98',
  })
  if (parsed.success) return parsed.data
  throw new Unacceptable('bad-round-option', { field: String(parsed.error.issues[0]?.path[0] ?? 'plan') })
}

const replyOf = ({ id: _id, ...round }: Round, now: Date) => ({
  code: round.code,
  title: roundTitle('en', round),
  phase: phaseOf({ id: _id, ...round }, now),
  applyFrom: round.applyFrom.toISOString(),
  applyUntil: round.applyUntil.toISOString(),
  startsOn: round.startsOn,
  endsOn: round.endsOn,
  zone: round.zone,
  capPercent: round.capPercent,
  topicDays: round.topicDays,
  announcedAt: round.announcedAt?.toISOString() ?? null,
  capAppliedAt: round.capAppliedAt?.toISOString() ?? null,
  releasedAt: round.releasedAt?.toISOString() ?? null,
})
