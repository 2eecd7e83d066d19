import type { App } from '../../../platform/app.ts'
import type { Command } from '../../../platform/commands.ts'
import { unansweredLines } from '../../applications/index.ts'
import { terminal } from '../../people/index.ts'
import { type Round, roundByCode } from '../../rounds/index.ts'
import { matchingDesk, reserveDesk } from '../queries/desk.ts'
import { allPairs, reserveOf } from '../queries/pairs.ts'
import { proposalOfRound } from '../queries/scenarios.ts'
import { isStale } from '../scenario/scenario.ts'
import { codeOf, round } from './round.ts'

export const show: Command = {
  name: 'match show',
  summary: 'Show the proposal of a round: its pairs, weakest first, and who is in reserve.',
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

/** The proposal of a round in a few lines. @throws NotFound `no-proposal` */
export async function summaryOf(app: App, code: string) {
  const found = await roundByCode(app.db, terminal, code)
  const scenario = await proposalOfRound(app.db, found.id)
  const { shown, isReleased } = await matchingDesk(app.db, found, app.now(), { page: 1 })
  const reserve = await reserveWithTrios(app, found, scenario.id)
  const { unanswered, lines } = await unansweredLines(app, found)
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
    /** How it stands after changes by hand; null where there are none. */
    changedByHand: shown?.changed ?? null,
    priceOfFairness: scenario.priceOfFairness,
    /** No result is stored without its certificate having been checked. */
    verified: scenario.total !== null,
    reserve,
    unanswered,
  }
  const text = [
    `Scenario ${json.scenario} of ${json.round}: ${json.people} people in ${json.pairs} pairings, from ${json.countries} countries.`,
    `The run found: points ${json.total}, the weakest pair ${json.worst} of 10000; ${json.priceOfFairness} points were given up for the weakest pairs.`,
    'The proof was checked: no plan gives more people a partner, and none of those is better.',
    ...(json.changedByHand
      ? [
          `After ${changesInWords(json.changedByHand.changes)}: points ${json.changedByHand.total}, the weakest pair ${json.changedByHand.worst}.`,
        ]
      : []),
    reserve.length === 0
      ? 'Nobody is in reserve.'
      : `In reserve: ${reserve.map((one) => `${one.name} (${one.reason})`).join(', ')}.`,
    ...triosInWords(reserve, isReleased),
    ...lines,
    ...(json.outOfDate ? ['People or rules have changed since: run it again before you release.'] : []),
    json.released
      ? 'It is released.'
      : 'Nothing has been sent. Look at it in the office, then `twinleaf match release`.',
  ].join('\n')
  return { text, json }
}

/**
 * Who waits, and for the first of them the pairs that could best take each in: to look for them takes as long as there
 * are pairs. Null for all others, and after the release.
 */
async function reserveWithTrios(app: App, round: Round, scenarioId: string) {
  const { waiting, people, isReleased } = await reserveDesk(app.db, round, 1)
  const offersFor = new Map(waiting.map(({ person, offers }) => [person.applicationId, offers]))
  const named = (id: string) => ({ application: id, name: people.get(id)?.name ?? '' })
  const triosOf = (id: string) =>
    offersFor.get(id)?.map(({ members: [, middle, end], worst }) => ({
      middle: named(middle),
      end: named(end),
      worst,
    })) ?? null
  return (await reserveOf(app.db, scenarioId)).map(({ applicationId, name, country, reason }) => ({
    application: applicationId,
    name,
    country,
    reason: reason.kind,
    trios: isReleased ? null : triosOf(applicationId),
  }))
}

type WithTrios = Awaited<ReturnType<typeof reserveWithTrios>>[number]

/** A trio costs nobody else anything, so its fit is all there is to say; whether the two are willing, they have to be asked. */
function triosInWords(reserve: readonly WithTrios[], isReleased: boolean): string[] {
  const unlooked = reserve.filter(({ trios }) => trios === null).length
  const lines = reserve.flatMap(({ application, name, trios }) =>
    (trios ?? []).map(
      ({ middle, end, worst }) =>
        `  ${name} with ${middle.name} and ${end.name}, weakest fit ${worst} of 10000: twinleaf match trio ${application} ${middle.application}`,
    ),
  )
  return [
    ...(lines.length > 0
      ? ['Trios that would suit them best, once the pair has said yes; all other pairs stay:']
      : []),
    ...lines,
    ...(unlooked > 0 && !isReleased
      ? [
          `No trios were looked for to take in the other ${unlooked}: the page of the reserve in the office shows them.`,
        ]
      : []),
  ]
}

export const changesInWords = (count: number) =>
  count === 1 ? 'one change by hand' : `${count} changes by hand`
