import { applyCountryCap } from '../../features/applications/actions/cap.ts'
import { receiveApplication } from '../../features/applications/index.ts'
import { answersFrom } from '../../features/calls/schema.ts'
import { changeNetwork } from '../../features/network/index.ts'
import { currentConduct } from '../../features/pages/index.ts'
import { rehearseRelease } from '../../features/pairings/actions/rehearse.ts'
import { releasePairings } from '../../features/pairings/actions/release.ts'
import { type Actor, createPerson, grantRole, knowPerson, terminal } from '../../features/people/index.ts'
import {
  announceRound,
  createRound,
  type Round,
  type RoundPlan,
  roundByCode,
} from '../../features/rounds/index.ts'
import { lookAtPair } from '../../features/scenarios/actions/look.ts'
import { openScenario, proposalOfRound, runScenario } from '../../features/scenarios/index.ts'
import { unlookedIn } from '../../features/scenarios/queries/looks.ts'
import { chunks } from '../../platform/chunks.ts'
import { formats } from '../../platform/formats.ts'
import { publishConduct } from '../demo/conduct.ts'
import { demoNetwork } from '../demo/network.ts'
import { answersOf } from './answers.ts'
import { chance } from './chance.ts'
import type { Invented } from './people.ts'
import { takes, work } from './sitting.ts'
import { turnClock, volunteer, type World } from './world.ts'

/** The round that is gone through: sixteen weeks from the last day of February 2016. */
export const plan: RoundPlan = {
  code: '2016A',
  title: '',
  applyFrom: new Date('2016-01-11T12:00:00Z'),
  applyUntil: new Date('2016-02-15T12:00:00Z'),
  startsOn: '2016-02-29',
  endsOn: '2016-06-19',
  zone: 'UTC',
  capPercent: 20,
  topicDays: [0, 14, 28, 42, 56, 70, 84, 98],
}

/** Two coordinators, who share the work of the weeks, and an editor. */
export type Team = { ruth: Actor; amina: Actor; editor: Actor }

const members = {
  ruth: {
    name: 'Ruth Bellamy',
    email: 'ruth@network.example',
    zone: 'Australia/Sydney',
    role: 'coordinator',
  },
  amina: { name: 'Amina Diallo', email: 'amina@network.example', zone: 'Africa/Dakar', role: 'coordinator' },
  editor: { name: 'Tomás Herrera', email: 'tomas@network.example', zone: 'America/Bogota', role: 'editor' },
} as const

/** From nothing to a round that is open for applications. */
export async function openNetwork(world: World): Promise<{ team: Team; round: Round }> {
  const { app } = world
  await changeNetwork(app, terminal, demoNetwork)
  await publishConduct(app)
  for (const { role, ...person } of Object.values(members)) {
    const id = await createPerson(app, terminal, { ...person, locale: 'en' })
    await grantRole(app, terminal, id, { role, country: null, startsOn: '2016-01-01', endsOn: null })
  }
  const team = {
    ruth: await volunteer(world, members.ruth),
    amina: await volunteer(world, members.amina),
    editor: await volunteer(world, members.editor),
  }
  await createRound(app, team.ruth, plan)
  work(world, takes.announce)
  await announceRound(app, team.ruth, plan.code)
  return { team, round: await roundNow(world) }
}

const roundNow = ({ app }: World): Promise<Round> => roundByCode(app.db, terminal, plan.code)

const atOnce = 50

/** Everyone applies by the form, over five weeks. What its pages save on the way is left out: it is nobody's work. */
export async function applyAll(world: World, round: Round, people: readonly Invented[], seed: number) {
  const { app, at } = world
  const codeVersion = await currentConduct(app.db)
  const span = plan.applyUntil.getTime() - plan.applyFrom.getTime() - 60_000
  const inOrder = people
    .map((one) => ({ one, share: chance(seed, one.email, 'applies')(1_000_000) / 1_000_000 }))
    .toSorted((a, b) => a.share - b.share)
  for (const some of chunks(inOrder, atOnce))
    await app.db.transaction().execute(async (tx) => {
      for (const { one, share } of some) {
        at(new Date(plan.applyFrom.getTime() + span * share))
        const personId = await knowPerson(tx, app.now(), one)
        const values = Object.assign({}, ...Object.values(answersOf(seed, one)))
        const countryWritten = formats('en', 'UTC').country(values.country)
        const answers = answersFrom(values, { countryWritten, formerRounds: [], codeVersion })
        await receiveApplication(app, tx, round, {
          answers,
          own: [],
          again: [],
          locale: one.locale,
          personId,
        })
      }
    })
}

/** Pairs that a careful coordinator reads before the release: the weakest ones. */
const pairsRead = 25

/** From the end of applications to the introductions, in three sittings of one coordinator. */
export async function introduceAll(world: World, { ruth }: Pick<Team, 'ruth'>): Promise<void> {
  const { app, at } = world
  at(new Date('2016-02-16T09:00:00Z'))
  work(world, takes.readCap)
  await applyCountryCap(app, ruth, plan.code)
  await turnClock(world)
  at(new Date('2016-02-20T09:00:00Z'))
  const { id } = await openScenario(app, ruth, plan.code)
  await runScenario(app, id)
  await readPairs(world, ruth, await roundNow(world))
  at(new Date('2016-02-21T18:00:00Z'))
  await rehearseRelease(app, ruth, plan.code)
  await turnClock(world)
  work(world, takes.readRehearsal)
  await releasePairings(app, ruth, plan.code, null)
  await turnClock(world)
}

async function readPairs(world: World, ruth: Actor, round: Round): Promise<void> {
  const { app } = world
  const scenario = await proposalOfRound(app.db, round.id)
  for (let read = 0; read < pairsRead; read += 1) {
    const next = await unlookedIn(app.db, scenario.id)
    if (!next) return
    work(world, takes.readPair)
    await lookAtPair(app, ruth, plan.code, next.id)
  }
}
