import type { Db } from '../../db/index.ts'
import { campaignProgress } from '../../platform/mail/index.ts'
import { answerCounts } from '../applications/index.ts'
import type { OpenMatter } from '../people/index.ts'
import { stateOf } from '../posts/index.ts'
import { phaseOf, type Round, releaseOf, topicDaysOf } from '../rounds/index.ts'
import { planInNumbers } from '../scenarios/index.ts'
import { topicsOf } from '../topics/index.ts'
import type { RoundStanding } from './desk.ts'

/**
 * Where the work on a round stands.
 *
 * @param matters what is open, of all rounds: how much is left to do at a step is counted there alone
 */
export async function standingOf(
  db: Db,
  round: Round,
  matters: readonly OpenMatter[],
  now: Date,
): Promise<RoundStanding> {
  const answers = await answerCounts(db, round.id)
  return {
    round,
    phase: phaseOf(round, now),
    ...answers,
    toClean: leftAt('clean', round, matters),
    ready: leftAt('cap', round, matters),
    proposal: await planInNumbers(db, round.id),
    released: round.releasedAt === null ? null : await releasedOf(db, round.id),
    withoutPartner: leftAt('rematch', round, matters),
    topics: await topicNumbers(db, round, now),
  }
}

const leftAt = (name: string, { code }: Round, matters: readonly OpenMatter[]): number =>
  matters
    .filter(({ round, step }) => round?.code === code && step?.name === name)
    .reduce((sum, { step }) => sum + (step?.count ?? 0), 0)

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
