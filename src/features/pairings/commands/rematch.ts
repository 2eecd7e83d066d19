import type { App } from '../../../platform/app.ts'
import type { Command } from '../../../platform/commands.ts'
import { Conflict, NotFound } from '../../../platform/refusals.ts'
import { unreachableLines } from '../../applications/index.ts'
import { terminal } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { codeOf, openScenario, roundOption, runScenario, scenarioIn } from '../../scenarios/index.ts'
import { acceptLate } from '../actions/accept-late.ts'
import { checkRematchRelease, rehearseRematch, releaseRematch } from '../actions/release-rematch.ts'
import { freePeople, laterReleasesOf, rematchScenarios } from '../queries/rematch.ts'
import { newPairsDesk } from '../queries/rematch-desk.ts'
import { releaseOptions } from './release.ts'

export const rematchRun: Command = {
  name: 'rematch run',
  grows: true,
  summary:
    'Find the best pairs for people who have no partner while the round runs. Nobody else is affected.',
  options: roundOption,
  async run(app, input) {
    const code = codeOf(input)
    const { id } = await openScenario(app, terminal, code, { pool: 'rematch', asPlan: false })
    await runScenario(app, id)
    const { newest } = await rematchScenarios(app.db, (await roundByCode(app.db, terminal, code)).id)
    if (newest?.problem) throw new Conflict('run-failed', { problem: newest.problem })
    return standing(app, code)
  },
}

export const rematchAccept: Command = {
  name: 'rematch accept',
  summary: 'Accept those who are ready after the release: they wait in the reserve for a rematch.',
  options: roundOption,
  async run(app, input) {
    const people = await acceptLate(app, terminal, codeOf(input))
    return {
      text: `Accepted after the release: ${people}. They wait for a rematch: \`twinleaf rematch run\`.`,
      json: { accepted: people },
    }
  },
}

export const rematchShow: Command = {
  name: 'rematch show',
  summary:
    'Show who has no partner while the round runs, which new pairs are proposed, and what has been released.',
  options: roundOption,
  run: (app, input) => standing(app, codeOf(input)),
}

async function standing(app: App, code: string) {
  const json = await factsOf(app, code)
  return { text: inLines(json), json }
}

async function factsOf(app: App, code: string) {
  const found = await roundByCode(app.db, terminal, code)
  const desk = await newPairsDesk(app.db, found, app.now())
  const free = (await freePeople(app.db, found)).map((one) => ({
    application: one.applicationId,
    name: one.name,
    country: one.country,
    because: one.because,
    since: one.since.toISOString(),
    told: one.isTold,
    held: one.isHeld,
  }))
  return {
    round: found.code,
    free,
    proposal: desk && {
      scenario: desk.scenario.number,
      obstacle: desk.obstacle?.code ?? null,
      pairs: desk.pairs.map(({ score, members }) => ({
        score,
        members: members.map(({ applicationId, name, country }) => ({
          application: applicationId,
          name,
          country,
        })),
      })),
      waiting: desk.waiting.map(({ applicationId, name, reason }) => ({
        application: applicationId,
        name,
        reason: reason.kind,
      })),
      untouched: desk.living,
    },
    released: await laterReleasesOf(app.db, found.id),
  }
}

function inLines({ round: code, free, proposal, released }: Awaited<ReturnType<typeof factsOf>>) {
  const person = ({ name, country }: { name: string; country: string }) => `${name} (${country})`
  return [
    free.length === 0
      ? `Everyone in ${code} has a partner.`
      : `Without a partner in ${code}: ${free.length}.`,
    ...free.map(
      (one) =>
        `       ${person(one)}, ${one.because}, since ${one.since.slice(0, 10)}${one.held ? ', held' : ''}${one.told ? '' : ', not told yet'}`,
    ),
    ...(proposal
      ? [
          `Scenario ${proposal.scenario}: new pairs ${proposal.pairs.length}, still waiting ${proposal.waiting.length}, pairings that stay as they are ${proposal.untouched}.`,
          ...proposal.pairs.map(
            ({ score, members }) => `${String(score).padStart(5)}  ${members.map(person).join(' and ')}`,
          ),
          proposal.obstacle
            ? `It cannot be released now (${proposal.obstacle}).`
            : 'Nothing has been sent. To introduce them: `twinleaf rematch release`.',
        ]
      : ['No new pairs are proposed. Find some with `twinleaf rematch run`.']),
    ...released.map(
      ({ scenario, people, releasedAt }) =>
        `Scenario ${scenario} was released at ${releasedAt.toISOString()}: ${people} people.`,
    ),
  ].join('\n')
}

export const rematchRelease: Command = {
  name: 'rematch release',
  grows: true,
  summary:
    'Confirm the new pairs and queue their introductions, all or nothing. Without --confirm it only says what would happen.',
  options: releaseOptions,
  async run(app, input) {
    const code = codeOf(input)
    if (input.switches.has('rehearse')) {
      const rehearsed = await rehearseRematch(app, terminal, code)
      return {
        text: `All emails were written and are in order: introductions ${rehearsed.introductions}, to people who wait ${rehearsed.reserve}. Examples on the way to ${rehearsed.to.join(', ')}, and to nobody else: ${rehearsed.examples}.`,
        json: { rehearsed: true, ...rehearsed },
      }
    }
    const number = scenarioIn(input)
    if (!input.switches.has('confirm')) {
      await checkRematchRelease(app, terminal, code, number)
      const round = await roundByCode(app.db, terminal, code)
      const desk = await newPairsDesk(app.db, round, app.now())
      if (!desk) throw new NotFound('no-proposal')
      const people = desk.pairs.reduce((sum, { members }) => sum + members.length, 0)
      const { lines } = await unreachableLines(app, round)
      throw new Conflict('confirm-rematch', {
        people,
        waiting: desk.waiting.length,
        unreachable: lines.join(' '),
      })
    }
    const released = await releaseRematch(app, terminal, code, number)
    return {
      text: `Released: ${released.pairings} new pairings of ${released.people} people; ${released.waiting} still wait. ${released.mails} emails are queued. To hold them back: \`twinleaf mail stop ${released.campaign}\`.`,
      json: { released: true, ...released },
    }
  },
}
