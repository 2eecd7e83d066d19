import type { Db } from '../../../db/index.ts'
import { type CampaignProgress, progressOfCampaigns } from '../../../platform/mail/index.ts'
import { answersWaiting, type Unanswered, unansweredIn, unreachableIn } from '../../applications/index.ts'
import type { Actor } from '../../people/index.ts'
import { phaseOf, type Round } from '../../rounds/index.ts'
import type { Scenario } from '../../scenarios/index.ts'
import {
  allPairs,
  countsOf,
  isUnderway,
  type ProposedPair,
  reserveOf,
  type Staleness,
  sizeOf,
  violationsOf,
  type Waiting,
} from '../../scenarios/index.ts'
import { isMendedByARun, obstacleTo, type ReleaseObstacle } from '../obstacle.ts'
import { fitnessOf } from './fitness.ts'
import { type Free, freePeople, type LaterRelease, laterReleasesOf, rematchScenarios } from './rematch.ts'
import {
  livingCount,
  type Pairing,
  type PartedPairing,
  pairingsNamed,
  partedPairings,
} from './rematch-pairings.ts'

/** A proposal of new pairs in a few numbers. */
type NewPairs = {
  scenario: Scenario
  pairs: number
  people: number
  waiting: number
  isStale: boolean
}

export type RematchDesk = {
  isReleased: boolean
  isOver: boolean
  free: Free[]
  /** Who asks for a place and has none. */
  unanswered: Unanswered
  /** The newest run when it goes on still, or when it ended without a proposal. */
  running: Scenario | null
  failed: Scenario | null
  proposal: NewPairs | null
  living: number
  search: { q: string; pairings: Pairing[]; found: number }
  parted: PartedPairing[]
  later: { release: LaterRelease; progress: CampaignProgress }[]
}

/** Everything that the first page of the rematch shows. */
export async function rematchDesk(
  db: Db,
  actor: Actor,
  round: Round,
  { now, q }: { now: Date; q: string },
): Promise<RematchDesk> {
  const { proposed, newest } = await rematchScenarios(db, round.id)
  const running = newest && isUnderway(newest, now) ? newest : null
  const hasFailed = newest && !running && (newest.finishedAt === null || newest.problem !== null)
  const later = await laterReleasesOf(db, round.id)
  const progress = await progressOfCampaigns(
    db,
    later.map(({ campaignId }) => campaignId),
  )
  return {
    isReleased: round.releasedAt !== null,
    isOver: phaseOf(round, now) === 'ended',
    // Before the release nobody has a partner, which says nothing.
    free: round.releasedAt === null ? [] : await freePeople(db, round),
    unanswered: await unansweredIn(db, actor, round.id),
    running,
    failed: hasFailed ? newest : null,
    proposal: proposed ? await numbersOf(db, round, proposed, now) : null,
    living: await livingCount(db, round.id),
    search: { q, ...(await pairingsNamed(db, round.id, q)) },
    parted: await partedPairings(db, round.id),
    later: later.flatMap((release) => {
      const sent = progress.get(release.campaignId)
      return sent ? [{ release, progress: sent }] : []
    }),
  }
}

async function numbersOf(db: Db, round: Round, scenario: Scenario, now: Date): Promise<NewPairs> {
  const { pairs, people, reserve: waiting } = await sizeOf(db, scenario.id)
  const { obstacle } = await standingRematch(db, round, scenario, now)
  return { scenario, pairs, people, waiting, isStale: obstacle !== null && isMendedByARun(obstacle) }
}

/** What the pages of the new pairs show. */
export type NewPairsDesk = {
  scenario: Scenario
  pairs: ProposedPair[]
  waiting: Waiting[]
  /** Everyone who has no partner now, by application. */
  free: Map<string, Free>
  /** Pairings that stay as they are. */
  living: number
  countries: number
  stale: Staleness
  obstacle: ReleaseObstacle | null
  unreachable: Awaited<ReturnType<typeof unreachableIn>>
  answersWaiting: Awaited<ReturnType<typeof answersWaiting>>
}

/** The proposal of new pairs with whatever stands against its release; null while there is none. */
export async function newPairsDesk(db: Db, round: Round, now: Date): Promise<NewPairsDesk | null> {
  const { proposed } = await rematchScenarios(db, round.id)
  if (!proposed) return null
  const { stale, obstacle } = await standingRematch(db, round, proposed, now)
  const { countries } = await countsOf(db, proposed.id)
  return {
    scenario: proposed,
    pairs: await allPairs(db, proposed.id),
    waiting: await reserveOf(db, proposed.id),
    free: new Map((await freePeople(db, round)).map((one) => [one.applicationId, one])),
    unreachable: await unreachableIn(db, round.id),
    answersWaiting: await answersWaiting(db, round.id),
    living: await livingCount(db, round.id),
    countries,
    stale,
    obstacle,
  }
}

async function standingRematch(db: Db, round: Round, scenario: Scenario, now: Date) {
  const looked = { round, scenario, violations: await violationsOf(db, round, scenario) }
  const fitness = await fitnessOf(db, looked, { lookedAt: null, now })
  return { stale: fitness.stale, obstacle: obstacleTo(fitness) }
}
