import type { Db } from '../../db/index.ts'
import { campaignProgress } from '../../platform/mail/index.ts'
import { deskFor, leftOn, stateCounts } from '../applications/index.ts'
import { freePeople } from '../pairings/index.ts'
import type { Actor } from '../people/index.ts'
import { stateOf } from '../posts/index.ts'
import { phaseOf, type Round, releaseOf, roundsFor, topicDaysOf } from '../rounds/index.ts'
import { deskCounts, latestScenarios } from '../scenarios/index.ts'
import { topicsOf } from '../topics/index.ts'
import type { RoundStanding } from './desk.ts'

/** Rounds that may need hands: those that have not ended, and those whose participants were never introduced. */
export async function openRounds(db: Db, actor: Actor, now: Date): Promise<Round[]> {
  const released = await db.selectFrom('release').select('roundId').execute()
  const isReleased = new Set(released.map(({ roundId }) => roundId))
  const rounds = await roundsFor(db, actor)
  return rounds.filter((round) => phaseOf(round, now) !== 'ended' || !isReleased.has(round.id))
}

/** Where the work on a round stands. Numbers an actor may not see are 0. */
export async function standingOf(db: Db, actor: Actor, round: Round, now: Date): Promise<RoundStanding> {
  const desk = await deskFor(db, actor, round.id)
  const counts = stateCounts(desk)
  const released = await releasedOf(db, round.id)
  return {
    round,
    phase: phaseOf(round, now),
    applications: counts.problem + counts.ready + counts.accepted + counts.waiting,
    toClean: leftOn(desk),
    ready: counts.ready,
    accepted: counts.accepted,
    waiting: counts.waiting,
    proposal: await proposalOf(db, round.id),
    released,
    withoutPartner: released ? (await freePeople(db, round)).length : 0,
    topics: await topicNumbers(db, round, now),
  }
}

async function proposalOf(db: Db, roundId: string) {
  const { proposed } = await latestScenarios(db, roundId)
  if (!proposed) return null
  const { pairs, reserve } = await deskCounts(db, roundId)
  return { number: proposed.number, pairs, reserve }
}

async function releasedOf(db: Db, roundId: string) {
  const release = await releaseOf(db, roundId)
  if (!release) return null
  const { total, sent } = await campaignProgress(db, release.campaignId)
  return { at: release.releasedAt, mails: total, sent }
}

async function topicNumbers(db: Db, round: Round, now: Date) {
  const topics = await topicsOf(db, round.id)
  const published = topics.filter((topic) => stateOf(topic, now) === 'published')
  const days = topicDaysOf(round)
  const nextDueOn = days.find((_day, index) => !published.some((topic) => topic.number === index + 1)) ?? null
  return { written: topics.length, published: published.length, due: days.length, nextDueOn }
}
