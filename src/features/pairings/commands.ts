import type { App } from '../../platform/app.ts'
import type { Command, CommandInput } from '../../platform/commands.ts'
import { campaignProgress } from '../../platform/mail/index.ts'
import { Conflict, Unacceptable } from '../../platform/refusals.ts'
import { terminal } from '../people/index.ts'
import { roundByCode } from '../rounds/index.ts'
import { swapPartners } from './actions/by-hand.ts'
import { asCsv, exportPairings } from './actions/export.ts'
import { rehearseRelease } from './actions/rehearse.ts'
import { releasePairings, resumeIntroductions, stopIntroductions } from './actions/release.ts'
import { banPair, liftRule, pinPair } from './actions/rules.ts'
import { openScenario, runScenario } from './actions/run.ts'
import { matchingDesk } from './queries/desk.ts'
import { allPairs, reserveOf } from './queries/pairs.ts'
import { participantNamed } from './queries/people.ts'
import { releaseOf } from './queries/release.ts'
import { latestScenarios, proposalOfRound } from './queries/scenarios.ts'
import { isStale } from './scenario.ts'

const round = { round: { help: 'code of the round, for example 2016A', value: 'CODE', required: true } }
const codeOf = (input: CommandInput) => input.options.round ?? ''

const run: Command = {
  name: 'match run',
  summary: 'Find the best pairing for everyone who was accepted. Nothing leaves; pins and bans are kept.',
  options: {
    ...round,
    seed: { help: 'a whole number that decides between equally good plans', value: 'N' },
  },
  async run(app, input) {
    const { id } = await openScenario(app, terminal, codeOf(input), { seed: seedIn(input) })
    await runScenario(app, id)
    const { newest } = await latestScenarios(app.db, (await roundByCode(app.db, terminal, codeOf(input))).id)
    if (newest?.problem) throw new Conflict('run-failed', { problem: newest.problem })
    return summaryOf(app, codeOf(input))
  },
}

/** @throws Unacceptable `bad-seed` */
function seedIn({ options }: CommandInput): number | undefined {
  if (options.seed === undefined) return undefined
  if (!/^\d{1,9}$/.test(options.seed)) throw new Unacceptable('bad-seed')
  return Number(options.seed)
}

/** The proposal of a round in a few lines. @throws NotFound `no-proposal` */
async function summaryOf(app: App, code: string) {
  const found = await roundByCode(app.db, terminal, code)
  const scenario = await proposalOfRound(app.db, found.id)
  const { shown, isReleased } = await matchingDesk(app.db, found, app.now(), { page: 1 })
  const reserve = (await reserveOf(app.db, scenario.id)).map(({ applicationId, name, country, reason }) => ({
    application: applicationId,
    name,
    country,
    reason: reason.kind,
  }))
  const json = {
    round: found.code,
    scenario: scenario.number,
    seed: scenario.seed,
    released: isReleased,
    pairs: shown?.counted.pairs ?? 0,
    people: shown?.counted.people ?? 0,
    countries: shown?.counted.countries ?? 0,
    byHand: shown?.counted.byHand ?? 0,
    outOfDate: shown ? isStale(shown.staleness) : false,
    total: scenario.total,
    worst: scenario.worst,
    priceOfFairness: scenario.priceOfFairness,
    /** No result is stored without its certificate having been checked. */
    verified: scenario.total !== null,
    reserve,
  }
  const text = [
    `Scenario ${json.scenario} of ${json.round}: ${json.people} people in ${json.pairs} pairings, from ${json.countries} countries.`,
    `Points ${json.total}, the worst pairing ${json.worst} of 10000; ${json.priceOfFairness} points were given up for the worst served.`,
    'The proof that no plan places more people, or places them better, was checked.',
    reserve.length === 0
      ? 'Nobody is in reserve.'
      : `In reserve: ${reserve.map((one) => `${one.name} (${one.reason})`).join(', ')}.`,
    ...(json.outOfDate ? ['People or rules have changed since: run it again before you release.'] : []),
    json.released
      ? 'It is released.'
      : 'Nothing has left. Look at it in the office, then `twinleaf match release`.',
  ].join('\n')
  return { text, json }
}

const show: Command = {
  name: 'match show',
  summary: 'Show the proposal of a round: its pairs, worst served first, and who is in reserve.',
  options: round,
  async run(app, input) {
    const { text, json } = await summaryOf(app, codeOf(input))
    const found = await roundByCode(app.db, terminal, codeOf(input))
    const pairs = (await allPairs(app.db, (await proposalOfRound(app.db, found.id)).id)).map((pair) => ({
      id: pair.id,
      score: pair.score,
      pinned: pair.isPinned,
      banned: pair.isBanned,
      byHand: pair.byHand,
      members: pair.members.map(({ applicationId, name, country, sector }) => ({
        application: applicationId,
        name,
        country,
        sector,
      })),
    }))
    const lines = pairs.map(
      (pair) =>
        `${String(pair.score).padStart(5)}  ${pair.members.map((one) => `${one.name} (${one.country})`).join(' and ')}${pair.pinned ? '  pinned' : ''}`,
    )
    return { text: [text, ...lines].join('\n'), json: { ...json, pairings: pairs } }
  },
}

type Change = (app: App, code: string, two: readonly [string, string]) => Promise<unknown>

const twoPeople = (name: string, summary: string, change: Change, done: string): Command => ({
  name,
  summary: `${summary} Name each by e-mail address or by the id of the application.`,
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

const pin = twoPeople(
  'match pin',
  'Keep two people together in every run.',
  (app, code, two) => pinPair(app, terminal, code, two),
  'pinned. Run the matching again to see it.',
)
const ban = twoPeople(
  'match ban',
  'Keep two people apart in every run.',
  (app, code, two) => banPair(app, terminal, code, two),
  'kept apart. Run the matching again to see it.',
)
const unpin = twoPeople(
  'match unpin',
  'Lift a pin.',
  (app, code, two) => liftRule(app, terminal, code, { kind: 'pin', two }),
  'no longer pinned.',
)
const unban = twoPeople(
  'match unban',
  'Lift a ban.',
  (app, code, two) => liftRule(app, terminal, code, { kind: 'ban', two }),
  'no longer kept apart.',
)
const swap = twoPeople(
  'match swap',
  'Make two people partners in the proposal by hand; the partners they leave become partners.',
  (app, code, two) => swapPartners(app, terminal, code, two),
  'partners now, and pinned.',
)

const release: Command = {
  name: 'match release',
  summary:
    'Confirm the proposal and queue every introduction, all or nothing. Without --confirm it only says what would happen.',
  options: {
    ...round,
    rehearse: { help: 'write every mail, and send one of each kind to the coordinators only' },
    confirm: { help: 'do it; it happens once and cannot be taken back' },
    scenario: { help: 'release only if this is the number of the proposal', value: 'N' },
  },
  async run(app, input) {
    const code = codeOf(input)
    if (input.switches.has('rehearse')) {
      const rehearsed = await rehearseRelease(app, terminal, code)
      return {
        text: `All mails were written and are in order: introductions ${rehearsed.introductions}, reserve ${rehearsed.reserve}. Examples on the way to ${rehearsed.to.join(', ')}, and to nobody else: ${rehearsed.examples}.`,
        json: { rehearsed: true, ...rehearsed },
      }
    }
    if (!input.switches.has('confirm')) {
      const { json } = await summaryOf(app, code)
      throw new Conflict('confirm-release', { people: json.people, reserve: json.reserve.length })
    }
    const scenario = input.options.scenario ? Number(input.options.scenario) : null
    const released = await releasePairings(app, terminal, code, scenario)
    return {
      text: `Released: ${released.pairings} pairings of ${released.people} people, ${released.reserve} in reserve. ${released.mails} mails are queued.`,
      json: { released: true, ...released },
    }
  },
}

const stop: Command = {
  name: 'introductions stop',
  summary: 'Hold back the introductions that have not gone out yet.',
  options: round,
  async run(app, input) {
    await stopIntroductions(app, terminal, codeOf(input))
    return sendingOf(app, codeOf(input))
  },
}

const resume: Command = {
  name: 'introductions resume',
  summary: 'Let held introductions go on.',
  options: round,
  async run(app, input) {
    await resumeIntroductions(app, terminal, codeOf(input))
    return sendingOf(app, codeOf(input))
  },
}

async function sendingOf(app: App, code: string) {
  const found = await releaseOf(app.db, (await roundByCode(app.db, terminal, code)).id)
  if (!found) throw new Conflict('not-released')
  const json = await campaignProgress(app.db, found.campaignId)
  return {
    text: `${json.sent} of ${json.total} sent, ${json.waiting} waiting${json.stoppedAt ? ' (stopped)' : ''}.`,
    json,
  }
}

const exporting: Command = {
  name: 'pairings export',
  summary: 'Print the pairings of a round and its reserve, as CSV for a spreadsheet or as JSON.',
  options: { ...round, csv: { help: 'as CSV; the default is JSON' } },
  async run(app, input) {
    const json = await exportPairings(app, terminal, codeOf(input))
    const text = JSON.stringify(json, null, 2)
    return input.switches.has('csv') ? { text, json, raw: asCsv(json) } : { text, json }
  },
}

export const commands: Command[] = [run, show, pin, unpin, ban, unban, swap, release, stop, resume, exporting]
